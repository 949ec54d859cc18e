import type { ClientDesk } from '#core/chat/reply.ts';
import { STARS, type Stars } from '#core/chat/stars.ts';
import type { Viewing } from '#core/viewings/viewing.ts';

/** The stars that count for the property of a viewing: of several given for it the latest (rule 22). Undefined where none were. */
export async function starsOf(
  { offers, client }: Pick<ClientDesk, 'offers' | 'client'>,
  { offer }: Viewing,
): Promise<Stars | undefined> {
  const found = offer ? await offers.find(client.contact, offer) : undefined;
  return STARS.find((stars) => stars === found?.rating);
}
