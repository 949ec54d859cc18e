import type { SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Slice, Span } from '#core/crm/records.ts';
import { lt } from '#db/drizzle.ts';

/** The condition that a part of a list begins below its `before`. */
export const below = (seq: PgColumn, { before }: Span): SQL | undefined =>
  before === null ? undefined : lt(seq, before);

/** A part of a list from its rows; one more than asked for was read, which tells whether more follows. */
export function sliceOf<Row extends { readonly seq: number }>(rows: readonly Row[], { limit }: Span): Slice<Row> {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
}
