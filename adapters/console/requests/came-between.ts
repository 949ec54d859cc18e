import type { Outcome, Visit } from '#adapters/console/door.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { conflict } from '#core/crm/refusal.ts';
import type { Viewing } from '#core/viewings/viewing.ts';

type Standing = Pick<Viewing, 'status' | 'start' | 'proposedStart'>;

/** The field in which a form carries the time that stood when it was made. */
const STOOD = 'stood';

/** When a viewing is agreed for, or what time is offered for it. */
const timeOf = ({ status, start, proposedStart }: Standing): Date | null =>
  status === 'confirmed' ? start : proposedStart;

/** The time that stands, within a form that changes it: what somebody does meanwhile is not overwritten unseen. */
export const stoodField = (viewing: Standing): Html =>
  html`<input type="hidden" name="${STOOD}" value="${timeOf(viewing)?.toISOString() ?? ''}">`;

/** What somebody did between the making of a form and its sending, in words; undefined where nobody did, or the same. */
export function cameBetween({ say, times }: Visit, viewing: Viewing, form: Form, wanted: Date): Outcome | undefined {
  const now = timeOf(viewing);
  const isSame = (now?.toISOString() ?? '') === form.text(STOOD) || now?.getTime() === wanted.getTime();
  const isOpen = viewing.status === 'pending' || viewing.status === 'confirmed';
  if (!form.has(STOOD) || isSame || !isOpen) return undefined;
  const name = viewing.changed?.by.name ?? '';
  const what = viewing.status === 'confirmed' ? 'agreed' : 'offered';
  const why = now
    ? say(`request.meanwhile.${what}`, { name, time: times.dayAndClock(now) })
    : say('request.meanwhile.dates', { name });
  return { is: 'refused', refusal: conflict(why), said: why };
}
