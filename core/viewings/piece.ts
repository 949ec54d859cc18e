import type { PartOfDay } from '#core/chat/text.ts';

/** What a piece between two commas says; a day without a month may get it from a later piece ("26 and 27 November"). */
export type Piece = {
  readonly raw: string;
  /** Whether a comma, not "and", stood before it: only then can "Thursday, 26 November" be one date. */
  readonly afterComma: boolean;
  readonly part?: PartOfDay;
  readonly fromToday?: number;
  /** Saturday and Sunday of the coming one. */
  readonly weekend?: true;
  readonly weekday?: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
  /** The weekday is one of the week after this one, which begins on Monday. */
  readonly inNextWeek?: true;
  /** It begins a range, which the piece behind it ends. */
  readonly isFrom?: true;
};
export type Said = Omit<Piece, 'raw' | 'afterComma' | 'isFrom'>;

/** What of it says a day. */
export const DATED = ['fromToday', 'weekend', 'weekday', 'day', 'month', 'year', 'inNextWeek'] as const;

/** Whether it names no day. */
export const isPart = (said: Said | Piece): said is (Said | Piece) & { readonly part: PartOfDay } =>
  said.part !== undefined && DATED.every((each) => said[each] === undefined);
