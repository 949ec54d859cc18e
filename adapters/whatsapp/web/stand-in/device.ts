import { randomBytes, randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { type Fields, isFields, textIn } from '#core/fields.ts';

/** One linked browser's line to the service. */
export type Device = {
  readonly ref: string | undefined;
  /** Whether it is linked and in step. */
  readonly isLive: boolean;
  tell(said: object): void;
  /** Something that a person did: it counts as given once the page says that it has it. */
  give(thing: object): void;
  /** The phone scanned its code. */
  link(token: string): void;
  /** What opens its session from now on; undefined while it is not linked. */
  readonly token: string | undefined;
  hangUp(): void;
};

type Service = {
  readonly codeSeconds: number;
  readonly syncMs: () => number;
  /** Whether this token opens a session. */
  readonly knows: (token: string) => boolean;
  /** What the page learns when it is let in, and what waited for it. */
  readonly welcome: () => object;
  readonly waiting: () => readonly object[];
  readonly asked: (device: Device, question: Fields) => object | undefined;
  /** The line ended; what was not taken is given to the next. */
  readonly gone: (device: Device, ungiven: readonly object[]) => void;
};

const MS = 1000;

/** Speaks with one page: it shows codes until the phone scans one, then lets it in. */
export function createDevice(socket: WebSocket, service: Service): Device {
  let ref: string | undefined;
  let token: string | undefined;
  let isLive = false;
  let codes: NodeJS.Timeout | undefined;
  const given = new Map<number, object>();
  let last = 0;

  const tell = (said: object) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(said));
  };
  const give = (thing: object) => {
    last += 1;
    given.set(last, thing);
    tell({ is: 'thing', thing, number: last });
  };
  const showCode = () => {
    ref = `2@${randomBytes(32).toString('base64')}`;
    tell({ is: 'ref', ref });
  };
  const letIn = () => {
    clearInterval(codes);
    ref = undefined;
    tell({ is: 'success', ...service.welcome() });
    setTimeout(() => {
      if (socket.readyState !== socket.OPEN) return;
      isLive = true;
      tell({ is: 'offline', things: service.waiting() });
    }, service.syncMs());
  };
  const hello = (said: Fields) => {
    const shown = textIn(said, 'token');
    if (shown && service.knows(shown)) {
      token = shown;
      return letIn();
    }
    if (shown) tell({ is: 'logout' });
    showCode();
    codes = setInterval(showCode, service.codeSeconds * MS);
  };

  const device: Device = {
    get ref() {
      return ref;
    },
    get isLive() {
      return isLive;
    },
    get token() {
      return token;
    },
    tell,
    give,
    link: (fresh) => {
      token = fresh;
      tell({ is: 'paired', token });
      letIn();
    },
    hangUp: () => socket.terminate(),
  };
  socket.on('message', (data) => {
    const said: unknown = JSON.parse(String(data));
    if (!isFields(said)) return;
    if (said.is === 'hello') return hello(said);
    if (said.is === 'refresh') return showCode();
    if (said.is === 'got') return void given.delete(Number(said.number));
    tell({ is: 'answer', number: said.number, ...service.asked(device, said) });
  });
  socket.on('close', () => {
    clearInterval(codes);
    isLive = false;
    service.gone(device, [...given.values()]);
  });
  return device;
}

export const newToken = (): string => randomUUID();
