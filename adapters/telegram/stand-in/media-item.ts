import type { Call } from './call.ts';
import { badRequest } from './errors.ts';
import { fileOf, photoOf } from './input-file.ts';
import type { Content } from './message.ts';
import { isFields, textField } from './params.ts';
import { captionOf } from './words.ts';

/** An InputMedia of an album or of an edit. The stand-in knows photos and documents. */
export async function mediaItem(call: Call, value: unknown): Promise<Content> {
  if (!isFields(value)) throw badRequest("can't parse InputMedia: expected an Object");
  const words = captionOf(value);
  const type = textField(value, 'type');
  const media = textField(value, 'media');
  if (media === '') throw badRequest("can't parse InputMedia: media not found");
  if (type === 'photo') return { is: 'photo', sizes: await photoOf(call, '', media), words };
  if (type === 'document') return { is: 'document', file: await fileOf(call, '', media, 'Document'), words };
  throw badRequest(`can't parse InputMedia: type "${type}" is not known to the stand-in`);
}
