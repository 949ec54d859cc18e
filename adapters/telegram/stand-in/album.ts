import type { Method } from './call.ts';
import { badRequest } from './errors.ts';
import { ALBUM } from './limits.ts';
import { mediaItem } from './media-item.ts';
import type { Content } from './message.ts';
import { jsonParam } from './params.ts';
import { sendAll } from './send.ts';

let albums = 0;

/** An id no other album of this process has; the real one is as long. */
export function newAlbumId(now: number): string {
  albums += 1;
  return `${now}${String(albums).padStart(4, '0')}`;
}

/** An album takes no reply_markup: like any unknown parameter it is ignored, and no button is shown. */
export const sendMediaGroup: Method = async (call) => {
  const media = jsonParam(call.params, 'media', 'media');
  if (media === undefined) throw badRequest('Parameter "media" is required');
  if (!Array.isArray(media)) throw badRequest('expected an Array of InputMedia');
  if (media.length > ALBUM.most) throw badRequest('too many messages to send as an album');
  if (media.length < ALBUM.least) throw badRequest('too few messages to send as an album');

  const contents: Content[] = [];
  for (const item of media) contents.push(await mediaItem(call, item));
  if (new Set(contents.map((content) => content.is)).size > 1) {
    throw badRequest("document can't be mixed with other media types");
  }
  return sendAll(call, contents, undefined, newAlbumId(call.world.now()));
};
