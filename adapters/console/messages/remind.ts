import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import type { Form } from '#adapters/console/form.ts';
import { html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { addDays, dayOf, isDay, momentOf } from '#core/clock.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { REMINDER_MEANINGS } from '#core/crm/meanings.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { remindMe } from '#core/crm/remind-me.ts';
import { contactIn } from './contact-in.ts';

const HOUR_MS = 3_600_000;
const AFTERNOON = '15:00';
const MORNING = '09:00';

/** When somebody wants to think of a client again; theirs alone. */
export function remindRoute(door: Door): void {
  dialogRoute(door, {
    path: '/messages/:id/remind',
    deed: 'writeToClients',
    current: 'messages',
    async show(visit, opener, asked) {
      const { say } = visit;
      const contact = await contactIn(visit, asked);
      if (!contact) return undefined;
      const part = opener.part === undefined ? {} : { part: opener.part };
      const times = choices(visit).map(
        ({ at, name }) => html`<button class="btn" name="when" value="${at.toISOString()}">${name}</button>`,
      );
      const body = html`<p class="s muted">${say('talk.remindHint', { name: contact.first_name })}</p><div class="flex wrap">${times}</div>
<div class="flex wrap"><div class="field"><label class="label" for="remind-day">${say('talk.day')}</label><input class="input" id="remind-day" type="date" name="day"></div><div class="field"><label class="label" for="remind-time">${say('talk.time')}</label><input class="input" id="remind-time" type="time" name="time" value="${MORNING}"></div></div><div><button class="btn primary">${say('talk.remind')}</button></div>`;
      const form = { id: 'remind', action: `/crm/messages/${contact.id}/remind`, className: 'stack', ...part };
      return {
        title: say('talk.remindTitle', { name: contact.first_name }),
        body: deedForm(opener, { ...form, body }),
      };
    },
  });
}

function choices({ say, clock, company }: Visit): readonly { readonly at: Date; readonly name: string }[] {
  const now = clock.now();
  const today = dayOf(now, company.timeZone);
  const afternoon = momentOf(today, AFTERNOON, company.timeZone);
  return [
    { at: new Date(now.getTime() + HOUR_MS), name: say('talk.inAnHour') },
    ...(afternoon > now ? [{ at: afternoon, name: say('talk.afternoon', { time: AFTERNOON }) }] : []),
    { at: momentOf(addDays(today, 1), MORNING, company.timeZone), name: say('talk.tomorrow', { time: MORNING }) },
  ];
}

export async function remind(visit: Visit, contact: ContactRecord, form: Form): Promise<Outcome> {
  const { kept, agent, clock, say, times } = visit;
  const at = timeIn(form, visit);
  if (!at)
    return {
      is: 'refused',
      refusal: { is: 'invalid', errors: [{ field: 'day', detail: '' }] },
      said: say('talk.chooseTime'),
    };
  const meaning = meaningOf(REMINDER_MEANINGS, await remindMe({ ...kept, clock }, agent, contact.id, at));
  if (meaning.is !== 'done') return { ...meaning, said: say('talk.inPast') };
  return { is: 'done', said: say('talk.reminded', { name: contact.first_name, time: times.short(at) }) };
}

function timeIn(form: Form, { company }: Visit): Date | undefined {
  const at = new Date(form.text('when'));
  if (!Number.isNaN(at.getTime())) return at;
  const [day, time] = [form.text('day'), form.text('time')];
  return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? momentOf(day, time, company.timeZone) : undefined;
}
