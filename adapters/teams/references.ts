import type { ConversationReference } from 'botbuilder';
import type { ChannelAccountId, CompanyId } from '#core/ids.ts';

/** Where each chat is, as Teams says with everything that comes: whole, since a reduced one is refused (openclaw#59223). */
export type References = {
  find(
    company: CompanyId,
    account: ChannelAccountId,
    address: string,
  ): Promise<Partial<ConversationReference> | undefined>;
  /** Keeps the newest; costs nothing where it is the same as before. */
  keep(
    company: CompanyId,
    account: ChannelAccountId,
    address: string,
    reference: Partial<ConversationReference>,
  ): Promise<void>;
};
