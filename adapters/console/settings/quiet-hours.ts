import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { tick, toMend } from '#adapters/console/fields.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes } from '#adapters/console/read-fields.ts';
import { changeCompany } from '#core/crm/change-company.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { COMPANY_MEANINGS } from '#core/crm/meanings.ts';
import type { CompanyRecord } from '#core/crm/record.ts';
import { type Again, TIME, timeField } from './time-field.ts';

const PATH = '/crm/settings/hours';
const DEED = 'changeCompany' as const;
const [FROM, TO] = ['21:00', '08:00'];

/** When clients are left in peace, and when offers go out together. For Admins. */
export function quietRoutes(door: Door, again: Again): void {
  door.deed({
    path: '/settings/hours/quiet',
    deed: DEED,
    async work(visit, form): Promise<Outcome> {
      const { say, kept } = visit;
      const wrong = mistakesIn(visit, form);
      const company = await kept.records.company.get();
      const change = {
        quiet_hours: form.has('is_quiet') ? { from: form.text('quiet_from'), to: form.text('quiet_until') } : null,
        offer_bundle_times: bundlesIn(form, company),
      };
      if (isMistaken(wrong)) {
        const typed = { ...company, ...change };
        return again({ typed, wrong }, quietForm(visit, typed, wrong));
      }
      const meaning = meaningOf(COMPANY_MEANINGS, await changeCompany(kept, change));
      return meaning.is === 'done' ? { is: 'done', said: say('frame.saved'), to: PATH } : meaning;
    },
  });
}

/** Those beyond the two that the page shows stay. */
const bundlesIn = (form: Form, { offer_bundle_times: before }: CompanyRecord): readonly string[] => {
  const shown = [form.text('first'), form.text('second')].map((time) => time.trim()).filter((time) => time !== '');
  return [...new Set([...shown, ...before.slice(2)])];
};

function mistakesIn({ say }: Visit, form: Form): Mistakes {
  const isTime = (name: string) => TIME.test(form.text(name));
  const noTime = say('hours.noTime');
  const isQuiet = form.has('is_quiet');
  return {
    ...(isQuiet && !isTime('quiet_from') ? { quiet_from: noTime } : {}),
    ...(isQuiet && !isTime('quiet_until') ? { quiet_until: noTime } : {}),
    ...(isQuiet && isTime('quiet_from') && form.text('quiet_from') === form.text('quiet_until')
      ? { quiet_until: say('hours.neverQuiet') }
      : {}),
    ...(isTime('first') ? {} : { first: noTime }),
    ...(form.text('second').trim() === '' || isTime('second') ? {} : { second: noTime }),
  };
}

export const quietPanel = (visit: Visit, company: CompanyRecord, wrong: Mistakes = {}): Html =>
  panel({
    id: 'quiet',
    title: visit.say('hours.quiet'),
    aside: html`<span class="s muted">${company.time_zone}</span>`,
    body: quietForm(visit, company, wrong),
  });

function quietForm(
  visit: Visit,
  { quiet_hours: quiet, offer_bundle_times: bundles }: CompanyRecord,
  wrong: Mistakes,
): Html {
  const { say } = visit;
  const time = (name: string, label: string, value: string | undefined, isNeeded = false) =>
    timeField(wrong, { name, label, value, isNeeded });
  return deedForm(visit, {
    ...{ id: 'quiet-form', action: `${PATH}/quiet`, className: 'body stack' },
    body: html`${toMend(say, wrong)}${tick({ name: 'is_quiet', label: say('hours.isQuiet'), isOn: quiet !== null })}<div class="flex wrap wide-gap">${time('quiet_from', say('hours.quietFrom'), quiet?.from ?? FROM)}${time('quiet_until', say('hours.quietUntil'), quiet?.to ?? TO)}</div><p class="s muted">${say('hours.quietHint')}</p><div class="flex wrap wide-gap">${time('first', say('hours.first'), bundles[0], true)}${time('second', say('hours.second'), bundles[1])}</div><p class="s muted">${say('hours.bundleHint')}</p><div><button class="btn primary">${say('frame.save')}</button></div>`,
  });
}
