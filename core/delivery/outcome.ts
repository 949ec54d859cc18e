import type { Sent } from '#core/chat/channel.ts';
import { nextTry, REPEATED_KINDS } from './backoff.ts';
import type { Due, Settled } from './deliveries.ts';
import { gaveUp, mayHaveArrived } from './failures.ts';

type Tried = Pick<Due, 'kind' | 'attempts' | 'ageSeconds'>;

/** What becomes of a delivery after what the platform said (P5). */
export function outcomeOf(tried: Tried, sent: Sent): Settled {
  switch (sent.was) {
    case 'sent':
      return { was: 'sent', platformId: sent.platformId };
    case 'notYet':
      return again(tried, sent.why, sent.afterSeconds);
    case 'held':
      return { was: 'held', failure: sent.why, prompted: sent.prompted };
    case 'uncertain':
      if (REPEATED_KINDS.includes(tried.kind)) return again(tried, sent.why);
      return { was: 'uncertain', failure: mayHaveArrived(sent.why) };
    case 'refused': {
      const { code, cause, nextStep, unreachable } = sent;
      return { was: 'failed', failure: { code, cause, nextStep }, unreachable };
    }
  }
}

function again({ attempts, ageSeconds }: Tried, why: string, toldSeconds?: number): Settled {
  const afterSeconds = nextTry(attempts, ageSeconds, toldSeconds);
  if (afterSeconds === undefined) return { was: 'failed', failure: gaveUp(why), unreachable: false };
  return { was: 'again', afterSeconds, counts: true, why };
}
