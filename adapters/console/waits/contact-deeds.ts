import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { addDays, dayOf, isDay, momentOf } from '#core/clock.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { remindMe } from '#core/crm/remind-me.ts';
import { settleMessages } from '#core/crm/settle-messages.ts';
import { type ContactId, isId } from '#core/ids.ts';

const HOUR_MS = 3600_000;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
/** The office's afternoon, and the next morning. */
const AFTERNOON = '15:00';
const MORNING = '09:00';

/** What can be done with a client's words besides answering them: later, or not at all. */
export function contactDeeds(door: Door): void {
  door.deed({
    path: '/contacts/:id/settle',
    deed: 'writeToClients',
    work: (visit, _form, { params }) =>
      withContact(params.id, async (id) => {
        const { kept, clock, agent, say } = visit;
        const settled = await settleMessages({ ...kept, clock }, agent, id);
        return settled.was === 'missing' ? missing : { is: 'done', said: say('wait.settled') };
      }),
  });

  dialogRoute(door, {
    path: '/contacts/:id/remind',
    deed: 'writeToClients',
    current: 'today',
    show: async (visit, opener, { params }) => {
      const contact =
        params.id && isId(params.id) ? await visit.kept.records.contacts.find(params.id as ContactId) : undefined;
      if (!contact) return undefined;
      const { say, times } = visit;
      const tomorrow = addDays(today(visit), 1);
      return {
        title: say('wait.remindTitle', { name: contact.first_name }),
        body: deedForm(opener, {
          id: `remind-${contact.id}`,
          action: `/crm/contacts/${contact.id}/remind`,
          ...(opener.part ? { part: opener.part } : {}),
          className: 'stack',
          body: html`<p class="s muted">${say('wait.remindHint')}</p>
<div class="flex wrap">${choicesOf(visit).map(({ name, at }) => html`<button class="btn" name="when" value="${at.toISOString()}">${name} <small class="quiet">${times.short(at)}</small></button>`)}</div>
<div class="flex wrap end"><div class="field"><label class="label" for="remind-day">${say('request.anotherDay')}</label><input class="input" id="remind-day" type="date" name="day" value="${tomorrow}"></div><div class="field"><label class="label" for="remind-clock">${say('request.at')}</label><input class="input" id="remind-clock" type="time" name="clock" value="${MORNING}"></div><button class="btn primary" name="when" value="">${say('wait.remindThen')}</button></div>`,
        }),
      };
    },
  });

  door.deed({
    path: '/contacts/:id/remind',
    deed: 'writeToClients',
    work: (visit, form, { params }) =>
      withContact(params.id, async (id) => {
        const { kept, clock, agent, say, times, company } = visit;
        const [day, at] = [form.text('day'), form.text('clock')];
        const typed = isDay(day) && CLOCK.test(at) ? momentOf(day, at, company.timeZone) : undefined;
        const wanted = form.text('when') ? new Date(form.text('when')) : typed;
        if (!wanted || Number.isNaN(wanted.getTime()))
          return { is: 'refused', refusal: noSuch('time'), said: say('request.chooseTime') };
        const set = await remindMe({ ...kept, clock }, agent, id, wanted);
        if (set.was === 'set') return { is: 'done', said: say('wait.reminderSet', { time: times.short(set.at) }) };
        return set.was === 'missing' ? missing : { is: 'refused', refusal: noSuch('time'), said: say('request.past') };
      }),
  });
}

const missing: Outcome = { is: 'refused', refusal: noSuch('contact') };

const withContact = async (id: string | undefined, work: (id: ContactId) => Promise<Outcome>): Promise<Outcome> =>
  id && isId(id) ? work(id as ContactId) : missing;

const today = ({ clock, company }: Visit) => dayOf(clock.now(), company.timeZone);

/** In an hour, this afternoon while it is not that yet, tomorrow morning. */
function choicesOf(visit: Visit) {
  const { say, clock, company } = visit;
  const now = clock.now();
  const all = [
    { name: say('wait.inAnHour'), at: new Date(now.getTime() + HOUR_MS) },
    { name: say('wait.thisAfternoon'), at: momentOf(today(visit), AFTERNOON, company.timeZone) },
    { name: say('wait.tomorrow'), at: momentOf(addDays(today(visit), 1), MORNING, company.timeZone) },
  ];
  return all.filter(({ at }) => at > now);
}
