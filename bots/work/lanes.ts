/** Work in lanes: what shares a key runs one after another in the order it came, different keys side by side. */
export type Lanes = {
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
  /** How many are running or waiting. */
  readonly inHand: number;
  /** Resolves once nothing is. */
  idle(): Promise<void>;
};

export function createLanes(): Lanes {
  const last = new Map<string, Promise<unknown>>();
  let inHand = 0;
  let waiting: (() => void)[] = [];

  const run = <Result>(key: string, work: () => Promise<Result>) => {
    inHand += 1;
    const before = last.get(key);
    const result = before ? before.then(work, work) : work();
    const over = result.then(noop, noop).then(() => {
      inHand -= 1;
      if (last.get(key) === over) last.delete(key);
      if (inHand > 0) return;
      for (const tell of waiting) tell();
      waiting = [];
    });
    last.set(key, over);
    return result;
  };

  return {
    run,
    get inHand() {
      return inHand;
    },
    idle: () => (inHand === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}

const noop = () => undefined;
