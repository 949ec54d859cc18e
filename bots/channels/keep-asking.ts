import { createSleeper } from '#bots/work/sleeper.ts';

type Needs = {
  /** Asks the platform; answers why it refuses the account, or nothing where it does not. Never throws. */
  readonly ask: () => Promise<string | undefined>;
  /** Told what each answer was. */
  readonly told: (refused: string | undefined) => void;
};

/** What a platform refuses for good can change only by hand. */
const REFUSED_SECONDS = 300;

/** Asks whether a platform takes an account's credentials, and again now and then while it does not. */
export function keepAsking({ ask, told }: Needs): { stop(): Promise<void> } {
  const sleeper = createSleeper();
  let stopping = false;
  const run = async () => {
    while (!stopping) {
      const refused = await ask();
      if (stopping) return;
      told(refused);
      if (refused === undefined) return;
      await sleeper.sleep(REFUSED_SECONDS);
    }
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
