import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { line, toMend } from '#adapters/console/fields.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes, readFields } from '#adapters/console/read-fields.ts';
import { PARTS_OF_DAY } from '#core/chat/text.ts';
import { changeCompany } from '#core/crm/change-company.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { COMPANY_MEANINGS } from '#core/crm/meanings.ts';
import type { CompanyRecord } from '#core/crm/record.ts';
import { isTimeOf } from '#core/viewings/viewing-times.ts';
import { type Again, TIME, timeField } from './time-field.ts';

const PATH = '/crm/settings/hours';
const MINUTES = { least: 5, most: 480, whole: true };
const GAP = { least: 0, most: 240, whole: true };

/** When viewings are suggested, how long one takes, and what lies between two. */
export function viewingTimesRoutes(door: Door, again: Again): void {
  door.deed({
    path: '/settings/hours/viewings',
    deed: 'changeCompany',
    async work(visit, form): Promise<Outcome> {
      const { say, kept } = visit;
      const fields = readFields(form, say);
      const time = (part: (typeof PARTS_OF_DAY)[number]) => form.text(part).trim();
      const change = {
        viewing_times: {
          morning: time('morning'),
          afternoon: time('afternoon'),
          evening: time('evening'),
          any: time('any'),
        },
        viewing_minutes: fields.neededNumber('viewing_minutes', MINUTES),
        viewing_gap_minutes: fields.neededNumber('viewing_gap_minutes', GAP),
      };
      const wrong = {
        ...fields.mistakes,
        ...Object.fromEntries(
          PARTS_OF_DAY.filter((part) => !TIME.test(time(part)) || !isTimeOf(part, time(part))).map((part) => [
            part,
            TIME.test(time(part)) ? say('hours.otherPart') : say('hours.noTime'),
          ]),
        ),
      };
      if (isMistaken(wrong)) {
        const typed = { ...(await kept.records.company.get()), ...change };
        return again({ typed, wrong }, viewingForm(visit, typed, wrong));
      }
      const meaning = meaningOf(COMPANY_MEANINGS, await changeCompany(kept, change));
      return meaning.is === 'done' ? { is: 'done', said: say('frame.saved'), to: PATH } : meaning;
    },
  });
}

export const viewingTimesPanel = (visit: Visit, company: CompanyRecord, wrong: Mistakes): Html =>
  panel({ id: 'viewing-times', title: visit.say('hours.viewings'), body: viewingForm(visit, company, wrong) });

function viewingForm(visit: Visit, company: CompanyRecord, wrong: Mistakes): Html {
  const { say } = visit;
  return deedForm(visit, {
    ...{ id: 'viewings-form', action: `${PATH}/viewings`, className: 'body stack' },
    body: html`${toMend(say, wrong)}<p class="s muted">${say('hours.viewingsHint')}</p><div class="flex wrap wide-gap top">${PARTS_OF_DAY.map((part) => timeField(wrong, { name: part, label: say(`hours.part.${part}`), value: company.viewing_times[part], isNeeded: true }))}</div><div class="fields">${line({ name: 'viewing_minutes', label: say('hours.minutes'), value: company.viewing_minutes, inputmode: 'numeric', isNeeded: true, wrong: wrong.viewing_minutes })}${line({ name: 'viewing_gap_minutes', label: say('hours.gap'), value: company.viewing_gap_minutes, inputmode: 'numeric', isNeeded: true, wrong: wrong.viewing_gap_minutes })}</div><div><button class="btn primary">${say('frame.save')}</button></div>`,
  });
}
