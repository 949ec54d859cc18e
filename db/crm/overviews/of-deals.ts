import type { DealHome, DealOverview, LaneCounts, Opinion, Overviews } from '#core/crm/overviews.ts';
import type { DealId } from '#core/ids.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { HOME_COLUMNS, type HomeRow, homeLine } from './home-line.ts';
import { type LastRow, lastAction, lastOf } from './last-action.ts';

const DEALS = `
  select d.id, u.name as owner, people.people, coalesce(lanes.lanes, '{}') as lanes, last.*
  from deals d left join users u on u.id = d.assigned_to
  left join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.first_name || ' ' || c.last_name, 'photo', c.photo)
      order by dc.position, dc.id), '[]') as people
    from deal_contacts dc join contacts c on c.id = dc.contact_id where dc.deal_id = d.id
  ) people on true
  left join lateral (
    select jsonb_object_agg(status, many) as lanes
    from (select status, count(*)::int as many from deal_properties where deal_id = d.id group by status) l
  ) lanes on true
  ${lastOf('d.id', 'deal_id')}
  where d.company_id = $1 and d.id = any($2::uuid[])`;

/** What is read of other tables only for those that are shown. */
const HOMES = `
  select o.id as offer, o.status as lane, o.proposed_at as "proposedAt", o.pushed_at as "pushedAt",
    o.opened_at as "openedAt", o.visited_at as "visitedAt", o.reject_reasons as "rejectReasons",
    o.reject_text as "rejectText", o.favourite as "isFavourite", o.rating, ${HOME_COLUMNS},
    (select v.state from deliveries v where v.shows_offer_id = o.id order by v.seq desc limit 1) as delivery,
    viewing.status as viewing_status, viewing.start_date as viewing_start
  from (
    select *, row_number() over (partition by status order by proposed_at desc nulls last, seq desc) as nth
    from deal_properties where deal_id = $1
  ) o
  join properties h on h.id = o.property_id
  left join lateral (
    select m.status, m.start_date from meetings m
    where m.deal_id = o.deal_id and m.property_id = o.property_id and m.status in ('pending', 'confirmed') limit 1
  ) viewing on true
  where o.nth <= $2 order by o.status, o.nth`;

/** An offer that was made anew is judged anew: what was said of it before counts no more. */
const OPINIONS = `
  with said as (
    select a.contact_id, a.property_id, a.type, a.at, a.text, a.seq
    from activities a join deal_properties o on o.deal_id = a.deal_id and o.property_id = a.property_id
    where a.deal_id = $1 and a.actor_kind = 'client' and (o.proposed_at is null or a.at >= o.proposed_at)
      and a.type in ('property_opened', 'verdict_interested', 'verdict_rejected', 'favourite_added', 'favourite_removed')
  )
  select s.contact_id as contact, s.property_id as property,
    (array_agg(s.type order by s.seq desc) filter (where s.type like 'verdict%'))[1] as verdict,
    (array_agg(s.at order by s.seq desc) filter (where s.type like 'verdict%'))[1] as verdict_at,
    (array_agg(s.text order by s.seq desc) filter (where s.type like 'verdict%'))[1] as words,
    count(*) filter (where s.type = 'property_opened')::int as opened,
    coalesce((array_agg(s.type order by s.seq desc) filter (where s.type like 'favourite%'))[1] = 'favourite_added', false) as favourite
  from said s group by s.contact_id, s.property_id`;

const STARS = `
  select distinct on (contact_id, property_id) contact_id as contact, property_id as property, stars
  from feedback where deal_id = $1 and kind = 'rating' order by contact_id, property_id, seq desc`;

const COUNTS = `
  select (select count(*)::int from feedback where deal_id = $1) as feedback,
    (select count(*)::int from meetings where deal_id = $1) as viewings`;

type DealRow = LastRow & { id: DealId; owner: string | null; people: DealOverview['people']; lanes: LaneCounts };
type DealHomeRow = HomeRow &
  Omit<DealHome, 'home' | 'viewing'> & {
    viewing_status: NonNullable<DealHome['viewing']>['status'] | null;
    viewing_start: Date | null;
  };
type OpinionRow = Pick<Opinion, 'contact' | 'property' | 'words' | 'opened'> & {
  verdict: 'verdict_interested' | 'verdict_rejected' | null;
  verdict_at: Date | null;
  favourite: boolean;
};
type StarsRow = Pick<Opinion, 'contact' | 'property' | 'stars'>;

export const ofDeals = ({
  tx,
  clock,
}: PortNeeds): Pick<Overviews, 'deals' | 'dealHomes' | 'opinions' | 'dealCounts'> => ({
  async deals(ids) {
    const rows = ids.length === 0 ? [] : await tx.rows<DealRow>(DEALS, [tx.company, ids]);
    return new Map(
      rows.map((row) => [row.id, { owner: row.owner, people: row.people, lanes: row.lanes, last: lastAction(row) }]),
    );
  },

  async dealHomes(deal, most) {
    const rows = await tx.rows<DealHomeRow>(HOMES, [deal, most]);
    return rows.map((row) => ({
      ...row,
      home: homeLine(row, clock.now()),
      viewing: row.viewing_status && { status: row.viewing_status, start: row.viewing_start },
    }));
  },

  async opinions(deal) {
    const [rows, stars] = [await tx.rows<OpinionRow>(OPINIONS, [deal]), await tx.rows<StarsRow>(STARS, [deal])];
    const pairs = new Map([...rows, ...stars].map((row) => [pairOf(row), row]));
    const said = new Map(rows.map((row) => [pairOf(row), row]));
    const rated = new Map(stars.map((row) => [pairOf(row), row.stars]));
    return [...pairs].map(([pair, { contact, property }]) =>
      opinion({ contact, property }, said.get(pair), rated.get(pair) ?? null),
    );
  },

  async dealCounts(deal) {
    const [row] = await tx.rows<{ feedback: number; viewings: number }>(COUNTS, [deal]);
    return row ?? { feedback: 0, viewings: 0 };
  },
});

type Pair = Pick<Opinion, 'contact' | 'property'>;
const pairOf = ({ contact, property }: Pair): string => `${contact} ${property}`;

const opinion = (pair: Pair, said: OpinionRow | undefined, stars: number | null): Opinion => ({
  ...pair,
  verdict: said?.verdict ? (said.verdict === 'verdict_interested' ? 'interested' : 'rejected') : null,
  verdictAt: said?.verdict_at ?? null,
  words: said?.words ?? null,
  opened: said?.opened ?? 0,
  isFavourite: said?.favourite ?? false,
  stars,
});
