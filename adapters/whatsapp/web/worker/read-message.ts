import { createHash } from 'node:crypto';
import type { Client, Message, Reaction } from 'whatsapp-web.js';
import type { WebMessage } from '#adapters/whatsapp/web/wire.ts';
import { isPerson, stanzaOf } from './ids.ts';

/** Gives the id under which a chat stays the same, whichever of the person's two ids a message came with. */
export type StableChat = (chat: string) => Promise<string>;

/** WhatsApp's own id where it tells one; it costs a question to the server at most once a person. */
export function createStableChat(client: Pick<Client, 'getContactLidAndPhone'>): StableChat {
  const known = new Map<string, string>();
  return async (chat) => {
    if (chat.endsWith('@lid')) return chat;
    const found = known.get(chat);
    if (found !== undefined) return found;
    const [ids] = await client.getContactLidAndPhone([chat]).catch(() => []);
    const lid: unknown = ids?.lid;
    if (typeof lid !== 'string' || !isPerson(lid)) return chat;
    known.set(chat, lid);
    return lid;
  };
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
export async function messageIn(message: Message, stableChat: StableChat): Promise<WebMessage | undefined> {
  const id = stanzaOf(message.id);
  if (message.fromMe || message.isStatus || message.broadcast || !isPerson(message.from) || !id) return undefined;
  const chat = await stableChat(message.from);
  const body = WORDS.includes(message.type) && message.body ? { body: message.body } : {};
  const quoted = quotedIn(message.rawData);
  return { id, chat, type: message.type, ...body, ...(quoted ? { quoted } : {}) };
}

/** Other words for a message that came before; `words` are empty where a caption was taken away. */
export async function editIn(message: Message, words: string, stableChat: StableChat): Promise<WebMessage | undefined> {
  const before = await messageIn(message, stableChat);
  if (!before || !WORDS.includes(message.type)) return undefined;
  const at = message.latestEditSenderTimestampMs ?? createHash('sha256').update(words).digest('hex');
  return { id: `${before.id}/${at}`, chat: before.chat, type: 'edit', edits: before.id, body: words };
}

/** Without asking the page: the field stands in every answer to a message. */
function quotedIn(raw: object): string | undefined {
  const quoted: unknown = 'quotedStanzaID' in raw ? raw.quotedStanzaID : undefined;
  return typeof quoted === 'string' ? quoted : undefined;
}

/** Somebody's sign below one of our messages; undefined where it was taken back. */
export async function reactionIn(reaction: Reaction, stableChat: StableChat): Promise<WebMessage | undefined> {
  const on = stanzaOf(reaction.msgId);
  const { senderId, reaction: sign, timestamp } = reaction;
  const isOwn = typeof reaction.id === 'object' && reaction.id?.fromMe === true;
  if (!on || isOwn || !sign || !isPerson(senderId)) return undefined;
  const chat = await stableChat(senderId);
  return { id: `${on}/${senderId}/${timestamp}`, chat, type: 'reaction', quoted: on };
}
