import type { Steps } from '#core/chat/step.ts';
import { PARTS_OF_DAY } from '#core/chat/text.ts';
import { type Day, isDay } from '#core/clock.ts';
import { anId, aTruth, listOf, oneOf, type Reader, recordOf } from '#core/reader.ts';

const aDay: Reader<Day> = (json) => (typeof json === 'string' && isDay(json) ? json : undefined);
const aWish = recordOf({ date: aDay, partOfDay: oneOf(PARTS_OF_DAY) });

/** Dates half chosen, as they were stored: as a step, or at rest in another one. */
export const readDatesStep: Reader<Steps['dates']> = recordOf(
  { offer: anId<'offer'>(), wishes: listOf(aWish), adding: aTruth, open: aTruth },
  { viewing: anId<'viewing'>(), part: oneOf(PARTS_OF_DAY), from: aDay, interested: aTruth },
);
