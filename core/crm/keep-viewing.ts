import type { Clock } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import { keptScreen } from '#core/viewings/screens.ts';
import type { Viewings } from '#core/viewings/viewing.ts';
import type { Agent } from './agent.ts';
import { type OtherStatus, otherStatus } from './other-status.ts';
import type { TellNeeds } from './tell-viewing.ts';
import { tellViewing } from './tell-viewing.ts';

export type Kept = { readonly was: 'kept' | 'already' | 'missing' } | OtherStatus;

type Needs = TellNeeds & { readonly viewings: Viewings; readonly clock: Clock };

/** The agreed time stands though the client wished for another one: the wish is gone, and they read so. Where none is open, nothing changes. */
export async function keepViewing(needs: Needs, agent: Agent, id: ViewingId, reason?: string): Promise<Kept> {
  const before = await needs.viewings.get(id);
  if (!before) return { was: 'missing' };
  const { status, start } = before;
  if (status !== 'confirmed' || !start) return otherStatus(before);
  if (!before.openWish) return { was: 'already' };
  await needs.viewings.change(id, ['confirmed'], { status, openWish: false }, agent, needs.clock.now());
  await tellViewing(
    needs,
    agent,
    { ...before, openWish: false },
    {
      type: 'viewing_kept',
      title: 'Viewing kept at its time',
      ...(reason === undefined ? {} : { text: reason }),
      before,
      screen: (viewing, look) => keptScreen(viewing, look, reason),
    },
  );
  return { was: 'kept' };
}
