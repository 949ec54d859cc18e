import postgres from 'postgres';

const PEOPLE = `
  insert into contacts (id, company_id, kind, first_name, last_name, email, phone, assigned_to)
  select gen_random_uuid(), $1, 'contact', f.names[1 + n % 10], l.names[1 + (n / 10) % 10] || chr(97 + n % 26) || chr(97 + (n / 26) % 26),
    'client' || n || '@example.com', '+346' || lpad(n::text, 8, '0'), $3
  from generate_series(1, $2::int) n,
    (select array['Emma','Jonas','Sanne','Astrid','Camille','Piotr','Vera','Olaf','Ida','Kim'] as names) f,
    (select array['Clarke','Lindner','Verbeek','Nyberg','Fournel','Kowal','Moreno','Hansen','Rossi','Silva'] as names) l`;
const HOMES = `
  insert into properties (id, company_id, name, tesoro_reference, type, transaction, price, currency, address)
  select gen_random_uuid(), $1, 'Finca ' || n, 'B-' || n, 'villa', 'for_sale', 300000 + n, 'EUR',
    jsonb_build_object('city', 'Town ' || n % 9) from generate_series(1, $2::int) n`;
/** As the trigger would write them, which takes minutes where so many come at once. */
const WORDS_OF_PEOPLE = `
  insert into search_words (company_id, kind, record_id, word)
  select distinct $1::uuid, 'contact', id, w.word from contacts c, lateral (
    select unnest(array[lower(first_name), lower(last_name), lower(email), split_part(email, '@', 1), 'example.com',
      substr(phone, 2), substr(phone, 3), substr(phone, 4)]) as word) w where c.company_id = $1`;
const WORDS_OF_REST = `
  insert into search_words (company_id, kind, record_id, word)
  select $1::uuid, 'property', id, unnest(array['finca', tesoro_word, split_part(tesoro_word, '-', 2)])
  from (select id, lower(tesoro_reference) as tesoro_word from properties where company_id = $1) p
  union select $1::uuid, 'deal', id, unnest(string_to_array(lower(name), ' ')) from deals where company_id = $1`;
/** Everybody's own deal, with a request for two of the next ten days; every eighth open one is offered a time, those after them are agreed. */
const REQUESTS = `
  with one as (
    select k.id as contact, p.id as property, gen_random_uuid() as deal, k.n from
      (select id, row_number() over (order by seq) as n from contacts where company_id = $1 order by seq limit $2::int) k
      join (select id, row_number() over (order by seq) as n from properties where company_id = $1) p on p.n = k.n
  ), deals as (
    insert into deals (id, company_id, name, type, assigned_to) select deal, $1, 'Search ' || n, 'Buy', $3 from one returning id
  ), members as (
    insert into deal_contacts (id, company_id, deal_id, contact_id) select gen_random_uuid(), $1, deal, contact from one
  ), offers as (
    insert into deal_properties (id, company_id, deal_id, property_id, status) select gen_random_uuid(), $1, deal, property, 'interested' from one
  )
  insert into meetings (id, company_id, deal_id, property_id, contact_id, owner_id, status, preferred_dates, asked_at, ics_uid, start_date, end_date, proposed_start)
  select gen_random_uuid(), $1, deal, property, contact, $3,
    case when n > $4 then 'confirmed' else 'pending' end,
    jsonb_build_array(
      jsonb_build_object('date', (now() + (1 + n % 9) * interval '1 day')::date, 'part_of_day', 'morning'),
      jsonb_build_object('date', (now() + (2 + n % 9) * interval '1 day')::date, 'part_of_day', 'any')),
    now() - n * interval '1 minute', 'bench-' || n,
    case when n > $4 then at end, case when n > $4 then at + interval '45 minutes' end,
    case when n <= $4 and n % 8 = 1 then at end
  from (select *, date_trunc('day', now()) + (n % 12) * interval '1 day' + (9 + n % 9) * interval '1 hour' as at from one) o`;

export type DeskSeed = {
  readonly contacts: number;
  readonly homes: number;
  /** Requests for which no time is agreed. */
  readonly open: number;
  readonly agreed: number;
};

/** Fills the first company with contacts and requests, all its first Admin's. */
export async function seedDesk(databaseUrl: string, { contacts, homes, open, agreed }: DeskSeed): Promise<void> {
  const asRoot = new URL(databaseUrl);
  asRoot.username = 'postgres';
  const root = postgres(asRoot.href, { max: 1 });
  const run = (text: string, values: (string | number)[] = []) => root.unsafe(text, values);
  const [admin] = await root<{ id: string; company_id: string }[]>`select id, company_id from users`;
  if (!admin) throw new Error('the company has no Admin');
  const { id, company_id: company } = admin;
  await run('set session_replication_role = replica');
  await run(PEOPLE, [company, contacts, id]);
  await run(HOMES, [company, homes]);
  await run(REQUESTS, [company, open + agreed, id, open]);
  await run(WORDS_OF_PEOPLE, [company]);
  await run(WORDS_OF_REST, [company]);
  await run('analyze');
  await root.end();
}
