import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'postgres';
import { Pool } from 'undici';
import { createTelegramStandIn } from '#adapters/telegram/stand-in/server.ts';
import { createCompany } from '#bots/admin/create-company.ts';
import { createNewId } from '#bots/new-id.ts';
import type { OfferId } from '#core/ids.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import { createCompanies } from '#db/companies.ts';
import { connect } from '#db/connect.ts';
import { startPostgres } from '#scripts/test-databases.ts';
import { aChild } from './a-child.ts';
import { barePostgres } from './bare-postgres.ts';
import type { Measured } from './closed-loop.ts';
import { closedLoop } from './closed-loop.ts';
import { seed } from './seed.ts';

/**
 * Taps through the webhook: each is marked as seen, changes a verdict, adds an activity, owes the edited card, commits
 * and is answered; the card is sent after. Beside it, in the same minutes on the same machine, two bare anchors.
 * Absolute figures are this machine's; the ratios are what to compare.
 */
const CLIENTS = 32;
const OFFERS = 600;
const SECONDS = 10;
const TOKEN = '800000000:bench';
const SECRET = 'bench';
const load = { clients: CLIENTS, seconds: SECONDS };

const directory = mkdtempSync(join(tmpdir(), 'tesoro-bench-'));
const server = await startPostgres({ durable: true });
const standIn = await createTelegramStandIn({
  bots: [{ token: TOKEN, username: 'bench_bot', firstName: 'Bench' }],
  rateLimits: false,
  keep: 1000,
  keepMessages: 10_000,
});
try {
  const url = await newDatabase();
  const bare = await tapsOnBareBot();
  const postgres = await barePostgres(url, load);
  const { taps, caughtUpSeconds, memory } = await tapsOnProduct(url);
  const postgresAgain = await barePostgres(url, load);
  const commit = (postgres.perSecond + postgresAgain.perSecond) / 2;
  console.log(`closed loop, ${CLIENTS} clients, ${SECONDS} s each, client and stand-in on the same cores`);
  console.log(
    line('product, tap on the webhook', taps),
    `${memory} MiB, all cards sent ${caughtUpSeconds.toFixed(1)} s after the last tap`,
  );
  console.log(line('anchor: bare grammY webhook bot', bare.measured), `${bare.memory} MiB`);
  console.log(line('anchor: bare postgres, one commit', { ...postgres, perSecond: commit }));
  console.log(`product / bare bot       ${(taps.perSecond / bare.measured.perSecond).toFixed(2)}`);
  console.log(`product / bare postgres  ${(taps.perSecond / commit).toFixed(2)}`);
  if (taps.failed + bare.measured.failed > 0) process.exitCode = 1;
} finally {
  await standIn.close();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}

function line(name: string, { perSecond, p50, p99, failed }: Measured): string {
  const figures = `${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms`;
  return `${name.padEnd(36)}${figures}${failed > 0 ? `  ${failed} FAILED` : ''}`;
}

async function tapsOnBareBot() {
  for (let n = 1; n <= CLIENTS; n += 1) meet(800_000_000 + n);
  const bot = await aChild('./bare-bot.ts', { BENCH_TOKEN: TOKEN, BENCH_API_ROOT: standIn.root, BENCH_SECRET: SECRET });
  const tap = tapper(bot.url, '/');
  const measured = await closedLoop(load, (client) => tap(800_000_001 + client, 'interested'));
  const memory = await bot.memoryMiB();
  await bot.stop();
  return { measured, memory };
}

async function tapsOnProduct(url: string) {
  const product = await aChild('./product.ts', {
    DATABASE_URL: url,
    DATA_DIR: directory,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: standIn.root,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
  });
  await standIn.waitFor(() => standIn.journal.calls('getMe').length > 0, { what: 'the product to meet the bot' });
  const { chats } = await seed(url, CLIENTS, OFFERS);
  const tap = tapper(product.url, '/webhooks/telegram');
  const sent = () => standIn.journal.count;
  const cards = await Promise.all(
    chats.map(({ address, offers }) => firstCard(Number(address), offers.at(-1) as OfferId, tap)),
  );
  const taps = await closedLoop(load, (client, turn) => {
    const chat = chats[client];
    const offer = chat?.offers[turn % OFFERS] as OfferId;
    const favourite = Math.floor(turn / OFFERS) % 2 === 1;
    const intent = favourite ? ({ to: 'addFavourite', offer } as const) : ({ to: 'markInterested', offer } as const);
    return tap(Number(chat?.address), encodeIntent(intent), cards[client]);
  });
  const ended = performance.now();
  for (let before = -1; before !== sent(); ) {
    before = sent();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const memory = await product.memoryMiB();
  await product.stop();
  return { taps, memory, caughtUpSeconds: Math.max(0, (performance.now() - ended) / 1000 - 0.25) };
}

async function newDatabase(): Promise<string> {
  const owner = sql(server.url, { max: 1 });
  await owner`create database bench`;
  await owner.end();
  const databaseUrl = new URL('/bench', server.url).href;
  const database = await connect({ databaseUrl });
  const wanted = { slug: 'bench', name: 'Bench', adminEmail: 'admin@example.com' };
  await createCompany(createCompanies(database, createNewId()), wanted);
  await database.close();
  return databaseUrl;
}

/** The card that the taps are on, and that their answers edit. */
async function firstCard(person: number, offer: OfferId, tap: ReturnType<typeof tapper>): Promise<number> {
  await tap(person, encodeIntent({ to: 'openCard', offer }));
  return (await standIn.chat('bench_bot', person).waitForMessage(({ text }) => text.includes('Home'))).id;
}

function meet(id: number): void {
  standIn.person({ id, firstName: 'Client' }).opens('bench_bot');
}

/** One press of a button, as Telegram's webhook tells it; answers whether it was taken. */
function tapper(url: string, path: string): (person: number, data: string, on?: number) => Promise<boolean> {
  const pool = new Pool(url, { connections: CLIENTS });
  let update = 0;
  return async (person, data, on = 1) => {
    update += 1;
    const from = { id: person, is_bot: false, first_name: 'Client', language_code: 'en' };
    const chat = { id: person, type: 'private', first_name: 'Client' };
    const message = { message_id: on, date: 1_790_000_000, chat, text: 'x' };
    const body = { update_id: update, callback_query: { id: `${update}`, from, chat_instance: '1', message, data } };
    const answer = await pool.request({
      path,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
      body: JSON.stringify(body),
    });
    await answer.body.dump();
    return answer.statusCode === 200;
  };
}
