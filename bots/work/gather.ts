/**
 * Gathers what comes while the last batch is under way, and hands it over in one: under load many share one round
 * trip, at rest one goes at once. A batch that fails fails each of its items.
 */
export function gather<Item>(handOver: (items: readonly Item[]) => Promise<void>): (item: Item) => Promise<void> {
  let waiting: { item: Item; done: () => void; failed: (error: unknown) => void }[] = [];
  let isBusy = false;

  const run = async () => {
    isBusy = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await handOver(batch.map(({ item }) => item));
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    isBusy = false;
  };

  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed });
      if (!isBusy) void run();
    });
}
