import type { Visit } from '#adapters/console/door.ts';
import type { Refusal } from '#core/crm/refusal.ts';

const STATES = ['pending', 'confirmed', 'rejected', 'cancelled', 'completed'] as const;
type State = (typeof STATES)[number];

/** Why a viewing can't be changed so: what it is now, since when and by whom, as far as that is known. */
export function isNowWords({ say, times }: Visit, refusal: Refusal): { readonly said?: string } {
  if (refusal.is === 'invalid') {
    const isPast = refusal.errors.some(({ field }) => field === 'start_date');
    return isPast ? { said: say('request.past') } : {};
  }
  if (refusal.is !== 'conflict') return {};
  const { current_status: was, status = was, since, by } = refusal.now ?? {};
  const state = STATES.find((each) => each === status);
  if (!state) return {};
  const words = say(`request.is.${state}` satisfies `request.is.${State}`);
  const time = typeof since === 'string' ? times.short(new Date(since)) : undefined;
  const name = typeof by === 'object' && by !== null && 'name' in by ? String(by.name) : undefined;
  if (time && name) return { said: say('request.isNowBy', { state: words, name, time }) };
  return { said: time ? say('request.isNowSince', { state: words, time }) : say('request.isNow', { state: words }) };
}
