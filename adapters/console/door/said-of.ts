import type { Outcome } from '#adapters/console/door.ts';
import type { Said } from '#adapters/console/layout.ts';
import type { Say } from '#adapters/console/say.ts';
import type { Refusal } from '#core/crm/refusal.ts';

/** What the foot of the page says of what became of a form. */
export function saidOf(outcome: Outcome, say: Say): Said | undefined {
  if (outcome.is === 'done') return outcome.said ? { is: 'done', words: outcome.said } : undefined;
  if (outcome.is !== 'refused') return undefined;
  const why = outcome.said ?? whyOf(outcome.refusal, say);
  return { is: 'refused', words: say('frame.notDone', { why }) };
}

function whyOf(refusal: Refusal, say: Say): string {
  switch (refusal.is) {
    case 'notAllowed':
      return say('error.notYoursHint');
    case 'notFound':
      return say('error.nothingHint');
    case 'conflict':
      return refusal.detail;
    case 'invalid':
      return refusal.errors.map(({ field, detail }) => `${field} ${detail}`).join('; ');
  }
}

/** RFC 9110's status of each. */
const STATUSES: Readonly<Record<Refusal['is'], number>> = {
  notAllowed: 403,
  notFound: 404,
  conflict: 409,
  invalid: 422,
};
export const statusOf = ({ is }: Refusal): number => STATUSES[is];

/** What a form left to be said on the page that comes next. */
export function saidIn(cookie: string | undefined): Said | undefined {
  try {
    const said: unknown = JSON.parse(cookie ?? 'null');
    if (typeof said !== 'object' || said === null || !('is' in said) || !('words' in said)) return undefined;
    const { is, words } = said;
    return typeof words === 'string' && (is === 'done' || is === 'refused') ? { is, words } : undefined;
  } catch {
    return undefined;
  }
}
