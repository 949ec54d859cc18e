import { connect } from '#db/connect.ts';

/** Who taps in the bench: chats that are signed in, each with offers of its own to judge. */
export type Seeded = { readonly chats: readonly { readonly address: string; readonly offers: readonly string[] }[] };

const CLIENTS = `
  with numbered as (select n, gen_random_uuid() as contact, gen_random_uuid() as account, gen_random_uuid() as deal from generate_series(1, $2::int) n),
  people as (
    insert into contacts (id, company_id, kind, first_name, last_name, email)
    select contact, $1, 'contact', 'Client', 'Bench', 'client' || n || '@example.com' from numbered returning id
  ), users as (
    insert into portal_users (id, company_id, contact_id, email, status)
    select account, $1, contact, 'client' || n || '@example.com', 'Active' from numbered returning id
  ), searches as (
    insert into deals (id, company_id, name, type) select deal, $1, 'Search ' || n, 'Buy' from numbered returning id
  ), members as (
    insert into deal_contacts (id, company_id, deal_id, contact_id) select gen_random_uuid(), $1, deal, contact from numbered returning id
  )
  insert into chats (id, company_id, channel_account_id, address, portal_user_id, invited, language)
  select gen_random_uuid(), $1, $3, (800000000 + n)::text, account, true, 'en' from numbered`;
const HOMES = `
  insert into properties (id, company_id, name, tesoro_reference, type, transaction, price, currency, number_of_bedrooms)
  select gen_random_uuid(), $1, 'Home ' || n, 'B-' || n, 'villa', 'for_sale', 300000 + n, 'EUR', 3 from generate_series(1, $2::int) n`;
const OFFERS = `
  insert into deal_properties (id, company_id, deal_id, property_id, status, proposed_at)
  select gen_random_uuid(), $1, d.id, p.id, 'proposed', now() from deals d cross join properties p`;
const FOUND = `
  select c.address, array_agg(o.id::text) as offers from chats c
  join portal_users u on u.id = c.portal_user_id join deal_contacts k on k.contact_id = u.contact_id
  join deal_properties o on o.deal_id = k.deal_id group by c.address order by c.address`;

/** Fills the first company: `clients` signed-in chats, each with `offers` offers. */
export async function seed(databaseUrl: string, clients: number, offers: number): Promise<Seeded> {
  const database = await connect({ databaseUrl });
  try {
    return await database.systemScope(async ({ rows }) => {
      const [account] = await rows<{ id: string; company_id: string }>('select id, company_id from channel_accounts');
      if (!account) throw new Error('the product has made no channel account yet');
      await rows(CLIENTS, [account.company_id, clients, account.id]);
      await rows(HOMES, [account.company_id, offers]);
      await rows(OFFERS, [account.company_id]);
      for (const table of ['contacts', 'deals', 'deal_contacts', 'deal_properties', 'properties', 'chats'])
        await rows(`analyze ${table}`);
      return { chats: await rows<{ address: string; offers: string[] }>(FOUND) };
    });
  } finally {
    await database.close();
  }
}
