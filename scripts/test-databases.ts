import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import postgres from 'postgres';
import type { ProvidedContext } from 'vitest';
import type { TestProject } from 'vitest/node';
import { migratePglite, migratePostgres } from '#db/migrate.ts';
import { unpackSnapshot } from '#db/snapshot.ts';

const BIN = '/usr/lib/postgresql/15/bin';
const TEMPLATE = 'tesoro_template';
/** Of one server of ours that is measured; and of the workers of the tests, whose files keep their products until they end. */
const CONNECTIONS = { durable: 200, throwAway: 800 };
/** What lives for minutes need not outlive a crash (Postgres: Non-Durable Settings), and hundreds of databases need no cleaning. */
const THROW_AWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];

declare module 'vitest' {
  export interface ProvidedContext {
    /** A server whose user owns what it makes and is no superuser, and the migrated database to copy. */
    postgres: { url: string; template: string };
    /** A file: a migrated embedded database. */
    snapshot: string;
  }
}

/** Where the projects of one run find what the first of them started. */
const STARTED = 'TEST_DATABASES';

/** What every test run has: a throw-away Postgres 15 and a migrated embedded database to begin from. */
// biome-ignore lint/style/noDefaultExport: vitest asks for it
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const started = process.env[STARTED];
  if (started !== undefined) {
    provide(project, JSON.parse(started));
    return undefined;
  }
  const directory = mkdtempSync(join(tmpdir(), 'tesoro-test-'));
  const [server, snapshot] = await Promise.all([startPostgres(), makeSnapshot(directory)]);
  await makeTemplate(server.url);
  const databases = { postgres: { url: server.url, template: TEMPLATE }, snapshot };
  process.env[STARTED] = JSON.stringify(databases);
  provide(project, databases);
  return async () => {
    delete process.env[STARTED];
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}

function provide(project: TestProject, { postgres: server, snapshot }: Pick<ProvidedContext, 'postgres' | 'snapshot'>) {
  project.provide('postgres', server);
  project.provide('snapshot', snapshot);
}

/** Starts a Postgres 15 of its own in a temporary directory; as careless as it can be unless commits must reach the disk. */
export async function startPostgres({
  durable = false,
} = {}): Promise<{ readonly url: string; stop(): Promise<void> }> {
  installPostgres();
  const directory = mkdtempSync(join(tmpdir(), 'tesoro-postgres-'));
  const data = join(directory, 'data');
  if (process.getuid?.() === 0) {
    chmodSync(directory, 0o755);
    execFileSync('chown', ['postgres', directory]);
  }
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-sync']);
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `max_connections=${durable ? CONNECTIONS.durable : CONNECTIONS.throwAway}`,
    ...(durable ? [] : THROW_AWAY),
  ];
  const options = [`-p ${port} -k ${directory}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
  run('pg_ctl', ['-D', data, '-w', '-s', '-l', join(directory, 'log'), '-o', options, 'start']);
  const root = postgres(`postgres://postgres@127.0.0.1:${port}/postgres`, { max: 1 });
  await root.unsafe('create role tesoro login createdb');
  await root.end();
  return {
    url: `postgres://tesoro@127.0.0.1:${port}/postgres`,
    async stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', '-s', 'stop']);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function makeTemplate(url: string): Promise<void> {
  const owner = postgres(url, { max: 1 });
  await owner.unsafe(`create database ${TEMPLATE}`);
  await owner.end();
  await migratePostgres(new URL(`/${TEMPLATE}`, url).href);
}

async function makeSnapshot(directory: string): Promise<string> {
  const files = join(directory, 'embedded');
  unpackSnapshot(files);
  const pglite = await PGlite.create(files);
  await migratePglite(pglite);
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  const file = join(directory, 'snapshot.tar');
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
  return file;
}

/** Postgres refuses to run as root. */
function run(program: string, args: readonly string[]): void {
  const path = join(BIN, program);
  const [command, rest] =
    process.getuid?.() === 0
      ? ['setpriv', ['--reuid', 'postgres', '--regid', 'postgres', '--clear-groups', path, ...args]]
      : [path, args];
  const { status, stderr } = spawnSync(command, rest, {
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}

function installPostgres(): void {
  if (existsSync(join(BIN, 'postgres'))) return;
  execFileSync('/usr/bin/apt-get', ['install', '-y', '--no-install-recommends', 'postgresql-15'], { stdio: 'inherit' });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
