import type { Log } from '#bots/log.ts';
import { createSleeper } from '#bots/work/sleeper.ts';

/** Work that one process of the deployment does at a time, as long as it lives. */
export type InTurn = { stop(): Promise<void> };

type Needs = {
  /** Whether the work is ours for so many seconds more. */
  readonly take: (seconds: number) => Promise<boolean>;
  /** Lets the next one. */
  readonly free: () => Promise<void>;
  readonly begin: () => { stop(): Promise<void> };
  readonly log: Log;
};

/** Whoever is killed keeps the others out for so long: interrupted work goes on within 30 s (P8). */
const TURN_SECONDS = 9;
const LOOK_SECONDS = 3;

/** Does the work while it is this process's turn: of two that ask for one bot's updates, Telegram cuts one off (409). */
export function pollInTurn({ take, free, begin, log }: Needs): InTurn {
  const sleeper = createSleeper();
  let stopping = false;

  const run = async () => {
    let work: { stop(): Promise<void> } | undefined;
    while (!stopping) {
      const isOurs = await take(TURN_SECONDS).catch((error: unknown) => {
        log.warn({ err: error }, 'whose turn it is to poll could not be looked up');
        return work !== undefined;
      });
      if (stopping) break;
      if (isOurs) work ??= begin();
      else {
        await work?.stop();
        work = undefined;
      }
      await sleeper.sleep(LOOK_SECONDS);
    }
    await work?.stop();
    await free().catch((error: unknown) => log.warn({ err: error }, 'the turn to poll was not given away'));
  };
  const running = run();

  return {
    stop: () => {
      stopping = true;
      sleeper.close();
      return running;
    },
  };
}
