import { sentWith } from '#core/chat/sent-with.ts';
import type { Did, SentFile } from '#core/chat/turn.ts';
import { type Fields, isFields, textIn } from '#core/fields.ts';

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
  ['audio', 'voice'],
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
export function sentIn(message: Fields, isInvite: (word: string) => boolean): Did | undefined {
  const kind = KINDS.find(([field]) => typeof message[field] === 'object' && message[field] !== null);
  if (!kind) return undefined;
  const [field, what] = kind;
  const file = fileIn(message, field);
  return sentWith({ is: 'sent', what, ...(file ? { file } : {}) }, textIn(message, 'caption') ?? '', isInvite);
}

/** Those that are fetched and looked at: what they are is told by their content, since platforms and phones say little or wrong. */
const FILES: readonly string[] = ['photo', 'voice', 'audio', 'document', 'animation', 'video', 'video_note'];

/** Photos come in several sizes, the largest last. */
function fileIn(message: Fields, field: string): SentFile | undefined {
  const sizes = message.photo;
  const largest: unknown = field === 'photo' && Array.isArray(sizes) ? sizes.at(-1) : message[field];
  if (!FILES.includes(field) || !isFields(largest)) return undefined;
  const ref = textIn(largest, 'file_id');
  if (!ref) return undefined;
  const { file_size: bytes } = largest;
  const album = textIn(message, 'media_group_id');
  return { is: 'there', ref, ...(typeof bytes === 'number' ? { bytes } : {}), ...(album ? { album } : {}) };
}
