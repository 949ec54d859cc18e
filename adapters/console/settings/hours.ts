import type { Door, Visit } from '#adapters/console/door.ts';
import { html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { openPanel, openRoutes } from './open-hours.ts';
import { overduePanel, overdueRoutes } from './overdue.ts';
import { quietPanel, quietRoutes } from './quiet-hours.ts';
import { settingsTabs } from './tabs.ts';
import type { Again, Attempt } from './time-field.ts';
import { viewingTimesPanel, viewingTimesRoutes } from './viewing-hours.ts';

const DEED = 'changeCompany' as const;
type Form = 'open' | 'quiet' | 'overdue' | 'viewings';

/** When the office is open, when clients are left in peace, and how long they may wait. For Admins. */
export function hoursRoutes(door: Door): void {
  door.page({ path: '/settings/hours', deed: DEED, show: (visit) => hoursPage(visit) });
  openRoutes(door, againOf('open'));
  quietRoutes(door, againOf('quiet'));
  overdueRoutes(door, againOf('overdue'));
  viewingTimesRoutes(door, againOf('viewings'));
}

const againOf =
  (name: Form): Again =>
  (attempt, form) => ({ is: 'again', form, page: (visit) => hoursPage(visit, { [name]: attempt }) });

async function hoursPage(visit: Visit, attempts: Partial<Record<Form, Attempt>> = {}): Promise<Page> {
  const { say, kept, clock } = visit;
  const company = await kept.records.company.get();
  const people = (await kept.colleagues.list(clock.now())).filter(({ status }) => status === 'Active');
  const of = (name: Form) => [attempts[name]?.typed ?? company, attempts[name]?.wrong ?? {}] as const;
  return {
    title: say('settings.hours'),
    current: 'settings',
    width: 'mid',
    body: html`${settingsTabs(visit, 'hours')}<div class="stack">${openPanel(visit, ...of('open'))}${quietPanel(visit, ...of('quiet'))}${overduePanel(visit, people, ...of('overdue'))}${viewingTimesPanel(visit, ...of('viewings'))}</div>`,
  };
}
