import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { type Deed, may } from '#core/crm/rights.ts';

/** The tabs of the settings; each is a page, shown to those who may change what is on it. */
const TABS = {
  office: 'changeCompany',
  hours: 'changeCompany',
  channels: 'keepChannelAccounts',
  users: 'changeUser',
  access: 'keepWebhooks',
  answers: 'readRecords',
  me: 'changeOwnSettings',
} as const satisfies Readonly<Record<string, Deed>>;
export type Tab = keyof typeof TABS;
const ALL_TABS = Object.keys(TABS).filter((name): name is Tab => Object.hasOwn(TABS, name));

export const settingsTabs = ({ say, user }: Pick<Visit, 'say' | 'user'>, current: Tab): Html =>
  html`<nav class="tabs" aria-label="${say('settings.title')}">${ALL_TABS.filter((tab) => may(user, TABS[tab])).map(
    (tab) =>
      html`<a href="/crm/settings/${tab}"${tab === current && html` aria-current="page"`}>${say(`settings.${tab}`)}</a>`,
  )}</nav>`;
