import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Fetched, FetchFile } from '#core/media.ts';
import type { Browser, Ended, Order, Part, Report, WebMessage, WebSent } from './wire.ts';

/** How the office's phone stands with us. */
export type PhoneState =
  | { readonly is: 'starting' }
  /** Nobody is linked; the code is what the phone scans. */
  | { readonly is: 'linking'; readonly code: string }
  | { readonly is: 'authenticating' }
  | { readonly is: 'ready'; readonly phone: string }
  /** The line is gone; the page or we try again. */
  | { readonly is: 'reconnecting'; readonly why: string }
  /** WhatsApp shut the account out: trying again makes it worse. */
  | { readonly is: 'blocked'; readonly why: string }
  | { readonly is: 'closed' };

/** The office's phone, linked to a browser in a process of its own that is started again whenever it ends. */
export type LinkedPhone = {
  readonly state: PhoneState;
  /** Resolves with what became of it; never rejects. */
  send(to: string, part: Part, typingMs: number): Promise<WebSent>;
  /** The file of a message; never rejects. */
  readonly fetch: FetchFile;
  /** Marks a chat as read, once all that came from it took effect. */
  seen(chat: string): void;
  close(): Promise<void>;
};

type Needs = {
  readonly browser: Browser;
  readonly changed: (state: PhoneState) => void;
  readonly message: (message: WebMessage) => void;
  readonly receipt: (receipt: Report & { is: 'receipt' }) => void;
  /** The phone unlinked us, or WhatsApp shut it out: somebody has to act. */
  readonly lost: (why: 'loggedOut' | 'blocked') => void;
  readonly log: { info(about: object, words: string): void; warn(about: object, words: string): void };
};

const PROCESS = new URL('./worker/main.ts', import.meta.url);
/** What a process needs to run a browser. Nothing of ours, and no secret. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ', 'XDG_RUNTIME_DIR', 'FONTCONFIG_PATH'];
const [FIRST_SECONDS, MOST_SECONDS] = [1, 60];
/** After so long at work, a new failure begins with short waits again. */
const STEADY_SECONDS = 300;
const CLOSE_SECONDS = 7;

export function openLinkedPhone({ browser, changed, message, receipt, lost, log }: Needs): LinkedPhone {
  let state: PhoneState = { is: 'starting' };
  let child: ChildProcess | undefined;
  let again: NodeJS.Timeout | undefined;
  let closing = false;
  let failures = 0;
  let readySince: number | undefined;
  let calls = 0;
  const waiting = new Map<number, (sent: WebSent) => void>();
  const fetching = new Map<number, (fetched: Fetched) => void>();

  const become = (next: PhoneState) => {
    if (next.is === state.is && next.is !== 'linking') return;
    state = next;
    changed(next);
  };

  const heard = (report: Report) => {
    switch (report.is) {
      case 'qr':
        return become({ is: 'linking', code: report.code });
      case 'authenticated':
        return become({ is: 'authenticating' });
      case 'ready':
        readySince ??= performance.now();
        return become({ is: 'ready', phone: report.phone });
      case 'offline':
        return become({ is: 'reconnecting', why: 'the line is gone' });
      case 'message':
        return message(report.message);
      case 'receipt':
        return receipt(report);
      case 'sent':
        waiting.get(report.call)?.(report.outcome);
        waiting.delete(report.call);
        return;
      case 'fetched':
        fetching.get(report.call)?.(report.fetched);
        fetching.delete(report.call);
        return;
      case 'ended':
        return ended(report.why, report.words);
    }
  };

  const ended = (why: Ended, words: string) => {
    log.warn({ why, words }, 'the linked WhatsApp phone is lost');
    if (why === 'dropped') return become({ is: 'reconnecting', why: words });
    lost(why);
    return become(why === 'blocked' ? { is: 'blocked', why: words } : { is: 'starting' });
  };

  const begin = () => {
    if (closing) return;
    const env = Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
    // The library prints what people write.
    const born = fork(PROCESS, {
      env,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    child = born;
    const order: Order = { is: 'open', ...browser };
    born.send(order);
    born.on('message', heard);
    born.on('error', (error) => log.warn({ err: error }, 'the process of the linked phone could not be started'));
    born.on('exit', () => gone(born));
  };

  const gone = (born: ChildProcess) => {
    if (child !== born) return;
    child = undefined;
    for (const settle of waiting.values()) settle({ was: 'unclear', words: 'the browser ended meanwhile' });
    waiting.clear();
    for (const settle of fetching.values()) settle({ was: 'failed', why: 'the browser ended meanwhile' });
    fetching.clear();
    if (closing || state.is === 'blocked') return;
    const wasSteady = readySince !== undefined && performance.now() - readySince > STEADY_SECONDS * 1000;
    readySince = undefined;
    failures = wasSteady ? 1 : failures + 1;
    if (state.is !== 'starting') become({ is: 'reconnecting', why: 'the browser ended' });
    const seconds = Math.min(FIRST_SECONDS * 2 ** (failures - 1), MOST_SECONDS);
    log.info({ seconds }, 'the browser of the linked phone starts again');
    again = setTimeout(begin, seconds * 1000);
  };

  begin();
  return {
    get state() {
      return state;
    },
    send: (to, part, typingMs) => {
      const running = child;
      if (!running?.connected || state.is !== 'ready') return Promise.resolve({ was: 'unsent', words: 'not linked' });
      calls += 1;
      const call = calls;
      return new Promise((resolve) => {
        waiting.set(call, resolve);
        const order: Order = { is: 'send', call, to, part, typingMs };
        running.send(order, (error) => {
          if (!error) return;
          waiting.delete(call);
          resolve({ was: 'unsent', words: 'the browser is gone' });
        });
      });
    },
    fetch: (message, chat) => {
      const running = child;
      if (!running?.connected) return Promise.resolve({ was: 'failed', why: 'not linked' });
      calls += 1;
      const call = calls;
      return new Promise((resolve) => {
        fetching.set(call, resolve);
        const order: Order = { is: 'fetch', call, message, chat };
        running.send(order, (error) => {
          if (!error) return;
          fetching.delete(call);
          resolve({ was: 'failed', why: 'the browser is gone' });
        });
      });
    },
    seen: (chat) => {
      const order: Order = { is: 'seen', chat };
      if (child?.connected) child.send(order, () => undefined);
    },
    close: async () => {
      closing = true;
      clearTimeout(again);
      become({ is: 'closed' });
      const last = child;
      if (!last || last.exitCode !== null) return;
      const order: Order = { is: 'close' };
      if (last.connected) last.send(order, () => undefined);
      const hard = setTimeout(() => last.kill('SIGKILL'), CLOSE_SECONDS * 1000);
      await once(last, 'exit');
      clearTimeout(hard);
    },
  };
}
