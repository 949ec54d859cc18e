import type { ClientDesk, Desk, Reply } from '#core/chat/reply.ts';
import type { PartOfDay } from '#core/chat/text.ts';
import { phrase } from '#core/chat/text.ts';
import type { Wish } from '#core/chat/wish.ts';
import { type Dates, exampleDay, show, unfitNote } from './dates-desk.ts';
import { withBegun } from './dates-step.ts';
import { readDates } from './read-dates.ts';
import { rowsTyped } from './rows-typed.ts';
import type { Unfit } from './wishes.ts';
import { inOrder, unfit, window } from './wishes.ts';

/** The days in what somebody typed, from the office's day on. */
export const datesIn = ({ clock, chat }: Desk, words: string): ReturnType<typeof readDates> =>
  readDates(words, chat.language, window({ now: clock.now() }, chat.company).first);

/** Days that were typed, or the numbers of their rows: those that fit fill the form, with a line about the first that does not. */
export const takeTypedDates = (desk: ClientDesk, step: Dates, words: string): Promise<Reply> =>
  withBegun(desk, step.offer, async (begun, offer) => {
    const rows = rowsTyped(words, desk.chat.shown.answer, begun);
    const read = rows ?? datesIn(desk, words);
    if ('unreadable' in read) {
      const example = { day: exampleDay(desk), as: 'date' as const };
      return show(desk, offer, begun, { note: phrase('request.unreadable', { words: read.unreadable, example }) });
    }
    const typed = 'part' in read ? forPart(begun, read.part) : read;
    if (typed.length === 0) return show(desk, offer, begun, { note: phrase('request.noDates') });
    const { wishes, wrong } = filled(desk, begun, typed, 'part' in read);
    const note = wrong && unfitNote(desk, wrong, wishes);
    const next: Dates = { ...begun, wishes: inOrder(wishes), adding: wishes.length === 0 };
    return show(desk, offer, next, { note, inPlace: false });
  });

/** A part of the day alone is of those that have none, else of all. */
function forPart({ wishes }: Dates, partOfDay: PartOfDay): readonly Wish[] {
  const open = wishes.filter((wish) => wish.partOfDay === 'any');
  return (open.length > 0 ? open : wishes).map(({ date }) => ({ date, partOfDay }));
}

/** What is chosen with what was typed; `wrong`: the first of it that can't be. */
function filled(desk: ClientDesk, begun: Dates, typed: readonly Wish[], isPart: boolean) {
  // A part that is said of a day chosen before is its part from now on.
  const said = typed.filter(({ partOfDay }) => isPart || partOfDay !== 'any').map(({ date }) => date);
  let wishes: readonly Wish[] = begun.wishes.filter(({ date }) => !said.includes(date));
  let wrong: Unfit | undefined;
  for (const wish of typed) {
    const unfitting = unfit(wish.date, wishes, desk.clock, desk.chat.company);
    if (unfitting) wrong ??= unfitting;
    else wishes = [...wishes, wish];
  }
  return { wishes, wrong };
}
