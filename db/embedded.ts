import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { NoRoom } from '#core/no-room.ts';
import { lockDirectory } from './directory-lock.ts';
import type { Connection, Driver, Values } from './driver.ts';
import { sightStatement } from './driver.ts';
import { ABORTED, failedWith } from './failed-with.ts';
import { migratePglite } from './migrate.ts';
import { unpackSnapshot } from './snapshot.ts';
import { jsonText, storable } from './storable.ts';

export type Embedded = {
  /** Where it is kept; without one it lives in memory and is gone at the end. */
  readonly dataDir?: string | undefined;
  /** A dump to begin with, in memory. */
  readonly snapshot?: Blob | undefined;
};

/** Below this much free space nothing is begun: PGlite that meets a full disk spins for ever (measured). */
const ROOM_BYTES = 128 * 1024 * 1024;
const ROOM_CHECK_MS = 1000;

/**
 * Tables are written anew, and so is what the planner knows of their values; files of before go with a checkpoint, and
 * so do segments of the log once nothing in them is needed (Postgres: VACUUM, WAL configuration).
 */
const SHRED = [
  'vacuum (full, analyze)',
  'vacuum full pg_catalog.pg_statistic',
  'checkpoint',
  'select pg_switch_wal()',
  'checkpoint',
] as const;

const PARSERS = {
  [types.DATE]: (day: string) => day,
  [types.TIMESTAMPTZ]: (text: string) => new Date(text),
};
const SERIALIZERS = {
  [types.JSON]: jsonText,
  [types.JSONB]: jsonText,
  [types.TEXT]: textValue,
  [types.VARCHAR]: textValue,
};

/** Postgres inside this process, migrated. It is one connection: transactions come one at a time. */
export async function openEmbedded({ dataDir, snapshot }: Embedded): Promise<Driver> {
  const lock = dataDir ? lockDirectory(dataDir) : undefined;
  const directory = dataDir ? join(dataDir, 'postgres') : undefined;
  const pglite = await start(directory, snapshot).catch((error: unknown) => {
    lock?.release();
    throw error;
  });
  const guard = createGuard(directory);

  return {
    durability: 'process',
    transaction: (sight, work) =>
      guard(() =>
        pglite.transaction(async (transaction) => {
          const sent: Promise<unknown>[] = [];
          let first: unknown;
          const query = <Row>(text: string, values: Values = [], rowMode: 'object' | 'array' = 'object') => {
            const answer = transaction.query<Row>(text, [...values], { rowMode });
            answer.catch((error: unknown) => {
              first ??= error;
            });
            sent.push(answer);
            return answer;
          };
          const connection: Connection = {
            rows: async <Row extends object>(text: string, values?: Values) => (await query<Row>(text, values)).rows,
            arrays: async (text, values) => (await query<unknown[]>(text, values, 'array')).rows,
            write: (text, values) => {
              query(text, values).catch(() => {});
            },
          };
          query(...sightStatement(sight, true)).catch(() => {});
          try {
            const result = await work(connection);
            await Promise.all(sent);
            return result;
          } catch (error) {
            throw failedWith(error, ABORTED) ? first : error;
          }
        }),
      ),
    checkpoint: () => guard(async () => void (await pglite.exec('checkpoint'))),
    shred: () =>
      guard(async () => {
        for (const statement of SHRED) await pglite.exec(statement);
      }),
    vacuum: () => guard(async () => void (await pglite.exec('vacuum (analyze)'))),
    ring: () => {},
    hear: () => Promise.resolve(),
    async close() {
      await pglite.close();
      lock?.release();
    },
  };
}

async function start(directory: string | undefined, snapshot: Blob | undefined): Promise<PGlite> {
  if (directory && !existsSync(join(directory, 'PG_VERSION'))) unpackSnapshot(directory);
  const pglite = await PGlite.create({
    dataDir: directory ?? 'memory://',
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB', '-c', 'wal_recycle=off'],
    parsers: PARSERS,
    serializers: SERIALIZERS,
    ...(snapshot ? { loadDataDir: snapshot } : {}),
  });
  await migratePglite(pglite);
  return pglite;
}

/** Refuses work that could hang the process: on a full disk, or after the database broke. */
function createGuard(directory: string | undefined) {
  let broken: unknown;
  let checkedAt = 0;
  let hasRoom = true;
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (broken) throw new NoRoom('the embedded database broke and needs a restart', { cause: broken });
    if (directory && performance.now() - checkedAt > ROOM_CHECK_MS) {
      const { bavail, bsize } = statfsSync(directory);
      hasRoom = bavail * bsize > ROOM_BYTES;
      checkedAt = performance.now();
    }
    if (!hasRoom) throw new NoRoom(`the disk of ${directory} is full: nothing is taken in until there is room`);
    try {
      return await work();
    } catch (error) {
      if (failedWith(error, '53100') || failedWith(error, 'XX000')) broken = error;
      throw error;
    }
  };
}

function textValue(value: unknown): string {
  return storable(String(value));
}
