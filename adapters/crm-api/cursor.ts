import type { Slice, Span } from '#core/crm/records.ts';
import { invalid } from './errors.ts';

/** Entries of a list where nothing is asked, and the most that may be asked for. */
export const USUAL_LIMIT = 50;
export const MOST_LIMIT = 200;

/** Where a list goes on; opaque to whoever carries it. */
const cursorOf = (before: number): string => Buffer.from(`b${before}`).toString('base64url');

export function spanOf({ limit, cursor }: { limit?: number; cursor?: string }): Span {
  return { limit: limit ?? USUAL_LIMIT, before: cursor === undefined ? null : beforeOf(cursor) };
}

function beforeOf(cursor: string): number {
  const found = /^b(\d{1,16})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1];
  if (found === undefined || !Number.isSafeInteger(Number(found)) || cursorOf(Number(found)) !== cursor)
    throw invalid({ field: 'cursor', detail: 'must be the next_cursor of a list' });
  return Number(found);
}

/** A part of a list as the API shows it. */
export const listBody = ({ items, next }: Slice<unknown>) => ({
  items,
  next_cursor: next === null ? null : cursorOf(next),
});
