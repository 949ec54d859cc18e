import type { ByClient } from '#core/by.ts';
import type { Clock } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import type { Viewing } from './viewing.ts';
import { changedViewing, viewingLine } from './viewing-line.ts';

export type Cancelled =
  | { readonly was: 'cancelled'; readonly viewing: Viewing }
  /** Final already: says what is so, and changes nothing. */
  | { readonly was: 'final'; readonly viewing: Viewing }
  | { readonly was: 'missing' };

/** Cancels a pending or confirmed viewing on the client's word. */
export async function cancelViewing(
  { viewings, timeline, clock }: Pick<Kept, 'viewings' | 'timeline'> & { readonly clock: Clock },
  by: ByClient,
  id: ViewingId,
): Promise<Cancelled> {
  const viewing = await viewings.find(by.contact, id);
  if (!viewing) return { was: 'missing' };
  const change = { status: 'cancelled', reason: null } as const;
  const done = await viewings.change(id, ['pending', 'confirmed'], change, by, clock.now());
  if (!done) return { was: 'final', viewing };
  await timeline.add(
    by,
    viewingLine(viewing, 'viewing_cancelled', 'Cancelled the viewing of'),
    changedViewing(viewing),
  );
  return { was: 'cancelled', viewing: (await viewings.find(by.contact, id)) ?? viewing };
}
