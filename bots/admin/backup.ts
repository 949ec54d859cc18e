import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, type Gunzip } from 'node:zlib';
import type { CompanyId, MediaId } from '#core/ids.ts';
import { type MediaStore, SIZES, type Size } from '#core/media.ts';
import { type Archive, type ArchivedRow, NotEmpty, VERSION } from '#db/archive.ts';
import { UsageError } from './usage-error.ts';

/** Copies everything that is kept into one file, and back (P10). */
export type Backup = {
  backup(to: string): Promise<{ readonly ok: true; readonly rows: number; readonly files: number }>;
  restore(from: string): Promise<{ readonly ok: true; readonly rows: number; readonly files: number }>;
  /** Whether every record's file is in the store as it came. */
  verify(): Promise<{
    readonly ok: boolean;
    readonly files: number;
    readonly missing: readonly string[];
    readonly damaged: readonly string[];
  }>;
};

/** The first line of a backup, before one line a row, one a file, and the last, which says how many there were. */
type Head = { readonly tesoro: 'backup'; readonly version: string; readonly at: string };
type File = {
  readonly company: CompanyId;
  readonly id: MediaId;
  readonly size: Size;
  readonly mime: string;
  readonly data: string;
};

type StoredRow = { readonly company_id: CompanyId; readonly id: MediaId };

const ROW = /^\{"table":"([a-z_]+)","row":(.*)\}$/s;
const BROKEN = 'the file is no whole backup of this product';

export function createBackup({ archive, media }: { readonly archive: Archive; readonly media: MediaStore }): Backup {
  return {
    async backup(to) {
      const draft = `${to}.part`;
      const count = { rows: 0, files: 0 };
      const stored: StoredRow[] = [];
      const lines = createGzip();
      // People's data: nobody else's to read.
      const written = pipeline(lines, createWriteStream(draft, { mode: 0o600, flags: 'w' }));
      const say = async (line: string) => {
        // Whoever waits where nothing can be written any more would hold the database for ever.
        if (!lines.write(`${line}\n`)) await Promise.race([once(lines, 'drain'), written]);
      };
      const work = async () => {
        await say(JSON.stringify({ tesoro: 'backup', version: VERSION, at: new Date().toISOString() } as Head));
        await archive.read(async (rows) => {
          for (const { table, json } of rows) {
            await say(`{"table":"${table}","row":${json}}`);
            if (table === 'media') stored.push(JSON.parse(json) as StoredRow);
          }
          count.rows += rows.length;
        });
        for (const { company_id: company, id } of stored)
          for (const size of SIZES) {
            const bytes = await media.get(company, id, size);
            if (!bytes) continue;
            const data = Buffer.from(bytes.data).toString('base64');
            await say(JSON.stringify({ company, id, size, mime: bytes.mime, data } satisfies File));
            count.files += 1;
          }
        await say(JSON.stringify({ end: count }));
        lines.end();
      };
      try {
        await Promise.all([written, work()]);
        await flush(draft);
        await rename(draft, to);
      } catch (error) {
        lines.destroy();
        await written.catch(() => {});
        await rm(draft, { force: true });
        throw refused(error, to);
      }
      return { ok: true, ...count };
    },

    async restore(from) {
      await checkBackup(from);
      const count = { rows: 0, files: 0 };
      const { file, unzipped } = await opened(from);
      async function* rows(): AsyncGenerator<ArchivedRow> {
        let isHeadRead = false;
        let isWhole = false;
        for await (const line of linesOf(file.pipe(unzipped))) {
          const row = ROW.exec(line);
          if (row) {
            count.rows += 1;
            yield { table: row[1] ?? '', json: row[2] ?? '' };
          } else if (isHeadRead) {
            const said = JSON.parse(line) as { end?: { rows: number; files: number } } & File;
            if (said.end) isWhole = said.end.rows === count.rows && said.end.files === count.files;
            else {
              const { company, id, size, mime, data } = said;
              await media.put(company, id, size, { data: Buffer.from(data, 'base64'), mime });
              count.files += 1;
            }
          }
          isHeadRead = true;
        }
        if (!isWhole) throw new UsageError(`${from}: ${BROKEN}`);
      }
      try {
        await archive.fill(rows());
      } catch (error) {
        throw refused(error, from);
      } finally {
        unzipped.destroy();
        file.destroy();
      }
      return { ok: true, ...count };
    },

    async verify() {
      const all = await archive.files();
      const [missing, damaged]: [string[], string[]] = [[], []];
      for (const { company, id, sha256 } of all) {
        const bytes = await media.get(company, id, 'original');
        if (!bytes) missing.push(id);
        else if (createHash('sha256').update(bytes.data).digest('hex') !== sha256) damaged.push(id);
      }
      return { ok: missing.length === 0 && damaged.length === 0, files: all.length, missing, damaged };
    },
  };
}

async function* linesOf(stream: Gunzip): AsyncGenerator<string> {
  stream.setEncoding('utf8');
  let begun: string[] = [];
  for await (const chunk of stream as AsyncIterable<string>) {
    const [first = '', ...others] = chunk.split('\n');
    begun.push(first);
    const last = others.pop();
    if (last === undefined) continue;
    yield begun.join('');
    yield* others;
    begun = [last];
  }
  if (begun.some(Boolean)) yield begun.join('');
}

/** Throws a UsageError where the file is no backup of this version, as far as its first line tells; needs no database. */
export async function checkBackup(from: string): Promise<void> {
  const { file, unzipped } = await opened(from);
  try {
    for await (const line of linesOf(file.pipe(unzipped))) {
      const head = line.startsWith('{"tesoro":"backup"') ? (JSON.parse(line) as Head) : undefined;
      if (!head) break;
      if (head.version === VERSION) return;
      throw new UsageError(
        `the backup is of version ${head.version}, this is ${VERSION}: restore it with that version`,
      );
    }
    throw new UsageError(`${from}: ${BROKEN}`);
  } catch (error) {
    throw refused(error, from);
  } finally {
    unzipped.destroy();
    file.destroy();
  }
}

async function opened(from: string) {
  const handle = await open(from).catch((error: unknown) => {
    throw refused(error, from);
  });
  const file = handle.createReadStream();
  const unzipped = createGunzip();
  file.once('error', (error) => unzipped.destroy(error));
  // It may break before it is read; whoever reads it is told.
  unzipped.once('error', () => {});
  return { file, unzipped };
}

const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be opened',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
};

/** What the operator can mend is said in one line; everything else is ours. */
function refused(error: unknown, path: string): unknown {
  if (error instanceof NotEmpty) return new UsageError(error.message);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (FILE_ERRORS[code]) return new UsageError(`${path}: ${FILE_ERRORS[code]}`);
  if (/^Z_|^ERR_STREAM_PREMATURE_CLOSE/.test(code) || error instanceof SyntaxError)
    return new UsageError(`${path}: ${BROKEN}`);
  return error;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
