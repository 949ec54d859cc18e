/** Lends a few things of a kind to one user each at a time, in order of asking. Makes them when first needed. */
export type Pool<Thing> = {
  use<Result>(work: (thing: Thing) => Promise<Result>): Promise<Result>;
  all(): readonly Thing[];
};

export function createPool<Thing>(size: number, make: () => Thing): Pool<Thing> {
  const made: Thing[] = [];
  const idle: Thing[] = [];
  const waiting: ((thing: Thing) => void)[] = [];

  const take = (): Thing | Promise<Thing> => {
    // The one given back last: its statements are prepared and its memory is warm.
    const thing = idle.pop();
    if (thing !== undefined) return thing;
    if (made.length === size) return new Promise((resolve) => waiting.push(resolve));
    const another = make();
    made.push(another);
    return another;
  };

  return {
    all: () => made,
    async use(work) {
      const thing = await take();
      try {
        return await work(thing);
      } finally {
        const next = waiting.shift();
        if (next) next(thing);
        else idle.push(thing);
      }
    },
  };
}
