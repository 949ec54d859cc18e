import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { WebSocketServer } from 'ws';
import { type Fields, fieldsIn, textIn } from '#core/fields.ts';
import { certificate } from './certificate.ts';
import { createDevice, type Device, newToken } from './device.ts';
import { type MediaKind, seal, unseal } from './media-keys.ts';
import { createWebPerson, type SeenMessage, type User, type WebPerson } from './web-person.ts';

/** What a build of WhatsApp Web renamed or asks for (wwebjs#201832, #201923, #201908). */
export type Build = {
  readonly keyName: '_serialized' | '$1';
  readonly privateId: boolean;
  readonly needsType: boolean;
};
export const OLD_BUILD: Build = { keyName: '_serialized', privateId: false, needsType: false };
/** As of September 2026. */
export const NEW_BUILD: Build = { keyName: '$1', privateId: true, needsType: true };

/** WhatsApp's service on loopback: the page that takes WhatsApp Web's place, its line, its files, and every phone. */
export type WhatsAppWebStandIn = {
  /** `https://127.0.0.1:port` */
  readonly root: string;
  person(about?: {
    readonly name?: string;
    readonly comesAs?: 'lid' | 'phone';
    /** Digits, the country's code first; one of Spain where it is left out. */
    readonly phone?: string;
  }): WebPerson;
  /** The office's phone scans what the page shows; false where that code is no longer good. */
  scan(code: string): boolean;
  /** Waits for a code and scans it. */
  link(): Promise<void>;
  /** The office's phone ends the link; the page hears of it, or only sees that it is UNPAIRED and keeps its dead session. */
  unlink(how?: 'told' | 'UNPAIRED'): void;
  /** WhatsApp changes the account's state, such as TOS_BLOCK. */
  become(state: string): void;
  /** Cuts the lines; `forMs`: none is taken for so long. */
  drop(forMs?: number): void;
  /** Chats that were marked as read. */
  readonly seen: readonly string[];
  readonly isLinked: () => boolean;
  close(): Promise<void>;
};

type Options = {
  readonly build?: Build;
  /** How long one code is good, in seconds. */
  readonly codeSeconds?: number;
  /** From being let in to being in step, in milliseconds. 0 is faster than the library listens. */
  readonly syncMs?: number;
};

const OFFICE: User = { phone: '34600000001', lid: '90000000000001', name: 'Casa Office' };
const VERSION = '2.3000.1048032155';
const PAGE = ['models', 'ids', 'media', 'kept', 'line', 'prepare-media', 'main'];
const file = (name: string) => readFileSync(new URL(`./page/${name}.js`, import.meta.url), 'utf8');
const CORS = {
  'access-control-allow-origin': 'https://web.whatsapp.com',
  'access-control-allow-methods': '*',
  'access-control-allow-headers': '*',
};
const [SERVER, DEVICE, FAILED] = [1, 2, -1];

export async function createWhatsAppWebStandIn(options: Options = {}): Promise<WhatsAppWebStandIn> {
  const { build = NEW_BUILD, codeSeconds = 20, syncMs = 300 } = options;
  const scripts = new Map(PAGE.map((name) => [`/${name}.js`, file(name)]));
  const devices = new Set<Device>();
  const tokens = new Set<string>();
  const users = new Map<string, User>();
  const files = new Map<string, Buffer>();
  const chats = new Map<User, SeenMessage[]>();
  const typing = new Map<User, string>();
  const seen: string[] = [];
  let waiting: object[] = [];
  let shutUntil = 0;
  let people = 0;

  const userOf = (id: string) => {
    const [user, server] = id.split('@');
    return [...users.values()].find(({ lid, phone }) => user === (server === 'lid' ? lid : phone));
  };
  const live = () => [...devices].filter(({ isLive }) => isLive);
  const tellAll = (said: object) => {
    for (const device of devices) device.tell(said);
  };
  const deliver = (thing: object) => {
    const all = live();
    if (all.length === 0) waiting.push(thing);
    for (const device of all) device.give(thing);
  };

  /** One message of the office, taken or not. */
  const take = (device: Device, message: Fields) => {
    const [id = '', to = ''] = [textIn(message, 'id'), textIn(message, 'to')];
    const user = userOf(to);
    if (user) chats.get(user)?.push(seenMessage(id, message));
    device.tell({ is: 'ack', id, ack: user ? SERVER : FAILED });
    if (user) device.tell({ is: 'ack', id, ack: DEVICE });
    return { isKnown: user !== undefined };
  };
  const seenMessage = (id: string, message: Fields): SeenMessage => {
    const [type, path, key] = ['type', 'directPath', 'mediaKey'].map((name) => textIn(message, name));
    const bytes = path === undefined ? undefined : files.get(path);
    const photo = type === 'image' && bytes && key ? { photo: unseal(bytes, 'image', key) } : {};
    const fileName = textIn(message, 'filename') ?? '';
    const document =
      type === 'document' && bytes && key
        ? { document: { name: fileName, bytes: unseal(bytes, 'document', key) } }
        : {};
    const { lat: latitude, lng: longitude } = message;
    const name = textIn(message, 'loc') ?? '';
    const isPlace = typeof latitude === 'number' && typeof longitude === 'number';
    const place = isPlace ? { place: { latitude, longitude, name } } : {};
    const text = (type === 'chat' ? textIn(message, 'body') : textIn(message, 'caption')) ?? '';
    return { id, from: 'office', text, ...photo, ...document, ...place };
  };

  const asked = (device: Device, question: Fields): object | undefined => {
    switch (question.is) {
      case 'exists':
        return { user: userOf(textIn(question, 'user') ?? '') ?? null };
      case 'send':
        return take(device, fieldsIn(question, 'message'));
      case 'seen':
        seen.push(textIn(question, 'chat') ?? '');
        return undefined;
      case 'chatstate': {
        const user = userOf(textIn(question, 'to') ?? '');
        if (user) typing.set(user, textIn(question, 'state') ?? '');
        return undefined;
      }
      case 'logout':
        if (device.token) tokens.delete(device.token);
        device.tell({ is: 'logout' });
        return undefined;
      default:
        return undefined;
    }
  };

  const server = createServer(await certificate(), (request, response) => {
    serve(request, response).catch(() => response.writeHead(500).end());
  });
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    if (request.method === 'OPTIONS') return response.writeHead(204, CORS).end();
    if (request.headers.host?.startsWith('mmg.')) return serveFile(request, response, path);
    const script = scripts.get(path);
    if (script !== undefined) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    if (path !== '/') return response.writeHead(404).end();
    const about = JSON.stringify({ version: VERSION, build });
    return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(
      `<!doctype html><title>WhatsApp</title><script>window.standIn=${about}</script>
<script type="module" src="/main.js"></script><div id="app"></div>`,
    );
  };
  const serveFile = async (request: IncomingMessage, response: ServerResponse, path: string) => {
    if (request.method === 'POST') {
      const directPath = pathOf();
      files.set(directPath, await buffer(request));
      const said = JSON.stringify({ url: `https://mmg.whatsapp.net${directPath}`, directPath });
      return response.writeHead(200, { ...CORS, 'content-type': 'application/json' }).end(said);
    }
    const bytes = files.get(path);
    return response.writeHead(bytes ? 200 : 404, CORS).end(bytes);
  };
  const lines = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/ws/chat' || Date.now() < shutUntil) {
      socket.destroy();
      return;
    }
    lines.handleUpgrade(request, socket, head, (line) => {
      const device = createDevice(line, {
        codeSeconds,
        syncMs: () => syncMs,
        knows: (token) => tokens.has(token),
        welcome: () => ({ office: OFFICE, users: [...users.values()] }),
        waiting: () => {
          const all = waiting;
          waiting = [];
          return all;
        },
        asked,
        gone: (gone, ungiven) => {
          devices.delete(gone);
          waiting.push(...ungiven);
        },
      });
      devices.add(device);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const scan = (code: string) => {
    const [ref, ...keys] = code.split(',');
    if (keys.length !== CODE_PARTS - 1) throw new Error('that is no code of WhatsApp');
    const device = [...devices].find((each) => each.ref !== undefined && each.ref === ref);
    if (!device) return false;
    const token = newToken();
    tokens.add(token);
    device.link(token);
    return true;
  };

  return {
    root: `https://127.0.0.1:${port}`,
    seen,
    isLinked: () => live().length > 0,
    scan,
    link: async () => {
      for (;;) {
        const device = [...devices].find(({ ref }) => ref !== undefined);
        if (device?.ref && scan(`${device.ref},noise,identity,adv,1`)) return;
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    },
    unlink: (how = 'told') => {
      tokens.clear();
      tellAll(how === 'told' ? { is: 'logout' } : { is: 'state', state: how });
    },
    become: (state) => tellAll({ is: 'state', state }),
    drop: (forMs = 0) => {
      shutUntil = Date.now() + forMs;
      for (const device of devices) device.hangUp();
    },
    person: ({ name = 'Anna', comesAs = 'lid', phone } = {}) => {
      people += 1;
      const user = { phone: phone ?? `3461000${String(people).padStart(4, '0')}`, lid: `7000000000${people}`, name };
      const chat: SeenMessage[] = [];
      users.set(user.phone, user);
      chats.set(user, chat);
      const keepFile = (bytes: Buffer, kind: MediaKind) => {
        const { bytes: sealed, ...about } = seal(bytes, kind);
        const directPath = pathOf();
        files.set(directPath, sealed);
        return { directPath, ...about };
      };
      return createWebPerson(user, comesAs, {
        deliver,
        keepFile,
        ack: (id, ack) => tellAll({ is: 'ack', id, ack }),
        messages: () => chat,
        keep: (message) => chat.push(message),
        typing: () => typing.get(user),
      });
    },
    close: async () => {
      for (const device of devices) device.hangUp();
      lines.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Reference, three keys and the platform (WhatsApp's own linking code). */
const CODE_PARTS = 5;
const LOOK_MS = 20;
const pathOf = () => `/v/t62/${randomBytes(9).toString('hex')}.enc`;
