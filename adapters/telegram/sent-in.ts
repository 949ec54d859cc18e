import type { Did } from '#core/chat/turn.ts';
import type { Fields } from '#core/fields.ts';

type Sent = Extract<Did, { is: 'sent' }>['what'];

/** The field of a Message that says what it holds (Bot API, Message). An animation is a document too, so it comes first. */
const KINDS: readonly (readonly [field: string, what: Sent])[] = [
  ['photo', 'photo'],
  ['voice', 'voice'],
  ['animation', 'other'],
  ['document', 'document'],
  ['contact', 'contact'],
  ['location', 'place'],
  ['venue', 'place'],
  ['sticker', 'sticker'],
  ['audio', 'other'],
  ['video', 'other'],
  ['video_note', 'other'],
  ['live_photo', 'other'],
  ['paid_media', 'other'],
  ['story', 'other'],
  ['dice', 'other'],
  ['game', 'other'],
  ['poll', 'other'],
  ['checklist', 'other'],
];

/** What a message holds besides words; undefined for service messages. */
export function sentIn(message: Fields): Did | undefined {
  const kind = KINDS.find(([field]) => typeof message[field] === 'object' && message[field] !== null);
  return kind && { is: 'sent', what: kind[1] };
}
