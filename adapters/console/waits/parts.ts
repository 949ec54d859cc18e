import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { type Icon, icon } from '#adapters/console/icons.ts';
import { initials } from '#adapters/console/parts.ts';
import type { Channel } from '#core/chat/channels.ts';
import { CHANNELS } from '#core/chat/channels.ts';
import type { HomeShown, Wait, Waiting } from '#core/crm/waits.ts';

/** Each channel's drawing. */
const DRAWINGS: Readonly<Record<Channel, Icon>> = { telegram: 'send', whatsapp: 'message-circle', teams: 'users' };

export const channelName = (channel: Channel): string => CHANNELS[channel].name;
export const nameOf = ({ firstName, lastName }: Pick<Waiting, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`;

/** Who it is, and where they write from. */
export function clientAvatar(_visit: Visit, client: Waiting): Html {
  const [channel] = client.channels;
  return html`<span class="avatar"><span aria-hidden="true">${initials(nameOf(client))}</span>${channel && html`<span class="via" title="${channelName(channel)}">${icon(DRAWINGS[channel])}<span class="vh">${channelName(channel)}</span></span>`}</span>`;
}

export const clientLink = (client: Waiting): Html =>
  html`<a href="/crm/contacts/${client.id}"><b>${nameOf(client)}</b></a>`;
export const homeLink = (home: HomeShown): Html => html`<a href="/crm/properties/${home.id}"><b>${home.name}</b></a>`;

const HOUR_MS = 3600_000;
/** A window that closes later than in so long is not worth a word. */
const WINDOW_MS = 6 * HOUR_MS;

/** When it is to be answered: how late it is, when it is due, or how long the channel still takes words. */
export function dueTag({ say, times, clock }: Visit, wait: Wait): Html {
  const now = clock.now();
  if (wait.is === 'message' && wait.windowClosesAt && wait.windowClosesAt > now) {
    const left = wait.windowClosesAt.getTime() - now.getTime();
    if (left < WINDOW_MS && !wait.isOverdue)
      return html`<span class="tag wait">${icon('hourglass', 's')}${say('wait.windowCloses', { left: times.span(left) })}</span>`;
  }
  if (wait.isOverdue && wait.due)
    return html`<span class="tag bad">${icon('clock-alert', 's')}${say('wait.overdueSince', { time: times.short(wait.due) })}</span>`;
  if (wait.due)
    return html`<span class="tag wait">${icon('clock', 's')}${times.isToday(wait.due) ? say('wait.dueToday', { time: times.clock(wait.due) }) : say('wait.due', { time: times.short(wait.due) })}</span>`;
  return html`${times.element(wait.since)}`;
}
