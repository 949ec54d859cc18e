import { inTime, Late } from '#adapters/in-time.ts';
import type { Log } from '#bots/log.ts';
import type { ChannelState } from '#bots/readiness.ts';
import type { WayOut } from '#bots/work/deliver.ts';
import { createSleeper } from '#bots/work/sleeper.ts';
import type { MarkTaken, ReadAgain } from '#bots/work/take-stored.ts';
import type { CheckStep } from '#core/crm/channel-accounts.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { FetchFile } from '#core/media.ts';
import type { ChannelAccount, ChannelAccounts } from '#db/channel-accounts.ts';
import type { LiveChannel, OpenAccount } from './create-channel.ts';

/** All channel accounts of the deployment, at work in this process. */
export type Channels = {
  /** The accounts that can be sent through. */
  live(): ReadonlyMap<ChannelAccountId, WayOut>;
  /** How stored bytes of each account are read again. */
  readers(): ReadonlyMap<ChannelAccountId, ReadAgain>;
  /** How each account shows that what came went to a person; of those that have to. */
  markers(): ReadonlyMap<ChannelAccountId, MarkTaken>;
  /** How files are fetched that came to each account. */
  fetchers(): ReadonlyMap<ChannelAccountId, FetchFile>;
  /** How each account is: that of the settings by its channel's name, others by `channel/id`, as in their paths. */
  states(): Readonly<Record<string, ChannelState>>;
  stateOf(account: ChannelAccountId): ChannelState;
  /** Whether an account works, step by step, as far as its platform tells within a few seconds. */
  check(account: ChannelAccountId): Promise<readonly CheckStep[]>;
  /** There may be a company, or another account, by now. */
  look(): void;
  /** Takes nothing more in; sending goes on. */
  stop(): Promise<void>;
  /** Cuts what is left. */
  close(): Promise<void>;
};

type Needs = {
  readonly accounts: Pick<ChannelAccounts, 'list' | 'ensure' | 'settleEnded'>;
  /** Slug of the company that the accounts of the settings belong to; undefined: the first made. */
  readonly company: string | undefined;
  readonly log: Log;
};

/** While the company of the settings' accounts is waited for. */
const SOON_SECONDS = 2;
/** A ring that tells of a change may be lost. */
const LOOK_SECONDS = 30;
/** Whoever tests an account waits for it. */
const CHECK_MS = 8000;
const NO_COMPANY: ChannelState = { state: 'waits', why: 'there is no company yet' };
const NOT_YET: ChannelState = { state: 'waits', why: 'it is being opened' };

/** Keeps the accounts of all channels as the settings and the rows say, while they change. */
export function createChannels(all: readonly LiveChannel[], { accounts, company, log }: Needs): Channels {
  const sleeper = createSleeper();
  const fromSettings = new Map<LiveChannel, ChannelAccountId>();
  /** Rows that no channel here opens. */
  let unopened: readonly ChannelAccount[] = [];
  let stopping = false;

  const ensure = async (channel: LiveChannel) => {
    if (!channel.settings || fromSettings.has(channel)) return;
    const { channel: name, transport, title, settings } = channel;
    const { externalId } = settings;
    const found = await accounts.ensure({ channel: name, transport, name: title, externalId, company });
    if (found) fromSettings.set(channel, found.id);
  };

  const follow = async () => {
    for (const channel of all) await ensure(channel);
    await accounts.settleEnded();
    const rows = await accounts.list();
    const fits = (channel: LiveChannel, row: ChannelAccount) =>
      row.fromSettings
        ? fromSettings.get(channel) === row.id
        : row.channel === channel.channel && row.transport === channel.transport;
    await Promise.all(all.map((channel) => channel.follow(rows.filter((row) => fits(channel, row)))));
    unopened = rows.filter((row) => !all.some((channel) => fits(channel, row)));
  };

  const run = async () => {
    while (!stopping) {
      await follow().catch((error: unknown) =>
        log.error({ err: error }, 'the channel accounts could not be looked up'),
      );
      const waits = all.some((channel) => channel.settings && !fromSettings.has(channel));
      await sleeper.sleep(waits ? SOON_SECONDS : LOOK_SECONDS);
    }
  };
  const running = run();

  const open = (): readonly OpenAccount[] => all.flatMap((channel) => channel.accounts);
  const mapOf = <Value>(of: (account: OpenAccount) => Value | undefined) =>
    new Map(
      open().flatMap((account): [ChannelAccountId, Value][] => {
        const value = of(account);
        return value === undefined ? [] : [[account.row.id, value]];
      }),
    );

  const states = (): Readonly<Record<string, ChannelState>> =>
    Object.fromEntries([
      ...all.filter(({ settings }) => settings).map(({ channel }): [string, ChannelState] => [channel, NO_COMPANY]),
      ...open().map(({ row, state }): [string, ChannelState] => [nameOf(row), state]),
      ...unopened
        .filter(({ fromSettings: isTheirs }) => !isTheirs)
        .map((row): [string, ChannelState] => [nameOf(row), whyUnopened(row)]),
    ]);

  const stateOf: Channels['stateOf'] = (account) => {
    const left = unopened.find(({ id }) => id === account);
    return left ? whyUnopened(left) : (open().find(({ row }) => row.id === account)?.state ?? NOT_YET);
  };

  return {
    live: () => mapOf(({ wayOut }) => wayOut),
    readers: () => mapOf(({ read }) => read),
    markers: () => mapOf(({ mark }) => mark),
    fetchers: () => mapOf(({ fetch }) => fetch),
    states,
    stateOf,
    check: async (account) => {
      const { state, why } = stateOf(account);
      const atWork: CheckStep = {
        step: 'atWork',
        isGood: state === 'up',
        ...(why === undefined ? {} : { words: why }),
      };
      const asked = open().find(({ row }) => row.id === account)?.check;
      return [atWork, ...((asked && (await inTime(CHECK_MS, asked()).catch(unanswered))) ?? [])];
    },
    look: sleeper.wake,
    stop: async () => {
      stopping = true;
      sleeper.close();
      await Promise.all(all.map((channel) => channel.stop()));
    },
    close: async () => {
      await running;
      await Promise.all(all.map((channel) => channel.close()));
    },
  };
}

/** What its platform does not answer in time counts as not answered. */
function unanswered(error: unknown): readonly CheckStep[] {
  if (!(error instanceof Late)) throw error;
  return [{ step: 'signedIn', isGood: false, words: `no answer within ${CHECK_MS / 1000} seconds` }];
}

const nameOf = ({ channel, id, fromSettings }: ChannelAccount): string => (fromSettings ? channel : `${channel}/${id}`);

/** Written by a later version, perhaps; or described by the settings of another process. */
const whyUnopened = ({ channel, transport, fromSettings }: ChannelAccount): ChannelState => ({
  state: 'down',
  why: fromSettings
    ? 'the settings of this server do not describe it'
    : `this version knows no transport “${transport}” of “${channel}”`,
});
