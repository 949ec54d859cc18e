import type { Interest, ListedViewing, Listing, ListingFilter, Listings, Reach } from '#core/crm/listings.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { firstPhotoOf } from './first-photo.ts';
import { sliceOf } from './slice-of.ts';

/** What the office has not shown them they have not been offered. */
const SHOWN = "dp.status not in ('preselect', 'rejected_by_agent')";
const OPEN = "('pending', 'confirmed')";

const WANTED = `
  p.company_id = $1 and ($2::text is null or p.status = $2) and ($3::text is null or p.transaction = $3)
  and ($4::text is null or strpos(lower(p.name), $4) > 0 or strpos(lower(p.address ->> 'city'), $4) > 0
    or starts_with(lower(p.reference), $4) or starts_with(lower(p.tesoro_reference), $4))`;
const COUNT = `select count(*)::int as count from properties p where ${WANTED}`;
const LIST = `
  with page as (
    select p.* from properties p where ${WANTED} and ($5::bigint is null or p.seq < $5) order by p.seq desc limit $6
  )
  select p.id, p.name, p.status, p.reference, p.tesoro_reference, p.transaction, p.price::float8 as price, p.currency,
    p.address ->> 'city' as city, p.seq, ${firstPhotoOf('p')} as photo, clients.offered, clients.interested, viewings.count as viewings
  from page p
  cross join lateral (
    select count(distinct dc.contact_id)::int as offered,
      count(distinct dc.contact_id) filter (where dp.status in ('interested', 'approved'))::int as interested
    from deal_properties dp join deal_contacts dc on dc.deal_id = dp.deal_id
    where dp.property_id = p.id and ${SHOWN}) clients
  cross join lateral (
    select count(*)::int as count from deal_properties dp
    join meetings m on m.deal_id = dp.deal_id and m.property_id = dp.property_id
    where dp.property_id = p.id and m.status in ${OPEN}) viewings
  order by p.seq desc`;

const INTEREST = `
  with clients as (
    select dp.status, dp.opened_at, dp.deal_id, dp.reject_reasons, dp.verdict_at, dc.contact_id
    from deal_properties dp join deal_contacts dc on dc.deal_id = dp.deal_id
    where dp.company_id = $1 and dp.property_id = $2 and ${SHOWN}
  ), reasons as (
    select reason, count(distinct contact_id)::int as count
    from clients cross join jsonb_array_elements_text(reject_reasons) reason
    where status = 'rejected' and verdict_at >= $4 group by reason
  ), held as (
    select m.status, m.start_date from deal_properties dp
    join meetings m on m.deal_id = dp.deal_id and m.property_id = dp.property_id
    where dp.company_id = $1 and dp.property_id = $2
  ), stars as (
    select distinct on (f.contact_id) f.contact_id, f.stars
    from (select distinct deal_id, contact_id from clients) c
    join feedback f on f.deal_id = c.deal_id and f.contact_id = c.contact_id
    where f.property_id = $2 and f.kind = 'rating' order by f.contact_id, f.seq desc
  )
  select count(distinct contact_id)::int as offered,
    count(distinct contact_id) filter (where opened_at is not null)::int as opened,
    count(distinct contact_id) filter (where status in ('interested', 'approved'))::int as interested,
    count(distinct contact_id) filter (where status = 'rejected' and verdict_at >= $4)::int as declined,
    coalesce((select json_agg(r order by r.count desc, r.reason) from reasons r), '[]') as reasons,
    (select count(*)::int from held where status = 'completed') as viewed,
    (select avg(stars)::float8 from stars) as stars,
    (select count(*)::int from stars) as visitors,
    (select min(start_date) from held where status = 'confirmed' and start_date > $3) as "nextViewing"
  from clients`;

const REACH = `
  select count(distinct dc.contact_id)::int as clients,
    (select count(*)::int from deal_properties o join meetings m on m.deal_id = o.deal_id and m.property_id = o.property_id
      where o.company_id = $1 and o.property_id = $2 and m.status in ${OPEN}) as viewings
  from deal_properties dp
  join deals d on d.id = dp.deal_id and d.status = 'open'
  join deal_contacts dc on dc.deal_id = dp.deal_id
  where dp.company_id = $1 and dp.property_id = $2 and ${SHOWN}`;

const VIEWINGS = `
  select m.id, m.status, m.start_date as start, m.created_at as "askedAt", u.name as owner,
    c.id as contact, c.first_name || ' ' || c.last_name as name
  from deal_properties dp
  join meetings m on m.deal_id = dp.deal_id and m.property_id = dp.property_id
  left join contacts c on c.id = m.contact_id
  left join users u on u.id = m.owner_id
  where dp.company_id = $1 and dp.property_id = $2 order by m.seq desc limit $3`;

export function createListings({ tx }: PortNeeds): Listings {
  const wanted = ({ q, status, transaction }: ListingFilter) => [
    tx.company,
    status ?? null,
    transaction ?? null,
    q?.toLowerCase() ?? null,
  ];
  return {
    async list(filter, span) {
      const rows = await tx.rows<ListingRow>(LIST, [...wanted(filter), span.before, span.limit + 1]);
      const { items, next } = sliceOf(rows, span);
      return { items: items.map(listingOf), next };
    },
    async count(filter) {
      const [row] = await tx.rows<{ count: number }>(COUNT, wanted(filter));
      return row?.count ?? 0;
    },
    async interest(property, now, since) {
      const [row] = await tx.rows<Interest>(INTEREST, [tx.company, property, now, since]);
      if (!row) throw new Error('a count without a row');
      return row;
    },
    async reach(property) {
      const [row] = await tx.rows<Reach>(REACH, [tx.company, property]);
      return row ?? { clients: 0, viewings: 0 };
    },
    async viewings(property, limit) {
      const rows = await tx.rows<ViewingRow>(VIEWINGS, [tx.company, property, limit]);
      return rows.map(({ contact, name, ...viewing }) => ({
        ...viewing,
        contact: contact && name !== null ? { id: contact, name } : null,
      }));
    },
  };
}

type ListingRow = Listing & { readonly seq: number };
type ViewingRow = Omit<ListedViewing, 'contact'> & {
  readonly contact: NonNullable<ListedViewing['contact']>['id'] | null;
  readonly name: string | null;
};

function listingOf(row: ListingRow): Listing {
  const { seq, ...listing } = row;
  return seq === undefined ? row : listing;
}
