import sharp from 'sharp';
import type { PreparePhoto } from '#core/crm/store-photo.ts';
import { type Bytes, LOGO_BYTES } from '#core/media.ts';
import { INPUT, refused, refusedBy, whyUnfit } from './prepare-photo.ts';

/** Room for a name beside a sign, at twice the size that pages show it in. */
const LARGE = { width: 1200, height: 400 };
const SMALL = { width: 320, height: 160 };
const READABLE = 'Send a PNG, JPEG, WebP or AVIF.';

/**
 * Makes a logo fit to be shown: upright, no larger than pages need, as PNG, since what shines through stays so, and without
 * any metadata. What it is goes by its content: a drawing that may hold scripts is none.
 */
export const prepareLogo: PreparePhoto = async (bytes) => {
  if (bytes.length > LOGO_BYTES) return refused('size', 'The logo is larger than 5 MB. Send a smaller one.');
  if (bytes.length === 0) return refused('broken', 'The file is empty. Send it again.');
  try {
    const found = await sharp(bytes, INPUT).metadata();
    const unfit = whyUnfit(found);
    if (unfit) return unfit;
    if (found.compression === 'hevc') return refused('type', `A photo of a phone is no logo we take. ${READABLE}`);
    const [large, small] = [await within(bytes, LARGE), await within(bytes, SMALL)];
    const { data, info } = large;
    const [original, thumb] = [asBytes(data), asBytes(small.data)];
    const sizes = { original, full: original, card: original, thumb };
    return { was: 'ready', photo: { sizes, width: info.width, height: info.height } };
  } catch (error) {
    return refusedBy(error);
  }
};

const within = (bytes: Uint8Array, box: typeof LARGE) =>
  sharp(bytes, INPUT)
    .autoOrient()
    .resize({ ...box, fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });

const asBytes = (data: Uint8Array): Bytes => ({ data, mime: 'image/png' });
