import type { CompanyId, MediaId } from '#core/ids.ts';

/** What a database needs now and then (system scope). Each may run in several processes at once. */
export interface Upkeep {
  /** Forgets events received before that day, but no pending or quarantined ones, and the pages, invites and webhooks that were over by then. */
  dropEventsBefore(day: Date): Promise<number>;
  /** Takes out the records of files that belong to nothing any more; their bytes are the caller's to remove. */
  dropStrayFiles(): Promise<readonly { readonly company: CompanyId; readonly id: MediaId }[]>;
  dropIdempotencyKeysBefore(day: Date): Promise<number>;
  /** Forgets the desk's sessions and links that are over now, devices that nobody uses, and tries that no longer count. */
  dropWaysIn(now: Date): Promise<void>;
  /** What Postgres does by itself and the embedded database does not: CHECKPOINT. */
  checkpoint(): Promise<void>;
  /** The same for VACUUM ANALYZE. */
  vacuum(): Promise<void>;
  /** Leaves no byte of deleted rows in the embedded database's files. */
  shred(): Promise<void>;
}
