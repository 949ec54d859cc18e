import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Mishap } from '#adapters/telegram/stand-in/faults.ts';
import type { Person } from '#adapters/telegram/stand-in/people.ts';
import type { TelegramStandIn } from '#adapters/telegram/stand-in/server.ts';
import type { OfferId } from '#core/ids.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import { aChannelAccount, aCompany } from '#db/builders.ts';
import { connect } from '#db/connect.ts';
import type { Database } from '#db/database.ts';
import { newDatabaseUrl } from '#db/testing.ts';
import type { Ready } from './readiness.ts';
import { aClientOf, aTelegram, SECRET, TOKEN } from './testing/a-product.ts';
import { aServer, freePort, type Server } from './testing/a-server.ts';

/** Each mishap once, and one start that is killed before it is ready; 26 with LONG=1, as in CI. */
const KILLS = process.env.LONG ? 26 : 6;
const PEOPLE = 20;
const HOMES = 3;
/** Taps of one person that Telegram may not have delivered yet. */
const WAITING = 4;
/** Half of what Telegram lets us answer: a message a second in each chat. */
const TAP_MS = 100;

/**
 * Kills the real server again and again while people tap, and compares three ledgers at the end: what we told Telegram
 * we have, what the CRM holds, and what Telegram received for each tap (P1, P2, P3, P5, P8, P9).
 */
it.for(['PGlite', 'Postgres'] as const)(
  'loses and doubles nothing over many kills on %s',
  { timeout: 400_000 },
  async (kind, { onTestFinished }) => {
    const standIn = await aTelegram();
    onTestFinished(() => standIn.close());
    const env: Record<string, string> = {
      DATA_DIR: await mkdtemp(join(tmpdir(), 'kill-')),
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: standIn.root,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      LOG_LEVEL: 'error',
      ...(kind === 'Postgres' ? { DATABASE_URL: await newDatabaseUrl() } : {}),
    };
    const open = () => connect({ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR });
    const tappers = await withDatabase(open, (database) => seed(database, standIn));
    const port = await freePort();
    const start = () => {
      const server = aServer({ ...env, PUBLIC_URL: `http://127.0.0.1:${port}` }, port);
      onTestFinished(async () => void (await server.end('SIGKILL')));
      return server;
    };

    const recoveries: number[] = [];
    const load = tapping(standIn, tappers);
    onTestFinished(load.stop);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const server = start();
      // Some before it is ready, and some with trouble on the line.
      const isEarly = kill % 6 === 5;
      if (!isEarly) recoveries.push(await server.ready());
      const mishap = kill % 2 === 0 ? MISHAPS[(kill / 2) % MISHAPS.length] : undefined;
      if (mishap) standIn.faults.add({ method: 'sendMessage', do: mishap });
      await wait(Math.random() * (isEarly ? 1500 : 600));
      expect(await server.end('SIGKILL')).toBe(null);
    }
    load.stop();
    standIn.faults.clear();
    const last = start();
    recoveries.push(await last.ready());
    const before = performance.now();
    await settled(last, standIn, tappers);
    const settledIn = performance.now() - before;
    expect(await last.end('SIGTERM')).toBe(0);

    expect(Math.max(...recoveries)).toBeLessThan(10_000);
    expect(settledIn).toBeLessThan(30_000);
    await withDatabase(open, (database) => compare(database, tappers));
  },
);

/** Cut before Telegram hears of it, after, or while it does not answer. */
const MISHAPS: readonly Mishap[] = [{ resetBefore: true }, { resetAfter: true }, { hang: true }];

type Tapper = {
  readonly person: Person;
  readonly offers: readonly string[];
  /** What was tapped or written, in order. */
  readonly done: { readonly offer: string; readonly type: 'favourite_added' | 'favourite_removed' }[];
  helped: number;
};

async function seed(database: Database, standIn: TelegramStandIn): Promise<readonly Tapper[]> {
  const company = (await aCompany(database)).id;
  const [externalId = ''] = TOKEN.split(':');
  const account = (await aChannelAccount(database, company, { externalId, fromSettings: true })).id;
  const tappers: Tapper[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const person = standIn.person({ firstName: 'Carla' });
    const { offers } = await aClientOf(database, { company, account, person, homes: HOMES });
    person.turnsTo('casa_bot');
    tappers.push({ person, offers, done: [], helped: 0 });
  }
  return tappers;
}

/** Everybody taps ☆ and ★ by turns on their homes, and asks for help now and then, until it is stopped. */
function tapping(standIn: TelegramStandIn, tappers: readonly Tapper[]) {
  let number = 0;
  const tap = (tapper: Tapper) => {
    if (waiting(standIn, tapper) >= WAITING) return;
    number += 1;
    if (number % 5 === 0) {
      tapper.person.writes('/help');
      tapper.helped += 1;
      return;
    }
    const offer = tapper.offers[number % HOMES] ?? '';
    const isOn = tapper.done.findLast((each) => each.offer === offer)?.type === 'favourite_added';
    const to = isOn ? ('removeFavourite' as const) : ('addFavourite' as const);
    // On a message that nobody has, so that each answer is a message of its own.
    tapper.person.forges(900_000_000, encodeIntent({ to, offer: offer as OfferId }));
    tapper.done.push({ offer, type: isOn ? 'favourite_removed' : 'favourite_added' });
  };
  let turn = 0;
  const timer = setInterval(() => {
    const tapper = tappers[turn % tappers.length];
    turn += 1;
    if (tapper) tap(tapper);
  }, TAP_MS);
  return { stop: () => clearInterval(timer) };
}

const told = ({ done, helped }: Tapper) => done.length + helped;
const acknowledged = (standIn: TelegramStandIn, person: Person) =>
  new Set(
    standIn.journal
      .deliveries()
      .flatMap(({ chatId, status, updateId }) => (chatId === person.id && status === 200 ? [updateId] : [])),
  ).size;
const waiting = (standIn: TelegramStandIn, tapper: Tapper) => told(tapper) - acknowledged(standIn, tapper.person);

async function settled(server: Server, standIn: TelegramStandIn, tappers: readonly Tapper[]): Promise<void> {
  for (;;) {
    const { queue } = (await (await fetch(`${server.url}/readyz?deep=1`)).json()) as Ready;
    const isHeard = tappers.every((tapper) => waiting(standIn, tapper) === 0);
    if (isHeard && queue && queue.events.pending + queue.deliveries.queued + queue.deliveries.sending === 0) return;
    await wait(50);
  }
}

async function compare(database: Database, tappers: readonly Tapper[]): Promise<void> {
  const read = <Row extends object>(text: string) => database.systemScope(({ rows }) => rows<Row>(text));
  const total = tappers.reduce((sum, tapper) => sum + told(tapper), 0);
  expect(total).toBeGreaterThan(KILLS);

  const events = await read<{ state: string; many: number }>(
    'select state, count(*)::int as many from events group by 1',
  );
  expect(events).toEqual([{ state: 'done', many: total }]);

  const activities = await read<{ offer: string; type: string }>(
    `select dp.id as offer, a.type from activities a
     join deal_properties dp on dp.deal_id = a.deal_id and dp.property_id = a.property_id order by a.seq`,
  );
  for (const { offers, done } of tappers)
    for (const offer of offers) {
      const of = (all: readonly { offer: string; type: string }[]) =>
        all.flatMap((each) => (each.offer === offer ? [each.type] : []));
      expect(of(activities)).toEqual(of(done));
    }

  const deliveries = await read<{ address: string; state: string; platform_id: string | null }>(
    `select c.address, d.state, d.platform_id from deliveries d join chats c on c.id = d.chat_id order by d.seq`,
  );
  for (const tapper of tappers) {
    const own = deliveries.filter(({ address }) => address === String(tapper.person.id));
    const sent = own.flatMap(({ state, platform_id }) =>
      state === 'sent' && platform_id ? [Number(platform_id)] : [],
    );
    const unsure = own.filter(({ state }) => state === 'uncertain').length;
    const received = tapper.person
      .chat()
      .messages()
      .filter(({ from }) => from === 'bot')
      .map(({ id }) => id);
    expect(own.length).toBe(told(tapper));
    expect(sent.length + unsure).toBe(own.length);
    expect(received).toEqual(expect.arrayContaining(sent));
    expect(sent).toEqual(sent.toSorted((one, other) => one - other));
    expect(received.length - sent.length).toBeLessThanOrEqual(unsure);
  }
  const unsure = deliveries.filter(({ state }) => state === 'uncertain').length;
  expect(unsure).toBeLessThan(total / 4);
}

async function withDatabase<Result>(
  open: () => Promise<Database>,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await open();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
