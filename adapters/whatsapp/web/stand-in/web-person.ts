import { randomBytes } from 'node:crypto';
import type { MediaKind } from './media-keys.ts';

/** Somebody with WhatsApp, as the service knows them. */
export type User = { readonly phone: string; readonly lid: string; readonly name: string };

/** One message in somebody's chat with the office. */
export type SeenMessage = {
  readonly id: string;
  readonly from: 'office' | 'person';
  readonly text: string;
  /** The picture's bytes, opened as the person's phone does. */
  readonly photo?: Buffer;
  readonly document?: { readonly name: string; readonly bytes: Buffer };
  readonly place?: { readonly latitude: number; readonly longitude: number; readonly name: string };
};

export type WebPerson = User & {
  /** Where the office's answers go. */
  readonly address: string;
  readonly messages: () => readonly SeenMessage[];
  /** Answers the message of that id, where one is given. Gives the new message's id. */
  writes(words: string, answers?: string): string;
  sendsPhoto(file: Buffer, caption?: string): string;
  sendsVoice(file: Buffer, seconds: number): string;
  /** As a file, of a type that tells nothing. */
  sendsDocument(file: Buffer, name: string): string;
  sends(type: string, fields?: object): string;
  edits(message: string, words: string): void;
  reacts(to: string, sign: string): void;
  /** Two blue ticks. */
  reads(message: string): void;
  /** How the office's typing showed last. */
  readonly typing: () => string | undefined;
};

type Service = {
  readonly deliver: (thing: object) => void;
  readonly keepFile: (file: Buffer, kind: MediaKind) => object;
  readonly ack: (message: string, ack: number) => void;
  readonly messages: () => readonly SeenMessage[];
  readonly keep: (message: SeenMessage) => void;
  readonly typing: () => string | undefined;
};

const READ = 3;
const stanza = () => `3EB0${randomBytes(9).toString('hex').toUpperCase()}`;
const now = () => Math.floor(Date.now() / 1000);

/** `comesAs`: under which of their two ids the service passes on what they do. */
export function createWebPerson(user: User, comesAs: 'lid' | 'phone', service: Service): WebPerson {
  const from = comesAs === 'lid' ? `${user.lid}@lid` : `${user.phone}@c.us`;
  const sends = (type: string, fields: object = {}) => {
    const id = stanza();
    service.deliver({ id, from, type, t: now(), notifyName: user.name, ...fields });
    return id;
  };
  const sendsFile = (file: Buffer, kind: MediaKind, fields: object) =>
    sends(kind, { ...service.keepFile(file, kind), mediaKeyTimestamp: now(), ...fields });

  return {
    ...user,
    address: `${user.lid}@lid`,
    messages: service.messages,
    typing: service.typing,
    writes: (words, answers) => {
      const quoted = answers === undefined ? {} : { quotedStanzaID: answers, quotedMsg: { type: 'chat', body: '' } };
      const id = sends('chat', { body: words, ...quoted });
      service.keep({ id, from: 'person', text: words });
      return id;
    },
    sendsPhoto: (file, caption) => sendsFile(file, 'image', { mimetype: 'image/jpeg', caption }),
    sendsVoice: (file, seconds) => sendsFile(file, 'ptt', { mimetype: 'audio/ogg; codecs=opus', duration: seconds }),
    sendsDocument: (file, filename) => sendsFile(file, 'document', { mimetype: 'application/octet-stream', filename }),
    sends,
    edits: (on, words) => service.deliver({ kind: 'edit', from, on, body: words, at: Date.now() }),
    reacts: (on, sign) => service.deliver({ kind: 'reaction', from, on, sign, at: Date.now() }),
    reads: (message) => service.ack(message, READ),
  };
}
