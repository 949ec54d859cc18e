import { type Html, html } from '#adapters/console/html.ts';
import type { Say } from '#adapters/console/say.ts';

/** The tabs of the settings; each is a page. */
const TABS = ['answers', 'me'] as const;
export type Tab = (typeof TABS)[number];

export const settingsTabs = (say: Say, current: Tab): Html =>
  html`<nav class="tabs" aria-label="${say('settings.title')}">${TABS.map(
    (tab) =>
      html`<a href="/crm/settings/${tab}"${tab === current && html` aria-current="page"`}>${say(`settings.${tab}`)}</a>`,
  )}</nav>`;
