import { execFile } from 'node:child_process';
import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { CreatedCompany } from './admin/create-company.ts';
import { TOKEN } from './testing/a-product.ts';
import { aProcessEnv, aServer, freePort, type Server } from './testing/a-server.ts';

describe('the process', { timeout: 90_000 }, () => {
  const servers: Server[] = [];
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.end('SIGKILL'))));
  const start = async (env: Readonly<Record<string, string>>) => {
    const server = aServer(env, await freePort());
    servers.push(server);
    return server;
  };
  /** Longer than the address of a Unix socket may be. */
  const aFolder = async () => join(await mkdtemp(join(tmpdir(), 'main-')), 'x'.repeat(90));
  /** No bot is called: nothing listens there. */
  const telegram = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:9', TELEGRAM_WEBHOOK_SECRET: 'x' };

  it('makes a company while the server runs, and before; says it on one line', async () => {
    const dataDir = await aFolder();
    const before = await admin(
      dataDir,
      'create-company',
      '--slug',
      'one',
      '--name',
      'One',
      '--admin-email',
      'a@one.test',
    );
    const server = await start({ DATA_DIR: dataDir, ...telegram });
    await server.ready();

    const during = await admin(
      dataDir,
      ...['create-company', '--slug', 'two', '--name', 'Two', '--admin-email', 'b@two.test'],
      ...['--admin-name', 'Bea Dos', '--time-zone', 'Europe/Lisbon', '--currency', 'USD'],
    );
    const again = await admin(dataDir, 'create-company', '--slug', 'two', '--name', 'X', '--admin-email', 'b@two.test');
    const key = await admin(dataDir, 'create-api-key', '--company', 'one', '--user', 'A@one.test');
    const status = await admin(dataDir, 'status');

    expect([before.code, during.code, key.code, status.code]).toEqual([0, 0, 0, 0]);
    const made = JSON.parse(during.out) as CreatedCompany;
    expect(during.out).toMatch(/^\{.*\}\n$/);
    expect(made).toMatchObject({ admin: { email: 'b@two.test' }, invite_code: expect.stringMatching(/^[\w-]{22}$/) });
    expect(made.admin.password).toHaveLength(16);
    expect(again).toMatchObject({ code: 1, out: '', err: '--slug: there is a company "two" already\n' });
    expect(await companyOf(server, made.api_key)).toMatchObject({
      slug: 'two',
      time_zone: 'Europe/Lisbon',
      currency: 'USD',
    });
    expect(await companyOf(server, (JSON.parse(key.out) as { api_key: string }).api_key)).toMatchObject({
      slug: 'one',
      time_zone: 'Europe/Madrid',
      currency: 'EUR',
      quiet_hours: { from: '21:00', to: '08:00' },
      offer_bundle_times: ['09:00', '17:00'],
    });
    expect(JSON.parse(status.out)).toMatchObject({ ok: true, durability: 'process' });
    expect((await stat(join(dataDir, 'admin.sock'))).mode & 0o777).toBe(0o600);
  });

  it.each([
    [[]],
    [['make-company']],
    [['create-company', '--slug', 'a']],
    [['create-company', '--slug', 'A!', '--name', 'A', '--admin-email', 'a@a.test']],
    [['create-company', '--slug', 'a', '--name', 'A', '--admin-email', 'a']],
    [['create-company', '--slug', 'a', '--name', 'A', '--admin-email', 'a@b']],
    [['create-company', '--slug', 'a', '--name', 'A', '--admin-email', 'a..b@a.test']],
    [['create-company', '--slug', 'a', '--name', 'A', '--admin-email', 'a@a.test', '--admin-name', 'a@a.test']],
    [['create-company', '--slug', 'a', '--name', 'A', '--admin-email', 'a@a.test', '--time-zone', 'Mars/Base']],
    [['status', '--all']],
  ])('answers wrong usage %j with one line and exit 1', async (args) => {
    const { code, out, err } = await admin(await aFolder(), ...args);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^[^\n]+\n$/);
  });

  it('refuses a wrong setting with one line and exit 1', async () => {
    const server = await start({ DATA_DIR: await aFolder(), WHATSAPP_TRANSPORT: 'cloud' });

    expect(await server.ended).toBe(1);
    expect(server.output()).toMatch(/^Tesoro Chat did not start\. WHATSAPP_PHONE_NUMBER_ID: is needed .*\n$/);
  });

  it('refuses a data directory that another process uses, and a port', async () => {
    const dataDir = await aFolder();
    const first = await start({ DATA_DIR: dataDir, ...telegram });
    await first.ready();

    const second = await start({ DATA_DIR: dataDir, ...telegram });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^[^\n]*in use by another process[^\n]*\n$/);
    const third = aServer({ DATA_DIR: await aFolder(), ...telegram }, Number(new URL(first.url).port));
    expect(await third.ended).toBe(1);
    expect(third.output()).toMatch(/^Tesoro Chat did not start\. PORT: \d+ is in use[^\n]*\n$/);
  });

  it('ends with npm start when that is told to, and leaves nothing behind', async () => {
    const server = aServer({ DATA_DIR: await aFolder(), ...telegram }, await freePort(), ['npm', 'start']);
    servers.push(server);
    await server.ready();

    expect(await server.end('SIGTERM')).toBe(0);

    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow('fetch failed');
  });
});

const companyOf = async (server: Server, key: string) =>
  (await fetch(`${server.url}/api/v1/company`, { headers: { 'x-api-key': key } })).json();

function admin(dataDir: string, ...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const env = aProcessEnv({ DATA_DIR: dataDir });
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['scripts/admin.ts', ...args], { env }, (_error, out, err) =>
      resolve({ code: child.exitCode, out, err }),
    );
  });
}
