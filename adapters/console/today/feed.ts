import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { empty, initials, panel } from '#adapters/console/parts.ts';
import { nameOf } from '#adapters/console/waits/parts.ts';
import type { TodayShown } from '#core/crm/show-today.ts';

/** What clients did last, the newest first. */
export function feedPanel(visit: Visit, { deeds }: TodayShown): Html {
  const { say, path } = visit;
  return panel({
    id: 'feed',
    title: say('today.feed'),
    aside: html`<a class="link s" href="/crm/activity">${say('today.allActivity')}</a>`,
    body:
      deeds.length === 0
        ? empty(undefined, undefined, say('today.noFeed'))
        : html`<ul class="feed">${deeds.map((each) => row(visit, each))}</ul>`,
    live: { path, part: 'feed', on: ['waits'] },
  });
}

function row({ times }: Visit, { activity, home, client }: TodayShown['deeds'][number]): Html {
  const name = client ? nameOf(client) : '';
  return html`<li id="${activity.id}"><span class="avatar s" aria-hidden="true"><span>${initials(name)}</span></span><span>${client && html`<a class="strong" href="/crm/contacts/${client.id}">${client.firstName}</a> `}${activity.title}${home && !activity.title.includes(home.name) && html` · ${home.name}`}${activity.text && html`<span class="s muted"> “${activity.text}”</span>`}</span>${times.element(new Date(activity.at))}</li>`;
}
