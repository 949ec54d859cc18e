import type { Metadata, Sharp } from 'sharp';
import sharp from 'sharp';
import { type Bytes, FILE_BYTES, type Size } from '#core/media.ts';
import { decodeHeic } from './heic/decode-heic.ts';

/** Most pixels of a photo (SPEC 9). */
const MOST_PIXELS = 50_000_000;

type PreparedPhoto = {
  readonly sizes: Readonly<Record<Size, Bytes>>;
  /** Of the original, rotated. */
  readonly width: number;
  readonly height: number;
};
export type Prepared = { readonly was: 'ready'; readonly photo: PreparedPhoto } | Refused;
/** `why` is for a person, and says what to do. */
type Refused = {
  readonly was: 'refused';
  readonly because: 'size' | 'pixels' | 'type' | 'broken';
  readonly why: string;
};

const MIME = 'image/jpeg';
const READABLE = 'Send a JPEG, PNG, WebP, HEIC or AVIF.';
/** How sharp reads what somebody sent. */
export const INPUT = { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 } as const;
/** The marker that ends a JPEG (ITU-T T.81, B.1.1.3: EOI). */
const JPEG_END = Buffer.from([0xff, 0xd9]);

/**
 * Makes the four sizes of a photo: upright, in sRGB, as JPEG, and without any metadata (place above all). What it is
 * goes by its content, never by its name. Nothing of a refused photo is kept.
 */
export async function preparePhoto(bytes: Uint8Array): Promise<Prepared> {
  if (bytes.length > FILE_BYTES) return refused('size', 'The photo is larger than 20 MB. Send a smaller one.');
  if (bytes.length === 0) return refused('broken', 'The file is empty. Send it again.');
  try {
    const found = await sharp(bytes, INPUT).metadata();
    const unfit = whyUnfit(found);
    if (unfit) return unfit;
    return { was: 'ready', photo: await sizesOf(isHeic(found) ? await heicOf(bytes) : await originalOf(bytes)) };
  } catch (error) {
    return refusedBy(error);
  }
}

/** Why a picture of this kind is not taken; undefined where it is. */
export function whyUnfit(found: Metadata): Refused | undefined {
  if (!isAllowed(found)) return refused('type', `A file of type ${found.format} is no photo we take. ${READABLE}`);
  if (found.width * found.height > MOST_PIXELS) return refusedBy(new Error('pixel limit'));
  return undefined;
}

const isAllowed = ({ format, compression }: Metadata) =>
  format === 'jpeg' ||
  format === 'png' ||
  format === 'webp' ||
  (format === 'heif' && compression === 'av1') ||
  isHeic({ format, compression });

/** What every iPhone sends as a file. sharp reads its head, but holds no HEVC. */
const isHeic = ({ format, compression }: Pick<Metadata, 'format' | 'compression'>) =>
  format === 'heif' && compression === 'hevc';

type Original = Awaited<ReturnType<typeof jpeg>>;

/**
 * Upright, at its full size. Some apps leave out the marker that ends a JPEG, which libjpeg calls cut off: with that marker
 * such a one is whole, and one that really is cut off warns that its data ends too early.
 */
async function originalOf(bytes: Uint8Array): Promise<Original> {
  try {
    return await jpeg(sharp(bytes, INPUT).autoOrient(), 92);
  } catch (error) {
    if (!(error instanceof Error) || !/premature end of JPEG/i.test(error.message)) throw error;
    const ended = Buffer.concat([bytes, JPEG_END]);
    return await jpeg(sharp(ended, { ...INPUT, failOn: 'warning' }).autoOrient(), 92);
  }
}

/** Upright as the decoder makes it. */
async function heicOf(bytes: Uint8Array): Promise<Original> {
  const { data, width, height } = await decodeHeic(bytes, MOST_PIXELS);
  return await jpeg(sharp(data, { raw: { width, height, channels: 4 } }), 92);
}

async function sizesOf(original: Original): Promise<PreparedPhoto> {
  const full = await jpeg(within(original.data, 1600), 84);
  const [card, thumb] = await Promise.all([jpeg(within(full.data, 1200), 82), jpeg(within(full.data, 320), 80)]);
  const asBytes = (data: Uint8Array): Bytes => ({ data, mime: MIME });
  return {
    sizes: {
      original: asBytes(original.data),
      full: asBytes(full.data),
      card: asBytes(card.data),
      thumb: asBytes(thumb.data),
    },
    width: original.info.width,
    height: original.info.height,
  };
}

const within = (data: Uint8Array, side: number) =>
  sharp(data, INPUT).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });

/** What shines through is white: JPEG knows no transparency. */
const jpeg = (picture: Sharp, quality: number) =>
  picture.flatten({ background: '#ffffff' }).jpeg({ quality, progressive: true }).toBuffer({ resolveWithObject: true });

/** What a picture that sharp could not read lacks. */
export function refusedBy(error: unknown): Refused {
  const message = error instanceof Error ? error.message : String(error);
  if (/pixel limit/i.test(message))
    return refused('pixels', 'The photo has more than 50 megapixels. Send a smaller one.');
  if (/unsupported image format/i.test(message))
    return refused('type', `The file is no photo we can read. ${READABLE}`);
  return refused('broken', 'The photo is damaged or cut off. Send it again.');
}

export const refused = (because: Refused['because'], why: string): Refused => ({
  was: 'refused',
  because,
  why,
});
