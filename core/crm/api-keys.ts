import type { Id, UserId } from '#core/ids.ts';

export type ApiKeyId = Id<'api key'>;

/** A key of the API, as the office sees it; the key itself is shown once, to whoever made it. */
export type ApiKeyRecord = {
  readonly id: ApiKeyId;
  readonly name: string;
  /** As whom it acts. */
  readonly user_id: UserId;
  readonly created_at: string;
};

/** The keys of one company that are good. */
export interface ApiKeys {
  /** Newest first. */
  list(limit: number): Promise<readonly (ApiKeyRecord & { readonly user: string })[]>;
  /** Keeps what the key is known by, and not the key. */
  add(user: UserId, name: string, key: string): Promise<ApiKeyRecord>;
  /** Ends it at once; false where there is no such key any more. */
  revoke(id: ApiKeyId): Promise<boolean>;
}
