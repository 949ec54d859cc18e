import type { ClientDesk } from '#core/chat/reply.ts';
import type { StepOf } from '#core/chat/step.ts';
import type { Text } from '#core/chat/text.ts';
import { propertyName } from '#core/offers/property-words.ts';

/** A message to the agent that is not sent yet. */
export type Unsent = StepOf<'message'>;

/** Dates half chosen outlive a message (rule 15). */
export function restingOf({ chat: { step } }: ClientDesk): Pick<Unsent, 'rests'> {
  if (step?.is === 'message') return step.rests ? { rests: step.rests } : {};
  return step?.is === 'dates' && step.wishes.length > 0 ? { rests: { ...step, open: false } } : {};
}

/** Whether the client asked to write to the agent, and has not begun: what comes then is sent at once. */
export const isWanted = ({ asked, words, files }: Unsent): boolean => asked === true && !words && !files?.length;

/** Its words with those of a further message below them. */
export function below({ said }: ClientDesk, unsent: Unsent | undefined, words = '') {
  const before = unsent?.said ?? [];
  const all = [unsent?.words, words].filter(Boolean).join('\n');
  const added = words && said !== undefined ? [{ id: said, words }] : [];
  // What nobody can name again ends what can be edited.
  return { words: all, said: words && added.length === 0 ? [] : [...before, ...added] };
}

/** Its words once a message of it was edited; undefined where none of them came from that one, or they are the same. */
export function edited({ said: id }: ClientDesk, unsent: Unsent, words: string): Unsent | undefined {
  const before = unsent.said ?? [];
  const part = before.find((each) => each.id === id);
  if (!part || part.words === words) return undefined;
  const said = before.map((each) => (each === part ? { ...each, words } : each));
  const older = unsent.words.slice(0, unsent.words.length - joined(before).length);
  return { ...unsent, words: older + joined(said), said };
}

const joined = (said: NonNullable<Unsent['said']>): string =>
  said
    .map(({ words }) => words)
    .filter(Boolean)
    .join('\n');

/** The home that it is about. */
export async function propertyOf({ offers, client }: ClientDesk, { offer: id }: Unsent): Promise<Text | undefined> {
  const offer = id && (await offers.find(client.contact, id));
  return offer ? propertyName(offer.property) : undefined;
}
