import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, mkdtemp, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '#bots/open-database.ts';
import { readSettings } from '#bots/settings/settings.ts';
import { aProcessEnv } from '#bots/testing/a-server.ts';
import { createArchive } from '#db/archive.ts';
import type { Database } from '#db/database.ts';
import { newDatabaseUrl } from '#db/testing.ts';
import { anOffice, type Body, type On } from './an-office.ts';

type Env = Readonly<Record<string, string>>;

/** One command of the operator's. */
const admin = (env: Env, ...args: readonly string[]): Promise<{ status: number; out: Body; said: string }> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, ['scripts/admin.ts', ...args], { env: aProcessEnv(env) }, (_, out, said) =>
      resolve({ status: child.exitCode ?? 1, out: out ? JSON.parse(out) : undefined, said: said.trim() }),
    );
  });

/** Somewhere that holds nothing yet. */
async function anEmptyPlace(on: On): Promise<Env> {
  const folder = await mkdtemp(join(tmpdir(), 'restored-'));
  const media = pathToFileURL(join(folder, 'media')).href;
  return { DATA_DIR: folder, MEDIA_URL: media, ...(on === 'Postgres' ? { DATABASE_URL: await newDatabaseUrl() } : {}) };
}

async function rowsIn(database: Database): Promise<readonly string[]> {
  const all: string[] = [];
  await createArchive(database).read(async (rows) => void all.push(...rows.map(({ table, json }) => table + json)));
  return all.toSorted();
}

/** Every row of a store that no server holds. */
async function allRows(env: Env): Promise<readonly string[]> {
  const database = await openDatabase(readSettings(env));
  const all = await rowsIn(database);
  await database.close();
  return all;
}

describe.each(['Postgres', 'PGlite'] as const)('a backup of %s', (on) => {
  it('is made while the server works, and brings back every row and file elsewhere (P10)', async () => {
    const office = await anOffice({ on });
    const carla = await office.aClient('Carla', { language: 'en' });
    await office.offers(carla.deal, await office.aProperty('Casa “Ñandú” 🏡', {}, 2));
    const hand = office.phone('Carla');
    await office.signsIn(hand, carla.email);
    await hand.taps('New properties');
    await hand.taps('Interested');
    await office.settled();
    const file = join(office.env.DATA_DIR ?? '', 'copy.backup');

    const made = await admin(office.env, 'backup', '--to', file);
    expect(made).toMatchObject({ status: 0, out: { ok: true, files: 8 } });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const place = await anEmptyPlace(on);
    expect((await admin(place, 'restore', '--from', file)).out).toEqual(made.out);

    const before = await rowsIn(office.product().database);
    const after = await allRows(place);
    expect(after).toEqual(before);
    expect(after).toHaveLength(made.out.rows);
    expect((await admin(place, 'verify')).out).toEqual({ ok: true, files: 2, missing: [], damaged: [] });

    // What is added afterwards goes on from where it was.
    const more = await admin(place, 'create-company', '--slug', 'otra', '--name', 'Otra', '--admin-email', 'o@o.test');
    expect(more.status).toBe(0);
    expect(await admin(place, 'restore', '--from', file)).toMatchObject({
      status: 1,
      said: 'there is a company already; restore into an empty database',
    });
  }, 60_000);

  it('is refused where it is cut off, of another version or no backup at all, and leaves no row behind', async () => {
    const office = await anOffice({ on });
    const file = join(office.env.DATA_DIR ?? '', 'copy.backup');
    await office.aClient('Carla');
    await admin(office.env, 'backup', '--to', file);
    const place = await anEmptyPlace(on);
    const restored = async () => (await admin(place, 'restore', '--from', file)).said;

    await truncate(file, (await stat(file)).size - 40);
    expect(await restored()).toBe(`${file}: the file is no whole backup of this product`);
    await writeFile(file, gzipSync('{"tesoro":"backup","version":"0001_older","at":""}\n'));
    expect(await restored()).toMatch(/^the backup is of version 0001_older, this is \w+/);
    await writeFile(file, 'no backup');
    expect(await restored()).toBe(`${file}: the file is no whole backup of this product`);
    await rm(file);
    expect(await restored()).toBe(`${file}: there is no such file or folder`);

    expect(await allRows(place)).toEqual([]);
  }, 60_000);
});

it('names what is missing or damaged in the store (P10)', async () => {
  const office = await anOffice();
  await office.aProperty('Casa Verde', {}, 2);
  const folder = join(office.env.DATA_DIR ?? '', 'media');
  const rows = await office.product().database.systemScope((tx) => tx.rows<Body>('select id, company_id from media'));
  const [one, other] = rows.map(({ id, company_id }) => ({ id, path: join(folder, company_id, id, 'original.jpg') }));
  await rm(one?.path ?? '');
  await writeFile(other?.path ?? '', (await readFile(other?.path ?? '')).subarray(1));

  expect(await admin(office.env, 'verify')).toMatchObject({
    status: 1,
    out: { ok: false, files: 2, missing: [one?.id], damaged: [other?.id] },
  });
  const embedded = await anOffice({ on: 'PGlite' });
  expect((await admin(embedded.env, 'restore', '--from', '/nowhere')).said).toBe(
    'the server is running; stop it first',
  );
}, 60_000);

it.each(['Postgres', 'PGlite'] as const)(
  'ends where the disk is full, and holds up nobody, on %s (P10)',
  async (on) => {
    const office = await anOffice({ on });
    for (let number = 0; number < 30; number += 1)
      await office.api('POST', '/properties', {
        ...{ name: randomBytes(100).toString('hex'), type: 'villa', transaction: 'for_sale', price: 1 },
        description: [{ lang: 'en', title: 'x', text: randomBytes(9000).toString('base64') }],
      });
    const file = join(office.env.DATA_DIR ?? '', 'copy.backup');
    await symlink('/dev/full', `${file}.part`);

    expect(await admin(office.env, 'backup', '--to', file)).toMatchObject({
      status: 1,
      said: `${file}: the disk is full`,
    });

    await expect(access(file)).rejects.toThrow('ENOENT');
    expect((await office.api('GET', '/company')).status).toBe(200);
    expect((await admin(office.env, 'backup', '--to', file)).status).toBe(0);
  },
  60_000,
);
