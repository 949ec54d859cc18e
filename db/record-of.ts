import type { Id } from '#core/ids.ts';
import type { Announcement } from '#core/timeline.ts';
import { contactRecord, dealPropertyRecord, dealRecord, feedbackRecord, meetingRecord } from './api-records.ts';
import type { CompanyTx } from './database.ts';
import { asc, eq, inArray } from './drizzle.ts';
import { contacts, dealContacts, dealProperties, deals, feedback, media, meetings } from './schema/crm.ts';
import { messages } from './schema/outgoing.ts';

/** The record that an event is about, as the API shows it, read in this transaction. */
export async function recordOf({ db }: CompanyTx, { event, record }: Pick<Announcement, 'event' | 'record'>) {
  // Which kind of record it is the id of, the event says.
  const id = record as Id<never>;
  switch (event) {
    case 'lead.created':
    case 'contact.created':
    case 'contact.updated':
    case 'contact.portal_user_created':
      return contactRecord(there(await db.select().from(contacts).where(eq(contacts.id, id)), event, id));
    case 'deal.status_changed': {
      const [rows, people] = await Promise.all([
        db.select().from(deals).where(eq(deals.id, id)),
        db
          .select({ contact: dealContacts.contactId })
          .from(dealContacts)
          .where(eq(dealContacts.dealId, id))
          .orderBy(asc(dealContacts.position)),
      ]);
      return dealRecord(
        there(rows, event, id),
        people.map(({ contact }) => contact),
      );
    }
    case 'deal_property.status_changed':
      return dealPropertyRecord(
        there(await db.select().from(dealProperties).where(eq(dealProperties.id, id)), event, id),
      );
    case 'meeting.created':
    case 'meeting.status_changed':
      return meetingRecord(there(await db.select().from(meetings).where(eq(meetings.id, id)), event, id));
    case 'feedback.created': {
      const row = there(await db.select().from(feedback).where(eq(feedback.id, id)), event, id);
      const files = row.media.length > 0 ? await db.select().from(media).where(inArray(media.id, row.media)) : [];
      return feedbackRecord(row, files);
    }
    case 'message.received': {
      const {
        at,
        contactId,
        propertyId,
        text,
        channel,
        media: files,
        id: own,
      } = there(await db.select().from(messages).where(eq(messages.id, id)), event, id);
      const about = { contact_id: contactId, property_id: propertyId };
      return { id: own, at: at.toISOString(), from: 'client', text, media: files, channel, ...about };
    }
  }
}

function there<Row>([row]: Row[], event: string, id: string): Row {
  if (!row) throw new Error(`${event} is about ${id}, which is not there`);
  return row;
}
