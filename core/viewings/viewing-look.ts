import type { ClientDesk } from '#core/chat/reply.ts';
import type { Company } from '#core/company.ts';
import type { Viewing } from './viewing.ts';

/** What a viewing's card depends on besides the viewing. */
export type ViewingLook = {
  readonly company: Company;
  readonly now: Date;
  /** Who reads it, where it is one person: what they did themselves is said otherwise. */
  readonly reader?: string;
  /** Whether homes wait for this client to judge them. */
  readonly homesWait?: boolean;
  /** The stars that count for its home; undefined where none were given. */
  readonly stars?: number | undefined;
};

/** The same for the client who is answered. */
export async function viewingLookOf(desk: ClientDesk, { offer, status }: Viewing): Promise<ViewingLook> {
  const { offers, client, clock, chat } = desk;
  const now = clock.now();
  const look = { company: chat.company, now, reader: client.name };
  if (status === 'pending') return { ...look, homesWait: (await offers.count(client.contact, now)).toRate > 0 };
  if (status !== 'completed' || !offer) return look;
  return { ...look, stars: (await offers.find(client.contact, offer))?.rating ?? undefined };
}
