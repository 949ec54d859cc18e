import type { ChannelAccountId, ChatId, CompanyId, ContactId, MediaId, ViewingId } from './ids.ts';
import { aNumber, anId, aText, type Reader, recordOf } from './reader.ts';

/** The sizes of a picture: 320, 1200 and 1600 px, and its full size (SPEC 12). */
export const SIZES = ['thumb', 'card', 'full', 'original'] as const;
export type Size = (typeof SIZES)[number];

export type Bytes = { readonly data: Uint8Array; readonly mime: string };

/** The bytes of stored files. */
export interface MediaStore {
  put(company: CompanyId, media: MediaId, size: Size, bytes: Bytes): Promise<void>;
  /** Undefined where there is none. */
  get(company: CompanyId, media: MediaId, size: Size): Promise<Bytes | undefined>;
  /** Removes every size. */
  remove(company: CompanyId, media: MediaId): Promise<void>;
}

/** A file of a client's, prepared and in our store, before any record tells of it. */
export type StoredFile = {
  readonly id: MediaId;
  readonly mime: string;
  /** Of pictures, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Of recordings. */
  readonly seconds?: number;
  /** Bytes of the original, and their hash. */
  readonly size: number;
  readonly sha256: string;
};

export const readStoredFile: Reader<StoredFile> = recordOf(
  { id: anId<'media'>(), mime: aText, size: aNumber, sha256: aText },
  { width: aNumber, height: aNumber, seconds: aNumber },
);

/** Whether it is a film or document, which only a message to the agent carries. */
export const isDocument = ({ mime }: Pick<StoredFile, 'mime'>): boolean => !/^(image|audio)\//.test(mime);

/** Why a file was not taken (SPEC 9). `unfetched`: the platform did not give it to us; `elsewhere`: nor ever will from where it is. */
export type Refusal = 'size' | 'pixels' | 'type' | 'broken' | 'long' | 'unfetched' | 'elsewhere';

/** What a client may send (SPEC 9). */
export const FILE_BYTES = 20 * 1024 * 1024;
/** The sign of an office, as designers give it. */
export const LOGO_BYTES = 5 * 1024 * 1024;
export const VOICE_SECONDS = 10 * 60;
export const PHOTOS_A_VIEWING = 30;
/** Files that go with one message to the agent: as many as the largest album (Telegram's media group). */
export const FILES_A_MESSAGE = 10;

/** Whose a file is. Of a chat: it waits for the client to say what becomes of it, and is dropped where they never do. */
export type FileOwner =
  | { readonly kind: 'contact'; readonly id: ContactId }
  | { readonly kind: 'meeting'; readonly id: ViewingId }
  | { readonly kind: 'message'; readonly id: string }
  | { readonly kind: 'chat'; readonly id: ChatId };

/** The records of files; their bytes are in the store before. */
export interface Files {
  /** Keeps the record of a file, or gives it another owner. */
  keep(owner: FileOwner, file: StoredFile): Promise<void>;
}

/** A whole download takes at most so long, however slowly the platform's host gives it: 20 MB over a line of 4 Mbit/s. */
export const DOWNLOAD_MS = 45_000;

/** What became of getting a file from its platform. */
export type Fetched =
  | { readonly was: 'fetched'; readonly bytes: Uint8Array }
  | { readonly was: 'tooLarge' }
  /** It is at a host that gives nothing to a bot, however often it is asked. */
  | { readonly was: 'elsewhere' }
  | { readonly was: 'failed'; readonly why: string };

/** Gets what a client sent, by the platform's name for it. Never throws for what a platform answers. */
export type FetchFile = (ref: string, address: string) => Promise<Fetched>;

/** What a platform holds of ours already: each picture is uploaded once an account, then sent by the platform's id. */
export interface Uploads {
  find(company: CompanyId, account: ChannelAccountId, what: string): Promise<string | undefined>;
  keep(company: CompanyId, account: ChannelAccountId, what: string, platformId: string): Promise<void>;
  /** Where the platform no longer knows the id. */
  forget(company: CompanyId, account: ChannelAccountId, what: string): Promise<void>;
}
