import type { Channel, Transport } from '#core/chat/channels.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { Slice, Span } from './records.ts';

/** What an office gives of a bot, by the names of its transport's fields. */
export type Credentials = Readonly<Record<string, string>>;
/** What has to be given for an account of a transport: each field, and what it looks like, as a pattern and in words. */
export type CredentialFields = Readonly<Record<string, { readonly pattern: string; readonly is: string }>>;

/** What accounts of one transport are. */
export type AccountKind = {
  readonly channel: Channel;
  readonly transport: Transport;
  /** What an account is called that has no name yet. */
  readonly title: string;
  /** Those that offices add themselves; undefined where only the settings of the server describe one. */
  readonly own:
    | {
        readonly fields: CredentialFields;
        /** The platform's public id of the bot. */
        readonly externalIdOf: (given: Credentials) => string;
        /** Whether the platform calls us, or we ask it. */
        readonly isCalled: boolean;
      }
    | undefined;
};

/** One bot of a company, as the office sees it; its credentials are never shown. */
export type ChannelAccountRecord = {
  readonly id: ChannelAccountId;
  readonly channel: Channel;
  readonly transport: Transport;
  readonly name: string;
  /** The platform's public id of the bot. */
  readonly external_id: string;
  /** The name that links use, once the platform has told it: a bot's username, a phone number. */
  readonly handle: string | null;
  /** Whether the settings of the server describe it, and not the office. */
  readonly from_settings: boolean;
  readonly created_at: string;
};

/**
 * One thing that a bot needs to work, looked at now. `atWork`: this server has it open; `signedIn`: its platform takes the
 * credentials and knows it; `called`: its platform calls us where we are; `reached`: our address leads to us; `templates`: all that it may
 * write first is approved; `token`: what it signs in with does not end within a week.
 */
export type CheckStep = {
  readonly step: 'atWork' | 'signedIn' | 'called' | 'reached' | 'templates' | 'token';
  readonly isGood: boolean;
  /** What its platform said: its name where it is good, why not where it is not. */
  readonly words?: string;
};

export type NewChannelAccount = {
  readonly channel: Channel;
  readonly transport: Transport;
  readonly name: string;
  readonly externalId: string;
  /** Sealed. */
  readonly credentials: string;
};
export type ChannelAccountChange = { readonly name?: string; readonly credentials?: string };

/** What looking after bots needs besides a transaction. */
export type AccountTools = {
  /** What accounts of each transport are. */
  readonly kinds: readonly AccountKind[];
  /** So that only the server can read it again. */
  readonly seal: (words: string) => string;
  /** How this process has it. */
  readonly stateOf: (account: ChannelAccountId) => { readonly state: 'up' | 'waits' | 'down'; readonly why?: string };
  /** Whether it works, step by step, within ten seconds; no client is written to. */
  readonly check: (account: ChannelAccountRecord) => Promise<readonly CheckStep[]>;
  readonly publicUrl: () => string;
};

/** Where the platform calls a bot of the office; null where it is asked instead. */
export function calledAt({ kinds, publicUrl }: AccountTools, account: ChannelAccountRecord): string | null {
  const kind = kinds.find((each) => each.transport === account.transport);
  if (account.from_settings || !kind?.own?.isCalled) return null;
  return `${publicUrl()}/webhooks/${account.channel}/${account.id}`;
}

/** When a bot was last written to, and last wrote; null where it never was. */
export type LastMessages = { readonly cameAt: Date | null; readonly wentAt: Date | null };

/** The bots of one company. Every change is heard by all processes of the deployment. */
export interface ChannelAccountRecords {
  /** Newest first, without those that have ended. */
  list(span: Span): Promise<Slice<ChannelAccountRecord>>;
  find(id: ChannelAccountId): Promise<ChannelAccountRecord | undefined>;
  /** Of each of these. */
  lastMessages(ids: readonly ChannelAccountId[]): Promise<ReadonlyMap<ChannelAccountId, LastMessages>>;
  /**
   * One that the company had before goes on where it ended: its chats are there. `taken`: the bot is at work for another
   * company, of which nothing may be told.
   */
  add(account: NewChannelAccount): Promise<ChannelAccountRecord | 'already' | 'taken'>;
  change(id: ChannelAccountId, change: ChannelAccountChange): Promise<void>;
  /** Ends it for good: what is still owed to its chats fails, the chats stay readable. */
  end(id: ChannelAccountId): Promise<void>;
}
