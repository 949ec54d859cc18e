import { createSleeper } from './sleeper.ts';

/** Takes what is due from a queue again and again, until it is stopped. */
export type TakeLoop = {
  /** Something may be due now. */
  wake(): void;
  /** Something is due in so many seconds. */
  wakeIn(seconds: number): void;
  /** Resolves once what was taken is settled. */
  stop(): Promise<void>;
};

/** `takeSome` answers whether more may be due at once; what it throws is told, and tried again at the next look. */
export function createTakeLoop(
  takeSome: () => Promise<boolean>,
  pollSeconds: number,
  failed: (error: unknown) => void,
): TakeLoop {
  const sleeper = createSleeper();
  let stopping = false;

  const run = async () => {
    while (!stopping) {
      const more = await takeSome().catch((error: unknown) => {
        failed(error);
        return false;
      });
      if (!more) await sleeper.sleep(pollSeconds);
    }
  };
  const running = run();

  return {
    wake: sleeper.wake,
    wakeIn: sleeper.wakeIn,
    stop: () => {
      stopping = true;
      sleeper.close();
      return running;
    },
  };
}
