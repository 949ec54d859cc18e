import type { SentFile } from './upload.ts';

/** A sent file, whole; undefined where it is larger than may be. */
export async function bytesOf({ stream, isCut }: SentFile): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  return isCut() ? undefined : Buffer.concat(pieces);
}
