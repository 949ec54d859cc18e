import type { Channel } from '#core/chat/channels.ts';
import type { ChatId, ContactId, PortalUserId } from '#core/ids.ts';
import type { KnownContact } from './accounts.ts';

/** The client's account, with what only its own use cases may see. */
export type PortalUser = {
  readonly id: PortalUserId;
  readonly contact: KnownContact;
  readonly email: string;
  readonly status: 'Draft' | 'Active' | 'Blocked';
  readonly passwordHash: string | null;
  readonly passwordIsTemporary: boolean;
  /** Wrong passwords since the last right one or pause. */
  readonly passwordTries: number;
  readonly passwordPausedUntil: Date | null;
  readonly lastSignIn: Date | null;
};

export type PortalUserChange = Partial<
  Pick<
    PortalUser,
    'email' | 'status' | 'passwordHash' | 'passwordIsTemporary' | 'passwordTries' | 'passwordPausedUntil'
  >
>;

/** A link into a chat of each channel that the office has. */
export type WaysIn = { readonly [channel in Channel]?: string };

/** Accounts of one company; each found one is taken for the transaction. */
export interface PortalUsers {
  of(contact: ContactId): Promise<PortalUser | undefined>;
  byId(id: PortalUserId): Promise<PortalUser | undefined>;
  /** In any case. */
  byEmail(email: string): Promise<PortalUser | undefined>;
  /** Active, with a temporary password; undefined where the contact or the e-mail has one already. */
  add(contact: ContactId, email: string, passwordHash: string): Promise<PortalUser | undefined>;
  change(id: PortalUserId, change: PortalUserChange): Promise<void>;
  /** Ends its sessions in all chats, which keep their company; answers how many. */
  signOut(id: PortalUserId): Promise<number>;
  /** A contact's own way in, good once a channel until it expires. */
  invite(contact: ContactId, token: string, expiresAt: Date): Promise<void>;
  /** Links into the chats of the company, by channel, for a code of each; plain ones where there is none. */
  waysIn(codeOf?: (channel: Channel) => string): Promise<WaysIn>;
  /** Ends all that are still good, and proofs with them. */
  endInvites(contact: ContactId): Promise<void>;
  /** Whether this is the own invite of a contact whose password is still temporary. */
  awaitsPassword(invite: string): Promise<boolean>;
}

/** `signIn`: the temporary password, then an own one. `changePassword`: a code from the mail, then a new one. */
export type PageKind = 'signIn' | 'changePassword';

/** A page of ours that only who has its address can open. */
export type AccountPage = {
  readonly kind: PageKind;
  /** The chat that opened it, and is signed in by it; null: it was opened from a mail. */
  readonly chat: ChatId | null;
  readonly language: string;
  readonly expiresAt: Date;
  readonly tries: number;
  readonly isUsed: boolean;
};

export interface AccountPages {
  add(token: string, page: Pick<AccountPage, 'kind' | 'chat' | 'language' | 'expiresAt'>): Promise<void>;
  /** Taken for this transaction. */
  find(token: string): Promise<AccountPage | undefined>;
  change(token: string, change: { readonly tries?: number; readonly isUsed?: boolean }): Promise<void>;
}

declare module '#core/store.ts' {
  interface Kept {
    readonly portalUsers: PortalUsers;
    readonly accountPages: AccountPages;
  }
}
