import type { UserId } from '#core/ids.ts';
import type { UserRecord } from './record.ts';
import type { Slice, Span } from './records.ts';

/** A key of the API, as the office sees it; what it is itself was said once, when it was made. */
export type KeyRecord = {
  readonly id: string;
  readonly name: string;
  /** As whom it acts. */
  readonly user_id: UserId;
  /** To the minute; null before its first use. */
  readonly last_used_at: string | null;
  readonly created_at: string;
};

/** `hash`: the SHA-256 of the key, in hex; nothing else of it is kept. */
export type NewKey = { readonly name: string; readonly user: UserId; readonly hash: string };

/** Whose a key is that somebody came with. */
export type KeyHolder = { readonly key: string; readonly user: UserRecord; readonly usedAt: Date | null };

/** The keys that open a company's API. */
export interface Keys {
  add(key: NewKey): Promise<KeyRecord>;
  /** Newest first, without those that were revoked. */
  list(span: Span): Promise<Slice<KeyRecord>>;
  /** It opens nothing from now on; false where it is missing. */
  revoke(id: string): Promise<boolean>;
  /** Undefined where it was revoked or its user is not active. */
  holderOf(hash: string): Promise<KeyHolder | undefined>;
  /** Notes that it was used now, unless that was noted less than `NOTED_EVERY_MS` ago. */
  used(id: string): Promise<void>;
}

/** A key's last use is written at most this often: who looks asks whether it is in use, not when to the second. */
export const NOTED_EVERY_MS = 60_000;

export const isNoteDue = ({ usedAt }: Pick<KeyHolder, 'usedAt'>, now: Date): boolean =>
  usedAt === null || now.getTime() - usedAt.getTime() >= NOTED_EVERY_MS;
