import type { SavedAnswerId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import { may } from './rights.ts';
import type { SavedAnswer, Texts } from './saved-answers.ts';

/** What the user says of one; `office`: whether it is everybody's. */
export type SavedAnswerGiven = {
  readonly title: string;
  readonly texts: Texts;
  readonly forWords: readonly string[];
  readonly office: boolean;
};
/** `noText`: it has none in any language. `notAllowed`: the office's are kept by Admins. */
type NotTaken = { readonly was: 'noText' | 'notAllowed' };
export type SavedAnswerAdded = { readonly was: 'added'; readonly answer: SavedAnswer } | NotTaken;
export type SavedAnswerChanged =
  | { readonly was: 'changed'; readonly answer: SavedAnswer }
  | { readonly was: 'missing' }
  | NotTaken;
export type SavedAnswerRemoved = { readonly was: 'removed' | 'missing' | 'notAllowed' };

type Needs = Pick<CrmKept, 'savedAnswers'>;

const mayKeep = (agent: Agent, isOffices: boolean): boolean => !isOffices || may(agent, 'keepOfficeAnswers');
const isEmpty = (texts: Texts): boolean => Object.values(texts).every((text) => text.trim() === '');

export async function addSavedAnswer(
  { savedAnswers }: Needs,
  agent: Agent,
  { office, ...given }: SavedAnswerGiven,
): Promise<SavedAnswerAdded> {
  if (!mayKeep(agent, office)) return { was: 'notAllowed' };
  if (isEmpty(given.texts)) return { was: 'noText' };
  return { was: 'added', answer: await savedAnswers.add({ ...given, user: office ? null : agent.id }) };
}

/** What is left out stays. */
export async function changeSavedAnswer(
  { savedAnswers }: Needs,
  agent: Agent,
  id: SavedAnswerId,
  { office, ...given }: Partial<SavedAnswerGiven>,
): Promise<SavedAnswerChanged> {
  const before = await savedAnswers.take(id, agent.id);
  if (!before) return { was: 'missing' };
  const isOffices = before.user === null;
  if (!mayKeep(agent, isOffices) || !mayKeep(agent, office ?? isOffices)) return { was: 'notAllowed' };
  if (given.texts && isEmpty(given.texts)) return { was: 'noText' };
  const user = office === undefined || office === isOffices ? before.user : office ? null : agent.id;
  await savedAnswers.change(id, { ...given, user });
  return { was: 'changed', answer: { ...before, ...given, user } };
}

export async function removeSavedAnswer(
  { savedAnswers }: Needs,
  agent: Agent,
  id: SavedAnswerId,
): Promise<SavedAnswerRemoved> {
  const before = await savedAnswers.take(id, agent.id);
  if (!before) return { was: 'missing' };
  if (!mayKeep(agent, before.user === null)) return { was: 'notAllowed' };
  await savedAnswers.remove(id);
  return { was: 'removed' };
}
