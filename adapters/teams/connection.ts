import type { Fields } from '#core/fields.ts';

/** What we say in a chat. */
export type Said = {
  readonly type: 'message' | 'typing';
  readonly summary?: string;
  readonly attachments?: { contentType: string; content: unknown }[];
};

/** One bot's way to Teams. What Microsoft refuses is thrown, as `sentOf` reads it. */
export type TeamsConnection = {
  /** Checks who sent an activity, then works. Rejects where it was not Microsoft. */
  handle(authorization: string, activity: Fields, work: () => Promise<void>): Promise<void>;
  /** Says something in a chat without having been asked; answers the message's id, empty where Teams gave none. */
  send(reference: object, said: Said): Promise<string>;
  /** Puts it in the place of a message. */
  change(reference: object, id: string, said: Said): Promise<void>;
};
