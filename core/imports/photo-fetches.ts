import type { CompanyId, PropertyId } from '#core/ids.ts';
import type { StoredFile } from '#core/media.ts';

/** Tried again so long after each failure, in seconds; after that it waits for the next import. */
const WAITS = [60, 10 * 60, 2 * 60 * 60];

/** A photo that a feed names, and that is due to be fetched. */
export type DuePhoto = {
  readonly id: string;
  readonly company: CompanyId;
  readonly property: PropertyId;
  readonly url: string;
  /** Tries so far, with this one. */
  readonly attempts: number;
};

export type SettledPhoto =
  | { readonly was: 'again'; readonly afterSeconds: number; readonly why: string }
  | { readonly was: 'failed'; readonly why: string };

/** What became of a try; `isFinal`: another one would end alike. */
export function afterPhotoFailure(attempts: number, why: string, isFinal: boolean): SettledPhoto {
  const afterSeconds = isFinal ? undefined : WAITS[attempts - 1];
  return afterSeconds === undefined ? { was: 'failed', why } : { was: 'again', afterSeconds, why };
}

/** The photos that all companies' imports owe (system scope); times are the database's own. */
export interface PhotoFetches {
  /** Takes what is due, oldest first; not due again before the lease ends. */
  claim(limit: number, leaseSeconds: number): Promise<readonly DuePhoto[]>;
  settle(fetch: string, settled: SettledPhoto): Promise<void>;
  /** Keeps the record of a photo that lies in the store; false where it is wanted no more, and its bytes are the caller's to remove. */
  keep(due: DuePhoto, file: StoredFile): Promise<boolean>;
}

/** Gets a photo from where a feed says it is. Throws nothing for what its host answers. */
export type FetchPhoto = (url: string) => Promise<
  | { readonly was: 'fetched'; readonly bytes: Uint8Array }
  /** `isFinal`: it will be so the next time. */
  | { readonly was: 'failed'; readonly why: string; readonly isFinal: boolean }
>;
