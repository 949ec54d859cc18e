import { opensDialog } from '#adapters/console/dialog.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { channelIcon, channelName } from '#adapters/console/messages/names.ts';
import { deedForm } from '#adapters/console/parts.ts';
import type { SetAside, Untaken } from '#core/crm/troubles.ts';

/** What came in and failed too often. */
export function setAsideRow(visit: Visit, { id, channel, key, attempts, error, at, client }: SetAside): Html {
  const { say, times } = visit;
  const who = client ? html`<b>${client.name}</b>` : say('problem.somebody');
  const again = deedForm(visit, {
    ...{ id: `replay-${id}`, action: `/crm/problems/events/${id}/replay`, part: 'problems' },
    body: html`<button class="btn soft">${icon('refresh-cw', 's')}${say('error.tryAgain')}</button>`,
  });
  const bytes = opensDialog(visit, {
    to: `/crm/problems/events/${id}/bytes`,
    label: say('problem.bytes'),
    className: 'btn',
  });
  const discard = opensDialog(visit, {
    ...{ to: `/crm/problems/events/${id}/discard`, part: 'problems', className: 'btn danger' },
    label: say('problem.discard'),
  });
  return html`<li class="row" id="event-${id}" data-row><span class="avatar">${channelIcon(channel)}</span><p class="what">${say.rich('problem.failed', { who, channel: channelName(channel), count: attempts })}</p><span class="when">${times.element(at)}</span><p class="meta">${error} ${say.rich('problem.event', { key: html`<code>${key}</code>`, count: attempts })}</p><div class="do">${again}${bytes}${discard}</div></li>`;
}

/** What the receiver of a webhook did not take. */
export function untakenRow(visit: Visit, { id, url, event, attempts, error, at }: Untaken): Html {
  const { say, times } = visit;
  const again = deedForm(visit, {
    ...{ id: `deliver-${id}`, action: `/crm/problems/webhooks/${id}/again`, part: 'problems' },
    body: html`<button class="btn soft">${icon('refresh-cw', 's')}${say('problem.deliverAgain')}</button>`,
  });
  const answer = opensDialog(visit, {
    to: `/crm/problems/webhooks/${id}/answer`,
    label: say('problem.answer'),
    className: 'btn',
  });
  const named = { host: html`<b>${hostOf(url)}</b>`, event: html`<code>${event}</code>` };
  return html`<li class="row" id="untaken-${id}" data-row><span class="avatar">${icon('webhook', 's')}</span><p class="what">${say.rich('problem.notTaken', named)}</p><span class="when">${times.element(at)}</span><p class="meta">${say('problem.tries', { count: attempts })}${error && html` ${error}`}</p><div class="do">${again}${answer}</div></li>`;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
