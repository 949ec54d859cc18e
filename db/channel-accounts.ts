import type { Channel } from '#core/chat/turn.ts';
import type { ChannelAccountId, CompanyId, NewId } from '#core/ids.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';

type Transport = 'bot_api' | 'cloud' | 'web' | 'connector';

/** One bot of one company, as bringing it to life needs it. */
export type ChannelAccount = {
  readonly id: ChannelAccountId;
  readonly company: CompanyId;
  readonly channel: Channel;
  readonly transport: Transport;
  readonly name: string;
  /** The platform's public id of the bot: Telegram's bot id, a phone_number_id, an app id. */
  readonly externalId: string;
  /** The name that links use: a bot's username, a phone number. */
  readonly handle: string | null;
  /** Sealed with SECRET_KEY; null for an account that the settings describe. */
  readonly credentials: string | null;
  readonly fromSettings: boolean;
  readonly state: string;
};

/** An account that the settings describe, and the company that it is for (SPEC 12). */
type SettingsAccount = Pick<ChannelAccount, 'channel' | 'transport' | 'name' | 'externalId' | 'handle'> & {
  /** Slug; undefined: the company made first. */
  readonly company: string | undefined;
};

/** All companies' channel accounts (system scope). */
export type ChannelAccounts = {
  list(): Promise<readonly ChannelAccount[]>;
  /** The account that the settings describe, made or brought up to date; undefined while its company does not exist. */
  ensure(account: SettingsAccount): Promise<ChannelAccount | undefined>;
  setState(account: ChannelAccountId, state: string): Promise<void>;
};

const COLUMNS = `id, company_id as company, channel, transport, name, external_id as "externalId", handle, credentials,
  from_settings as "fromSettings", state`;

const LIST = `select ${COLUMNS} from channel_accounts order by seq`;

/** Stays with its company once it is made: its chats are there. */
const ENSURE = `
  insert into channel_accounts (id, company_id, channel, transport, name, external_id, handle, from_settings)
  select $1::uuid, c.id, $2, $3, $4, $5, $6, true from companies c
  where $7::text is null or c.slug = $7 order by c.seq limit 1
  on conflict (channel, external_id) do update set
    transport = excluded.transport, name = excluded.name, handle = coalesce(excluded.handle, channel_accounts.handle), from_settings = true
  returning ${COLUMNS}`;

export function createChannelAccounts(
  { systemScope }: Database,
  { newId }: { readonly newId: NewId },
): ChannelAccounts {
  return {
    list: () => once<ChannelAccount>(systemScope, LIST),
    async ensure({ channel, transport, name, externalId, handle, company }) {
      const values = [newId(), channel, transport, name, externalId, handle, company ?? null];
      const [account] = await once<ChannelAccount>(systemScope, ENSURE, values);
      return account;
    },
    async setState(account, state) {
      await once(systemScope, 'update channel_accounts set state = $2 where id = $1', [account, state]);
    },
  };
}
