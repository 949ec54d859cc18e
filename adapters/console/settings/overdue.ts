import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { choice, line, toMend } from '#adapters/console/fields.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes, readFields } from '#adapters/console/read-fields.ts';
import { changeCompany } from '#core/crm/change-company.ts';
import type { Colleague } from '#core/crm/colleagues.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { COMPANY_MEANINGS } from '#core/crm/meanings.ts';
import type { CompanyRecord } from '#core/crm/record.ts';
import { isId } from '#core/ids.ts';
import type { Again } from './time-field.ts';

const PATH = '/crm/settings/hours';
const HOUR_MINUTES = 60;
/** As the API takes them. */
const DUE_HOURS = { least: 1 / HOUR_MINUTES, most: 10_000 / HOUR_MINUTES };
const HOURS = { least: 1, most: 168, whole: true };

/** How long clients may wait, and who is told when nobody answers. */
export function overdueRoutes(door: Door, again: Again): void {
  door.deed({
    path: '/settings/hours/overdue',
    deed: 'changeCompany',
    async work(visit, form): Promise<Outcome> {
      const { say, kept, clock } = visit;
      const fields = readFields(form, say);
      const due = fields.number('due_hours', DUE_HOURS);
      const fallback = form.text('fallback_user_id');
      const change = {
        escalate_minutes: due === null ? null : Math.round(due * HOUR_MINUTES),
        fallback_user_id: isId(fallback) ? fallback : null,
        repeat_hours: fields.neededNumber('repeat_hours', HOURS),
        hold_hours: fields.neededNumber('hold_hours', HOURS),
      };
      const company = await kept.records.company.get();
      if (isMistaken(fields.mistakes)) {
        const typed = { ...company, ...change };
        const people = await kept.colleagues.list(clock.now());
        return again({ typed, wrong: fields.mistakes }, overdueForm(visit, people, typed, fields.mistakes));
      }
      const meaning = meaningOf(COMPANY_MEANINGS, await changeCompany(kept, change));
      return meaning.is === 'done' ? { is: 'done', said: say('frame.saved'), to: PATH } : meaning;
    },
  });
}

export const overduePanel = (
  visit: Visit,
  people: readonly Colleague[],
  company: CompanyRecord,
  wrong: Mistakes,
): Html =>
  panel({ id: 'overdue', title: visit.say('hours.overdue'), body: overdueForm(visit, people, company, wrong) });

function overdueForm(visit: Visit, people: readonly Colleague[], company: CompanyRecord, wrong: Mistakes): Html {
  const { say } = visit;
  const { escalate_minutes: minutes } = company;
  const due = minutes === null ? null : Math.round((minutes / HOUR_MINUTES) * 100) / 100;
  const options = [
    { value: '', name: say('hours.firstAdmin') },
    ...people.filter(({ status }) => status === 'Active').map(({ id, name }) => ({ value: id, name })),
  ];
  return deedForm(visit, {
    ...{ id: 'overdue-form', action: `${PATH}/overdue`, className: 'body stack' },
    body: html`${toMend(say, wrong)}<div class="fields">${line({ name: 'due_hours', label: say('hours.due'), value: due, inputmode: 'decimal', hint: say('hours.dueHint'), wrong: wrong.due_hours })}${choice({ name: 'fallback_user_id', label: say('hours.fallback'), value: company.fallback_user_id, options, hint: say('hours.fallbackHint') })}${line({ name: 'repeat_hours', label: say('hours.repeat'), value: company.repeat_hours, inputmode: 'numeric', isNeeded: true, wrong: wrong.repeat_hours })}${line({ name: 'hold_hours', label: say('hours.hold'), value: company.hold_hours, inputmode: 'numeric', isNeeded: true, hint: say('hours.holdHint'), wrong: wrong.hold_hours })}</div><div><button class="btn primary">${say('frame.save')}</button></div>`,
  });
}
