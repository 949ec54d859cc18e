import type { ClientDeed, Today, ViewingToday } from '#core/crm/today.ts';
import type { ContactId, DealId, UserId, ViewingId } from '#core/ids.ts';
import { type ActivityRow, activityRecord } from '#db/api-records.ts';
import { pointOf, type StoredPoint } from '#db/point.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { HOME, type HomeRow, homeOf } from './home-shown.ts';
import { CLIENT_OF_MEETING } from './open-matters.ts';
import { ownerOf } from './owner-of.ts';

const VIEWINGS = `
  select o.*, p.address ->> 'street' as street, p.location as point, ${HOME}
  from (
    select m.id, m.deal_id, m.property_id, m.start_date, m.end_date, m.status, m.attendance, m.late_minutes, m.open_wish,
      m.owner_id as known, m.contact_id as asked_by, ${CLIENT_OF_MEETING} as contact_id
    from meetings m
    where m.company_id = $1 and m.start_date >= $2 and m.start_date < $3 and m.status in ('confirmed', 'completed')
  ) o
  join properties p on p.id = o.property_id
  where $4::uuid is null or ${ownerOf({ known: 'o.known', deal: 'o.deal_id', contact: 'o.asked_by' })} = $4::uuid
  order by o.start_date, o.id`;

/** What the office wants to hear of at a glance; the rest stands on timelines. */
const TOLD = [
  'property_opened',
  'verdict_interested',
  'verdict_rejected',
  'favourite_added',
  'note_added',
  'photos_added',
  'voice_note_added',
  'rating_given',
];
/** Of so many activities that clients made last the newest of one user are looked for. */
const LOOKED_AT = 2000;
const OF_DEAL = '(select d.assigned_to from deals d where d.id = o.deal_id)';
const DEEDS = `
  select o.*, p.id is not null as has_home, ${HOME}
  from (
    select a.* from activities a
    where a.company_id = $1 and a.actor_kind = 'client' order by a.seq desc limit ${LOOKED_AT}
  ) o
  left join properties p on p.id = o.property_id
  where o.type = any($2::text[]) and ($3::uuid is null or ${ownerOf({ known: OF_DEAL, contact: 'o.contact_id' })} = $3::uuid)
  order by o.seq desc limit $4::int`;

export const createToday = ({ tx }: PortNeeds): Today => ({
  async viewings({ from, until }, whose) {
    return (await tx.rows<ViewingRow>(VIEWINGS, [tx.company, from, until, whose ?? null])).map(viewingOf);
  },
  async deeds(whose, limit) {
    return (await tx.rows<DeedRow>(DEEDS, [tx.company, TOLD, whose ?? null, limit])).map(deedOf);
  },
});

type ViewingRow = HomeRow & {
  id: ViewingId;
  deal_id: DealId;
  start_date: Date;
  end_date: Date | null;
  status: ViewingToday['status'];
  attendance: ViewingToday['attendance'];
  late_minutes: ViewingToday['lateMinutes'];
  open_wish: boolean;
  contact_id: ContactId | null;
  known: UserId | null;
  street: string | null;
  point: StoredPoint | null;
};
const viewingOf = (row: ViewingRow): ViewingToday => ({
  viewing: { id: row.id, deal: row.deal_id, start: row.start_date, end: row.end_date },
  status: row.status,
  attendance: row.attendance,
  lateMinutes: row.late_minutes,
  wantsAnotherTime: row.open_wish,
  owner: row.known,
  client: row.contact_id,
  home: { ...homeOf(row), street: row.street, point: pointOf(row.point) },
});

type Snake = {
  id: string;
  contact_id: ActivityRow['contactId'];
  deal_id: ActivityRow['dealId'];
  property_id: ActivityRow['propertyId'];
  meeting_id: ActivityRow['meetingId'];
  actor_kind: ActivityRow['actorKind'];
  actor_id: string | null;
  actor_name: string;
};
type DeedRow = HomeRow &
  Snake &
  Pick<ActivityRow, 'type' | 'title' | 'text' | 'channel' | 'media' | 'at'> & { has_home: boolean };
const deedOf = (row: DeedRow): ClientDeed => ({
  activity: activityRecord({
    id: row.id,
    contactId: row.contact_id,
    dealId: row.deal_id,
    propertyId: row.property_id,
    meetingId: row.meeting_id,
    type: row.type,
    title: row.title,
    text: row.text,
    channel: row.channel,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    media: row.media,
    at: row.at,
  }),
  home: row.has_home ? homeOf(row) : null,
});
