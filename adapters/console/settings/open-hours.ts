import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { lines, toMend } from '#adapters/console/fields.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import type { Mistakes } from '#adapters/console/read-fields.ts';
import { changeCompany } from '#core/crm/change-company.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { COMPANY_MEANINGS } from '#core/crm/meanings.ts';
import type { CompanyRecord } from '#core/crm/record.ts';
import { LOCALES } from '#core/language.ts';
import type { OpenHours } from '#core/office-hours.ts';
import { type Again, TIME } from './time-field.ts';

const PATH = '/crm/settings/hours';
const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
/** A morning and an afternoon; further stretches of a day come by the API, and stay. */
const STRETCHES = [0, 1] as const;
const [FROM, TO] = ['09:00', '18:00'];
/** A Monday, for the names of the days. */
const A_MONDAY = Date.UTC(2024, 0, 1, 12);
const DAY_MS = 24 * 3600_000;

/** When the office is open. */
export function openRoutes(door: Door, again: Again): void {
  door.deed({
    path: '/settings/hours/open',
    deed: 'changeCompany',
    async work(visit, form): Promise<Outcome> {
      const { say, kept } = visit;
      const company = await kept.records.company.get();
      const change = {
        office_hours: hoursIn(form, company),
        closed_days: [
          ...new Set(
            form
              .text('closed_days')
              .split(/\s+/)
              .filter((day) => day !== ''),
          ),
        ].toSorted(),
      };
      const fail = (wrong: Mistakes) =>
        again({ typed: { ...company, ...change }, wrong }, openForm(visit, { ...company, ...change }, wrong));
      if (change.office_hours.length === 0) return fail({ open: say('hours.neverOpen') });
      const bad = change.office_hours.find(({ from, to }) => !TIME.test(from) || !TIME.test(to));
      if (bad) return fail({ [`day_${bad.days[0]}`]: say('hours.noTime') });
      const changed = await changeCompany(kept, change);
      if (changed.was === 'closesBeforeOpening' || changed.was === 'overlaps') {
        const day = change.office_hours[changed.index]?.days[0];
        return fail({ [`day_${day}`]: say(`hours.${changed.was}`) });
      }
      if (changed.was === 'noSuchDay') return fail({ closed_days: say('hours.noDay') });
      const meaning = meaningOf(COMPANY_MEANINGS, changed);
      return meaning.is === 'done' ? { is: 'done', said: say('frame.saved'), to: PATH } : meaning;
    },
  });
}

const stretchesOf = ({ office_hours: hours }: CompanyRecord, day: number): readonly OpenHours[] =>
  hours.filter(({ days }) => days.includes(day)).toSorted((one, other) => one.from.localeCompare(other.from));

/** Days with the same hours are one entry again. */
function hoursIn(form: Form, before: CompanyRecord): readonly OpenHours[] {
  const byHours = new Map<string, OpenHours>();
  for (const day of WEEK) {
    const typed = STRETCHES.map((nth) => ({
      from: form.text(`from_${day}_${nth}`).trim(),
      to: form.text(`to_${day}_${nth}`).trim(),
    }));
    const shown = typed.filter(({ from, to }, nth) => nth === 0 || from !== '' || to !== '');
    const kept = stretchesOf(before, day).slice(STRETCHES.length);
    const all = form.has(`open_${day}`) ? [...shown, ...kept] : [];
    for (const { from, to } of all) {
      const same = byHours.get(`${from} ${to}`);
      byHours.set(`${from} ${to}`, { days: [...(same?.days ?? []), day], from, to });
    }
  }
  return [...byHours.values()];
}

export const openPanel = (visit: Visit, company: CompanyRecord, wrong: Mistakes): Html =>
  panel({
    id: 'open',
    title: visit.say('hours.open'),
    aside: html`<span class="s muted">${company.time_zone}</span>`,
    body: openForm(visit, company, wrong),
  });

function openForm(visit: Visit, company: CompanyRecord, wrong: Mistakes): Html {
  const { say } = visit;
  const names = new Intl.DateTimeFormat(LOCALES[say.language], { weekday: 'long', timeZone: 'UTC' });
  return deedForm(visit, {
    ...{ id: 'open-form', action: `${PATH}/open`, className: 'body stack' },
    body: html`${toMend(say, wrong)}${wrong.open && html`<p class="error">${icon('circle-alert', 's')}<span>${wrong.open}</span></p>`}<div class="week">${WEEK.map((day) => dayRow(say, day, names.format(A_MONDAY + (day - 1) * DAY_MS), stretchesOf(company, day), wrong[`day_${day}`]))}</div>${lines({ name: 'closed_days', label: say('hours.closedDays'), value: company.closed_days.join('\n'), rows: 3, hint: say('hours.closedHint'), wrong: wrong.closed_days })}<div><button class="btn primary">${say('frame.save')}</button></div>`,
  });
}

function dayRow(say: Visit['say'], day: number, name: string, stretches: readonly OpenHours[], wrong?: string): Html {
  const time = (end: 'from' | 'to', nth: number, value: string) =>
    html`<input class="w-time input" id="${end}_${day}_${nth}" name="${end}_${day}_${nth}" value="${value}" maxlength="5" aria-label="${say(`hours.${end}`, { day: name })}"${wrong && html` aria-invalid="true" aria-describedby="day-${day}-wrong"`}>`;
  const shown = (nth: number) => stretches[nth];
  return html`<div class="weekday" role="group" aria-label="${name}"><label class="check-line flex"><input class="check" type="checkbox" name="open_${day}" value="yes"${stretches.length > 0 && html` checked`}> <span>${name}</span></label><span class="flex wrap">${STRETCHES.map((nth) => html`${nth > 0 && html`<span class="s muted">${say('hours.and')}</span>`}<span class="flex">${time('from', nth, shown(nth)?.from ?? (nth === 0 ? FROM : ''))}<span aria-hidden="true">–</span>${time('to', nth, shown(nth)?.to ?? (nth === 0 ? TO : ''))}</span>`)}</span>${wrong && html`<p class="error" id="day-${day}-wrong">${icon('circle-alert', 's')}<span>${wrong}</span></p>`}</div>`;
}
