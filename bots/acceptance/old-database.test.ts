import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Person } from '#adapters/telegram/stand-in/people.ts';
import { createTelegramStandIn } from '#adapters/telegram/stand-in/server.ts';
import { FREE } from '#bots/contract/offered-client.ts';
import { PICTURE } from '#bots/contract/telegram-under-test.ts';
import { createLogger } from '#bots/create-logger.ts';
import { openProduct } from '#bots/product.ts';
import { readSettings } from '#bots/settings/settings.ts';
import type { CompanyId, MediaId, OfferId } from '#core/ids.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import type { Database } from '#db/database.ts';
import { aClock } from '#db/testing.ts';
import { chatsIn, createTrial, type Deed, type KeptChat } from './a-trial.ts';
import { anOldDatabase, OLD } from './an-old-database.ts';
import { readOldAnswers, writeOldAnswers } from './old-answers.ts';

const old = readOldAnswers();
/** Where the words or ways of a screen are meant to change, this takes the new answers for those of old; their diff is the review. */
const isRewriting = process.env.REWRITE_OLD_ANSWERS === '1';

/** Of each chat all on a server, and a few on the embedded database, which runs the same statements and is slow at them. */
const isTried = { Postgres: () => true, PGlite: (of: number, at: number) => of % 2 === 0 && of % 7 === at };
const ACCOUNTS = ['telegram', 'cloud', 'web', 'teams', 'other'] as const;

describe.each(['Postgres', 'PGlite'] as const)('a database of the version before, on %s', (on) => {
  let database: Database;
  let trial: (chat: KeptChat, deed: Deed) => Promise<string>;
  let kept: ReadonlyMap<string, KeptChat>;

  beforeAll(async () => {
    database = await anOldDatabase(on);
    trial = await createTrial(database, old.at);
    kept = new Map((await chatsIn(database)).map((chat) => [chat.id, chat]));
  });
  afterAll(() => database.close());

  const asBefore = () =>
    it.each(ACCOUNTS)('answers every old button, number, word and file as before: %s', async (account) => {
      const chats = old.chats.filter(({ chat }) => chat.startsWith(`${account}:`));
      const otherwise: object[] = [];
      for (const [of, { chat, id, tries }] of chats.entries())
        for (const [deed, was] of tries.filter((_, at) => isTried[on](of, at))) {
          const now = await answer(id, deed);
          if (now !== was) otherwise.push({ chat, deed, was, now });
        }
      expect(chats).not.toEqual([]);
      expect(otherwise).toEqual([]);
    });

  const takenForOld = () =>
    it('takes its answers for those of old', async () => {
      const chats = [];
      for (const { chat, id, tries } of old.chats) {
        const now: [Deed, string][] = [];
        for (const [deed] of tries) now.push([deed, await answer(id, deed)]);
        chats.push({ chat, id, tries: now });
      }
      writeOldAnswers({ at: old.at, chats });
    });

  if (isRewriting && on === 'Postgres') takenForOld();
  else asBefore();

  async function answer(chat: string, deed: Deed): Promise<string> {
    const found = kept.get(chat);
    return found ? trial(found, deed) : 'the chat is gone';
  }
});

describe.each(['Postgres', 'PGlite'] as const)('what let somebody in, as the version before kept it on %s', (on) => {
  const TOKEN = 'A'.repeat(43);
  const WITH_LINK = `jsonb_set(message, '{choices}', jsonb_build_array(jsonb_build_object(
    'is', 'link', 'label', jsonb_build_object('verbatim', 'Sign in'), 'url', 'https://chat.test/account/${TOKEN}')))`;

  it('is gone where it was sent, stays where it waits, and no code of it can be found by trying', async () => {
    const database = await anOldDatabase(
      on,
      `update mails set state = case when seq % 3 = 0 then 'sent' when seq % 3 = 1 then 'queued' else 'kept' end;
       update deliveries set message = ${WITH_LINK} where state in ('sent', 'queued', 'held');`,
    );
    onTestFinished(() => database.close());
    const rows = <Row extends object>(query: string) => database.systemScope((tx) => tx.rows<Row>(query));

    const mails = await rows<{ state: string; words: boolean }>(
      "select distinct state, subject || text ~ '[0-9]{6}' as words from mails order by state",
    );
    expect(mails).toEqual([
      { state: 'kept', words: true },
      { state: 'queued', words: true },
      { state: 'sent', words: false },
    ]);
    const messages = await rows<{ waits: boolean; token: boolean }>(
      `select distinct state in ('queued', 'held') as waits, message::text like '%${TOKEN}%' as token
       from deliveries where message::text like '%"Sign in"%' order by waits`,
    );
    expect(messages).toEqual([
      { waits: false, token: false },
      { waits: true, token: true },
    ]);
    const [sent] = await rows<{ choice: object }>(
      "select message -> 'choices' -> 0 as choice from deliveries where state = 'sent' limit 1",
    );
    expect(sent?.choice).toMatchObject({ is: 'link', url: '', isSecret: true });
    expect(await rows('select distinct hash from email_codes')).toEqual([{ hash: '0'.repeat(64) }]);
  });
});

describe('the office of a database of the version before', () => {
  it('sends what waited, does what is due, brings old cards up to date and hears old buttons', async () => {
    const database = await anOldDatabase('Postgres');
    const rows = <Row extends object>(query: string) => database.systemScope((tx) => tx.rows<Row>(query));
    const clock = aClock(old.at);
    const telegram = await createTelegramStandIn({
      bots: [{ token: OLD.token, username: 'casa_bot' }],
      rateLimits: false,
    });
    const settings = readSettings({
      DATA_DIR: await mkdtemp(join(tmpdir(), 'old-product-')),
      TELEGRAM_BOT_TOKEN: OLD.token,
      TELEGRAM_API_ROOT: telegram.root,
      TELEGRAM_WEBHOOK_SECRET: 'hook_secret',
    });
    const people = new Map<string, Person>();
    for (const { id, address } of await chatsIn(database)) {
      const left = old.chats.find((chat) => chat.id === id)?.chat;
      if (!left?.startsWith('telegram: ')) continue;
      const person = telegram.person({ firstName: 'Emma', id: Number(address) }).turnsTo('casa_bot');
      // Their chat is there already.
      person.unblocks();
      people.set(left, person);
    }
    const gets = (left: string, ...words: readonly string[]) =>
      people
        .get(left)
        ?.chat()
        .waitForMessage(({ text }) => words.every((each) => text.includes(each)), { what: words.join() });
    const product = await openProduct(
      { ...settings, port: 0 },
      { database, clock, log: createLogger('silent'), telegramPace: FREE },
    );
    onTestFinished(async () => {
      await product.close();
      await telegram.close();
    });
    for (const { id, company } of await rows<{ id: MediaId; company: CompanyId }>(
      'select id, company_id as company from media',
    ))
      await product.media.put(company, id, 'card', PICTURE);
    await fetch(`${telegram.root}/bot${OLD.token}/setWebhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: `${product.url}/webhooks/telegram`, secret_token: 'hook_secret' }),
    });

    await gets('telegram: a message, empty', 'Is anybody there?');
    clock.set('2026-11-23T10:45:00Z');
    await product.tick();
    await gets('telegram: much to come', 'Casa Tarde', '11:30');
    clock.set('2026-11-23T16:01:00Z');
    await product.tick();
    await gets('telegram: much to come', 'Casa Luego');
    clock.set('2026-11-24T12:30:00Z');
    await product.tick();
    await gets('telegram: much to come', 'Did you visit Casa Tarde?');

    const [villa] = await rows<{ id: OfferId; deal: string; property: string }>(`
      select o.id, o.deal_id as deal, o.property_id as property
      from deal_properties o join properties p on p.id = o.property_id where p.name = 'Villa Mar'`);
    if (!villa) throw new Error('the villa is gone');
    people.get('telegram: details')?.forges(1, encodeIntent({ to: 'markInterested', offer: villa.id }));
    await gets('telegram: details', 'A villa by the sea', '✓ Interested');
    const { status } = await fetch(`${product.url}/api/v1/deals/${villa.deal}/properties/${villa.property}`, {
      method: 'PUT',
      headers: { 'x-api-key': OLD.apiKey, 'content-type': 'application/json' },
      body: JSON.stringify({ status: 'rejected_by_agent' }),
    });
    expect(status).toBe(200);
    await gets('telegram: card', 'A villa by the sea', 'No longer offered by your agent.');
  });
});
