import type { DealId, MediaId, OfferId, PropertyId } from '#core/ids.ts';
import { areaOf } from '#core/offers/area.ts';
import type { Group } from '#core/offers/groups.ts';
import type { Counts, Offer, OfferChange, OfferStatus, Offers, Search } from '#core/offers/offer.ts';
import { PAGE } from '#core/offers/offer.ts';
import { fellFrom } from '#core/offers/price.ts';
import { assignments } from './assignments.ts';
import { pointOf, type StoredPoint } from './point.ts';
import type { PortNeeds } from './port-needs.ts';

/** What an offer shows of a property. Internal columns are never read here, and neither is the street; of the place, only the area goes on (rule 9). */
const COLUMNS = `
  o.id, o.status, o.favourite, o.visited_at, o.rating, o.reject_reasons, o.reject_text,
  d.id as deal_id, d.name as deal_name, d.type as deal_type, d.status as deal_status,
  p.id as property_id, p.status as property_status, p.tesoro_reference, p.name, p.type, p.transaction, p.price,
  p.former_price, p.price_changed_at, p.currency, p.number_of_bedrooms, p.number_of_bathrooms, p.builded_area, p.useful_area, p.plot_size, p.energy_rating,
  p.description, p.address ->> 'city' as city, p.address ->> 'state' as state, p.location as point, p.features, p.virtual_tour_url,
  array(select m.id from media m
        where m.company_id = p.company_id and m.owner_kind = 'property' and m.owner_id = p.id
        order by m.sort, m.seq)::text[] as photos,
  (select jsonb_build_object('id', v.id, 'status', v.status) from meetings v
   where v.deal_id = o.deal_id and v.property_id = o.property_id and v.status in ('pending', 'confirmed', 'completed')
   order by v.seq desc limit 1) as viewing`;

const VISIBLE = "('proposed', 'pending', 'interested', 'rejected', 'approved')";

/** The offers that the contact $1 may see. */
const MINE = `
  deal_contacts k
  join deals d on d.id = k.deal_id and d.type in ('Buy', 'Rent')
  join deal_properties o on o.deal_id = d.id and o.status in ${VISIBLE}`;

const VISITED = "o.visited_at is not null and o.status in ('proposed', 'pending', 'interested')";

/** What can't be had any more is nothing to judge. */
const OPEN =
  "d.status = 'open' and exists (select 1 from properties a where a.id = o.property_id and a.status in ('active', 'reserved'))";
const NEW = `o.status = 'proposed' and o.opened_at is null and ${OPEN}`;
const UNJUDGED = `o.status in ('proposed', 'pending') and o.visited_at is null and ${OPEN}`;

/** Where each visible offer stands (SPEC 3.1); in the words of `groupOf` in the core. */
const IN_GROUP: Readonly<Record<Group | 'new' | 'favourites', string>> = {
  toRate: UNJUDGED,
  interested: "o.status = 'interested' and o.visited_at is null",
  rejected: "o.status = 'rejected'",
  visited: VISITED,
  approved: "o.status = 'approved'",
  new: NEW,
  favourites: 'o.favourite',
};

const FIND = `
  select ${COLUMNS}
  from ${MINE} join properties p on p.id = o.property_id
  where k.contact_id = $1 and o.id = $2
  for no key update of o`;

const COUNT = `
  select ${Object.entries(IN_GROUP)
    .map(([name, stands]) => `count(*) filter (where ${stands})::int as "${name}"`)
    .join(', ')},
    count(*) filter (where o.rating is not null)::int as ratings,
    (select count(*)::int from deal_contacts k join meetings m on m.deal_id = k.deal_id
     where k.contact_id = $1 and m.status = 'confirmed' and m.start_date > $2) as upcoming
  from ${MINE} where k.contact_id = $1`;

/** The ids of a page first, then what is shown of those few; one row without an offer where the page is empty. */
const listOf = (stands: string) => `
  with mine as materialized (
    select o.id, o.proposed_at, o.seq from ${MINE} where k.contact_id = $1 and ${stands}
  ), page as (
    select id, proposed_at, seq from mine order by proposed_at desc nulls last, seq desc limit ${PAGE} offset $2
  )
  select total.total, ${COLUMNS}
  from (select count(*)::int as total from mine) total
  left join (
    page join deal_properties o on o.id = page.id join deals d on d.id = o.deal_id join properties p on p.id = o.property_id
  ) on true
  order by page.proposed_at desc nulls last, page.seq desc`;

const LISTS = {
  toRate: listOf(IN_GROUP.toRate),
  interested: listOf(IN_GROUP.interested),
  rejected: listOf(IN_GROUP.rejected),
  visited: listOf(IN_GROUP.visited),
  approved: listOf(IN_GROUP.approved),
  new: listOf(IN_GROUP.new),
  favourites: listOf(IN_GROUP.favourites),
} as const;

const ALL = `
  select ${COLUMNS} from ${MINE} join properties p on p.id = o.property_id
  where k.contact_id = $1 order by o.proposed_at desc nulls last, o.seq desc`;

const TAKE_UNPUSHED = `
  with mine as (
    select o.id from ${MINE}
    where k.contact_id = $1 and o.status = 'proposed' and o.pushed_at is null and d.status = 'open'
    for no key update of o
  ), o as (
    update deal_properties t set pushed_at = $2 from mine where t.id = mine.id and t.pushed_at is null returning t.*
  )
  select ${COLUMNS}
  from o join deals d on d.id = o.deal_id join properties p on p.id = o.property_id
  order by o.proposed_at desc nulls last, o.seq desc`;

const UNJUDGED_FIRST = `
  with mine as materialized (
    select o.id, o.status = 'proposed' and o.opened_at is null as is_new, o.proposed_at, o.seq
    from ${MINE} where k.contact_id = $1 and ${UNJUDGED}
  ), page as (
    select * from mine order by is_new desc, proposed_at desc nulls last, seq desc limit 1
  )
  select total.total, ${COLUMNS}
  from (select count(*)::int as total from mine) total
  left join (
    page join deal_properties o on o.id = page.id join deals d on d.id = o.deal_id join properties p on p.id = o.property_id
  ) on true`;

const AROUND = `
  select
    (select count(*)::int from (
      select 1 from deal_contacts k join deals d on d.id = k.deal_id and d.type in ('Buy', 'Rent')
      where k.contact_id = $1
        and exists (select 1 from deal_properties o where o.deal_id = d.id and o.status in ${VISIBLE})
      limit 2
    ) several) as deals,
    exists (select 1 from ${MINE} where k.contact_id = $1 and ${UNJUDGED}) as waits`;

const SEARCH = `
  select case
    when bool_and(d.status <> 'open') and bool_or(d.status = 'won') then 'won'
    when bool_and(d.status <> 'open') then 'lost'
    else 'open' end as search
  from deal_contacts k join deals d on d.id = k.deal_id and d.type in ('Buy', 'Rent')
  where k.contact_id = $1
    and exists (select 1 from deal_properties o where o.deal_id = d.id and o.status in ${VISIBLE})`;

export function createOffers({ tx, clock }: PortNeeds): Offers {
  return {
    async find(contact, offer) {
      const [row] = await tx.rows<OfferRow>(FIND, [contact, offer]);
      return row && offerOf(row, clock.now());
    },

    async count(contact, now) {
      const [counts] = await tx.rows<Counts>(COUNT, [contact, now]);
      if (!counts) throw new Error('counting answered nothing');
      return counts;
    },

    async list(contact, which, page) {
      const now = clock.now();
      const rows = await tx.rows<(OfferRow | { id: null }) & { total: number }>(LISTS[which], [contact, page * PAGE]);
      const items = rows.flatMap((row) => (row.id === null ? [] : [offerOf(row, now)]));
      const total = rows[0]?.total ?? 0;
      return { items, total, more: total > (page + 1) * PAGE };
    },

    all: async (contact) => (await tx.rows<OfferRow>(ALL, [contact])).map((row) => offerOf(row, clock.now())),

    async takeUnpushed(contact) {
      const now = clock.now();
      return (await tx.rows<OfferRow>(TAKE_UNPUSHED, [contact, now])).map((row) => offerOf(row, now));
    },

    async change(offer, change) {
      const values: unknown[] = [offer];
      const set = assignments(values, columnsOf(change));
      if (set) tx.write(`update deal_properties set ${set} where id = $1`, values);
    },

    async searchOf(contact) {
      const [row] = await tx.rows<{ search: Search }>(SEARCH, [contact]);
      if (!row) throw new Error('an aggregate answered nothing');
      return row.search;
    },

    async unjudged(contact) {
      const [row] = await tx.rows<(OfferRow | { id: null }) & { total: number }>(UNJUDGED_FIRST, [contact]);
      return { first: row && row.id !== null ? offerOf(row, clock.now()) : undefined, total: row?.total ?? 0 };
    },

    async around(contact) {
      const [row] = await tx.rows<{ deals: number; waits: boolean }>(AROUND, [contact]);
      return { severalDeals: (row?.deals ?? 0) > 1, waits: row?.waits ?? false };
    },
  };
}

/** What is offered anew waits for its push again. */
const columnsOf = (change: OfferChange) => ({
  status: change.status,
  favourite: change.favourite,
  reject_reasons: change.rejectReasons,
  reject_text: change.rejectText,
  rating: change.rating,
  opened_at: change.openedAt,
  verdict_at: change.verdictAt,
  proposed_at: change.proposedAt,
  pushed_at: change.proposedAt ? null : undefined,
  visited_at: change.visitedAt,
});

type OfferRow = {
  id: OfferId;
  status: OfferStatus;
  favourite: boolean;
  visited_at: Date | null;
  rating: number | null;
  reject_reasons: string[];
  reject_text: string | null;
  deal_id: DealId;
  deal_name: string;
  deal_type: string;
  deal_status: 'open' | 'won' | 'lost';
  property_id: PropertyId;
  property_status: Offer['property']['status'];
  tesoro_reference: string;
  name: string;
  type: string;
  transaction: 'for_sale' | 'for_rent';
  price: string;
  former_price: string | null;
  price_changed_at: Date | null;
  currency: string;
  number_of_bedrooms: number | null;
  number_of_bathrooms: number | null;
  builded_area: number | null;
  useful_area: number | null;
  plot_size: number | null;
  energy_rating: Offer['property']['energyRating'];
  description: Offer['property']['description'];
  city: string | null;
  state: string | null;
  point: StoredPoint | null;
  features: Record<string, boolean>;
  virtual_tour_url: string | null;
  photos: MediaId[];
  viewing: Offer['viewing'];
};

const offerOf = (row: OfferRow, now: Date): Offer => ({
  id: row.id,
  status: row.status,
  favourite: row.favourite,
  visitedAt: row.visited_at,
  rating: row.rating,
  rejectReasons: row.reject_reasons,
  rejectText: row.reject_text,
  deal: { id: row.deal_id, name: row.deal_name, type: row.deal_type, status: row.deal_status },
  property: {
    id: row.property_id,
    status: row.property_status,
    reference: row.tesoro_reference,
    name: row.name,
    type: row.type,
    transaction: row.transaction,
    price: Number(row.price),
    fellFrom: fellFrom(
      {
        price: Number(row.price),
        formerPrice: row.former_price === null ? null : Number(row.former_price),
        priceChangedAt: row.price_changed_at,
      },
      now,
    ),
    currency: row.currency,
    bedrooms: row.number_of_bedrooms,
    bathrooms: row.number_of_bathrooms,
    builtArea: row.builded_area,
    usefulArea: row.useful_area,
    plotSize: row.plot_size,
    energyRating: row.energy_rating,
    description: row.description,
    city: row.city,
    state: row.state,
    area: areaAround(pointOf(row.point)),
    features: Object.keys(row.features).filter((feature) => row.features[feature] === true),
    virtualTourUrl: row.virtual_tour_url,
    photos: row.photos,
  },
  viewing: row.viewing,
});

const areaAround = (point: ReturnType<typeof pointOf>) => point && areaOf(point);
