/** The active Admins of the company that is $1. */
export const ADMINS = `
  select u.id from users u where u.company_id = $1 and u.role = 'Admin' and u.status = 'Active'`;

/** What is asked whose it is, as SQL: who is known to own it, the deal where it is of one, and the client. */
type Asked = { readonly known?: string; readonly deal?: string; readonly contact: string };

/**
 * Whose something is (SPEC 2): who is known to own it, else the deal's user, else the contact's, else the first Admin of the
 * company that is $1. Without a deal the client's open ones are looked at, by their ids: `offset 0` keeps Postgres from
 * walking through all deals of the office instead.
 */
export function ownerOf({ known, deal, contact }: Asked): string {
  const ofDeal = deal
    ? `(select own.assigned_to from deals own where own.id = ${deal})`
    : `(select own.assigned_to
        from deal_contacts shared join lateral (select * from deals where id = shared.deal_id offset 0) own on true
        where shared.contact_id = ${contact} and own.status = 'open' and own.assigned_to is not null
        order by own.seq desc limit 1)`;
  const ofContact = `(select person.assigned_to from contacts person where person.id = ${contact})`;
  return `coalesce(${known ? `${known}, ` : ''}${ofDeal}, ${ofContact}, (${ADMINS} order by u.seq limit 1))`;
}
