import type { Imports } from '#core/imports/imports.ts';
import type { Audit } from '#core/sessions/audit.ts';
import type { UserProofs } from '#core/sessions/proofs.ts';
import type { Sessions } from '#core/sessions/sessions.ts';
import type { UserPages } from '#core/sessions/user-pages.ts';
import type { Kept } from '#core/store.ts';
import type { Announcement } from '#core/timeline.ts';
import type { Answers } from './answers.ts';
import type { Board } from './board.ts';
import type { ChannelAccountRecords } from './channel-accounts.ts';
import type { Colleagues } from './colleagues.ts';
import type { Diary } from './diary.ts';
import type { Drafts } from './drafts.ts';
import type { Erasure } from './erasure.ts';
import type { EventRecords } from './events.ts';
import type { Keys } from './keys.ts';
import type { Listings } from './listings.ts';
import type { LostDeliveries } from './lost-deliveries.ts';
import type { Onlookers } from './onlookers.ts';
import type { Overviews } from './overviews.ts';
import type { Records } from './records.ts';
import type { SavedAnswers } from './saved-answers.ts';
import type { Search } from './search.ts';
import type { Talks } from './talks.ts';
import type { Thread } from './thread.ts';
import type { Today } from './today.ts';
import type { Troubles } from './troubles.ts';
import type { Waits } from './waits.ts';
import type { Webhooks } from './webhooks.ts';

/** Tells webhooks of what changed without a line on anybody's timeline. */
interface Announcements {
  add(announcement: Announcement): Promise<void>;
}

/** All that one transaction of the CRM side can reach, of one company. */
export type CrmKept = Kept & {
  readonly records: Records;
  readonly overviews: Overviews;
  readonly listings: Listings;
  readonly colleagues: Colleagues;
  readonly announcements: Announcements;
  readonly answers: Answers;
  readonly thread: Thread;
  readonly talks: Talks;
  readonly drafts: Drafts;
  readonly onlookers: Onlookers;
  readonly troubles: Troubles;
  readonly diary: Diary;
  readonly lostDeliveries: LostDeliveries;
  readonly waits: Waits;
  readonly today: Today;
  readonly search: Search;
  readonly savedAnswers: SavedAnswers;
  readonly erasure: Erasure;
  readonly webhooks: Webhooks;
  readonly keys: Keys;
  readonly channelAccounts: ChannelAccountRecords;
  readonly events: EventRecords;
  readonly board: Board;
  readonly imports: Imports;
  readonly sessions: Sessions;
  readonly userProofs: UserProofs;
  readonly userPages: UserPages;
  readonly audit: Audit;
};
