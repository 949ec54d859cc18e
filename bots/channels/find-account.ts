import type { Log } from '#bots/log.ts';
import type { Sleeper } from '#bots/work/sleeper.ts';
import type { ChannelAccount, ChannelAccounts } from '#db/channel-accounts.ts';

type Needs = {
  readonly accounts: Pick<ChannelAccounts, 'ensure'>;
  readonly wanted: Parameters<ChannelAccounts['ensure']>[0];
  readonly sleeper: Sleeper;
  readonly stopping: () => boolean;
  readonly log: Log;
};

const LOOK_SECONDS = 2;

/** The account that the settings describe, as soon as its company exists; undefined where it is stopped before. */
export async function findAccount({
  accounts,
  wanted,
  sleeper,
  stopping,
  log,
}: Needs): Promise<ChannelAccount | undefined> {
  while (!stopping()) {
    try {
      const account = await accounts.ensure(wanted);
      if (account) return account;
    } catch (error) {
      log.error({ err: error, channel: wanted.channel }, 'the account of a channel could not be looked up');
    }
    await sleeper.sleep(LOOK_SECONDS);
  }
  return undefined;
}
