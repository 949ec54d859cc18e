import type { Company } from '#core/company.ts';
import type { ChannelAccountId, ChatId, ContactId, DeliveryId, OfferId, PortalUserId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Channel } from './channels.ts';
import type { Intent } from './intent.ts';
import type { Message } from './message.ts';
import type { Pace } from './pace.ts';
import type { Step } from './step.ts';
import type { Text } from './text.ts';
import type { Identity, Turn } from './turn.ts';

/** The client behind a chat: one portal user, one contact. */
export type Client = {
  readonly portalUser: PortalUserId;
  readonly contact: ContactId;
  readonly status: 'Draft' | 'Active' | 'Blocked';
  readonly kind: 'lead' | 'contact';
  readonly firstName: string;
  readonly name: string;
  readonly language: string | null;
};

/** One conversation of one person with one channel account, as a turn finds it. */
export type Chat = {
  readonly id: ChatId;
  readonly account: ChannelAccountId;
  readonly channel: Channel;
  readonly company: Company;
  readonly client?: Client;
  /** Whether a valid invite once brought it here (rule 1). Log out keeps it. */
  readonly invited: boolean;
  /** What this chat is spoken to in. */
  readonly language: Language;
  readonly pushes: 'on' | 'stopped';
  /** Whether the notice that the portal is switched off or the account blocked was given since. */
  readonly noticed: boolean;
  /** Whether a person of the office has taken the chat: the bot does not talk over them (rule 23). */
  readonly isTakenOver: boolean;
  /** Whether its buttons are numbers that are typed; elsewhere a number may be an answer to what an agent asked. */
  readonly isNumbered: boolean;
  /** The dialogue that waits for input; it outlives a restart. */
  readonly step?: Step;
  /** What can be pressed by typing: the presses of the newest answer, and of a push that came since (rule 23). */
  readonly shown: Shown;
};

/** `of`: the property whose card it stands on, to tell two with the same label apart. */
export type Pressable = { readonly number: number; readonly label: Text; readonly intent: Intent; readonly of?: Text };
export type Shown = {
  readonly answer: readonly Pressable[];
  readonly push: readonly Pressable[];
  /** Whether a person of the office wrote since the answer: words are for them, and no longer for what the dialogue asked. */
  readonly spoke?: true;
  /** When the client or a person of the office last said something to the other here, in milliseconds since 1970; absent once the client left that for the bot. */
  readonly talkedAt?: number;
  /** Whether the answer may still wait for more of its kind. */
  readonly gathers?: true;
  /** How fast it was shown, so that a machine which answers us is not answered without end. */
  readonly pace?: Pace;
};

/** What a turn changes on its chat. `null` clears. */
export type ChatChange = {
  readonly client?: PortalUserId | null;
  readonly invited?: boolean;
  readonly language?: Language;
  readonly pushes?: 'on' | 'stopped';
  readonly noticed?: boolean;
  readonly step?: Step | null;
  readonly shown?: Shown;
  readonly reachable?: boolean;
};

export interface Chats {
  /**
   * Marks the turn's event as done once and for all, and takes the chat for this transaction, so that its events
   * take effect one at a time; makes the chat where it is new. `seen` where the event took effect before. `ofNumber`:
   * the languages of the person's country, the commonest first, for a new chat whose platform tells none; the company's
   * own goes before the others of them.
   */
  take(turn: Turn, ofNumber?: readonly Language[]): Promise<Chat | 'seen'>;
  change(chat: ChatId, change: ChatChange): Promise<void>;
  /** The chat as it stands, taken for this transaction; `contact` where somebody is signed in. */
  find(chat: ChatId): Promise<FoundChat | undefined>;
  /** The newest message of ours that the platform knows by this id; undefined where the chat has none. */
  messageOn(chat: ChatId, platformId: string): Promise<Message | undefined>;
  /**
   * The platform gave the person another id. Where that id has a chat already which nobody is signed in to, the
   * account goes over to it; one that somebody is signed in to keeps its own.
   */
  move(chat: ChatId, to: { readonly identity: Identity; readonly address: string }): Promise<void>;
  /** The chats that pushes to a contact go to: signed in, reachable, not stopped, account active. */
  listening(contact: ContactId): Promise<readonly ListeningChat[]>;
  /** The newest messages that show this offer's card, in each chat of its deal, so that they can be brought up to date. */
  cardsOf(offer: OfferId): Promise<readonly ShownCard[]>;
}

export type ShownCard = ListeningChat & {
  /** Whom the chat belongs to, for whom the card is drawn. */
  readonly contact: ContactId;
  readonly delivery: DeliveryId;
  readonly message: Message;
};

export type FoundChat = Pick<Chat, 'id' | 'account' | 'channel' | 'company' | 'language' | 'step'> & {
  readonly contact?: ContactId;
  readonly client?: { readonly contact: ContactId; readonly name: string };
  readonly step?: Step;
};

export type ListeningChat = Pick<Chat, 'id' | 'account' | 'channel' | 'language' | 'shown'>;
