import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { choice, line, lines, tick, toMend } from '#adapters/console/fields.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes, readFields } from '#adapters/console/read-fields.ts';
import { LANGUAGE_NAMES } from '#adapters/console/say.ts';
import { CHANNELS, isChannel } from '#core/chat/channels.ts';
import { changeCompany } from '#core/crm/change-company.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { COMPANY_MEANINGS } from '#core/crm/meanings.ts';
import type { CompanyRecord } from '#core/crm/record.ts';
import type { CompanyChange } from '#core/crm/records.ts';
import { LANGUAGES, LOCALES } from '#core/language.ts';
import { drawCode } from './draw-code.ts';
import { type LogoNeeds, logoPanel, logoRoutes } from './logo.ts';
import { settingsTabs } from './tabs.ts';

const PATH = '/crm/settings/office';
const DEED = 'changeCompany' as const;
const MOST_NAME = 200;
const MONTHS = { least: 1, most: 1200, whole: true };
const CURRENCY = /^[A-Z]{3}$/;
/** As the API takes them: a button carries each within Telegram's 64 bytes. */
const REASON = /^[a-z_]{1,32}$/;
const MOST_REASONS = 20;

/** What the office is, and the links by which people come to its chats. For Admins. */
export function officeRoutes(door: Door, needs: LogoNeeds): void {
  logoRoutes(door, needs);
  door.page({ path: '/settings/office', deed: DEED, show: (visit) => officePage(visit) });

  door.deed({
    path: '/settings/office',
    deed: DEED,
    async work(visit, form): Promise<Outcome> {
      const { say, kept } = visit;
      const { change, wrong } = changeIn(visit, form);
      const company = await kept.records.company.get();
      const again = (mistakes: Mistakes): Outcome => ({
        is: 'again',
        form: officeForm(visit, { ...company, ...change }, mistakes),
        page: (fresh) => officePage(fresh, { ...company, ...change }, mistakes),
      });
      if (isMistaken(wrong)) return again(wrong);
      const changed = await changeCompany(kept, change);
      if (changed.was === 'noSuchZone') return again({ time_zone: say('office.noZone') });
      const meaning = meaningOf(COMPANY_MEANINGS, changed);
      return meaning.is === 'done' ? { is: 'done', said: say('frame.saved'), to: PATH } : meaning;
    },
  });

  door.deed({
    path: '/settings/office/chats',
    deed: DEED,
    async work({ kept, say }, form): Promise<Outcome> {
      const isOn = form.text('is_active') === 'yes';
      const meaning = meaningOf(COMPANY_MEANINGS, await changeCompany(kept, { is_active: isOn }));
      if (meaning.is !== 'done') return meaning;
      return { is: 'done', said: say(isOn ? 'office.chatsOn' : 'office.chatsOff'), to: PATH };
    },
  });
}

function changeIn({ say }: Visit, form: Form): { readonly change: CompanyChange; readonly wrong: Mistakes } {
  const fields = readFields(form, say);
  const currency = fields.needed('currency', 3).toUpperCase();
  const reasons = form
    .text('reject_reasons')
    .split(/\s+/)
    .filter((reason) => reason !== '');
  const areReasons =
    reasons.length > 0 &&
    reasons.length <= MOST_REASONS &&
    new Set(reasons).size === reasons.length &&
    reasons.every((reason) => REASON.test(reason));
  const language = fields.oneOf('default_language', LANGUAGES);
  const change = {
    name: fields.needed('name', MOST_NAME),
    time_zone: fields.needed('time_zone', MOST_NAME),
    currency,
    ...(language ? { default_language: language } : {}),
    reject_reasons: reasons,
    retention_months: fields.neededNumber('retention_months', MONTHS),
  };
  const wrong = {
    ...fields.mistakes,
    ...(areReasons ? {} : { reject_reasons: say('office.noReasons') }),
    ...(CURRENCY.test(currency) ? {} : { currency: say('office.noCurrency') }),
  };
  return { change, wrong };
}

async function officePage(visit: Visit, typed?: CompanyRecord, wrong: Mistakes = {}): Promise<Page> {
  const { say, kept } = visit;
  const company = typed ?? (await kept.records.company.get());
  const links = await kept.portalUsers.waysIn(() => company.invite_code);
  return {
    title: say('settings.office'),
    current: 'settings',
    width: 'mid',
    body: html`${settingsTabs(visit, 'office')}<div class="stack">${panel({ id: 'office', title: say('settings.office'), body: officeForm(visit, company, wrong) })}${logoPanel(visit, company)}${chats(visit, company)}${invite(visit, links)}</div>`,
  };
}

function officeForm(visit: Visit, company: CompanyRecord, wrong: Mistakes): Html {
  const { say } = visit;
  const names = new Intl.DisplayNames(LOCALES[say.language], { type: 'language' });
  const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, name: value }));
  return deedForm(visit, {
    ...{ id: 'office-form', action: PATH, className: 'body stack' },
    body: html`${toMend(say, wrong)}<div class="fields">${line({ name: 'name', label: say('office.name'), value: company.name, isNeeded: true, most: MOST_NAME, wrong: wrong.name })}${line({ name: 'time_zone', label: say('office.zone'), value: company.time_zone, isNeeded: true, most: MOST_NAME, list: zones, wrong: wrong.time_zone })}${line({ name: 'currency', label: say('office.currency'), value: company.currency, isNeeded: true, most: 3, wrong: wrong.currency })}${choice({ name: 'default_language', label: say('office.language'), value: company.default_language, hint: say('office.languageHint', { languages: Object.values(LANGUAGE_NAMES).join(', ') }), options: LANGUAGES.map((value) => ({ value, name: names.of(value) ?? value })) })}${line({ name: 'retention_months', label: say('office.retention'), value: company.retention_months, inputmode: 'numeric', isNeeded: true, hint: say('office.retentionHint'), wrong: wrong.retention_months })}</div>${lines({ name: 'reject_reasons', label: say('office.reasons'), value: company.reject_reasons.join('\n'), rows: Math.max(4, company.reject_reasons.length), hint: say('office.reasonsHint'), wrong: wrong.reject_reasons })}<div><button class="btn primary">${say('frame.save')}</button></div>`,
  });
}

/** Off is asked by a tick of its own: every signed-in client hears of it. */
function chats(visit: Visit, { is_active: isOn }: CompanyRecord): Html {
  const { say } = visit;
  return panel({
    id: 'chats',
    title: say('office.chats'),
    aside: html`<span class="tag ${isOn ? 'good' : 'bad'}">${say(isOn ? 'office.isOn' : 'office.isOff')}</span>`,
    body: deedForm(visit, {
      ...{ id: 'chats-form', action: `${PATH}/chats`, className: 'body stack' },
      body: html`<p class="s muted">${say('office.chatsHint')}</p>${tick({ name: 'is_active', label: say('office.chatsSwitch'), isOn })}<div><button class="btn">${say('frame.save')}</button></div>`,
    }),
  });
}

function invite({ say }: Visit, links: Readonly<Record<string, string>>): Html {
  const all = Object.entries(links).flatMap(([channel, link]) => (isChannel(channel) ? [{ channel, link }] : []));
  return panel({
    id: 'invite',
    title: say('office.invite'),
    body: html`<div class="body stack"><p class="s muted">${all.length > 0 ? say('office.inviteHint') : say('office.noInvite')}</p><div class="links">${all.map(
      ({ channel, link }) => {
        const { name } = CHANNELS[channel];
        const { size, path } = drawCode(link);
        return html`<div class="group"><b class="strong">${name}</b><svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${say('office.code', { channel: name })}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" stroke="#000" fill="none"/></svg><code id="link-${channel}">${link}</code><div><button type="button" class="btn" data-copy="link-${channel}" aria-label="${say('office.copyNamed', { channel: name })}">${say('office.copy')}</button></div></div>`;
      },
    )}</div></div>`,
  });
}
