import type { Fields } from '#core/fields.ts';
import type { ChannelAccountId, CompanyId } from '#core/ids.ts';

/** Where each chat is, as Teams says with everything that comes: whole, since a reduced one is refused (openclaw#59223). */
export type References = {
  find(company: CompanyId, account: ChannelAccountId, address: string): Promise<object | undefined>;
  /** Keeps the newest; costs nothing where it is the same as before. */
  keep(company: CompanyId, account: ChannelAccountId, address: string, reference: object): Promise<void>;
};

/** Where an activity's chat is (Bot Framework, ConversationReference). The message that it answers is no part of that. */
export const referenceIn = ({ from, recipient, conversation, channelId, locale, serviceUrl }: Fields): object => ({
  user: from,
  bot: recipient,
  conversation,
  channelId,
  locale,
  serviceUrl,
});
