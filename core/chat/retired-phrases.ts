import { phrase, type Text } from './text.ts';

type Filled = { readonly count?: unknown };

const homesOf = (group: Text, { count }: Filled): Text | undefined =>
  typeof count === 'number' ? phrase('list.groupTitle', { group, total: count }) : undefined;

type Successor = (values: Filled) => Text | undefined;

/** Phrases that are said no more, and what is said in their place where a message of the version before still waits. */
export const RETIRED_PHRASES: ReadonlyMap<unknown, Successor> = new Map<unknown, Successor>([
  ['list.newTitle', (values) => homesOf(phrase('label.newProperties'), values)],
  ['list.favouritesTitle', (values) => homesOf(phrase('label.favourites'), values)],
  ['reject.askAgain', () => phrase('reject.ask')],
]);
