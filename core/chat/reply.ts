import type { ByClient } from '#core/by.ts';
import type { Clock } from '#core/clock.ts';
import type { NewId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import type { Phones } from '#core/typed/phones.ts';
import type { Words } from '#core/words.ts';
import type { Chat, ChatChange, Client } from './chat.ts';
import type { Receipt } from './owed.ts';
import type { Screen } from './screen.ts';

/** What a turn answers with, and what it changes on its chat. */
export type Reply = {
  readonly screen: Screen;
  readonly change?: ChatChange;
  /** What it says of a file; files that are sent together are answered once. */
  readonly receipt?: Receipt;
  /** The conversation with a person of the office: `goes` on from now, or `ends`. */
  readonly talk?: 'goes' | 'ends';
};

/** What a turn comes to that is not answered: what the client said was for a person. */
export type PassedOn = { readonly screen?: undefined; readonly talk: 'goes' };

/** What the whole conversation needs besides what is kept. */
export type Around = {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly words: Words;
  readonly phones: Phones;
  /** Six digits nobody can guess. */
  readonly newCode: () => string;
  /** At most 64 characters of A-Za-z0-9_- that nobody can guess (SPEC 8). */
  readonly newToken: () => string;
  /** Where a page of ours is, by its token. */
  readonly pageUrl: (token: string) => string;
};

/** All that answering one turn may use. */
export type Desk = Kept &
  Around & {
    readonly chat: Chat;
    /** The message that was pressed or answered, in the platform's terms. */
    readonly on?: string;
    /** The person's own message, in the platform's terms. */
    readonly said?: string;
  };

/** The same where the client is known and let in. */
export type ClientDesk = Desk & { readonly client: Client; readonly by: ByClient };

export const reply = (screen: Screen, change?: ChatChange): Reply => (change ? { screen, change } : { screen });

/** The same as the receipt of a file. */
export const receiptOf = (receipt: Receipt, answer: Reply): Reply => ({ ...answer, receipt });
