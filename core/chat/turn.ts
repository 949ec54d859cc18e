import type { ChannelAccountId, CompanyId, OfferId } from '#core/ids.ts';
import type { Refusal, StoredFile } from '#core/media.ts';
import type { Channel } from './channels.ts';
import type { Intent } from './intent.ts';
import type { Wish } from './wish.ts';

/** The kinds of identity a platform knows a person by (SPEC 10, Identity). */
export type Identity = { readonly kind: 'tg_user' | 'bsuid' | 'lid' | 'aad' | 'phone'; readonly id: string };

/** One inbound thing from a channel, read into our words. */
export type Turn = {
  readonly company: CompanyId;
  readonly account: ChannelAccountId;
  readonly channel: Channel;
  /** The platform's own unique id of the event, of this account. */
  readonly event: string;
  /** Where answers go, in the platform's terms. */
  readonly address: string;
  readonly person: {
    readonly identity: Identity;
    readonly language?: string;
    /** Their number where the platform tells it: digits, the country's code first. It tells no more than a country. */
    readonly phone?: string;
  };
  /** The platform's id of the message whose button was pressed, or that the words answer. */
  readonly on?: string;
  /** The platform's id of what the person wrote or sent, by which an edit of it comes; of an edit, that of what it changes. */
  readonly said?: string;
  readonly did: Did;
};

export type Did =
  /** `intent` is missing where the reference was forged, or is older than we can read. */
  | { readonly is: 'pressed'; readonly intent: Intent | undefined }
  | { readonly is: 'wrote'; readonly words: string }
  /** Put other words in the place of those of an earlier message; empty where a caption was taken away. */
  | { readonly is: 'edited'; readonly words: string }
  /** Filled in at once, where a channel has forms: dates with a part of the day each, or reasons. */
  | { readonly is: 'choseDates'; readonly offer: OfferId; readonly wishes: readonly Wish[] }
  | { readonly is: 'choseReasons'; readonly offer: OfferId; readonly reasons: readonly string[] }
  /** `/start CODE`, `START CODE`: an invite, or the bare word without one. */
  | { readonly is: 'came'; readonly code: string | undefined }
  | { readonly is: 'ordered'; readonly command: Command }
  /**
   * What looks like a password (SPEC 12, Input). `message`: the platform's id of it. `words`: as long as it is in memory, so
   * that a dialogue may still read its value in them; a function, which no row, log or trace takes.
   */
  | { readonly is: 'wroteSecret'; readonly message: string; readonly words?: () => string }
  | {
      readonly is: 'sent';
      readonly what: 'photo' | 'voice' | 'document' | 'contact' | 'place' | 'sticker' | 'reaction' | 'other';
      readonly file?: SentFile;
      /** What was written below it. */
      readonly caption?: string;
    }
  /** The platform gave the person another id; what is in this chat stays theirs. */
  | { readonly is: 'moved'; readonly identity: Identity; readonly address: string }
  /** The person blocked or unblocked us, or removed the app. */
  | { readonly is: 'left' }
  | { readonly is: 'returned' };

/** A photo or recording on its way to us. `album`: what the platform calls the photos that were sent as one. */
export type SentFile =
  /** Still at the platform, by its name for it; `bytes` where it tells. */
  | { readonly is: 'there'; readonly ref: string; readonly bytes?: number; readonly album?: string }
  | { readonly is: 'stored'; readonly file: StoredFile; readonly album?: string }
  | { readonly is: 'refused'; readonly because: Refusal; readonly album?: string };

export const COMMANDS = [
  'start',
  'home',
  'properties',
  'viewings',
  'favourites',
  'agent',
  'profile',
  'language',
  'help',
  'stop',
  'cancel',
] as const;
export type Command = (typeof COMMANDS)[number];
