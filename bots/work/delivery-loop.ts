import type { Log } from '#bots/log.ts';
import { REPEATED_KINDS } from '#core/delivery/backoff.ts';
import type { Deliveries, Due, Settled } from '#core/delivery/deliveries.ts';
import type { ChannelAccountId, DeliveryId } from '#core/ids.ts';
import { deliver, type WayOut } from './deliver.ts';
import { gather } from './gather.ts';
import { createPaces } from './paces.ts';
import { createSleeper } from './sleeper.ts';

/** Sends what is owed to chats, in order per chat, chats side by side, until it is stopped. */
export type DeliveryLoop = {
  /** There may be something to send: call it after every commit. */
  wake(): void;
  /** Takes nothing more, finishes what is in flight, for at most so many seconds. */
  stop(seconds: number): Promise<void>;
};

type Needs = {
  readonly deliveries: Deliveries;
  /** The accounts that can be sent through right now. */
  readonly live: () => ReadonlyMap<ChannelAccountId, WayOut>;
  readonly log: Log;
  /** Of this process. */
  readonly by: string;
  /** Milliseconds of a clock that only runs forward. */
  readonly ticks: () => number;
  /** How often it looks where nobody woke it; another one for tests. */
  readonly pollSeconds?: number;
  /** Told what became of each message. */
  readonly settled?: (was: Settled['was'], due: Due) => void;
};

const AT_ONCE = 50;
const POLL_SECONDS = 1;
/** While messages are in flight, those that come within this time are claimed together. */
const TOGETHER_SECONDS = 0.008;
/** Work of a killed process is taken up after this; a running one renews it three times meanwhile. */
const LEASE_SECONDS = 15;
const RECLAIM_SECONDS = 2;

export function createDeliveryLoop({
  deliveries,
  live,
  log,
  by,
  ticks,
  pollSeconds = POLL_SECONDS,
  settled: tell,
}: Needs): DeliveryLoop {
  const paces = createPaces(ticks);
  const sleeper = createSleeper();
  const inFlight = new Map<DeliveryId, Promise<void>>();
  const keepSent = gather(deliveries.sent);
  let claimedAt = 0;
  let stopping = false;

  const ready = () => {
    const all = [...live()].map(([id, { pace }]) => ({ id, many: paces.ready(id, pace), pace }));
    for (const { id, many, pace } of all) {
      const wait = many > 0 ? pollSeconds : paces.accountWait(id, pace);
      if (wait < pollSeconds) sleeper.wakeIn(wait);
    }
    return all.filter(({ many }) => many > 0);
  };

  /** Takes what may go out now; answers whether there may be more. */
  const takeSome = async (): Promise<boolean> => {
    const accounts = ready();
    const room = AT_ONCE - inFlight.size;
    const limit = Math.min(room, ...(accounts.length === 1 ? accounts.map(({ many }) => many) : []));
    if (accounts.length === 0 || limit <= 0) return false;
    const since = (ticks() - claimedAt) / 1000;
    if (inFlight.size > 0 && since < TOGETHER_SECONDS) {
      sleeper.wakeIn(TOGETHER_SECONDS - since);
      return false;
    }
    claimedAt = ticks();
    const ids = accounts.map(({ id }) => id);
    const dues = await deliveries.claim({ by, accounts: ids, limit, leaseSeconds: LEASE_SECONDS });
    for (const due of dues) inFlight.set(due.id, carry(due));
    return dues.length === limit;
  };

  const carry = async (due: Due) => {
    const account = live().get(due.account);
    const settled: Settled = account
      ? await deliver({ paces, log }, account, due)
      : { was: 'again', afterSeconds: POLL_SECONDS, counts: false };
    await settle(due, settled);
    inFlight.delete(due.id);
    tell?.(settled.was, due);
    if (settled.was === 'again' && settled.afterSeconds < 60) sleeper.wakeIn(settled.afterSeconds + 0.005);
    sleeper.wake();
  };

  /** What happened on the platform must not be forgotten, so a database that is away is waited for. */
  const settle = async (due: Due, settled: Settled): Promise<void> => {
    for (;;) {
      try {
        if (settled.was === 'sent') return await keepSent({ delivery: due.id, platformId: settled.platformId });
        return await deliveries.settle(by, due.id, settled);
      } catch (error) {
        log.error({ err: error, delivery: due.id, was: settled.was }, 'an outcome could not be kept yet');
        if (stopping) return;
        await new Promise((resolve) => setTimeout(resolve, POLL_SECONDS * 1000));
      }
    }
  };

  const run = async () => {
    while (!stopping) {
      let more = false;
      try {
        more = await takeSome();
      } catch (error) {
        log.error({ err: error }, 'the queue could not be read');
        await new Promise((resolve) => setTimeout(resolve, POLL_SECONDS * 1000));
      }
      if (!more) await sleeper.sleep(pollSeconds);
    }
  };

  const every = (seconds: number, work: () => Promise<unknown>) =>
    setInterval(() => {
      work().catch((error: unknown) => log.error({ err: error }, 'the queue could not be kept up'));
    }, seconds * 1000);
  const reclaim = async () => {
    const found = await deliveries.reclaim(REPEATED_KINDS);
    if (found === 0) return;
    log.warn({ found }, 'took up messages of a process that ended while sending');
    sleeper.wake();
  };
  const heartbeat = async () => {
    if (inFlight.size > 0) await deliveries.extend(by, [...inFlight.keys()], LEASE_SECONDS);
  };
  const timers = [every(LEASE_SECONDS / 3, heartbeat), every(RECLAIM_SECONDS, reclaim)];
  const running = run();

  return {
    wake: sleeper.wake,
    stop: async (seconds) => {
      stopping = true;
      sleeper.close();
      await within(
        seconds,
        running.then(() => Promise.all(inFlight.values())),
      );
      for (const timer of timers) clearInterval(timer);
    },
  };
}

async function within(seconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, seconds * 1000);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
