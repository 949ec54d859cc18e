import type { Log } from '#bots/log.ts';
import type { Turn } from '#core/chat/turn.ts';
import { nextTurn } from '#core/delivery/backoff.ts';
import type { Events, StoredEvent } from '#core/delivery/events.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { BringFile } from './bring-file.ts';
import { type Inbox, nameOf } from './inbox.ts';
import { createSleeper } from './sleeper.ts';

/** Reads stored bytes again as their channel does; undefined where they say nothing to us. Throws where they can't be read. */
export type ReadAgain = (event: StoredEvent) => Turn | undefined;

/** Shows a person that what they sent went to somebody of the office. Never throws: it is a courtesy. */
export type MarkTaken = (turn: Pick<Turn, 'address' | 'said'>) => void;

/** Takes the turns of stored events again until they are done, or have failed five times and are set aside (P4). */
export type TakeStored = {
  wake(): void;
  stop(): Promise<void>;
};

type Needs = {
  readonly events: Pick<Events, 'claim' | 'extend' | 'failed' | 'done'>;
  readonly inbox: Pick<Inbox, 'takeStored'>;
  /** Gets what a turn brings into our store first. */
  readonly files: BringFile;
  /** How each account that runs here reads. */
  readonly readers: () => ReadonlyMap<ChannelAccountId, ReadAgain>;
  /** How each account marks what went to a person, where its platform shows people nothing by itself. */
  readonly markers: () => ReadonlyMap<ChannelAccountId, MarkTaken>;
  readonly log: Log;
};

const AT_ONCE = 50;
const POLL_SECONDS = 0.5;
/** Work of a killed process is taken up after this; a running one renews it three times meanwhile. */
const LEASE_SECONDS = 30;
/** A file that takes longer no longer holds back what its chat says after it, which is to be answered within 5 s. */
const PATIENCE_SECONDS = 2;
/** Files that are waited for beside all else. */
const MOST_SLOW = 200;

export function createTakeStored({ events, inbox, files, readers, markers, log }: Needs): TakeStored {
  const sleeper = createSleeper();
  let stopping = false;
  /** Nobody waits any longer for a file that takes long: whoever takes the event next fetches it again. */
  let hasLeft = false;

  const inFlight = new Map<string, Promise<void>>();
  /** Those whose file takes long, by the event. */
  const slow = new Set<string>();

  const takeSome = async () => {
    const accounts = [...readers().keys()];
    const room = AT_ONCE - (inFlight.size - Math.min(slow.size, MOST_SLOW));
    if (accounts.length === 0 || room <= 0) return;
    for (const event of await events.claim(accounts, room, LEASE_SECONDS, [...slow])) {
      const work = takeOne(event).catch((error: unknown) => log.error({ err: error }, 'a failed turn was not noted'));
      const over = work.then(() => {
        inFlight.delete(event.id);
        sleeper.wake();
      });
      inFlight.set(event.id, over);
    }
  };

  const bring = async (event: StoredEvent, read: Turn): Promise<Turn> => {
    const late = setTimeout(() => {
      slow.add(event.id);
      sleeper.wake();
    }, PATIENCE_SECONDS * 1000);
    try {
      return await files.bring(read);
    } finally {
      clearTimeout(late);
      slow.delete(event.id);
    }
  };

  const take = async (event: StoredEvent, read: Turn) => {
    const turn = await bring(event, read);
    if (hasLeft) return;
    try {
      const taken = await inbox.takeStored(turn);
      if (taken.was === 'answered' && taken.passedOn) markers().get(event.account)?.(turn);
    } finally {
      await files.tidy(turn).catch((error: unknown) => log.warn({ err: error }, 'a file could not be tidied away'));
    }
  };

  const takeOne = async (event: StoredEvent) => {
    try {
      const turn = readers().get(event.account)?.(event);
      if (turn) await take(event, turn);
      else await events.done(event.id);
    } catch (error) {
      const attempts = event.attempts + 1;
      const wait = nextTurn(attempts);
      const about = { err: error, event: event.key, account: event.account, attempts };
      if (wait === undefined) log.error(about, 'an event failed too often and is set aside');
      else log.warn(about, 'a stored event failed again');
      await events.failed(event.id, nameOf(error), wait);
      if (wait !== undefined) sleeper.wakeIn(wait + 0.01);
    }
  };

  const renewing = setInterval(
    () => {
      if (inFlight.size === 0) return;
      events
        .extend([...inFlight.keys()], LEASE_SECONDS)
        .catch((error: unknown) => log.error({ err: error }, 'events under way could not be kept'));
    },
    (LEASE_SECONDS * 1000) / 3,
  );

  const run = async () => {
    while (!stopping) {
      await takeSome().catch((error: unknown) => log.error({ err: error }, 'stored events could not be taken'));
      await sleeper.sleep(POLL_SECONDS);
    }
    while ([...inFlight.keys()].some((id) => !slow.has(id)))
      await Promise.race([...inFlight.values(), new Promise((resolve) => setTimeout(resolve, POLL_SECONDS * 1000))]);
    hasLeft = true;
    clearInterval(renewing);
  };
  const running = run();

  return {
    wake: sleeper.wake,
    stop: () => {
      stopping = true;
      sleeper.close();
      return running;
    },
  };
}
