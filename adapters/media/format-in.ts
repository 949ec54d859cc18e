import { type IFormat, parseBuffer } from 'music-metadata';

/** Atoms that an MP4 or QuickTime file begins with (ISO/IEC 14496-12, 4.2; QuickTime File Format, Movie Atoms). */
const FIRST_ATOMS: readonly string[] = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'];

/** Whether it is of the MP4 family, whatever brand its recorder writes: `M4A `, `3gp4`, `3g2a`, `qt  `, `MSNV` … */
export const isMp4 = (bytes: Uint8Array): boolean =>
  FIRST_ATOMS.includes(Buffer.from(bytes.subarray(4, 8)).toString('latin1'));

/**
 * What a recording or film holds, by its tracks. The MP4 family is named to the parser, which by itself knows some of its
 * brands only. Throws music-metadata's errors.
 */
export async function formatIn(bytes: Uint8Array): Promise<IFormat> {
  const about = { duration: true, skipCovers: true };
  return (await parseBuffer(bytes, isMp4(bytes) ? 'audio/mp4' : undefined, about)).format;
}
