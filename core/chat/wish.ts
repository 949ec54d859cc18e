import type { Day } from '#core/clock.ts';
import type { PartOfDay } from './text.ts';

/** One preferred date of a viewing. */
export type Wish = {
  readonly date: Day;
  readonly partOfDay: PartOfDay;
  /** Not before, and over by; `HH:MM` in the company's zone. */
  readonly from?: string;
  readonly to?: string;
};
