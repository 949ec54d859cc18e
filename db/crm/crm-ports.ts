import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { Records } from '#core/crm/records.ts';
import { and, eq } from '#db/drizzle.ts';
import type { Held } from '#db/held.ts';
import { media } from '#db/schema/schema.ts';
import { createAnnouncements } from '#db/timeline.ts';
import { createActivityList } from './activity-list.ts';
import { createAnswers } from './answers.ts';
import { createChannelAccountRecords } from './channel-accounts.ts';
import { createCompanyRecord } from './company-record.ts';
import { createContacts } from './contacts.ts';
import { createDealProperties } from './deal-properties.ts';
import { createDeals } from './deals.ts';
import { createErasure } from './erasure.ts';
import { createEventRecords } from './events.ts';
import { createFeedbackList } from './feedback-list.ts';
import { createMeetings } from './meetings.ts';
import { createProperties } from './properties.ts';
import { createThread } from './thread.ts';
import { createUsers } from './users.ts';
import { createWebhooks } from './webhooks.ts';

/** What the CRM side needs of a transaction besides the rest; for `createStore(database, needs, crmPorts)`. */
export const crmPorts = (
  held: Held,
): Pick<
  CrmKept,
  'records' | 'announcements' | 'answers' | 'thread' | 'erasure' | 'webhooks' | 'channelAccounts' | 'events'
> => ({
  records: createRecords(held),
  announcements: createAnnouncements(held),
  answers: createAnswers(held),
  thread: createThread(held),
  erasure: createErasure(held),
  webhooks: createWebhooks(held),
  channelAccounts: createChannelAccountRecords(held),
  events: createEventRecords(held),
});

const createRecords = (held: Held): Records => ({
  company: createCompanyRecord(held),
  users: createUsers(held),
  contacts: createContacts(held),
  properties: createProperties(held),
  deals: createDeals(held),
  dealProperties: createDealProperties(held),
  meetings: createMeetings(held),
  feedback: createFeedbackList(held),
  activities: createActivityList(held),
  media: createMediaRecords(held),
});

const createMediaRecords = ({ tx }: Held): Records['media'] => ({
  async find(id) {
    const [row] = await tx.db
      .select({ id: media.id, mime: media.mime, sha256: media.sha256 })
      .from(media)
      .where(and(eq(media.companyId, tx.company), eq(media.id, id)));
    return row;
  },
});
