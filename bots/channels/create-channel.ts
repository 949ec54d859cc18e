import type { FastifyPluginAsync } from 'fastify';
import type { Log } from '#bots/log.ts';
import type { ChannelState } from '#bots/readiness.ts';
import type { WayOut } from '#bots/work/deliver.ts';
import type { MarkTaken, ReadAgain } from '#bots/work/take-stored.ts';
import type { Outgoing, Sender } from '#core/chat/channel.ts';
import type { AccountKind, CheckStep } from '#core/crm/channel-accounts.ts';
import { credentialsIn } from '#core/crm/credentials.ts';
import { type Fields, isFields } from '#core/fields.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { FetchFile } from '#core/media.ts';
import type { ChannelAccount, ChannelAccounts } from '#db/channel-accounts.ts';
import type { ChannelDriver, HookOf, LiveAccount } from './channel-driver.ts';

/** One account as this process has it. */
export type OpenAccount = {
  readonly row: ChannelAccount;
  readonly state: ChannelState;
  /** Undefined while nothing can be sent. */
  readonly wayOut: WayOut | undefined;
  /** Undefined where it is down. */
  readonly read: ReadAgain | undefined;
  readonly mark: MarkTaken | undefined;
  readonly fetch: FetchFile | undefined;
  readonly check: (() => Promise<readonly CheckStep[]>) | undefined;
};

/** All accounts of one way to speak with a platform. */
export type LiveChannel = AccountKind & {
  /** The account that the settings describe. */
  readonly settings: { readonly externalId: string } | undefined;
  /** Opens, reopens and ends accounts until they are as these rows say. */
  follow(rows: readonly ChannelAccount[]): Promise<void>;
  readonly accounts: readonly OpenAccount[];
  readonly routes: FastifyPluginAsync;
  /** Takes nothing more in; sending goes on. */
  stop(): Promise<void>;
  /** Cuts what is left. */
  close(): Promise<void>;
};

type Needs = {
  readonly accounts: Pick<ChannelAccounts, 'learned'>;
  /** Throws where it was sealed with another key. */
  readonly unseal: (sealed: string) => string;
  readonly cameAlive: () => void;
  readonly log: Log;
};

/** What a row's account can't be opened with, in words for the operator. */
class Unfit extends Error {}

/** Brings the accounts of one driver to life and ends them again: the one life that all accounts of all channels have. */
export function createChannel<Access, Guard, What, Answer>(
  driver: ChannelDriver<Access, Guard, What, Answer>,
  needs: Needs,
): LiveChannel {
  const { channel, transport, title, pace, own, settings } = driver;
  const { log } = needs;
  const open = new Map<string, Open<Access, What, Answer>>();
  const ending = new Set<Promise<void>>();
  const cut = Promise.withResolvers<void>();
  let stopping = false;

  const accessOf = (row: ChannelAccount): Access => {
    if (row.fromSettings && settings) return settings.access;
    if (!own) throw new Unfit('only the settings of the server can describe such an account');
    const given = credentialsIn(own.fields, unsealed(row));
    if (!given) throw new Unfit('its credentials are not whole');
    return own.accessOf(given, row.id);
  };
  const unsealed = ({ credentials }: ChannelAccount): Fields => {
    try {
      const stored: unknown = JSON.parse(needs.unseal(credentials ?? ''));
      return isFields(stored) ? stored : {};
    } catch {
      throw new Unfit('its credentials were sealed with another SECRET_KEY');
    }
  };

  const start = async (row: ChannelAccount) => {
    const about = { channel, account: row.id };
    try {
      const access = accessOf(row);
      const live = await driver.open(
        {
          account: row,
          isInvite: (word) => word === row.inviteCode,
          learned: (told) => learned(row.id, told),
          cameAlive: needs.cameAlive,
        },
        access,
      );
      open.set(row.id, { row, is: 'live', access, live, sending: new Set() });
      if (stopping) await live.stop();
      else needs.cameAlive();
    } catch (error) {
      const isUnfit = error instanceof Unfit;
      const why = isUnfit ? error.message : 'it could not be started; the log has the details';
      open.set(row.id, { row, is: 'down', why, isFinal: isUnfit });
      log.error({ ...about, ...(isUnfit ? { why } : { err: error }) }, 'a channel account is down');
    }
  };

  const learned = async (account: ChannelAccountId, told: { readonly handle: string; readonly name?: string }) => {
    try {
      await needs.accounts.learned(account, told);
    } catch (error) {
      log.error({ err: error, account }, 'what a platform calls an account could not be written down');
    }
  };

  /** What is on its way goes out; meanwhile whoever comes after it is at work already. */
  const end = async (ended: Open<Access, What, Answer>) => {
    open.delete(ended.row.id);
    if (ended.is === 'down') return;
    const { live, sending } = ended;
    await live.stop();
    const over = Promise.race([Promise.allSettled(sending), cut.promise])
      .then(() => live.close())
      .catch((error: unknown) => log.error({ err: error, account: ended.row.id }, 'an account could not be closed'))
      .then(() => void ending.delete(over));
    ending.add(over);
  };

  const hookOf: HookOf<Guard, What, Answer> = (id) => {
    const found = id === undefined ? [...open.values()].find(({ row }) => row.fromSettings) : open.get(id);
    // What comes to the account of the settings before its company is there, the platform has to keep.
    const access = found?.is === 'live' ? found.access : id === undefined ? settings?.access : undefined;
    const guard = access === undefined ? undefined : driver.guardOf(access);
    const receive = found?.is === 'live' && !stopping ? found.live.receive : undefined;
    return guard && { ...guard, receive: receive ?? notAtWork };
  };

  return {
    channel,
    transport,
    title,
    own,
    settings,
    routes: driver.routes(hookOf),
    get accounts() {
      return [...open.values()].map((each) => shown(each, pace));
    },
    follow: async (rows) => {
      const isDone = (each: Open<Access, What, Answer>) => each.is === 'live' || each.isFinal;
      const stays = (each: Open<Access, What, Answer>) => isDone(each) && rows.some((row) => isSame(row, each.row));
      for (const each of [...open.values()]) if (!stays(each)) await end(each);
      for (const row of rows) if (!stopping && !open.has(row.id)) await start(row);
    },
    stop: async () => {
      stopping = true;
      await Promise.all(lives(open).map((live) => live.stop()));
    },
    close: async () => {
      cut.resolve();
      await Promise.all(lives(open).map((live) => live.close()));
      await Promise.all(ending);
    },
  };
}

type Open<Access, What, Answer> =
  | {
      readonly row: ChannelAccount;
      readonly is: 'live';
      readonly access: Access;
      readonly live: LiveAccount<What, Answer>;
      /** What is being sent by it. */
      readonly sending: Set<Promise<unknown>>;
    }
  /** `isFinal`: another try would end the same until the row is another. */
  | { readonly row: ChannelAccount; readonly is: 'down'; readonly why: string; readonly isFinal: boolean };

const notAtWork = () => Promise.reject(new Error('the account is not at work'));

const lives = <Access, What, Answer>(open: ReadonlyMap<string, Open<Access, What, Answer>>) =>
  [...open.values()].flatMap((each) => (each.is === 'live' ? [each.live] : []));

/** Whether what an account was opened with is as it was; sealed anew, the same credentials are others. */
const isSame = (one: ChannelAccount, other: ChannelAccount) =>
  one.id === other.id &&
  one.credentials === other.credentials &&
  one.fromSettings === other.fromSettings &&
  one.inviteCode === other.inviteCode;

function shown<Access, What, Answer>(each: Open<Access, What, Answer>, pace: WayOut['pace']): OpenAccount {
  const { row } = each;
  const nothing = { wayOut: undefined, read: undefined, mark: undefined, fetch: undefined, check: undefined };
  if (each.is === 'down') return { row, state: { state: 'down', why: each.why }, ...nothing };
  const { live, sending } = each;
  const { sender, state, read, mark, fetch, check } = live;
  return { row, state, read, mark, fetch, check, wayOut: sender && { sender: watched(sender, sending), pace } };
}

/** The same, and known while it sends. */
const watched = (sender: Sender, sending: Set<Promise<unknown>>): Sender => ({
  send: (outgoing: Outgoing) => {
    const sent = sender.send(outgoing).finally(() => sending.delete(sent));
    sending.add(sent);
    return sent;
  },
});
