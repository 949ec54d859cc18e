import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Client, Message, Reaction } from 'whatsapp-web.js';
import type { WebMessage } from '#adapters/whatsapp/web/wire.ts';
import { isPerson, stanzaOf } from './ids.ts';

/** Who is behind a chat: the id under which it stays the same, whichever of their two a message came with, and their number. */
export type Person = Pick<WebMessage, 'chat' | 'phone'>;
export type FindPerson = (chat: string) => Promise<Person>;

/** Messages wait no longer for a number, which is good for a guess at the language alone. */
const PHONE_MS = 2_000;

/** WhatsApp's own id where it tells one; it costs a question to the server at most once a person. */
export function createFindPerson(client: Pick<Client, 'getContactLidAndPhone'>): FindPerson {
  const known = new Map<string, Person>();
  const ask = async (chat: string) => (await client.getContactLidAndPhone([chat]).catch(() => []))[0];
  const find = async (chat: string): Promise<Person> => {
    if (chat.endsWith('@lid')) {
      const ids = await Promise.race([ask(chat), setTimeout(PHONE_MS)]);
      return { chat, ...numberIn(ids?.pn) };
    }
    const lid: unknown = (await ask(chat))?.lid;
    return { chat: typeof lid === 'string' && isPerson(lid) ? lid : chat, ...numberIn(chat) };
  };
  return async (chat) => {
    const found = known.get(chat) ?? (await find(chat));
    if (found.chat.endsWith('@lid')) known.set(chat, found);
    return found;
  };
}

function numberIn(id: unknown): Pick<Person, 'phone'> {
  const [phone, server] = typeof id === 'string' && isPerson(id) ? id.split('@') : [];
  return phone !== undefined && server === 'c.us' ? { phone } : {};
}

/** Where people write; elsewhere the body is a thumbnail or a card. */
const WORDS: readonly string[] = [
  'chat',
  'image',
  'video',
  'document',
  'buttons_response',
  'list_response',
  'template_button_reply',
];

/** A message of one person to us; undefined for our own, for groups and for what has no id. */
export async function messageIn(message: Message, findPerson: FindPerson): Promise<WebMessage | undefined> {
  const id = stanzaOf(message.id);
  if (message.fromMe || message.isStatus || message.broadcast || !isPerson(message.from) || !id) return undefined;
  const person = await findPerson(message.from);
  const body = WORDS.includes(message.type) && message.body ? { body: message.body } : {};
  const quoted = quotedIn(message.rawData);
  return { id, ...person, type: message.type, ...body, ...(quoted ? { quoted } : {}) };
}

/** Other words for a message that came before; `words` are empty where a caption was taken away. */
export async function editIn(message: Message, words: string, findPerson: FindPerson): Promise<WebMessage | undefined> {
  const before = await messageIn(message, findPerson);
  if (!before || !WORDS.includes(message.type)) return undefined;
  const at = message.latestEditSenderTimestampMs ?? createHash('sha256').update(words).digest('hex');
  return { ...before, id: `${before.id}/${at}`, type: 'edit', edits: before.id, body: words };
}

/** Without asking the page: the field stands in every answer to a message. */
function quotedIn(raw: object): string | undefined {
  const quoted: unknown = 'quotedStanzaID' in raw ? raw.quotedStanzaID : undefined;
  return typeof quoted === 'string' ? quoted : undefined;
}

/** Somebody's sign below one of our messages; undefined where it was taken back. */
export async function reactionIn(reaction: Reaction, findPerson: FindPerson): Promise<WebMessage | undefined> {
  const on = stanzaOf(reaction.msgId);
  const { senderId, reaction: sign, timestamp } = reaction;
  const isOwn = typeof reaction.id === 'object' && reaction.id?.fromMe === true;
  if (!on || isOwn || !sign || !isPerson(senderId)) return undefined;
  const person = await findPerson(senderId);
  return { id: `${on}/${senderId}/${timestamp}`, ...person, type: 'reaction', quoted: on };
}
