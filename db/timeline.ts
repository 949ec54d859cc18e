import type { By } from '#core/by.ts';
import type { ContactId } from '#core/ids.ts';
import { nudgesOf } from '#core/live.ts';
import type { Actor, Announcement, Line, Timeline, WebhookEvent } from '#core/timeline.ts';
import { activityRecord } from './api-records.ts';
import type { PortNeeds } from './port-needs.ts';
import { recordOf } from './record-of.ts';

const ADD = `
  insert into activities (id, company_id, contact_id, deal_id, property_id, meeting_id, type, title, text, channel,
    actor_kind, actor_id, actor_name, media, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

const OWE = `
  insert into webhook_deliveries (id, company_id, webhook_id, event, payload)
  select gen_random_uuid(), w.company_id, w.id, $2, $3::jsonb
  from webhooks w where w.company_id = $1 and w.disabled_at is null and (w.events ? $2 or w.events ? '*')`;

export function createTimeline(needs: PortNeeds): Timeline {
  const { tx, clock, newId } = needs;
  const announce = createAnnounce(needs);

  return {
    async add(by: By, line: OwnLine, announcement?: Announcement) {
      const row = rowOf(by, line, newId<'activity'>(), clock.now());
      tx.write(ADD, [
        row.id,
        tx.company,
        row.contactId,
        row.dealId,
        row.propertyId,
        row.meetingId,
        row.type,
        row.title,
        row.text,
        row.channel,
        row.actorKind,
        row.actorId,
        row.actorName,
        row.media,
        row.at,
      ]);
      tx.nudge(...nudgesOf({ type: row.type, contact: row.contactId, deal: row.dealId, property: row.propertyId }));
      if (announcement) await announce(announcement.event, () => recordOf(tx, announcement), announcement.previous);
      else await announce('activity.created', async () => activityRecord(row));
    },
  };
}

/** Tells webhooks of what changed without a line on anybody's timeline. */
export function createAnnouncements(needs: PortNeeds): { add(announcement: Announcement): Promise<void> } {
  const announce = createAnnounce(needs);
  return {
    add: (announcement) => announce(announcement.event, () => recordOf(needs.tx, announcement), announcement.previous),
  };
}

/** Owes the company's webhooks the event; where there are none, nothing is read or written. */
function createAnnounce({ tx, clock, learned }: PortNeeds) {
  return async (event: WebhookEvent, read: () => Promise<unknown>, previous?: Readonly<Record<string, unknown>>) => {
    learned.hasWebhooks ??=
      (await tx.rows('select 1 from webhooks where company_id = $1 and disabled_at is null limit 1', [tx.company]))
        .length > 0;
    if (!learned.hasWebhooks) return;
    const payload = {
      event,
      timestamp: clock.now().toISOString(),
      data: await read(),
      ...(previous ? { previous_data: previous } : {}),
      company_id: tx.company,
    };
    tx.write(OWE, [tx.company, event, payload]);
    tx.wake('owed');
  };
}

/** `contact`: whose it is; where left out, that of the client who acts. */
type OwnLine = Line & { readonly contact?: ContactId };

function rowOf(by: By, line: OwnLine, id: string, at: Date) {
  const actor = actorOf(by);
  return {
    id,
    contactId: contactOf(by, line),
    dealId: line.deal ?? null,
    propertyId: line.property ?? null,
    meetingId: line.viewing ?? null,
    type: line.type,
    title: line.title,
    text: line.text ?? null,
    channel: line.channel ?? (by.role === 'client' ? by.channel : null),
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    media: [...(line.media ?? [])],
    at,
  };
}

function contactOf(by: By, { contact }: OwnLine): ContactId {
  if (contact) return contact;
  if (by.role === 'client') return by.contact;
  throw new Error('a line of the office stands on somebody’s timeline');
}

function actorOf(by: By): Actor {
  switch (by.role) {
    case 'client':
      return { kind: 'client', id: by.contact, name: by.name };
    case 'Employee':
    case 'Admin':
      return { kind: 'user', id: by.id, name: by.name };
    case 'system':
      return { kind: 'system', id: null, name: 'Tesoro Chat' };
  }
}
