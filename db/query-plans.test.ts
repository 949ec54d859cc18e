import postgres from 'postgres';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { dayOf } from '#core/clock.ts';
import { listWaits } from '#core/crm/list-waits.ts';
import { showToday } from '#core/crm/show-today.ts';
import { showWeek } from '#core/crm/show-week.ts';
import type { ChannelAccountId, ContactId, DealId, OfferId, PropertyId, UserId } from '#core/ids.ts';
import { GROUPS } from '#core/offers/groups.ts';
import { TABS } from '#core/viewings/tabs.ts';
import { anOffice } from './an-office.ts';
import { aUser } from './builders.ts';
import { crmPorts } from './crm/crm-ports.ts';
import { createDatabase } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import type { Connection, Driver, Values } from './driver.ts';
import { createEvents } from './events.ts';
import { openPostgres } from './postgres.ts';
import { createStore } from './store.ts';
import { aClock, newDatabaseUrl, newId } from './testing.ts';

const BIG = [
  'contacts',
  'properties',
  'deals',
  'deal_contacts',
  'deal_properties',
  'meetings',
  'activities',
  'media',
  'deliveries',
  'events',
  'messages',
  'reminders',
  'search_words',
];

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; Plans?: Plan[] };

/** A company with 200,000 contacts, one of whom has 5,000 offers; filled in as a superuser, without checking references. */
const FILL = `
  set session_replication_role = replica;
  insert into contacts (id, company_id, kind, first_name, last_name, email)
    select gen_random_uuid(), :company, case when n % 10 = 0 then 'lead' else 'contact' end,
      'First' || n, 'Last' || n, 'mail' || n || '@client.test' from generate_series(1, 200000) n;
  insert into properties (id, company_id, name, tesoro_reference, type, transaction, price, currency)
    select gen_random_uuid(), :company, 'Home ' || n, 'P-' || n, 'villa', 'for_sale', n, 'EUR'
    from generate_series(1, 20000) n;
  insert into media (id, company_id, owner_kind, owner_id, mime, size, sha256)
    select gen_random_uuid(), :company, 'property', id, 'image/jpeg', 1, 'x' from properties;
  insert into deals (id, company_id, name, type)
    select gen_random_uuid(), :company, 'Deal ' || n, 'Buy' from generate_series(1, 20000) n;
  insert into deal_contacts (id, company_id, deal_id, contact_id)
    select gen_random_uuid(), :company, d.id, c.id
    from (select id, row_number() over () as n from deals where id <> :deal) d
    join (select id, row_number() over () as n from contacts where id <> :contact) c on c.n = d.n;
  insert into deal_properties (id, company_id, deal_id, property_id, status, proposed_at, favourite, opened_at, pushed_at)
    select gen_random_uuid(), :company, :deal, id,
      (array['proposed', 'pending', 'interested', 'rejected', 'approved', 'preselect'])[1 + seq % 6],
      now() - seq * interval '1 minute', seq % 50 = 0, case when seq % 12 = 0 then now() end,
      case when seq % 12 < 11 then now() end
    from properties where id <> :property order by seq limit 5000;
  insert into deal_properties (id, company_id, deal_id, property_id, status, proposed_at)
    select gen_random_uuid(), :company, d.id, p.id, 'proposed', now()
    from (select id, row_number() over () as n from deals where id <> :deal) d
    join (select id, row_number() over () as n from properties) p on p.n in (d.n, d.n + 1, d.n + 2);
  insert into meetings (id, company_id, deal_id, property_id, status, preferred_dates, start_date, ics_uid)
    select gen_random_uuid(), :company, d.deal_id, d.property_id,
      (array['cancelled', 'completed', 'rejected'])[1 + seq % 3], '[]', now() - seq * interval '1 hour', 'x'
    from deal_properties d order by d.seq limit 30000;
  insert into meetings (id, company_id, deal_id, property_id, status, preferred_dates, start_date, ics_uid)
    select gen_random_uuid(), :company, d.deal_id, d.property_id,
      (array['pending', 'confirmed'])[1 + seq % 2], '[]', now() + seq * interval '1 minute', 'x'
    from deal_properties d order by d.seq desc limit 300;
  insert into activities (id, company_id, contact_id, deal_id, type, title, actor_kind, actor_name, at)
    select gen_random_uuid(), :company, c.contact_id, c.deal_id, 'property_opened', 'x', 'client', 'x', now()
    from deal_contacts c, generate_series(1, 10);
  insert into deliveries (id, company_id, chat_id, channel_account_id, state, rank, kind, message, sent_at)
    select gen_random_uuid(), :company, :chat, :account, case when n % 500 = 0 then 'queued' else 'sent' end, 0,
      'screen', '{}', case when n % 500 > 0 then now() end from generate_series(1, 50000) n;
  insert into events (id, company_id, channel_account_id, key, address, state)
    select gen_random_uuid(), :company, :account, 'e' || n, 'a' || n % 100,
      case when n % 500 = 0 then 'pending' else 'done' end from generate_series(1, 50000) n;
  insert into messages (id, company_id, contact_id, chat_id, channel, user_id, text, at, settled_at)
    select gen_random_uuid(), :company, id, :chat, 'telegram', null, 'x', now() - seq * interval '1 second',
      case when seq % 20 = 0 then null else now() end
    from contacts where seq % 2 = 0;
  insert into search_words (company_id, kind, record_id, word)
    select :company, 'contact', id, word || right(last_name, -4) || case word when 'mail' then 'clienttest' else '' end
    from contacts, unnest(array['first', 'last', 'mail']) word where id <> :contact;
  insert into search_words (company_id, kind, record_id, word)
    select company_id, 'property', id, 'home' || seq from properties where id <> :property
    union all select company_id, 'deal', id, 'deal' || seq from deals where id <> :deal;
  update contacts set new_since = now() where kind = 'lead' and seq % 100 = 0;
  insert into reminders (id, company_id, user_id, contact_id, at)
    select gen_random_uuid(), :company, case when seq % 5000 = 0 then cast(:user as uuid) else gen_random_uuid() end, id,
      now() - interval '1 hour' from contacts where seq % 10 = 0;
  analyze;`;

describe('with much data', () => {
  let url: string;
  let contact: ContactId;
  let office: Awaited<ReturnType<typeof anOffice>> & { readonly user: UserId };

  beforeAll(async () => {
    url = await newDatabaseUrl();
    const driver = await openPostgres(url);
    const database = createDatabase(driver);
    const { company, ...rest } = await anOffice(database);
    office = { ...rest, company, user: (await aUser(database, company)).id };
    contact = office.contact;
    await driver.close();
    const root = new URL(url);
    root.username = 'postgres';
    const superuser = postgres(root.href, { max: 1, onnotice: () => {} });
    await superuser.unsafe(FILL.replaceAll(/:(\w+)/g, (_, name: 'company') => `'${office[name]}'`));
    await superuser.end();
  }, 240_000);

  /** The tables that the work reads from end to end, with plans for the given values and for any. */
  async function readWhole(work: (database: ReturnType<typeof createDatabase>) => Promise<unknown>): Promise<string[]> {
    const whole: string[] = [];
    await withPlans(work, (plan, text) => whole.push(...seqScans(plan).map((table) => `${table}: ${text}`)));
    return whole;
  }

  async function withPlans(
    work: (database: ReturnType<typeof createDatabase>) => Promise<unknown>,
    tell: (plan: Plan, text: string) => void,
  ): Promise<void> {
    const driver = await openPostgres(url);
    onTestFinished(() => driver.close());
    await work(createDatabase(explaining(driver, tell)));
  }

  const asClient = (work: Parameters<ReturnType<typeof storeOn>['transaction']>[1]) =>
    readWhole((database) => storeOn(database).transaction(office.company, work));

  it('would be told of a table that is read from end to end', async () => {
    const whole = await readWhole((database) =>
      database.transaction(office.company, ({ rows }) => rows("select id from contacts where phone = 'x'")),
    );
    expect(whole).toEqual([expect.stringContaining('contacts: '), expect.stringContaining('contacts: ')]);
  });

  it.each([...GROUPS, 'new', 'favourites'] as const)('lists offers by index: %s', async (which) => {
    expect(await asClient(({ offers }) => offers.list(contact, which, 3))).toEqual([]);
  });

  it('counts, finds, takes and changes offers by index', async () => {
    const whole = await asClient(async ({ offers }) => {
      await offers.count(contact, new Date());
      await offers.find(contact, office.offer);
      await offers.takeUnpushed(contact);
      await offers.around(contact);
      await offers.unjudged(contact);
      await offers.change(office.offer, { favourite: true });
    });
    expect(whole).toEqual([]);
  });

  it.each(TABS)('lists viewings by index: %s', async (tab) => {
    expect(await asClient(({ viewings }) => viewings.list(contact, tab, 1, new Date()))).toEqual([]);
  });

  it('counts viewings by index', async () => {
    expect(await asClient(({ viewings }) => viewings.count(contact, new Date()))).toEqual([]);
  });

  it('takes a turn by index', async () => {
    const whole = await asClient(async ({ chats, accounts }) => {
      await chats.take({
        company: office.company,
        account: office.account,
        channel: 'telegram',
        event: 'new',
        address: office.address,
        person: { identity: { kind: 'tg_user', id: '1' } },
        did: { is: 'ordered', command: 'home' },
      });
      await chats.listening(contact);
      await chats.cardsOf(office.offer as OfferId);
      await accounts.contactByEmail('mail777@client.test');
    });
    expect(whole).toEqual([]);
  });

  it.each([
    ['all', {}],
    ['by kind', { kind: 'lead' }],
    ['by e-mail', { email: 'Mail777@client.test' }],
    ['by a prefix that many have', { q: 'last' }],
    ['by a prefix that few have', { q: 'Last19999' }],
    ['by two words', { q: 'first777 last777' }],
  ] as const)('lists contacts by index: %s', async (_, filter) => {
    const span = { limit: 50, before: 100_000 };
    expect(await asClient(({ records }) => records.contacts.list(filter, span))).toEqual([]);
  });

  it('lists everything else of the CRM by index', async () => {
    const span = { limit: 50, before: 10_000 };
    const day = { moment: new Date(), day: '2026-11-23' };
    const whole = await asClient(async ({ records }) => {
      await records.deals.list({}, span);
      await records.properties.list({}, span);
      await records.dealProperties.list(office.deal as DealId, span);
      await records.meetings.list({}, span);
      await records.meetings.list({ status: 'pending' }, span);
      await records.meetings.list({ status: 'confirmed', from: day, to: day }, span);
      await records.activities.list({ contact }, span);
      await records.activities.list({ deal: office.deal }, span);
    });
    expect(whole).toEqual([]);
  });

  it('reads what the desk shows by index, of many records at once', async () => {
    const span = { limit: 50, before: 10_000 };
    const deal = office.deal as DealId;
    const whole = await asClient(async ({ records, overviews }) => {
      await overviews.countPeople();
      const people = await records.contacts.list({ kind: 'lead' }, span);
      await overviews.contacts(people.items.map(({ id }) => id));
      await overviews.contact(contact);
      const deals = await records.deals.list({ status: 'lost' }, span);
      await overviews.deals([deal, ...deals.items.map(({ id }) => id)]);
      await overviews.dealHomes(deal, 60);
      await overviews.opinions(deal);
      await overviews.dealCounts(deal);
      await overviews.homes([office.property as PropertyId]);
      await overviews.findHomes('nowhere', { id: deal, type: 'Buy' }, 20);
      await overviews.files([newId<'media'>()]);
      await overviews.colleagues();
      await records.activities.list({ all: true }, span);
      await records.activities.list({ contact, by: 'client' }, span);
      await records.meetings.list({ deals: [deal], contact }, span);
    });
    expect(whole).toEqual([]);
  });

  it.each([
    'l',
    'last',
    'last19999',
    'first777 last777',
    'first1 last2',
    'f l m',
    'home deal first',
    '612 345',
    'nobody',
  ])('finds by index: %s', async (words) => {
    expect(await asClient(({ search }) => search.find(words))).toEqual([]);
  });

  it.each(['mine', 'office'] as const)('lists what waits by index, and soon: %s', async (whose) => {
    const by = { id: office.user, name: 'Ana', role: 'Admin' } as const;
    const clock = { now: () => new Date() };
    const whole = await asClient(async (kept) => {
      const { next } = await listWaits({ ...kept, clock }, by, { whose, limit: 50, after: {} });
      await listWaits({ ...kept, clock }, by, { whose, limit: 50, after: next ?? {} });
      await showToday({ ...kept, clock }, by, whose);
      await showWeek({ ...kept, clock }, by, whose, dayOf(clock.now(), 'Europe/Madrid'));
    });
    expect(whole).toEqual([]);
  });

  it('finds what a channel account sent last in an index of its own, not among all that others sent', async () => {
    const read: string[] = [];
    await withPlans(
      (database) =>
        storeOn(database).transaction(office.company, ({ channelAccounts }) =>
          channelAccounts.lastMessages([office.account as ChannelAccountId]),
        ),
      (plan) => read.push(...indexesOf(plan).filter((name) => name.startsWith('deliveries'))),
    );
    expect(read).toEqual(['deliveries_sent', 'deliveries_sent']);
  });

  it('claims deliveries and events by index', async () => {
    const whole = await readWhole(async (database) => {
      const accounts = [office.account];
      await createDeliveries(database).claim({ by: crypto.randomUUID(), accounts, limit: 10, leaseSeconds: 30 });
      await createDeliveries(database).reclaim(['code']);
      await createDeliveries(database).idle();
      await createEvents(database, { newId }).claim(accounts, 10, 30);
      await createEvents(database, { newId }).waits(office.account, 'a5');
    });
    expect(whole).toEqual([]);
  });
});

const storeOn = (database: ReturnType<typeof createDatabase>) =>
  createStore(database, { clock: aClock(), newId }, crmPorts);

/** Tells the plans of each statement before it runs: one for its values, one for any (which a statement used often gets). */
function explaining(driver: Driver, tell: (plan: Plan, text: string) => void): Driver {
  let count = 0;
  const explain = async ({ rows, write }: Connection, text: string, values: Values = []) => {
    if (!/^\s*(select|with|insert|update|delete)/i.test(text)) return;
    const name = `explained_${count++}`;
    write(`prepare ${name} as ${text}`);
    for (const mode of ['force_custom_plan', 'force_generic_plan']) {
      write(`set local plan_cache_mode = ${mode}`);
      const [row] = await rows<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `explain (format json) execute ${name}${values.length > 0 ? `(${values.map(literal).join(', ')})` : ''}`,
      );
      const [plan] = row?.['QUERY PLAN'] ?? [];
      if (plan) tell(plan.Plan, `${mode} ${text}`);
    }
  };
  return {
    ...driver,
    transaction: (sight, work) =>
      driver.transaction(sight, (connection) =>
        work({
          rows: async (text, values) => {
            await explain(connection, text, values);
            return connection.rows(text, values);
          },
          arrays: async (text, values) => {
            await explain(connection, text, values);
            return connection.arrays(text, values);
          },
          write: connection.write,
        }),
      ),
  };
}

function literal(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `'{${value.join(',')}}'`;
  const text =
    value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `'${text.replaceAll("'", "''")}'`;
}

function seqScans(plan: Plan): string[] {
  const own =
    plan['Node Type'] === 'Seq Scan' && BIG.includes(plan['Relation Name'] ?? '') ? [plan['Relation Name'] ?? ''] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(seqScans)];
}

function indexesOf(plan: Plan): string[] {
  const own = plan['Index Name'] ? [plan['Index Name']] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(indexesOf)];
}
