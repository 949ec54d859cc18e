import type { Channel } from '#core/chat/turn.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { Slice, Span } from './records.ts';

/** The ways in which each channel speaks with its platform. The first is what is meant where none is named. */
export const TRANSPORTS = {
  telegram: ['bot_api'],
  whatsapp: ['cloud', 'web'],
  teams: ['connector'],
} as const satisfies Record<Channel, readonly [string, ...string[]]>;
export type Transport = (typeof TRANSPORTS)[Channel][number];

/** What has to be given for an account of a transport: each field, and what it looks like, as a pattern and in words. */
export type CredentialFields = Readonly<Record<string, { readonly pattern: string; readonly is: string }>>;

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

export type NewChannelAccount = {
  readonly channel: Channel;
  readonly transport: Transport;
  readonly name: string;
  readonly externalId: string;
  /** Sealed. */
  readonly credentials: string;
};
export type ChannelAccountChange = { readonly name?: string; readonly credentials?: string };

/** What became of adding one. `taken`: the bot is at work for another company, of which nothing may be told. */
export type ChannelAccountAdded =
  | { readonly was: 'added'; readonly account: ChannelAccountRecord }
  | { readonly was: 'already' | 'taken' };

/** The bots of one company. Every change is heard by all processes of the deployment. */
export interface ChannelAccountRecords {
  /** Newest first, without those that have ended. */
  list(span: Span): Promise<Slice<ChannelAccountRecord>>;
  find(id: ChannelAccountId): Promise<ChannelAccountRecord | undefined>;
  /** One that the company had before goes on where it ended: its chats are there. */
  add(account: NewChannelAccount): Promise<ChannelAccountAdded>;
  change(id: ChannelAccountId, change: ChannelAccountChange): Promise<void>;
  /** Ends it for good: what is still owed to its chats fails, the chats stay readable. */
  end(id: ChannelAccountId): Promise<void>;
}
