import type { Clock } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import { rejectedScreen } from '#core/viewings/screens.ts';
import type { Viewings } from '#core/viewings/viewing.ts';
import type { Agent } from './agent.ts';
import { type OtherStatus, otherStatus } from './other-status.ts';
import type { TellNeeds } from './tell-viewing.ts';
import { tellViewing } from './tell-viewing.ts';

export type Ended = { readonly was: 'ended' | 'missing' } | OtherStatus;

type Needs = TellNeeds & { readonly viewings: Viewings; readonly clock: Clock };

/** Declines a requested viewing, with a reason that the client reads. */
export async function rejectViewing(needs: Needs, agent: Agent, id: ViewingId, reason: string): Promise<Ended> {
  const before = await needs.viewings.get(id);
  if (!before) return { was: 'missing' };
  const change = { status: 'rejected', reason } as const;
  if (!(await needs.viewings.change(id, ['pending'], change, agent, needs.clock.now()))) return otherStatus(before);
  await tellViewing(
    needs,
    agent,
    { ...before, ...change },
    {
      type: 'viewing_rejected',
      title: 'Viewing rejected',
      text: reason,
      before,
      screen: rejectedScreen,
    },
  );
  return { was: 'ended' };
}
