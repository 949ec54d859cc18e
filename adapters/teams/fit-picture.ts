import sharp from 'sharp';
import { PICTURE_BYTES, PICTURE_SIDE } from './limits.ts';

/** Steps of JPEG's quality that are tried until a picture is small enough; the first nearly always is. */
const QUALITIES = [82, 60, 40];

/** The bytes of a picture as large as Teams takes them: untouched where they are. Throws where they are no picture. */
export async function fitPicture(data: Uint8Array): Promise<Uint8Array> {
  const { width, height, format } = await sharp(data).metadata();
  if (Math.max(width, height) <= PICTURE_SIDE && data.byteLength <= PICTURE_BYTES) return data;
  const within = sharp(data).resize(PICTURE_SIDE, PICTURE_SIDE, { fit: 'inside', withoutEnlargement: true });
  if (format === 'png') return within.png().toBuffer();
  for (const quality of QUALITIES) {
    const fitted = await within.clone().jpeg({ quality }).toBuffer();
    if (fitted.byteLength <= PICTURE_BYTES) return fitted;
  }
  throw new Error('a picture is too large for Teams at every quality');
}
