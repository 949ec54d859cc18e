import type { Channel } from '#core/chat/channels.ts';
import type { Day } from '#core/clock.ts';
import type { ChannelAccountId, ChatId, CompanyId, ContactId, MediaId, PortalUserId } from '#core/ids.ts';
import type { Profile } from './profile.ts';

/** Where a code was sent and what became of it (SPEC 8: 10 minutes, 5 tries, resend after 60 s, then 15 minutes' pause). */
export type CodeState = {
  readonly email: string;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly tries: number;
  /** How often one was sent since the last pause. */
  readonly sends: number;
  readonly pausedUntil: Date | null;
};

export interface Codes {
  /** The code asked for by this chat, taken for this transaction. */
  of(chat: ChatId): Promise<CodeState | undefined>;
  keep(chat: ChatId, code: string, state: CodeState): Promise<void>;
  change(chat: ChatId, change: Partial<Omit<CodeState, 'email'>>): Promise<void>;
  /** Whether these digits are the kept ones; compared without telling by time. */
  matches(chat: ChatId, digits: string): Promise<boolean>;
  drop(chat: ChatId): Promise<void>;
  /** The chats that a code for this address (any case) was sent for, the newest first; they need not wait for it any more. */
  sentTo(email: string): Promise<readonly ChatId[]>;
}

export type KnownContact = {
  readonly id: ContactId;
  readonly kind: 'lead' | 'contact';
  readonly firstName: string;
  readonly lastName: string;
  readonly language: string | null;
};

export interface Accounts {
  /** Whether an invite brings a chat of this account in: the company's open code, a contact's own token that is still good on this channel, or a proof of our page, used or not. A look alone: whoever presses a link first may be a stranger. */
  accepts(code: string, account: ChannelAccountId): Promise<boolean>;
  /** A code or a password proved who came: their tokens are used up on this channel. */
  useInvites(contact: ContactId, channel: Channel): Promise<void>;
  /** The language of the contact whose own invite or proof this is; undefined where it is nobody's, or the office knows none. */
  languageOf(invite: string): Promise<string | undefined>;
  /** The contact with this e-mail (any case) in the company; the oldest where there are several. */
  contactByEmail(email: string): Promise<KnownContact | undefined>;
  /** A new lead: Buyer, Website, Neutral, New (SPEC 8). */
  addLead(lead: {
    readonly email: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly language: string;
  }): Promise<KnownContact>;
  /** The contact's portal user, a `Draft` where there was none: a code is on its way. */
  draft(contact: ContactId, email: string): Promise<void>;
  /** The contact's portal user, made `Active` where there was none or a Draft. `made` where it is new; `awaitsPassword` where its temporary one has to be changed before anything else. */
  activate(
    contact: ContactId,
    email: string,
  ): Promise<{
    readonly id: PortalUserId;
    readonly status: 'Active' | 'Blocked';
    readonly made: boolean;
    readonly awaitsPassword: boolean;
  }>;
  setLanguage(contact: ContactId, language: string): Promise<void>;
  profileOf(contact: ContactId): Promise<Profile>;
  changeProfile(contact: ContactId, change: Partial<Omit<Profile, 'email'>>): Promise<void>;
  /** Of the contact and of its portal user: that is what signs in. */
  changeEmail(contact: ContactId, email: string): Promise<void>;
  /** Notes what somebody agreed to, or no longer does, in the very words that they were shown (rule 26). */
  noteConsent(contact: ContactId, chat: ChatId, given: boolean, wording: string, day: Day): Promise<void>;
}

/** The office that a page or an invite is of, as its pages show it. `logo`: null where it has none. */
export type PageOffice = { readonly id: CompanyId; readonly name: string; readonly logo: MediaId | null };

/** Finds what a transaction needs to know before it may see one company only: the named system scope (P11). */
export interface Routing {
  companyOfApiKey(hash: string): Promise<CompanyId | undefined>;
  /** Of a page that is over too, as long as it is kept. */
  officeOfPage(token: string): Promise<PageOffice | undefined>;
  /** Of an invite that is good at that moment. */
  officeOfInvite(token: string, at: Date): Promise<PageOffice | undefined>;
}

declare module '#core/store.ts' {
  interface Kept {
    readonly accounts: Accounts;
    readonly codes: Codes;
  }
}
