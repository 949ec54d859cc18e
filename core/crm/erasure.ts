import type { ContactId, MediaId } from '#core/ids.ts';

/** What went: rows of all tables, stored files, and messages that were owed or sent. */
export type ErasureReport = { readonly rows: number; readonly files: number; readonly deliveries: number };

export interface Erasure {
  /** All that is kept about a contact, in the shape of the API; undefined where it is missing. */
  exportOf(contact: ContactId): Promise<Readonly<Record<string, unknown>> | undefined>;
  /**
   * Deletes the contact and everything personal about them; deals and meetings stay without it. Answers the files whose
   * bytes have to go too, after the commit.
   */
  erase(
    contact: ContactId,
  ): Promise<{ readonly report: ErasureReport; readonly files: readonly MediaId[] } | undefined>;
}
