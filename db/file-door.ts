import type { ChannelAccountId, MediaId } from '#core/ids.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';

/** Whose files are fetched at all (system scope, since it is asked before a turn has its company's transaction). */
export type FileDoor = {
  /** Whether somebody is signed in to this chat: nobody else's files are worth a download. */
  isOpen(account: ChannelAccountId, address: string): Promise<boolean>;
  /** Whether a record tells of this file. */
  isKept(media: MediaId): Promise<boolean>;
};

const IS_OPEN = `
  select 1 from chats c
  join portal_users p on p.id = c.portal_user_id and p.status = 'Active'
  where c.channel_account_id = $1 and c.address = $2 limit 1`;

export function createFileDoor({ systemScope }: Database): FileDoor {
  return {
    isOpen: async (account, address) => (await once(systemScope, IS_OPEN, [account, address])).length > 0,
    isKept: async (media) => (await once(systemScope, 'select 1 from media where id = $1', [media])).length > 0,
  };
}
