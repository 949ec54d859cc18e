import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SentFile } from '#adapters/console/upload.ts';

/** As the API takes it: ten thousand listings with their texts in ten languages, several times over. */
export const MOST_FEED_BYTES = 256 * 1024 * 1024;

/** A feed in a file of ours, until it is taken in. */
export type KeptFeed = {
  readonly folder: string;
  readonly file: string;
  /** SHA-256, in hex. */
  readonly hash: string;
  /** Whether there was more of it than may be. */
  readonly isCut: boolean;
  remove(): Promise<void>;
};

/** Writes a feed into a file while it comes, so that its sender need not wait for the database. */
export async function keepFeed({ stream, isCut }: SentFile): Promise<KeptFeed> {
  const folder = await mkdtemp(join(tmpdir(), 'feed-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const file = join(folder, 'feed.xml');
  const hash = createHash('sha256');
  try {
    await pipeline(
      stream,
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
      },
      createWriteStream(file, { mode: 0o600 }),
    );
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, file, hash: hash.digest('hex'), isCut: isCut(), remove };
}
