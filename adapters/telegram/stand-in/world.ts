import type { Changes } from './changes.ts';
import type { Faults } from './faults.ts';
import type { FileShelf } from './files.ts';
import type { Journal } from './journal.ts';
import type { ReplyButton } from './keyboard.ts';
import type { Message } from './message.ts';
import type { Fields } from './params.ts';
import type { Rate } from './rate.ts';
import type { Updates } from './updates.ts';
import type { WebhookDelivery } from './webhook-delivery.ts';

export type PersonState = {
  readonly id: number;
  readonly firstName: string;
  readonly lastName?: string;
  readonly username?: string;
  readonly languageCode?: string;
  /** The profile photo. */
  readonly photo?: Uint8Array;
};

/** What a press was answered with, as the person sees it. */
export type Answer = {
  readonly queryId: string;
  readonly messageId: number;
  readonly data: string;
  readonly text: string;
  readonly alert: boolean;
  readonly at: number;
};

export type ChatState = {
  readonly bot: BotState;
  readonly person: PersonState;
  blocked: boolean;
  readonly messages: Map<number, Message>;
  readonly answers: Answer[];
  /** The last thing the bot was shown to be doing. */
  action?: string;
  replyKeyboard?: readonly (readonly ReplyButton[])[];
};

type Press = {
  readonly chat: ChatState;
  readonly messageId: number;
  readonly data: string;
  readonly at: number;
};

export type BotState = {
  readonly id: number;
  readonly token: string;
  readonly username: string;
  readonly firstName: string;
  /** By person; none before the person spoke first. */
  readonly chats: Map<number, ChatState>;
  readonly updates: Updates;
  readonly delivery: WebhookDelivery;
  readonly files: FileShelf;
  readonly rate: Rate;
  /** By callback query id. */
  readonly presses: Map<string, Press>;
  /** By scope and language, see commands.ts. */
  readonly commands: Map<string, readonly Command[]>;
  /** By kind and language. */
  readonly descriptions: Map<string, string>;
  /** By person; the usual one under 0. */
  readonly menuButtons: Map<number, Fields>;
  nextMessageId(): number;
};

export type Command = { readonly command: string; readonly description: string };

export type World = {
  readonly now: () => number;
  readonly changes: Changes;
  readonly journal: Journal;
  readonly faults: Faults;
  /** By token. */
  readonly bots: Map<string, BotState>;
  readonly people: Map<number, PersonState>;
  /** Messages kept a chat; older ones are forgotten. */
  readonly keepMessages: number;
  readonly callbackAnswerMs: number;
  /** Gets what a bot sends by URL; undefined where it can't be had. */
  readonly download: (url: string) => Promise<Uint8Array | undefined>;
};
