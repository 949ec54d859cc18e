import { dealsTable } from '#adapters/console/deals/deals-table.ts';
import type { Asked, Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { FEEDBACK, feedback } from '#adapters/console/records/feedback.ts';
import { PAGE, spanIn } from '#adapters/console/records/paging.ts';
import { TIMELINE, timeline } from '#adapters/console/records/timeline.ts';
import { VIEWINGS, viewingsTable } from '#adapters/console/records/viewings.ts';
import { ACCOUNT, accountPanel } from './account-panel.ts';
import { dealsPanel, nextPanel, reachPanel } from './beside.ts';
import { type ContactTab, contactPage, contactPath, type Shown, shownIn, tools } from './contact-frame.ts';
import { WAITS, waitsPanel } from './waits-panel.ts';

type Part = (visit: Visit, shown: Shown, asked: Asked) => Promise<Html> | Html;

/** A contact's page with its tabs, each at an address of its own. */
export function contactPages(door: Door): void {
  tab(door, 'timeline', main, {
    [WAITS]: waitsPanel,
    [TIMELINE]: lines,
    [ACCOUNT]: accountPanel,
    deals: dealsPanel,
    next: nextPanel,
  });
  tab(door, 'feedback', given, { [FEEDBACK]: given });
  tab(door, 'deals', deals);
  tab(door, 'viewings', viewings, { [VIEWINGS]: viewings });
}

/** `parts`: those that are fetched by themselves; the page's deeds are one on every tab. */
function tab(door: Door, name: ContactTab, body: Part, parts: Readonly<Record<string, Part>> = {}): void {
  const part = (make: Part) => async (visit: Visit, asked: Asked) => {
    const shown = await shownIn(visit, asked);
    return shown && make(visit, shown, asked);
  };
  door.page({
    path: name === 'timeline' ? '/contacts/:id' : `/contacts/:id/${name}`,
    deed: 'readRecords',
    show: async (visit, asked) => {
      const shown = await shownIn(visit, asked);
      return shown && contactPage(visit, shown, name, await body(visit, shown, asked));
    },
    parts: Object.fromEntries(Object.entries({ ...parts, tools }).map(([each, make]) => [each, part(make)])),
  });
}

const main: Part = async (visit, shown, asked) =>
  html`<div class="two"><div class="stack wide">${await waitsPanel(visit, shown)}${await lines(visit, shown, asked)}</div>
<div class="stack">${accountPanel(visit, shown)}${await dealsPanel(visit, shown)}${nextPanel(visit, shown)}${reachPanel(visit, shown)}</div></div>`;

const lines = (visit: Visit, { contact }: Shown, { query }: Asked): Promise<Html> =>
  timeline(visit, {
    ...{ whose: { contact: contact.id }, path: contactPath(contact), span: spanIn(query), show: query.show },
    on: [`contact-${contact.id}`],
  });

const given: Part = (visit, { contact }, { query }) =>
  feedback(visit, {
    ...{ whose: { contact: contact.id }, path: contactPath(contact, 'feedback'), span: spanIn(query) },
    on: [`contact-${contact.id}`],
  });

const viewings: Part = (visit, { contact, beside }, { query }) =>
  viewingsTable(visit, {
    filter: { deals: beside.deals, contact: contact.id },
    ...{ path: contactPath(contact, 'viewings'), span: spanIn(query), on: [`contact-${contact.id}`] },
  });

const deals: Part = async (visit, { contact }) => {
  const { items } = await visit.kept.records.deals.list({ contact: contact.id }, { limit: PAGE, before: null });
  return dealsTable(visit, items);
};
