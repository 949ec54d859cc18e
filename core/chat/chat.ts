import type { Day } from '#core/clock.ts';
import type { Company } from '#core/company.ts';
import type {
  ChannelAccountId,
  ChatId,
  ContactId,
  DeliveryId,
  FeedbackId,
  OfferId,
  PortalUserId,
  ViewingId,
} from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { StoredFile } from '#core/media.ts';
import type { Detail } from '#core/profile/profile.ts';
import type { Intent } from './intent.ts';
import type { Message } from './message.ts';
import type { Text } from './text.ts';
import type { Channel, Identity, Turn } from './turn.ts';
import type { Wish } from './wish.ts';

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

/** As much of a client as a use case needs to know who acts. */
export type ActingClient = Pick<Client, 'contact' | 'name'>;

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
  readonly isHeld: boolean;
  /** The dialogue that waits for input; it outlives a restart. */
  readonly step?: Step;
  /** What can be pressed by typing: the presses of the newest answer, and of a push that came since (rule 23). */
  readonly shown: Shown;
};

/** Dates half chosen: of a first request, or of another time. */
export type DatesStep = {
  readonly is: 'dates';
  readonly offer: OfferId;
  /** The viewing that another time is wished for; else a new one is asked for. */
  readonly viewing?: ViewingId;
  readonly wishes: readonly Wish[];
  readonly day?: Day;
  readonly month?: string;
  /** Whether the calendar is on show, or the summary. */
  readonly adding: boolean;
  /** Whether it listens; a half-made choice is kept while the client looks elsewhere. */
  readonly open: boolean;
};

/** Files that wait to be told which home they are of. `album`: what the platform calls the newest ones. */
export type HeldFiles = {
  readonly files: readonly StoredFile[];
  readonly album?: string;
  readonly caption?: string;
};

/** A dialogue half done. Nothing of it is a record of the CRM yet. */
export type Step =
  | { readonly is: 'email' }
  | { readonly is: 'code'; readonly email: string }
  | { readonly is: 'name'; readonly email: string }
  | {
      readonly is: 'reasons';
      readonly offer: OfferId;
      readonly reasons: readonly string[];
      readonly words?: string;
      readonly writing: boolean;
    }
  | DatesStep
  | (HeldFiles & { readonly is: 'whichHome' })
  /** A photo of the client's own that is sent next. */
  | { readonly is: 'photo' }
  /** The six digits that were sent to a new address. */
  | { readonly is: 'newEmail'; readonly email: string }
  /** A name, phone or e-mail address that is typed next. */
  | { readonly is: 'detail'; readonly detail: Detail }
  /** A message to the agent; `words` empty while nothing is written yet; `rests`: half-chosen dates that are taken up afterwards. */
  | {
      readonly is: 'message';
      readonly words: string;
      readonly offer?: OfferId;
      readonly rests?: DatesStep;
      /** What goes with it, and the platform's name for the newest album of it. */
      readonly files?: readonly StoredFile[];
      readonly album?: string;
    }
  /** What is written belongs to this viewing until the client is done. */
  | {
      readonly is: 'feedback';
      readonly viewing: ViewingId;
      /** The note that is written anew. */
      readonly note?: FeedbackId;
    };

/** `of`: the home whose card it stands on, to tell two with the same label apart. */
export type Pressable = { readonly number: number; readonly label: Text; readonly intent: Intent; readonly of?: Text };
export type Shown = { readonly answer: readonly Pressable[]; readonly push: readonly Pressable[] };

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
   * take effect one at a time; makes the chat where it is new. `seen` where the event took effect before.
   */
  take(turn: Turn): Promise<Chat | 'seen'>;
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

export type ShownCard = ListeningChat & { readonly delivery: DeliveryId; readonly message: Message };

export type FoundChat = Pick<Chat, 'id' | 'account' | 'channel' | 'company' | 'language'> & {
  readonly contact?: ContactId;
};

export type ListeningChat = Pick<Chat, 'id' | 'account' | 'channel' | 'language' | 'shown'>;
