import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import sql from 'postgres';
import { createTelegramStandIn } from '#adapters/telegram/stand-in/server.ts';
import { signedIn } from '#bots/acceptance/console/a-user.ts';
import { createCompany } from '#bots/admin/create-company.ts';
import { createNewId } from '#bots/new-id.ts';
import { createCompanies } from '#db/companies.ts';
import { connect } from '#db/connect.ts';
import { startPostgres } from '#scripts/test-databases.ts';
import { aChild } from './a-child.ts';
import { seedDesk } from './seed-desk.ts';

/**
 * The desk of a large office: how much of the server's own time a board of open requests takes, and how long the search
 * over all contacts does. Absolute figures are this machine's.
 */
const SIZE = { contacts: 200_000, homes: 2000, open: 500, agreed: 400 };
const PAGES = 20;
const FINDS = 60;
/** As somebody types; more than ten a second are refused at the door. */
const PAUSE_MS = 110;
const WORDS = [
  'em',
  'emma',
  'emma cl',
  'clarke',
  'lind',
  'jonas verb',
  '+346',
  '34600012',
  'client1999',
  'finca 77',
  'b-15',
  'zzz',
];
const TOKEN = '800000000:bench';

const directory = mkdtempSync(join(tmpdir(), 'tesoro-bench-desk-'));
const server = await startPostgres({ durable: true });
const standIn = await createTelegramStandIn({
  bots: [{ token: TOKEN, username: 'bench_bot', firstName: 'Bench' }],
  rateLimits: false,
});
try {
  const owner = sql(server.url, { max: 1 });
  await owner`create database desk`;
  await owner.end();
  const url = new URL('/desk', server.url).href;
  const database = await connect({ databaseUrl: url });
  const wanted = { slug: 'bench', name: 'Bench', adminEmail: 'admin@example.com' };
  const { admin } = await createCompany(createCompanies(database, createNewId()), wanted);
  await database.close();
  await seedDesk(url, SIZE);
  const product = await aChild('./product.ts', {
    ...{ DATABASE_URL: url, DATA_DIR: directory },
    ...{ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: standIn.root, TELEGRAM_WEBHOOK_SECRET: 'bench' },
    PUBLIC_URL: 'http://localhost',
  });
  const visitor = await signedIn(product, admin);
  for (const path of ['/crm/today', '/crm/requests', '/crm/requests?view=calendar', '/crm/contacts']) {
    const { cpu, took, bytes } = await page(path);
    console.log(
      `${path.padEnd(32)}${cpu.toFixed(0).padStart(5)} ms of CPU  ${took.toFixed(0).padStart(5)} ms  ${bytes} KiB`,
    );
  }
  const before = await product.cpuMs();
  const times: number[] = [];
  for (let nth = 0; nth < FINDS; nth += 1) {
    await after(PAUSE_MS);
    const began = performance.now();
    const { status } = await visitor.get(
      `/crm/find?part=found&q=${encodeURIComponent(WORDS[nth % WORDS.length] ?? '')}`,
    );
    times.push(performance.now() - began);
    if (status !== 200) throw new Error(`the search was answered ${status}`);
  }
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  const cpu = ((await product.cpuMs()) - before) / FINDS;
  console.log(
    `/crm/find of ${SIZE.contacts} contacts    ${cpu.toFixed(0)} ms of CPU  p50 ${at(0.5)} ms  p95 ${at(0.95)} ms`,
  );
  await product.stop();

  async function page(path: string) {
    await visitor.get(path);
    const [cpu, began] = [await product.cpuMs(), performance.now()];
    let bytes = 0;
    for (let nth = 0; nth < PAGES; nth += 1) bytes = (await visitor.get(path)).text.length;
    const took = (performance.now() - began) / PAGES;
    return { cpu: ((await product.cpuMs()) - cpu) / PAGES, took, bytes: Math.round(bytes / 1024) };
  }
} finally {
  await standIn.close();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}
