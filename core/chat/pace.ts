import { aNumber, type Reader, recordOf } from '#core/reader.ts';

/** How fast a chat's words were answered lately. Moments in milliseconds since 1970. */
export type Pace = {
  /** When the minute began in which `answers` were given. */
  readonly since: number;
  readonly answers: number;
  /** What the newest words were like, how often in a row, and when. */
  readonly like: number;
  readonly times: number;
  readonly at: number;
  /** Nothing is answered but presses until then. */
  readonly silentUntil?: number;
};

/** Something typed: what it is like, and whether it presses what is on show. */
export type Heard = { readonly like: number; readonly isPress: boolean };

export const readPace: Reader<Pace> = recordOf(
  { since: aNumber, answers: aNumber, like: aNumber, times: aNumber, at: aNumber },
  { silentUntil: aNumber },
);
