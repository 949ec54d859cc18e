import type { Chats } from './chat/chat.ts';
import type { Owed } from './chat/owed.ts';
import type { CompanyId } from './ids.ts';
import type { Files } from './media.ts';
import type { People } from './people.ts';
import type { Timeline } from './timeline.ts';

/** All that one transaction can reach, of one company. Each feature adds its own ports, beside them. */
export interface Kept {
  readonly chats: Chats;
  readonly owed: Owed;
  readonly files: Files;
  readonly timeline: Timeline;
  readonly people: People;
}

export interface Store<All = Kept> {
  /** Runs the work as one transaction that sees one company's rows. What throws in it leaves nothing behind. */
  transaction<Result>(company: CompanyId, work: (kept: All) => Promise<Result>): Promise<Result>;
}
