import { redact } from '#core/chat/redact.ts';
import { saidIn } from '#core/chat/said-in.ts';
import { secret, secretIn } from '#core/chat/secret-in.ts';
import { sentWith } from '#core/chat/sent-with.ts';
import type { Did, Identity, Turn } from '#core/chat/turn.ts';
import { isFields, textIn } from '#core/fields.ts';
import type { ChannelAccountId, CompanyId } from '#core/ids.ts';
import type { WebMessage } from './wire.ts';

/** Whose linked phone it is. */
export type WebReader = {
  readonly company: CompanyId;
  readonly account: ChannelAccountId;
  /** Whether a word is an invite of the company, which may stand anywhere in a message (SPEC 12). */
  readonly isInvite: (word: string) => boolean;
};

type Sent = Extract<Did, { is: 'sent' }>['what'];
/** WhatsApp Web's kinds of what people send; kinds that are not here are the service's own talk and say nothing to us. */
const SENT: Readonly<Record<string, Sent>> = {
  image: 'photo',
  video: 'other',
  gif: 'other',
  ptv: 'other',
  ptt: 'voice',
  audio: 'voice',
  document: 'document',
  sticker: 'sticker',
  location: 'place',
  vcard: 'contact',
  multi_vcard: 'contact',
  reaction: 'reaction',
  poll_creation: 'other',
  event_creation: 'other',
  order: 'other',
  product: 'other',
};

/** What is said: typed, or chosen on a message with buttons or a list that the office's phone sent once. */
const WORDS = ['chat', 'buttons_response', 'list_response', 'template_button_reply'];

/** What can be edited later, and an edit of it. */
const SAID: readonly Did['is'][] = ['wrote', 'sent', 'edited'];

/** Those whose file we look at: what it is is told by its content. `ptv`: a round video note. */
const FILES = ['image', 'ptt', 'audio', 'document', 'video', 'gif', 'ptv'];

/** One message as our words say it; undefined where it says nothing to us. */
export function turnOf(message: WebMessage, { company, account, isInvite }: WebReader): Turn | undefined {
  const identity = identityOf(message.chat);
  const did = didIn(message, isInvite);
  if (!identity || !did) return undefined;
  const phone = message.phone ?? (identity.kind === 'phone' ? identity.id : undefined);
  const person = { identity, ...(phone === undefined ? {} : { phone }) };
  const on = message.quoted === undefined ? {} : { on: message.quoted };
  const by = SAID.includes(did.is) ? { said: message.edits ?? message.id } : {};
  return { company, account, channel: 'whatsapp', event: message.id, address: message.chat, person, ...on, ...by, did };
}

/** The bytes that may be kept of it, without what looks like a password. */
export const storable = (message: WebMessage, { isInvite }: WebReader): Uint8Array =>
  Buffer.from(redact(message, isInvite));

/** The turn in bytes that were stored; undefined where they say nothing to us. Throws where they are no JSON. */
export function readStored(body: Uint8Array, reader: WebReader): Turn | undefined {
  const stored: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
  const fields = isFields(stored) ? stored : {};
  const [id, chat, type] = [textIn(fields, 'id'), textIn(fields, 'chat'), textIn(fields, 'type')];
  if (!id || !chat || !type) return undefined;
  const more = Object.fromEntries(
    (['body', 'quoted', 'edits', 'phone'] as const).flatMap((name) => {
      const value = textIn(fields, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return turnOf({ id, chat, type, ...more }, reader);
}

/** A number is an identity only where WhatsApp tells no other id (SPEC 10, Identity). */
function identityOf(chat: string): Identity | undefined {
  const [id = '', server] = chat.split('@');
  if (!/^\d{5,20}$/.test(id)) return undefined;
  if (server === 'lid') return { kind: 'lid', id };
  return server === 'c.us' ? { kind: 'phone', id } : undefined;
}

function didIn({ id, type, body, edits }: WebMessage, isInvite: WebReader['isInvite']): Did | undefined {
  const said = edits ?? id;
  const masked = secretIn(said, body ?? '', isInvite);
  if (masked) return WORDS.includes(type) && edits === undefined ? masked : secret(said);
  if (edits !== undefined) return { is: 'edited', words: body ?? '' };
  if (WORDS.includes(type)) return saidIn(body ?? '', isInvite);
  if (!SENT[type]) return undefined;
  const file = FILES.includes(type) ? { file: { is: 'there' as const, ref: id } } : {};
  const words = FILES.includes(type) ? (body ?? '') : '';
  return sentWith({ is: 'sent', what: SENT[type], ...file }, words, isInvite);
}
