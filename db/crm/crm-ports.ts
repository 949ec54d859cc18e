import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { Records } from '#core/crm/records.ts';
import type { Kept } from '#core/store.ts';
import { createAudit } from '#db/audit.ts';
import { and, eq } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { media } from '#db/schema/schema.ts';
import { createSessions } from '#db/sessions.ts';
import { createAnnouncements } from '#db/timeline.ts';
import { createUserPages } from '#db/user-pages.ts';
import { createUserProofs } from '#db/user-proofs.ts';
import { createActivityList } from './activity-list.ts';
import { createAnswers } from './answers.ts';
import { createBoard } from './board.ts';
import { createChannelAccountRecords } from './channel-accounts.ts';
import { createColleagues } from './colleagues.ts';
import { createCompanyRecord } from './company-record.ts';
import { createContacts } from './contacts.ts';
import { createDealProperties } from './deal-properties.ts';
import { createDeals } from './deals.ts';
import { createDiary } from './diary.ts';
import { createDrafts } from './drafts.ts';
import { createErasure } from './erasure.ts';
import { createEventRecords } from './events.ts';
import { createFeedbackList } from './feedback-list.ts';
import { createImports } from './imports.ts';
import { createKeys } from './keys.ts';
import { createListings } from './listings.ts';
import { createLostDeliveries } from './lost-deliveries.ts';
import { createMeetings } from './meetings.ts';
import { createOnlookers } from './onlookers.ts';
import { createOverviews } from './overviews/overviews.ts';
import { createProperties } from './properties.ts';
import { createSavedAnswers } from './saved-answers.ts';
import { createSearch } from './search.ts';
import { createTalks } from './talks.ts';
import { createThread } from './thread.ts';
import { createToday } from './today.ts';
import { createTroubles } from './troubles.ts';
import { createUsers } from './users.ts';
import { createWaits } from './waits.ts';
import { createWebhooks } from './webhooks.ts';

/** What the CRM side needs of a transaction besides the rest; for `createStore(database, needs, crmPorts)`. */
export const crmPorts = (needs: PortNeeds): Omit<CrmKept, keyof Kept> => ({
  records: createRecords(needs),
  overviews: createOverviews(needs),
  listings: createListings(needs),
  colleagues: createColleagues(needs),
  announcements: createAnnouncements(needs),
  answers: createAnswers(needs),
  thread: createThread(needs),
  talks: createTalks(needs),
  drafts: createDrafts(needs),
  onlookers: createOnlookers(needs),
  troubles: createTroubles(needs),
  diary: createDiary(needs),
  lostDeliveries: createLostDeliveries(needs),
  waits: createWaits(needs),
  today: createToday(needs),
  search: createSearch(needs),
  savedAnswers: createSavedAnswers(needs),
  erasure: createErasure(needs),
  webhooks: createWebhooks(needs),
  keys: createKeys(needs),
  channelAccounts: createChannelAccountRecords(needs),
  events: createEventRecords(needs),
  board: createBoard(needs),
  imports: createImports(needs),
  sessions: createSessions(needs),
  userProofs: createUserProofs(needs),
  userPages: createUserPages(needs),
  audit: createAudit(needs),
});

const createRecords = (needs: PortNeeds): Records => ({
  company: createCompanyRecord(needs),
  users: createUsers(needs),
  contacts: createContacts(needs),
  properties: createProperties(needs),
  deals: createDeals(needs),
  dealProperties: createDealProperties(needs),
  meetings: createMeetings(needs),
  feedback: createFeedbackList(needs),
  activities: createActivityList(needs),
  media: createMediaRecords(needs),
});

const createMediaRecords = ({ tx }: PortNeeds): Records['media'] => ({
  async find(id) {
    const [row] = await tx.db
      .select({ id: media.id, mime: media.mime, sha256: media.sha256 })
      .from(media)
      .where(and(eq(media.companyId, tx.company), eq(media.id, id)));
    return row;
  },
});
