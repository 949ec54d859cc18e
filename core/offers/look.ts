import type { ClientDesk } from '#core/chat/reply.ts';
import type { CardLook } from './card.ts';

/** How cards are drawn for the client of this desk. */
export const lookOf = async ({ offers, client, chat }: ClientDesk): Promise<CardLook> => ({
  severalDeals: await offers.inSeveralDeals(client.contact),
  zone: chat.company.timeZone,
});
