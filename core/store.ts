import type { Accounts, Codes } from './accounts/accounts.ts';
import type { AccountPages, PortalUsers } from './accounts/portal-users.ts';
import type { Chats } from './chat/chat.ts';
import type { Owed } from './chat/owed.ts';
import type { Feedbacks } from './feedback/feedback.ts';
import type { CompanyId } from './ids.ts';
import type { Files } from './media.ts';
import type { Messages } from './messages/messages.ts';
import type { Offers } from './offers/offer.ts';
import type { People } from './people.ts';
import type { Timeline } from './timeline.ts';
import type { Viewings } from './viewings/viewing.ts';

/** All that one transaction can reach, of one company. */
export type Kept = {
  readonly chats: Chats;
  readonly offers: Offers;
  readonly viewings: Viewings;
  readonly feedback: Feedbacks;
  readonly files: Files;
  readonly timeline: Timeline;
  readonly owed: Owed;
  readonly accounts: Accounts;
  readonly codes: Codes;
  readonly portalUsers: PortalUsers;
  readonly accountPages: AccountPages;
  readonly messages: Messages;
  readonly people: People;
};

export interface Store<All = Kept> {
  /** Runs the work as one transaction that sees one company's rows. What throws in it leaves nothing behind. */
  transaction<Result>(company: CompanyId, work: (kept: All) => Promise<Result>): Promise<Result>;
}
