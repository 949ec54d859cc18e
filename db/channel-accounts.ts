import type { Channel, Transport } from '#core/chat/channels.ts';
import { ACCOUNT_ENDED } from '#core/delivery/failures.ts';
import type { ChannelAccountId, CompanyId, NewId } from '#core/ids.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';

/** One bot of one company, as bringing it to life needs it. */
export type ChannelAccount = {
  readonly id: ChannelAccountId;
  readonly company: CompanyId;
  /** The company's open invite. */
  readonly inviteCode: string;
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
};

/** An account that the settings describe, and the company that it is for (SPEC 12). */
export type SettingsAccount = Pick<ChannelAccount, 'channel' | 'transport' | 'name' | 'externalId'> & {
  /** Slug; undefined: the company made first. */
  readonly company: string | undefined;
};

/** All companies' channel accounts (system scope). */
export type ChannelAccounts = {
  /** Those that have not ended. */
  list(): Promise<readonly ChannelAccount[]>;
  /** The account that the settings describe, made where it is missing; undefined while its company does not exist. */
  ensure(account: SettingsAccount): Promise<ChannelAccount | undefined>;
  /** Keeps what the platform calls it. */
  learned(account: ChannelAccountId, told: { readonly handle: string; readonly name?: string }): Promise<void>;
  /**
   * Whether this process may ask the platform for what comes to the account; nobody else may then for so long. `alone`:
   * no other process can be there, so what a killed one left counts for nothing.
   */
  mayPoll(account: ChannelAccountId, by: string, seconds: number, alone: boolean): Promise<boolean>;
  /** Lets the next one. */
  endPoll(account: ChannelAccountId, by: string): Promise<void>;
  /** Ends what others were about to do for an account while it ended. */
  settleEnded(): Promise<void>;
};

const COLUMNS = `a.id, a.company_id as company, o.invite_code as "inviteCode", a.channel, a.transport, a.name,
  a.external_id as "externalId", a.handle, a.credentials, a.from_settings as "fromSettings"`;

const LIST = `
  select ${COLUMNS} from channel_accounts a join companies o on o.id = a.company_id where a.ended_at is null order by a.seq`;

/** Stays with its company once it is made: its chats are there. */
const ENSURE = `
  with made as (
    insert into channel_accounts (id, company_id, channel, transport, name, external_id, from_settings)
    select $1::uuid, c.id, $2, $3, $4, $5, true from companies c
    where $6::text is null or c.slug = $6 order by c.seq limit 1
    on conflict (channel, external_id) where ended_at is null
      do update set transport = excluded.transport, credentials = null, from_settings = true
    returning *
  )
  select ${COLUMNS} from made a join companies o on o.id = a.company_id`;

/** What the office calls it stays. */
const LEARNED = `
  update channel_accounts set handle = $2, name = case when from_settings then coalesce($3, name) else name end
  where id = $1`;

const MAY_POLL = `
  update channel_accounts set polled_by = $2, polled_until = now() + $3::float8 * interval '1 second'
  where id = $1 and ended_at is null and ($4 or polled_by = $2 or polled_until is null or polled_until < now())
  returning id`;
const END_POLL = 'update channel_accounts set polled_by = null, polled_until = null where id = $1 and polled_by = $2';

/** A message on its way while the account ended may have been put back; a push may have been owed just before. */
const FAIL_ENDED = `
  update deliveries d set state = 'failed', failure = $1 from channel_accounts a
  where a.id = d.channel_account_id and a.ended_at is not null and d.state in ('queued', 'held')`;
/** Nobody can read any more what the platform had sent. */
const SET_ASIDE_ENDED = `
  update events e set state = 'quarantined', error = 'the channel account has ended', due_at = null from channel_accounts a
  where a.id = e.channel_account_id and a.ended_at is not null and e.state = 'pending'`;

export function createChannelAccounts(
  { systemScope }: Database,
  { newId }: { readonly newId: NewId },
): ChannelAccounts {
  return {
    list: () => once<ChannelAccount>(systemScope, LIST),
    async ensure({ channel, transport, name, externalId, company }) {
      const values = [newId(), channel, transport, name, externalId, company ?? null];
      const [account] = await once<ChannelAccount>(systemScope, ENSURE, values);
      return account;
    },
    async learned(account, { handle, name }) {
      await once(systemScope, LEARNED, [account, handle, name ?? null]);
    },
    async mayPoll(account, by, seconds, alone) {
      return (await once(systemScope, MAY_POLL, [account, by, seconds, alone])).length > 0;
    },
    async endPoll(account, by) {
      await once(systemScope, END_POLL, [account, by]);
    },
    async settleEnded() {
      const { code, cause, nextStep } = ACCOUNT_ENDED;
      await once(systemScope, FAIL_ENDED, [{ code, cause, next_step: nextStep }]);
      await once(systemScope, SET_ASIDE_ENDED);
    },
  };
}
