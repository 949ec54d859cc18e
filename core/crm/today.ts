import type { ContactId, UserId } from '#core/ids.ts';
import type { Attendance, LateMinutes } from '#core/viewings/attendance.ts';
import type { ActivityRecord } from './record.ts';
import type { HomeShown, ViewingShown } from './waits.ts';

/** A viewing of the day. */
export type ViewingToday = {
  readonly viewing: ViewingShown;
  readonly status: 'confirmed' | 'completed';
  readonly attendance: Attendance | null;
  readonly lateMinutes: LateMinutes | null;
  /** Whether the client wants another time. */
  readonly wantsAnotherTime: boolean;
  readonly owner: UserId | null;
  readonly client: ContactId | null;
  readonly home: HomeShown & {
    readonly street: string | null;
    /** In degrees; null where the office gave no point. */
    readonly point: { readonly latitude: number; readonly longitude: number } | null;
  };
};

/** What a client did, with the home that it was about. */
export type ClientDeed = { readonly activity: ActivityRecord; readonly home: HomeShown | null };

/** Whose: that user's, or the whole office's where undefined. */
export interface Today {
  /** Those that are agreed or took place and begin in that span, in their order. */
  viewings(
    span: { readonly from: Date; readonly until: Date },
    whose: UserId | undefined,
  ): Promise<readonly ViewingToday[]>;
  /** What clients did, the newest first. */
  deeds(whose: UserId | undefined, limit: number): Promise<readonly ClientDeed[]>;
}
