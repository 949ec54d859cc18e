/** Tells those who hear it that there may be something to do. Rung before anybody hears it is lost: whoever hears looks first. */
export type Bell = {
  ring(): void;
  hear(heard: () => void): void;
};

export function createBell(): Bell {
  const hearers: (() => void)[] = [];
  return {
    ring: () => {
      for (const heard of hearers) heard();
    },
    hear: (heard) => void hearers.push(heard),
  };
}
