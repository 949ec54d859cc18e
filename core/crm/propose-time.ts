import type { Clock } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import { proposedScreen } from '#core/viewings/screens.ts';
import type { Viewings } from '#core/viewings/viewing.ts';
import type { Agent } from './agent.ts';
import { type OtherStatus, otherStatus } from './other-status.ts';
import type { TellNeeds } from './tell-viewing.ts';
import { tellViewing } from './tell-viewing.ts';

export type Proposed = { readonly was: 'proposed' | 'already' | 'missing' | 'past' } | OtherStatus;

type Needs = TellNeeds & { readonly viewings: Viewings; readonly clock: Clock };

/** Offers another time for a requested viewing; the client accepts it or answers with other dates. The same again changes nothing. */
export async function proposeTime(needs: Needs, agent: Agent, id: ViewingId, start: Date): Promise<Proposed> {
  const now = needs.clock.now();
  const before = await needs.viewings.get(id);
  if (!before) return { was: 'missing' };
  if (before.status !== 'pending') return otherStatus(before);
  if (before.proposedStart?.getTime() === start.getTime()) return { was: 'already' };
  if (start <= now) return { was: 'past' };
  await needs.viewings.change(id, ['pending'], { status: 'pending', proposedStart: start }, agent, now);
  await tellViewing(
    needs,
    agent,
    { ...before, proposedStart: start },
    {
      type: 'viewing_proposed',
      title: 'Another time offered',
      text: start.toISOString(),
      before,
      screen: proposedScreen,
    },
  );
  return { was: 'proposed' };
}
