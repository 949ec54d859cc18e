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

/** The home that it is about. */
export async function propertyOf({ offers, client }: ClientDesk, { offer: id }: Unsent): Promise<Text | undefined> {
  const offer = id && (await offers.find(client.contact, id));
  return offer ? propertyName(offer.property) : undefined;
}
