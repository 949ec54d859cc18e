import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, apiOf, type Body, makeCompany, type Office } from '#bots/acceptance/an-office.ts';
import { newId } from '#db/testing.ts';
import { aRequest } from './a-request.ts';
import { writesToAgent } from './a-talk.ts';
import { signedIn } from './a-user.ts';
import type { Visitor } from './a-visitor.ts';
import { type ConsoleRoute, consoleRoutes } from './console-routes.ts';

/** Every table that holds records of offices. */
const TABLES = `
  select table_name as name, bool_or(column_name = 'id') as "hasId" from information_schema.columns
  where table_schema = current_schema() group by table_name
  having bool_or(column_name = 'company_id') or table_name = 'companies' order by 1`;
type Rows = ReadonlyMap<string, readonly { readonly id: string; readonly row: string }[]>;

/** Enough of everything that forms ask for, so that none is sent back before it looks for its record. */
const FILLED = {
  ...{
    start: '2027-03-01T10:00:00Z',
    when: '2027-03-01T10:00:00Z',
    day: '2027-03-01',
    clock: '10:00',
    why: 'noneWorks',
  },
  ...{ reason: 'Because.', text: 'Hello.', words: 'Hello.', title: 'Other', name: 'Other', role: 'Admin', price: '1' },
  ...{ place: '0', stage: 'Offer', lane: 'proposed', how: 'now', lang: 'en', type: 'villa', transaction: 'for_sale' },
  ...{ first_name: 'Other', last_name: 'Other', email: 'other@mail.test', language: 'en', note: 'Other' },
  ...{ url: 'https://other.test/hook', events: 'meeting.created', kind: 'Buy', status: 'sold' },
};
/** Fields that name a record, by the table that it is in. */
const NAMING = {
  ...{ home: 'properties', deal: 'deals', contact: 'contacts', client: 'contacts', user: 'users', heir: 'users' },
  ...{ assigned_to: 'users', fallback: 'users', answer: 'saved_answers' },
} as const;
/** What addresses and fields may name. */
const NAMED: readonly string[] = [
  ...['contacts', 'properties', 'media', 'deals', 'meetings', 'messages', 'deliveries', 'users', 'channel_accounts'],
  ...['api_keys', 'webhooks', 'saved_answers', 'events'],
];
/** What is over is ended already: it is said of a session that never was, too. */
const OVER_ALREADY = '/crm/settings/me/sessions/:id/end';
/** Hundreds of requests, one after the other. */
const LONG_MS = 180_000;

describe('another office’s records', () => {
  let office: Office;
  let stranger: Visitor;
  let csrf: string;
  let strangers: Body;
  let routes: readonly ConsoleRoute[];

  const rowsOf = (company: string): Promise<Rows> =>
    office.product().database.systemScope(async (tx) => {
      const all = new Map<string, readonly { readonly id: string; readonly row: string }[]>();
      for (const { name, hasId } of await tx.rows<{ name: string; hasId: boolean }>(TABLES, [])) {
        const [id, own] = [hasId ? 'id::text' : "''", name === 'companies' ? 'id' : 'company_id'];
        const rows = `select ${id} as id, to_jsonb(t)::text as row from ${name} t where ${own} = $1 order by 1, 2`;
        all.set(name, await tx.rows(rows, [company]));
      }
      return all;
    });
  const idsOf = (rows: Rows): readonly string[] => NAMED.flatMap((name) => rows.get(name)?.[0]?.id ?? []);
  const filled = (path: string, first: string, others: string): string => {
    const holes = ['status', 'transport', 'channel', 'nth'];
    const known: Readonly<Record<string, string>> = {
      status: 'sold',
      transport: 'bot_api',
      channel: 'telegram',
      nth: '1',
    };
    let isFirst = true;
    return path.replaceAll(/:(\w+)/g, (_, name: string) => {
      if (holes.includes(name)) return known[name] ?? '';
      const id = isFirst ? first : others;
      isFirst = false;
      return id;
    });
  };
  const posts = (path: string, fields: Readonly<Record<string, string>> = {}) =>
    stranger.posts(path, { csrf, ...FILLED, ...fields }, { 'sec-fetch-site': 'same-origin', 'hx-request': 'true' });

  beforeAll(async () => {
    office = await anOffice();
    const { phone, client } = await aRequest(office, 'Emma', 'Casa Propia');
    await writesToAgent(phone, 'A word of our own');
    await office.api('POST', `/contacts/${client.contact}/portal-user`);
    await office.api('POST', '/webhooks', { url: 'https://ours.test/hook', events: ['meeting.created'] });
    await office.api('POST', '/answers', { title: 'Ours', texts: { en: 'Ours' } });
    await office.settled();
    const other = await makeCompany(office.env, 'otra');
    const api = apiOf(office.url, other.api_key);
    const contact = await api('POST', '/contacts', {
      first_name: 'Otra',
      last_name: 'Persona',
      email: 'otra@mail.test',
    });
    const deal = await api('POST', '/deals', { name: 'Otra', type: 'Buy', contacts: [contact.body.id] });
    const home = { name: 'Otra casa', type: 'villa', transaction: 'for_sale', price: 1 };
    strangers = {
      ...{ contact: contact.body.id, deal: deal.body.id, home: (await api('POST', '/properties', home)).body.id },
      ...{ company: other.company_id, user: other.admin.id },
    };
    stranger = await signedIn(office, other.admin);
    csrf = /name="csrf" value="([^"]+)"/.exec((await stranger.get('/crm/today')).text)?.[1] ?? '';
    routes = (await consoleRoutes()).filter(({ path }) => /:(?!transport\b)\w+/.test(path) && !/:token|\*/.test(path));
  });

  it(
    'are nowhere, by any page',
    async () => {
      const ids = idsOf(await rowsOf(office.made.company_id));
      const seen = new Set<string>();
      const look = async (path: string, id: string) => {
        const { status, text } = await stranger.get(filled(path, id, id));
        if (status !== 404 || /Casa Propia|Emma|of our own/.test(text)) seen.add(`${status} ${path}`);
      };
      for (const { path } of routes.filter(({ method }) => method === 'GET'))
        await Promise.all(ids.map((id) => look(path, id)));

      expect(seen).toEqual(new Set());
      expect(ids.length).toBeGreaterThan(NAMED.length / 2);
    },
    LONG_MS,
  );

  it(
    'are changed by no form, and answered as what never was',
    async () => {
      const before = await rowsOf(office.made.company_id);
      const ids = idsOf(before);
      const answered = new Set<string>();
      for (const { path } of routes.filter(({ method }) => method === 'POST')) {
        const never = await posts(filled(path, newId(), newId()));
        for (const { status } of await Promise.all(ids.map((id) => posts(filled(path, id, id)))))
          if (status !== never.status || (status < 400 && path !== OVER_ALREADY))
            answered.add(`${status} ${never.status} ${path}`);
      }

      expect(answered).toEqual(new Set());
      expect(await rowsOf(office.made.company_id)).toEqual(before);
    },
    LONG_MS,
  );

  it(
    'are not taken up by a form about one’s own, whatever it names',
    async () => {
      const before = await rowsOf(office.made.company_id);
      const of = (table: string) => before.get(table)?.[0]?.id ?? '';
      const fields = Object.fromEntries(Object.entries(NAMING).map(([name, table]) => [name, of(table)]));
      for (const { path } of routes.filter(({ method }) => method === 'POST'))
        for (const own of [strangers.contact, strangers.deal, strangers.home])
          await posts(filled(path, own, of('media')), fields);

      expect(await rowsOf(office.made.company_id)).toEqual(before);
      const theirs = JSON.stringify([...(await rowsOf(strangers.company)).values()]);
      for (const id of Object.values(fields)) expect(theirs.includes(id)).toBe(false);
    },
    LONG_MS,
  );
});
