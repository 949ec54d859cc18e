import type { Clock } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import { cancelledScreen } from '#core/viewings/screens.ts';
import type { Viewings } from '#core/viewings/viewing.ts';
import type { Agent } from './agent.ts';
import { otherStatus } from './other-status.ts';
import type { Ended } from './reject-viewing.ts';
import type { TellNeeds } from './tell-viewing.ts';
import { tellViewing } from './tell-viewing.ts';

type Needs = TellNeeds & { readonly viewings: Viewings; readonly clock: Clock };

/** Calls a requested or confirmed viewing off, with a reason that the client reads. */
export async function cancelViewingByAgent(needs: Needs, agent: Agent, id: ViewingId, reason: string): Promise<Ended> {
  const before = await needs.viewings.get(id);
  if (!before) return { was: 'missing' };
  const change = { status: 'cancelled', reason } as const;
  if (!(await needs.viewings.change(id, ['pending', 'confirmed'], change, agent, needs.clock.now())))
    return otherStatus(before);
  await tellViewing(needs, agent, (await needs.viewings.get(id)) ?? before, {
    type: 'viewing_cancelled',
    title: 'Viewing cancelled',
    text: reason,
    before,
    screen: cancelledScreen,
  });
  return { was: 'ended' };
}
