import { opensDialog } from '#adapters/console/dialog.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { liveAttributes } from '#adapters/console/parts.ts';
import { withQuery } from '#adapters/console/records/tabs.ts';
import { nameOf } from '#adapters/console/waits/parts.ts';
import { addDays, type Day, dayOf, isDay, momentOf } from '#core/clock.ts';
import { type Overlap, showWeek, type WeekEntry } from '#core/crm/show-week.ts';

/** The part of the page that holds the week. */
export const WEEK = 'week';
const WEEK_DAYS = 7;

/** The address of the week around a day; on a phone that day alone is seen. */
export const weekPath = (day?: Day): string => withQuery('/crm/requests', { view: 'calendar', day });

/** A week of viewings, a list by day. `asked`: a day of it; today where it is none. */
export async function weekPart(visit: Visit, asked: string | undefined): Promise<Html> {
  const { say, path, kept, clock, agent, user, company } = visit;
  const today = dayOf(clock.now(), company.timeZone);
  const shown = asked !== undefined && isDay(asked) ? asked : today;
  const week = await showWeek({ ...kept, clock }, agent, user.whose, shown);
  const days = week.map(({ date, isShut, entries }) => {
    const names = `${date === shown ? ' on' : ''}${isShut ? ' shut' : ''}`;
    return html`<section class="day-list${names}" aria-labelledby="day-${date}"><h3 id="day-${date}"${date === today && html` class="now"`}>${visit.times.dayOnly(date)}${isShut && html` <span class="xs quiet">${say('request.week.shut')}</span>`}</h3>
${entries.length > 0 ? html`<ul>${entries.map((entry) => entryOf(visit, entry))}</ul>` : html`<p class="s quiet">${say('request.week.noneOnDay')}</p>`}</section>`;
  });
  const isEmpty = week.every(({ entries }) => entries.length === 0);
  return html`<section id="${WEEK}" aria-labelledby="week-title"${liveAttributes({ path, part: WEEK, on: ['waits', 'messages'] })}>
${weekHead(visit, shown, today, week)}
${isEmpty && html`<p class="s muted b4 hide-phone">${say('request.week.none')}</p>`}
<div class="diary-week">${days}</div></section>`;
}

/** Which week it is, the ones around it, and on a phone its days. */
function weekHead(
  visit: Visit,
  shown: Day,
  today: Day,
  week: readonly { date: Day; entries: readonly unknown[] }[],
): Html {
  const { say, times, company } = visit;
  const at = (date: Day | undefined) => times.date(momentOf(date ?? shown, '12:00', company.timeZone));
  const arrow = (by: number, name: 'before' | 'after') =>
    html`<a class="btn icon plain" href="${weekPath(addDays(shown, by))}" aria-label="${say(`request.week.${name}`)}">${icon(name === 'before' ? 'chevron-left' : 'chevron-right')}</a>`;
  const chips = week.map(({ date, entries }) => {
    const [weekday, ...rest] = times.dayOnly(date).split(' ');
    return html`<a href="${weekPath(date)}"${date === shown && html` aria-current="true"`}><small>${weekday}</small><b>${rest[0]}</b><span class="vh"> ${rest[1]}: ${entries.length}</span>${entries.length > 0 && html`<i class="dot" aria-hidden="true"></i>`}</a>`;
  });
  return html`<div class="week-head flex b4"><h2 id="week-title" tabindex="-1">${say('request.week.title', { from: at(week[0]?.date), to: at(week.at(-1)?.date) })}</h2><span class="grow"></span>${arrow(-WEEK_DAYS, 'before')}<a class="btn" href="${weekPath()}"${shown === today && html` aria-current="true"`}>${say('request.week.now')}</a>${arrow(WEEK_DAYS, 'after')}</div>
<nav class="week-days only-phone b4" aria-label="${say('request.week.days')}">${chips}</nav>`;
}

/** One viewing, which opens its card. */
function entryOf(visit: Visit, entry: WeekEntry): Html {
  const { say, times, user } = visit;
  const { id, date, is, start, end, home, client, owner, attendance, overlaps } = entry;
  const time = start && end ? `${times.clock(start)}–${times.clock(end)}` : say('request.cause.noTime');
  const who = [client && nameOf(client), user.whose === 'office' && owner?.name].filter(Boolean).join(' · ');
  const tags = [
    is !== 'agreed' && html`<span class="tag${is === 'completed' ? '' : ' info'}">${say(`request.week.${is}`)}</span>`,
    is === 'agreed' &&
      attendance === 'coming' &&
      html`<span class="tag good">${icon('check', 's')}${say('today.coming')}</span>`,
    is === 'agreed' && attendance === 'late' && html`<span class="tag wait">${say('today.late')}</span>`,
    overlaps.map((each) => html`<span class="tag bad">${icon('circle-alert', 's')}${acrossOf(visit, each)}</span>`),
  ];
  const label = html`<b>${time}</b><span class="strong">${home.name}</span><span class="s muted">${who}</span><span class="flex wrap">${tags}</span>`;
  return html`<li id="on-${date}-${id}">${opensDialog(visit, { to: `/crm/requests/${id}`, part: WEEK, className: `visit ${is}${overlaps.length > 0 ? ' across' : ''}`, label })}</li>`;
}

function acrossOf({ say }: Visit, { of, home, client }: Overlap): string {
  if (of === 'owner') return say('request.week.overlaps.owner', { home });
  return client ? say('request.week.overlaps.home', { client: nameOf(client) }) : say('request.week.overlaps.somebody');
}
