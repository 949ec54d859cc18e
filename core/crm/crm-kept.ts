import type { Kept } from '#core/store.ts';
import type { Announcement } from '#core/timeline.ts';
import type { Answers } from './answers.ts';
import type { ChannelAccountRecords } from './channel-accounts.ts';
import type { Diary } from './diary.ts';
import type { Erasure } from './erasure.ts';
import type { EventRecords } from './events.ts';
import type { LostDeliveries } from './lost-deliveries.ts';
import type { Records } from './records.ts';
import type { Thread } from './thread.ts';
import type { Today } from './today.ts';
import type { Waits } from './waits.ts';
import type { Webhooks } from './webhooks.ts';

/** Tells webhooks of what changed without a line on anybody's timeline. */
interface Announcements {
  add(announcement: Announcement): Promise<void>;
}

/** All that one transaction of the CRM side can reach, of one company. */
export type CrmKept = Kept & {
  readonly records: Records;
  readonly announcements: Announcements;
  readonly answers: Answers;
  readonly thread: Thread;
  readonly diary: Diary;
  readonly lostDeliveries: LostDeliveries;
  readonly waits: Waits;
  readonly today: Today;
  readonly erasure: Erasure;
  readonly webhooks: Webhooks;
  readonly channelAccounts: ChannelAccountRecords;
  readonly events: EventRecords;
};
