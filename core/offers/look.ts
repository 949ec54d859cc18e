import { CHANNELS } from '#core/chat/channels.ts';
import type { Chat } from '#core/chat/chat.ts';
import type { ClientDesk } from '#core/chat/reply.ts';
import type { Company } from '#core/company.ts';
import type { ContactId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import type { CardLook } from './card.ts';
import type { Leading } from './card-choices.ts';

/** How cards are drawn for one client in one chat, and what they lead on to. */
export type Look = Omit<CardLook, 'status' | 'lead'> &
  Leading & {
    /** Whether a card that was pressed becomes its own answer. */
    readonly edits: boolean;
  };

/** The same where a card is shown in a chat that nobody is pressing in. */
export async function lookFor(
  { offers }: Pick<Kept, 'offers'>,
  contact: ContactId,
  { timeZone }: Pick<Company, 'timeZone'>,
  channel: Chat['channel'],
): Promise<Look> {
  const { severalDeals, waits } = await offers.around(contact);
  const { edits, sparesMessages } = CHANNELS[channel];
  return { severalDeals, zone: timeZone, next: waits, sparesMessages, edits };
}

export const lookOf = (desk: ClientDesk): Promise<Look> =>
  lookFor(desk, desk.client.contact, desk.chat.company, desk.chat.channel);
