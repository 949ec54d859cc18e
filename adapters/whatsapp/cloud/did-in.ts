import { looksLikePassword } from '#core/chat/looks-like-password.ts';
import { saidIn } from '#core/chat/said-in.ts';
import type { Did, SentFile } from '#core/chat/turn.ts';
import { type Fields, fieldsIn, textIn } from '#core/fields.ts';
import { intentOf } from './reference.ts';

type Sent = Extract<Did, { is: 'sent' }>['what'];

/** The kinds of message that hold something sent. */
const SENT: Readonly<Record<string, Sent>> = {
  image: 'photo',
  audio: 'voice',
  video: 'other',
  document: 'document',
  location: 'place',
  contacts: 'contact',
  sticker: 'sticker',
};

/** What a message says that somebody did; undefined where it says nothing to us. Kinds still to come count as something sent. */
export function didIn(message: Fields, isInvite: (word: string) => boolean): Did | undefined {
  const type = textIn(message, 'type') ?? '';
  const own = fieldsIn(message, type);
  const words = textIn(own, 'body') ?? textIn(own, 'caption');
  const id = textIn(message, 'id');
  if (type !== 'system' && words !== undefined && id && looksLikePassword(words, isInvite))
    return { is: 'wroteSecret', message: id };
  switch (type) {
    case 'text':
      return saidIn(words ?? '', isInvite);
    case 'interactive': {
      const kind = textIn(own, 'type') ?? '';
      return kind === 'button_reply' || kind === 'list_reply' ? pressed(fieldsIn(own, kind).id) : OTHER;
    }
    case 'button':
      return pressed(own.payload);
    case 'reaction':
      return textIn(own, 'emoji') ? { is: 'sent', what: 'reaction' } : undefined;
    case 'system':
      return movedIn(own);
    default:
      return SENT[type] ? { is: 'sent', what: SENT[type], ...fileIn(type, own), ...captionOf(words) } : OTHER;
  }
}

const captionOf = (words: string | undefined) => (words ? { caption: words } : {});

/** Those that are fetched and looked at: what they are is told by their content, since phones say little or wrong. */
const FILES: readonly string[] = ['image', 'audio', 'video', 'document'];

function fileIn(type: string, own: Fields): { file?: SentFile } {
  const ref = textIn(own, 'id');
  return ref && FILES.includes(type) ? { file: { is: 'there', ref } } : {};
}

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
