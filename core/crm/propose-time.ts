import type { Clock } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import { proposedScreen } from '#core/viewings/screens.ts';
import type { Viewings } from '#core/viewings/viewing.ts';
import type { Agent } from './agent.ts';
import { type OtherStatus, otherStatus } from './other-status.ts';
import { isSaid } from './say-word.ts';
import { type TellNeeds, tellViewing, withWord } from './tell-viewing.ts';

/** Characters of a word beside a time (CONSOLE 4.1). */
export const MOST_WORD = 200;

export type Proposed = { readonly was: 'proposed' | 'already' | 'missing' | 'past' } | OtherStatus;

type Needs = TellNeeds & { readonly viewings: Viewings; readonly clock: Clock };

/**
 * Offers another time for a requested viewing, with a word to the client or without; they accept it or answer with other
 * dates. The same again changes nothing.
 */
export async function proposeTime(
  needs: Needs,
  agent: Agent,
  id: ViewingId,
  start: Date,
  reason?: string,
): Promise<Proposed> {
  const now = needs.clock.now();
  const before = await needs.viewings.get(id);
  if (!before) return { was: 'missing' };
  if (before.status !== 'pending') return otherStatus(before);
  if (isSaid(before, reason) && before.proposedStart?.getTime() === start.getTime()) return { was: 'already' };
  if (start <= now) return { was: 'past' };
  const change = { status: 'pending', proposedStart: start, reason: reason ?? null } as const;
  await needs.viewings.change(id, ['pending'], change, agent, now);
  await tellViewing(
    needs,
    agent,
    { ...before, ...change },
    {
      type: 'viewing_proposed',
      title: 'Another time offered',
      text: withWord(start.toISOString(), reason),
      before,
      screen: proposedScreen,
    },
  );
  return { was: 'proposed' };
}
