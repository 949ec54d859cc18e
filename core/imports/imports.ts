import type { PropertyRecord } from '#core/crm/record.ts';
import type { Id, PropertyId, UserId } from '#core/ids.ts';

export type ImportId = Id<'import'>;

/** What could not be taken from a feed, and where it stands there. */
export type ImportRefusal = {
  readonly line: number;
  readonly reference: string | null;
  readonly field: string;
  readonly detail: string;
};

/** How far an import came, and what it did; or would do, where it is a trial. */
export type ImportReport = {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Imported before, and in this feed no more. */
  readonly closed: number;
  /** Those that would have been closed, where they were so many that nothing was. */
  readonly not_closed: number;
  /** Photos that are still to be fetched. */
  readonly photos: number;
  readonly refused: number;
  /** The first of what was refused. */
  readonly refusals: readonly ImportRefusal[];
};

export type ImportRecord = ImportReport & {
  readonly id: ImportId;
  /** `broken`: the feed can't be read beyond a line; what came before it was taken, and nothing was closed. */
  readonly state: 'under_way' | 'done' | 'broken' | 'interrupted';
  readonly dry_run: boolean;
  readonly user_id: UserId;
  readonly created_at: string;
  readonly ended_at: string | null;
};

/** The imports of one company. */
export interface Imports {
  /** Undefined where another one is under way, which was heard of within `quietSeconds`. */
  begin(by: UserId, isTrial: boolean, quietSeconds: number): Promise<ImportId | undefined>;
  /** Notes how far it came. */
  note(id: ImportId, report: ImportReport): Promise<void>;
  end(id: ImportId, state: 'done' | 'broken', report: ImportReport): Promise<void>;
  find(id: ImportId, quietSeconds: number): Promise<ImportRecord | undefined>;
  /** The newest ones. */
  list(limit: number, quietSeconds: number): Promise<readonly ImportRecord[]>;
  /** The homes with these references, each the one that was imported before, else the oldest; taken for this transaction. */
  withReferences(references: readonly string[]): Promise<ReadonlyMap<string, PropertyRecord>>;
  /** Says that these came by an import. */
  mark(properties: readonly PropertyId[], id: ImportId): Promise<void>;
  /** How many active ones came by an earlier import and not by this one, without those in `read`; and how many active ones were imported at all. */
  leftOver(id: ImportId, read: readonly string[]): Promise<{ readonly missing: number; readonly active: number }>;
  /** Some of those. */
  someMissing(id: ImportId, limit: number): Promise<readonly PropertyId[]>;
  /**
   * Brings homes' photos in line with the feed's: those that went are taken out, those that stayed are put in order, new ones
   * are owed. Photos that people of the office added stay behind them. Answers how many are owed.
   */
  photos(all: readonly { readonly property: PropertyId; readonly urls: readonly string[] }[]): Promise<number>;
}
