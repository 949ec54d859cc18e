import type { Refusal } from './refusal.ts';

/** What a use case answers: how it came out, and what belongs to that. */
type Outcome = { readonly was: string };

/** One use case's outcomes, or those of several: `done`, or why not. One that is not in the table does not compile. */
export type Meanings<Out extends Outcome> = {
  readonly [Was in Out['was']]: 'done' | Refusal | ((outcome: Out & { readonly was: Was }) => Refusal);
};

type DoneIn<Table> = { [Was in keyof Table]: Table[Was] extends 'done' ? Was : never }[keyof Table];
/** Those of the outcomes that a table calls done, with all that belongs to them. */
export type Done<Out extends Outcome, Table> = Out & { readonly was: DoneIn<Table> };

/**
 * The outcome itself where the thing was done, the refusal where not.
 *
 * @example
 * const meaning = meaningOf(MEETINGS, await confirmViewing(needs, agent, id, start));
 * return meaning.is === 'done' ? meetingPage(id) : hint(meaning.refusal);
 */
export function meaningOf<Out extends Outcome, Table extends Meanings<Out>>(
  table: Table,
  outcome: Out,
): { readonly is: 'done'; readonly done: Done<Out, Table> } | { readonly is: 'refused'; readonly refusal: Refusal } {
  if (isDone(table, outcome)) return { is: 'done', done: outcome };
  // The compiler does not see that an outcome's own entry takes that outcome; the type of the table says so.
  const entry = table[outcome.was as Out['was']] as Refusal | ((outcome: Out) => Refusal);
  return { is: 'refused', refusal: typeof entry === 'function' ? entry(outcome) : entry };
}

const isDone = <Out extends Outcome, Table extends Meanings<Out>>(
  table: Table,
  outcome: Out,
): outcome is Done<Out, Table> => Reflect.get(table, outcome.was) === 'done';
