import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { lateWords } from '#adapters/console/late.ts';
import { empty, panel } from '#adapters/console/parts.ts';
import { nameOf } from '#adapters/console/waits/parts.ts';
import type { TodayShown } from '#core/crm/show-today.ts';
import { mapUrl, routeUrl } from './map-links.ts';

type Shown = TodayShown['viewings'][number];

/** The day's viewings in their order, each with who comes and how to get there. */
export function viewingsPanel(visit: Visit, { viewings }: TodayShown): Html {
  const { say, path } = visit;
  const route = routeUrl(viewings.map(({ home }) => home));
  return panel({
    id: 'viewings',
    title: say('today.viewings'),
    aside:
      route !== undefined &&
      viewings.length > 1 &&
      html`<a class="link s" href="${route}" rel="noreferrer">${say('today.route')}</a>`,
    body:
      viewings.length === 0
        ? empty(undefined, undefined, say('today.noViewing'))
        : html`<ol>${viewings.map((each) => row(visit, each))}</ol>`,
    live: { path, part: 'viewings', on: ['waits'] },
  });
}

function row(visit: Visit, shown: Shown): Html {
  const { say, times } = visit;
  const { viewing, home, client } = shown;
  const map = mapUrl(home);
  return html`<li class="day" id="today-${viewing.id}"><time datetime="${viewing.start?.toISOString()}">${viewing.start && times.clock(viewing.start)}</time><div class="stack tight"><div><a class="strong" href="/crm/properties/${home.id}">${home.name}</a><div class="s muted">${client && html`<a href="/crm/contacts/${client.id}">${nameOf(client)}</a>`}${[home.street, home.city].filter(Boolean).map((part) => html` · ${part}`)}</div></div>
<div class="flex wrap">${tag(visit, shown)}${map !== undefined && html`<a class="link s" href="${map}" rel="noreferrer">${say('today.directions')}</a>`}${client?.phone && html`<a class="link s" href="tel:${client.phone}">${say('wait.call')}</a>`}</div></div></li>`;
}

function tag({ say }: Visit, { status, attendance, lateMinutes, wantsAnotherTime }: Shown): Html {
  if (status === 'completed') return html`<span class="tag">${icon('check', 's')}${say('today.completed')}</span>`;
  if (wantsAnotherTime) return html`<span class="tag info">${say('today.wantsAnotherTime')}</span>`;
  if (attendance === 'coming') return html`<span class="tag good">${icon('check', 's')}${say('today.coming')}</span>`;
  if (attendance === 'late')
    return html`<span class="tag wait">${icon('footprints', 's')}${lateWords({ say }, { lateMinutes })}</span>`;
  return html`<span class="tag wait">${icon('circle-help', 's')}${say('today.noAnswer')}</span>`;
}
