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
    ? `(select d.assigned_to from deals d where d.id = ${deal})`
    : `(select d.assigned_to
        from deal_contacts k join lateral (select * from deals where id = k.deal_id offset 0) d on true
        where k.contact_id = ${contact} and d.status = 'open' and d.assigned_to is not null
        order by d.seq desc limit 1)`;
  const ofContact = `(select c.assigned_to from contacts c where c.id = ${contact})`;
  return `coalesce(${known ? `${known}, ` : ''}${ofDeal}, ${ofContact}, (${ADMINS} order by u.seq limit 1))`;
}
