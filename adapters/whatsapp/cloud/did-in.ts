import { saidIn } from '#core/chat/said-in.ts';
import { isSecret, secret, secretIn } from '#core/chat/secret-in.ts';
import { sentWith } from '#core/chat/sent-with.ts';
import type { Did, SentFile } from '#core/chat/turn.ts';
import { type Fields, fieldsIn, textIn } from '#core/fields.ts';
import { intentOf } from './reference.ts';

type Sent = Extract<Did, { is: 'sent' }>['what'];

/** The kinds of message that hold something sent. */
const SENT: Readonly<Record<string, Sent>> = {
  image: 'photo',
  audio: 'voice',
  document: 'document',
  location: 'place',
  contacts: 'contact',
  sticker: 'sticker',
  video: 'other',
  order: 'other',
  unsupported: 'other',
  unknown: 'other',
};

/** What a message says that somebody did; undefined where it says nothing to us, as do a deletion and kinds still to come. */
export function didIn(message: Fields, isInvite: (word: string) => boolean): Did | undefined {
  const type = textIn(message, 'type') ?? '';
  if (type === 'edit') return editIn(message, isInvite);
  const own = fieldsIn(message, type);
  const words = textIn(own, 'body') ?? textIn(own, 'caption');
  const id = textIn(message, 'id');
  const masked = type === 'system' || !id ? undefined : secretIn(id, words ?? '', isInvite);
  if (masked) return type === 'text' ? masked : secret(masked.message);
  switch (type) {
    case 'text':
      return saidIn(words ?? '', isInvite);
    case 'interactive': {
      const kind = textIn(own, 'type') ?? '';
      return kind === 'button_reply' || kind === 'list_reply' ? pressed(fieldsIn(own, kind).id) : OTHER;
    }
    case 'button':
      return isWords(own) ? saidIn(textIn(own, 'text') ?? '', isInvite) : pressed(own.payload);
    case 'reaction':
      return textIn(own, 'emoji') ? { is: 'sent', what: 'reaction' } : undefined;
    case 'system':
      return movedIn(own);
    default:
      return somethingIn(type, own, isInvite);
  }
}

/** What WhatsApp can't hand on names its own kind, where it is known: an edit or a deletion is nothing that was sent. */
const QUIET = /^(edit|revoke|protocol|pin|keep|system)/;

function somethingIn(type: string, own: Fields, isInvite: (word: string) => boolean): Did | undefined {
  const what = Object.hasOwn(SENT, type) ? SENT[type] : undefined;
  if (!what || (type === 'unsupported' && QUIET.test(textIn(own, 'type') ?? ''))) return undefined;
  return sentWith({ is: 'sent', what, ...fileIn(type, own) }, textIn(own, 'caption') ?? '', isInvite);
}

/** The id of what a message says: its own, or of the one that it edits. */
export const saidBy = (message: Fields): string | undefined =>
  message.type === 'edit' ? textIn(fieldsIn(message, 'edit'), 'original_message_id') : textIn(message, 'id');

function editIn(message: Fields, isInvite: (word: string) => boolean): Did | undefined {
  const now = fieldsIn(fieldsIn(message, 'edit'), 'message');
  const type = textIn(now, 'type') ?? '';
  const own = fieldsIn(now, type);
  const words = textIn(own, 'body') ?? textIn(own, 'caption') ?? (Object.hasOwn(SENT, type) ? '' : undefined);
  const id = textIn(message, 'id');
  if (words === undefined || !id) return undefined;
  return isSecret(words, isInvite) ? secret(id) : { is: 'edited', words };
}

/** Those that are fetched and looked at: what they are is told by their content, since phones say little or wrong. */
const FILES: readonly string[] = ['image', 'audio', 'video', 'document'];

function fileIn(type: string, own: Fields): { file?: SentFile } {
  const ref = textIn(own, 'id');
  return ref && FILES.includes(type) ? { file: { is: 'there', ref } } : {};
}

/** A button that was given no payload has its text for one, as those of templates made at Meta do (Cloud API, templates). */
const isWords = ({ payload, text }: Fields): boolean => payload === undefined || payload === text;

const OTHER: Did = { is: 'sent', what: 'other' };

const pressed = (code: unknown): Did => ({
  is: 'pressed',
  intent: typeof code === 'string' ? intentOf(code) : undefined,
});

/** The person has another id from now on; it comes with another number mostly. */
function movedIn(system: Fields): Did | undefined {
  const bsuid = textIn(system, 'user_id');
  if (bsuid) return { is: 'moved', identity: { kind: 'bsuid', id: bsuid }, address: bsuid };
  const number = textIn(system, 'wa_id');
  return number ? { is: 'moved', identity: { kind: 'phone', id: number }, address: number } : undefined;
}
