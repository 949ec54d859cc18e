import { phrase, type Text } from './text.ts';

type Filled = { readonly home?: unknown };
type Successor = (values: Filled, readText: (json: unknown) => Text | undefined) => Text | undefined;

/** Phrases that are said no more, and what is said in their place where a message of the version before still waits. */
export const RETIRED_PHRASES: ReadonlyMap<unknown, Successor> = new Map<unknown, Successor>([
  ['label.notNow', () => phrase('label.chooseDays')],
  ['request.askInterested', () => phrase('request.when')],
  ['request.askDates', () => phrase('request.when')],
  ['request.askPart', () => phrase('form.part')],
  ['request.summary', ({ home }, readText) => readText(home)],
  ['request.summaryNote', () => phrase('request.sendThis')],
  ['request.summaryMore', () => phrase('request.sendThis')],
]);
