import { type Fetched, FILE_BYTES } from './media.ts';

/** All of a file that comes in pieces; stops reading where it gets larger than a client may send. Throws what the pieces throw. */
export async function readBytes(pieces: AsyncIterable<Uint8Array>): Promise<Fetched> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.byteLength;
    if (size > FILE_BYTES) return { was: 'tooLarge' };
    all.push(piece);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of all) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return { was: 'fetched', bytes };
}
