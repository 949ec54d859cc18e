import type { Message } from '#core/chat/message.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { readStoredMessage } from '#core/turns/stored.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';

const NEWEST = `
  select d.message, c.language from deliveries d join chats c on c.id = d.chat_id
  where d.channel_account_id = $1 and c.address = $2 and (d.platform_id = $3 or d.edits = $3)
  order by d.seq desc limit 1`;

/** How a message of ours looks from now on (system scope): for platforms that want it as the answer to a press. */
export function createShownMessages({ systemScope }: Database) {
  return {
    /** The newest state of the message that the platform knows by this id; undefined where there is none of this chat. */
    newest: async (
      account: ChannelAccountId,
      address: string,
      platformId: string,
    ): Promise<{ readonly message: Message; readonly language: Language } | undefined> => {
      const [found] = await once<{ message: unknown; language: Language }>(systemScope, NEWEST, [
        account,
        address,
        platformId,
      ]);
      const message = readStoredMessage(found?.message);
      return found && message && { message, language: found.language };
    },
  };
}
