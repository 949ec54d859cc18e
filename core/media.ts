import type { ChannelAccountId, CompanyId, MediaId } from './ids.ts';

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

/** What a platform holds of ours already: each picture is uploaded once an account, then sent by the platform's id. */
export interface Uploads {
  find(company: CompanyId, account: ChannelAccountId, what: string): Promise<string | undefined>;
  keep(company: CompanyId, account: ChannelAccountId, what: string, platformId: string): Promise<void>;
  /** Where the platform no longer knows the id. */
  forget(company: CompanyId, account: ChannelAccountId, what: string): Promise<void>;
}
