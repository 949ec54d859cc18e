import type { StepOf } from '#core/chat/step.ts';
import type { PartOfDay } from '#core/chat/text.ts';

/** The part of the day that all chosen days have, and that the next one gets; undefined where they differ. */
export function partOfAll({ wishes, part = 'any' }: Pick<StepOf<'dates'>, 'wishes' | 'part'>): PartOfDay | undefined {
  const [first, ...others] = wishes.map(({ partOfDay }) => partOfDay);
  if (first === undefined) return part;
  return others.every((each) => each === first) ? first : undefined;
}
