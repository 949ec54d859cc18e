import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/**
 * The files of an embedded database that is empty and migrated, so that a first start need not make them, which takes
 * six seconds. Written by `npm run snapshot`; an older one does no harm, since migrations that are new run on it too.
 */
export const SNAPSHOT = new URL('./snapshot.zst', import.meta.url);

/** Most of it stands three times, megabytes apart: Postgres makes a database as a copy of another. */
const PACKED = { params: { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_windowLog]: 26 } };
const UNPACKED = { params: { [constants.ZSTD_d_windowLogMax]: 26 } };

/** What is in it, in order: paths below the directory, those of directories without a size. */
type Contents = readonly { readonly path: string; readonly size?: number }[];

/** All that is in the directory of a closed database: a line of JSON with the contents, then the bytes of each file. */
export function packed(directory: string): Buffer {
  const all = readdirSync(directory, { recursive: true, withFileTypes: true })
    .map((entry) => ({ path: join(entry.parentPath, entry.name).slice(directory.length + 1), isFile: entry.isFile() }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
  const files = all.map(({ path, isFile }) => ({
    path,
    bytes: isFile ? readFileSync(join(directory, path)) : undefined,
  }));
  const contents: Contents = files.map(({ path, bytes }) => (bytes ? { path, size: bytes.length } : { path }));
  const line = Buffer.from(`${JSON.stringify(contents)}\n`);
  return zstdCompressSync(Buffer.concat([line, ...files.flatMap(({ bytes }) => bytes ?? [])]), PACKED);
}

/** Writes the snapshot's files as this directory, whole or not at all. */
export function unpackSnapshot(directory: string): void {
  const all = zstdDecompressSync(readFileSync(SNAPSHOT), UNPACKED);
  const end = all.indexOf('\n');
  const contents: Contents = JSON.parse(all.toString('utf8', 0, end));
  const unfinished = `${directory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  let at = end + 1;
  for (const { path, size } of contents) {
    const place = join(unfinished, path);
    if (size === undefined) mkdirSync(place, { mode: 0o700 });
    else writeFileSync(place, all.subarray(at, at + size), { mode: 0o600 });
    at += size ?? 0;
  }
  renameSync(unfinished, directory);
}
