import type { CompanyId, MediaId, NewId } from '#core/ids.ts';
import type { Bytes, MediaStore, Size } from '#core/media.ts';
import { SIZES } from '#core/media.ts';
import type { NewMedia } from './records.ts';

/** Makes the four sizes of a photo, or says why it can't. */
export type PreparePhoto = (bytes: Uint8Array) => Promise<
  | {
      readonly was: 'ready';
      readonly photo: {
        readonly sizes: Readonly<Record<Size, Bytes>>;
        readonly width: number;
        readonly height: number;
      };
    }
  | PhotoRefused
>;
/** `why` is for a person, and says what to do. */
export type PhotoRefused = {
  readonly was: 'refused';
  readonly because: 'size' | 'pixels' | 'type' | 'broken';
  readonly why: string;
};

export type PhotoTools = {
  readonly media: MediaStore;
  readonly preparePhoto: PreparePhoto;
  readonly newId: NewId;
  /** In hex. */
  readonly sha256: (bytes: Uint8Array) => string;
};

export type PhotoStored = { readonly was: 'stored'; readonly photo: NewMedia } | PhotoRefused;

/** Most photos that come at once. */
export const MOST_PHOTOS = 30;

/**
 * Puts a photo of a listing into the store in all its sizes. It is no record's yet: `records.properties.addFiles` makes it one,
 * else its bytes are to be removed.
 */
export async function storePhoto(
  { media, preparePhoto, newId, sha256 }: PhotoTools,
  company: CompanyId,
  bytes: Uint8Array,
): Promise<PhotoStored> {
  const prepared = await preparePhoto(bytes);
  if (prepared.was === 'refused') return prepared;
  const { sizes, width, height } = prepared.photo;
  const id: MediaId = newId<'media'>();
  const { data, mime } = sizes.original;
  try {
    for (const size of SIZES) await media.put(company, id, size, sizes[size]);
  } catch (error) {
    await media.remove(company, id);
    throw error;
  }
  return { was: 'stored', photo: { id, mime, width, height, size: data.length, sha256: sha256(data) } };
}
