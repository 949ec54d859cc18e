import type { Channel, Transport } from '#core/chat/channels.ts';
import type { Chat } from '#core/chat/chat.ts';
import type { ChatId, ContactId, MediaId, OfferId, PropertyId, UserId } from '#core/ids.ts';

/** The person of the office who looks after a client: the deal's user, else the contact's, else the first Admin (T). */
export type AgentCard = {
  readonly id: UserId;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly phone: string | null;
  readonly photo: MediaId | null;
};

export type NewMessage = {
  readonly contact: ContactId;
  readonly chat: ChatId;
  readonly channel: Channel;
  readonly text: string;
  readonly media?: readonly MediaId[];
  readonly property?: PropertyId;
};

/** The chat in which a client can be reached. `lastInbound`: when they did something there last. */
export type LastChat = Pick<Chat, 'id' | 'channel' | 'shown'> & {
  readonly transport: Transport;
  readonly lastInbound: Date;
};

/** A chat that somebody took or gave back. `since`: since when it was taken; null where the bot had it. */
export type HeldChat = { readonly id: ChatId; readonly shown: Chat['shown']; readonly since: Date | null };

/** What clients and agents write to each other. */
export interface Messages {
  agentOf(contact: ContactId, offer?: OfferId): Promise<AgentCard | undefined>;
  /** Keeps what a client wrote; answers its id. */
  addFromClient(message: NewMessage): Promise<string>;
  /** Keeps what an agent wrote; answers its id. */
  addFromUser(message: NewMessage & { readonly user: UserId }): Promise<string>;
  /** The chat of the contact that was used last, of that channel where one is named; undefined where nobody can be reached. */
  chatFor(contact: ContactId, channel?: Channel): Promise<LastChat | undefined>;
  /** Since when somebody has a chat of the contact, and when either of them wrote last; undefined where the bot has them all. */
  takenOver(contact: ContactId): Promise<{ readonly since: Date; readonly lastWords: Date | null } | undefined>;
  /** Takes all chats of the contact for a user, or gives them back to the bot, which ends the conversations in them; answers which changed, as they were before. */
  setTakenOver(contact: ContactId, by: UserId | null): Promise<readonly HeldChat[]>;
}

declare module '#core/store.ts' {
  interface Kept {
    readonly messages: Messages;
  }
}
