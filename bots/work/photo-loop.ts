import { createHash } from 'node:crypto';
import type { Log } from '#bots/log.ts';
import type { PreparePhoto } from '#core/crm/store-photo.ts';
import type { NewId } from '#core/ids.ts';
import { afterPhotoFailure, type DuePhoto, type FetchPhoto, type PhotoFetches } from '#core/imports/photo-fetches.ts';
import { type MediaStore, SIZES } from '#core/media.ts';
import { createTakeLoop, type TakeLoop } from './take-loop.ts';

/** Fetches the photos that imports owe, until it is stopped; nothing waits for it. */
export type PhotoLoop = Pick<TakeLoop, 'wake' | 'stop'>;

type Needs = {
  readonly fetches: PhotoFetches;
  readonly fetchPhoto: FetchPhoto;
  readonly preparePhoto: PreparePhoto;
  readonly media: MediaStore;
  readonly newId: NewId;
  readonly log: Log;
};

/** Each is decoded and drawn four times, and clients wait for the same cores. */
const AT_ONCE = 2;
const POLL_SECONDS = 5;
/** Longer than a photo may take to come and to be drawn. */
const LEASE_SECONDS = 120;

export function createPhotoLoop({ fetches, fetchPhoto, preparePhoto, media, newId, log }: Needs): PhotoLoop {
  const carry = async (due: DuePhoto) => {
    const fetched = await fetchPhoto(due.url);
    if (fetched.was === 'failed') return failed(due, fetched.why, fetched.isFinal);
    const prepared = await preparePhoto(fetched.bytes);
    if (prepared.was === 'refused') return failed(due, prepared.why, true);
    const { sizes, width, height } = prepared.photo;
    const { data: original, mime } = sizes.original;
    const id = newId<'media'>();
    for (const size of SIZES) await media.put(due.company, id, size, sizes[size]);
    const sha256 = createHash('sha256').update(original).digest('hex');
    const isKept = await fetches.keep(due, { id, mime, width, height, size: original.length, sha256 });
    if (!isKept) await media.remove(due.company, id);
  };
  const failed = (due: DuePhoto, why: string, isFinal: boolean) => {
    log.warn({ property: due.property, attempts: due.attempts, why }, 'a photo of a feed was not fetched');
    return fetches.settle(due.id, afterPhotoFailure(due.attempts, why, isFinal));
  };
  const takeSome = async () => {
    const due = await fetches.claim(AT_ONCE, LEASE_SECONDS);
    const carried = await Promise.allSettled(due.map(carry));
    // It is taken again when its lease ends.
    for (const each of carried)
      if (each.status === 'rejected') log.error({ err: each.reason }, 'a photo of a feed could not be kept');
    return due.length > 0;
  };
  return createTakeLoop(takeSome, POLL_SECONDS, (error) => log.error({ err: error }, 'photos could not be taken'));
}
