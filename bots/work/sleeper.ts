/** A loop's alarm clock: rings when told, at the latest after a while. */
export type Sleeper = {
  /** Rings now, or as soon as somebody sleeps. */
  wake(): void;
  /** Rings in so many seconds, besides. */
  wakeIn(seconds: number): void;
  /** Until the next ring; `true`: it was not told to, the time ran out. */
  sleep(seconds: number): Promise<boolean>;
  /** Rings now and for ever. */
  close(): void;
};

export function createSleeper(): Sleeper {
  let rung = false;
  let closed = false;
  let ring: (() => void) | undefined;
  const alarms = new Set<NodeJS.Timeout>();

  const wake = () => {
    rung = true;
    ring?.();
  };
  const sleep = (seconds: number) =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => over(true), seconds * 1000);
      const over = (late: boolean) => {
        clearTimeout(timer);
        ring = undefined;
        rung = closed;
        resolve(late);
      };
      ring = () => over(false);
      if (rung) over(false);
    });

  return {
    wake,
    sleep,
    wakeIn: (seconds) => {
      if (closed) return;
      const alarm = setTimeout(() => {
        alarms.delete(alarm);
        wake();
      }, seconds * 1000);
      alarms.add(alarm);
    },
    close: () => {
      closed = true;
      for (const alarm of alarms) clearTimeout(alarm);
      alarms.clear();
      wake();
    },
  };
}
