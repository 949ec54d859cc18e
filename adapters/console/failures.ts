import type { Failure } from '#core/chat/failure.ts';
import type { ConsoleKey } from '#locales/console/phrases.ts';
import type { Say } from './say.ts';

/** What can be done about a message that did not arrive. `told`: somebody tells the client themselves. */
export const STEPS = ['again', 'elsewhere', 'mail', 'call', 'told', 'leave'] as const;
export type Step = (typeof STEPS)[number];

type PlainKey = Extract<ConsoleKey, `failure.${string}`>;
type Known = { readonly cause: PlainKey; readonly steps: readonly Step[] };

/** Where the chat itself is out of reach, sending there again is no help. */
const OTHER_WAYS: readonly Step[] = ['elsewhere', 'mail', 'call', 'told', 'leave'];
/** Where what stood in the way may be gone by now. */
const AGAIN: readonly Step[] = ['again', ...OTHER_WAYS];

/** Why messages do not arrive, by the failure's code, and what then helps; the first step is the one to take. */
export const FAILURES: Readonly<Record<string, Known>> = {
  stopped: { cause: 'failure.stopped', steps: ['call', 'mail', 'elsewhere', 'told', 'leave'] },
  signed_out: { cause: 'failure.signedOut', steps: OTHER_WAYS },
  account_blocked: { cause: 'failure.accountBlocked', steps: ['again', 'call', 'mail', 'told', 'leave'] },
  switched_off: { cause: 'failure.switchedOff', steps: ['again', 'mail', 'call', 'told', 'leave'] },
  unreachable: { cause: 'failure.unreachable', steps: OTHER_WAYS },
  blocked: { cause: 'failure.blocked', steps: OTHER_WAYS },
  deactivated: { cause: 'failure.deactivated', steps: OTHER_WAYS },
  no_chat: { cause: 'failure.noChat', steps: OTHER_WAYS },
  unreadable: { cause: 'failure.unreadable', steps: OTHER_WAYS },
  nothing_to_edit: { cause: 'failure.nothingToEdit', steps: ['leave'] },
  account_ended: { cause: 'failure.accountEnded', steps: OTHER_WAYS },
  gave_up: { cause: 'failure.gaveUp', steps: AGAIN },
  uncertain: { cause: 'failure.uncertain', steps: ['call', 'again', 'elsewhere', 'mail', 'told', 'leave'] },
  cut: { cause: 'failure.cut', steps: ['call', 'again', 'elsewhere', 'mail', 'told', 'leave'] },
  internal: { cause: 'failure.internal', steps: AGAIN },
  window_closed: { cause: 'failure.windowClosed', steps: OTHER_WAYS },
  template_not_approved: { cause: 'failure.windowClosed', steps: OTHER_WAYS },
};

const knownOf = ({ code }: Pick<Failure, 'code'>): Known | undefined =>
  Object.hasOwn(FAILURES, code) ? FAILURES[code] : undefined;

/** In the reader's language; what only a platform knows stays in its own words. */
export function causeOf(say: Say, failure: Pick<Failure, 'code' | 'cause'>): string {
  const known = knownOf(failure);
  return known ? say(known.cause) : failure.cause;
}

export const stepsFor = (failure: Pick<Failure, 'code'>): readonly Step[] => knownOf(failure)?.steps ?? AGAIN;
