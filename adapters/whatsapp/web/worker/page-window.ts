/** WhatsApp Web's page as scripts within it find it: its modules by name, and what the library puts beside them. */
export type PageWindow = {
  /** Throws for a name that is not loaded. */
  require(name: string): unknown;
  /** The library's own: tells that the account is in step, which it listens for too late at times (wwebjs#5748). */
  onAppStateHasSyncedEvent?(): void;
  WWebJS?: {
    sendChatstate(state: 'typing' | 'stop', chat: string): Promise<unknown>;
    sendSeen(chat: string): Promise<unknown>;
  };
};
