import type { Clock } from '#core/clock.ts';
import { dayOf } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import type { Offers } from '#core/offers/offer.ts';
import { completedScreen } from '#core/viewings/screens.ts';
import type { Viewings } from '#core/viewings/viewing.ts';
import type { Agent } from './agent.ts';
import { type OtherStatus, otherStatus } from './other-status.ts';
import type { TellNeeds } from './tell-viewing.ts';
import { tellViewing } from './tell-viewing.ts';

export type Completed = { readonly was: 'completed' | 'already' | 'missing' | 'tooEarly' } | OtherStatus;

type Needs = TellNeeds & { readonly viewings: Viewings; readonly offers: Offers; readonly clock: Clock };

/** Notes that a viewing took place, from its calendar day on in the company's zone. The property stands in Visited from then on. */
export async function completeViewing(needs: Needs, agent: Agent, id: ViewingId): Promise<Completed> {
  const now = needs.clock.now();
  const before = await needs.viewings.get(id);
  if (!before) return { was: 'missing' };
  if (before.status === 'completed') return { was: 'already' };
  if (before.status !== 'confirmed' || !before.start) return otherStatus(before);
  const { time_zone: zone } = await needs.records.company.get();
  if (dayOf(now, zone) < dayOf(before.start, zone)) return { was: 'tooEarly' };

  const change = { status: 'completed', reason: null } as const;
  await needs.viewings.change(id, ['confirmed'], change, agent, now);
  if (before.offer) await needs.offers.change(before.offer, { visitedAt: now });
  await tellViewing(
    needs,
    agent,
    { ...before, ...change },
    {
      type: 'viewing_completed',
      title: 'Viewing completed',
      before,
      screen: completedScreen,
    },
  );
  return { was: 'completed' };
}
