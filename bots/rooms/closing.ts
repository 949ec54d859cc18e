/** A part of the running product. It needs only what was opened before it, so it is closed before that. */
export type Room = {
  /** Takes nothing more in; what is in hand goes on. */
  stop?(): Promise<void>;
  /** Finishes what is in hand, or cuts it. */
  close?(): Promise<void>;
};

/** What was opened, to be closed from the last to the first. */
export type Closing = {
  add<Opened extends Room>(room: Opened): Opened;
  /** All stop at once; then each closes, after those that were opened after it. */
  close(): Promise<void>;
};

export function createClosing(): Closing {
  const rooms: Room[] = [];
  return {
    add: (room) => {
      rooms.unshift(room);
      return room;
    },
    close: async () => {
      await Promise.all(rooms.map(async (room) => room.stop?.()));
      for (const room of rooms) await room.close?.();
    },
  };
}
