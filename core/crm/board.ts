import type { ContactId, UserId, ViewingId } from '#core/ids.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import type { HomeShown, ViewingShown } from './waits.ts';

/** Where a viewing stands that waits for nobody of the office. */
export const LANES = ['withClient', 'confirmed', 'done'] as const;
export type Lane = (typeof LANES)[number];

/** What became of a message. */
export type Fate = 'queued' | 'held' | 'sending' | 'sent' | 'uncertain' | 'delivered' | 'read' | 'failed';

/** A viewing as the board shows it. */
export type BoardViewing = Pick<Viewing, 'status' | 'proposedStart' | 'openWish' | 'attendance' | 'reason'> & {
  readonly viewing: ViewingShown;
  readonly home: HomeShown & { readonly price: number; readonly currency: string; readonly isRent: boolean };
  readonly client: ContactId | null;
  readonly owner: UserId | null;
  /** What became of what the client was told last about a viewing; undefined where nothing was. */
  readonly told: { readonly state: Fate; readonly at: Date } | undefined;
};

/** The same as the week shows it, which says nothing of what was told. */
export type WeekViewing = Omit<BoardViewing, 'told'>;

/** The viewings of one company by lane; a bounded number of statements, however many they are. */
export interface Board {
  /** `withClient`: a time is offered; `confirmed`: agreed and not completed, the soonest first; `done`: over, the newest first. Those that began since then. */
  lane(
    lane: Lane,
    asked: { readonly owner: UserId | undefined; readonly since: Date; readonly limit: number },
  ): Promise<readonly BoardViewing[]>;
  /** Everybody's that are agreed or took place, or whose offered time lies, in that span, the soonest first. */
  between(span: { readonly from: Date; readonly until: Date }, limit: number): Promise<readonly WeekViewing[]>;
  find(id: ViewingId): Promise<BoardViewing | undefined>;
}
