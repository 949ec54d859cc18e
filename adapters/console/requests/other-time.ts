import { dialogRoute, type Opener } from '#adapters/console/dialog.ts';
import type { Asked, Door, Outcome, Visit } from '#adapters/console/door.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { deedForm, partPath } from '#adapters/console/parts.ts';
import { causeOf } from '#adapters/console/waits/wish-buttons.ts';
import { type Day, dayOf, isDay, momentOf } from '#core/clock.ts';
import type { FreeTimes } from '#core/crm/free-times.ts';
import { proposeTime } from '#core/crm/propose-time.ts';
import { suggestTimes } from '#core/crm/suggest-times.ts';
import { isId, type ViewingId } from '#core/ids.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { confirmed, moved, said, withViewing } from './deeds.ts';

/** Nobody is shown a home outside of these, whatever the office's hours. */
const EARLIEST = '07:00';
const LATEST = '22:00';
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Another time than those that were wished for: offered, confirmed outright, or what is agreed moved to it. */
export function otherTimeRoutes(door: Door): void {
  dialogRoute(door, {
    path: '/requests/:id/time',
    deed: 'arrangeViewings',
    current: 'requests',
    show: async (visit, opener, asked) => {
      const found = await look(visit, asked.params.id);
      if (!found) return undefined;
      const { viewing } = found;
      const title = visit.say(viewing.status === 'confirmed' ? 'request.moveTitle' : 'request.otherTimeTitle');
      return { title, body: form(visit, opener, found, chosenIn(asked.query, visit)) };
    },
  });

  door.deed({
    path: '/requests/:id/time',
    deed: 'arrangeViewings',
    work: (visit, given, asked) =>
      withViewing(visit, asked.params.id, async (viewing) => {
        const { say } = visit;
        const chosen = { day: given.text('day'), at: given.text('clock') };
        const wrong = whyNot(visit, chosen);
        if (wrong) return again(visit, given, viewing, chosen, wrong);
        const start = momentOf(chosen.day, chosen.at, visit.company.timeZone);
        if (viewing.status === 'confirmed') return moved(visit, viewing, start);
        if (given.text('do') === 'confirm') return confirmed(visit, viewing, start);
        const outcome = await proposeTime({ ...visit.kept, clock: visit.clock }, visit.agent, viewing.id, start);
        const time = visit.times.dayAndClock(start);
        return said(visit, viewing, outcome, (told) => say('request.offered', { time, ...told }));
      }),
  });
}

type Found = { readonly viewing: Viewing; readonly free: FreeTimes; readonly firstName: string };
type Chosen = { readonly day: Day; readonly at: string };

async function look({ kept, clock }: Visit, id: string | undefined): Promise<Found | undefined> {
  if (!id || !isId(id)) return undefined;
  const times = await suggestTimes({ ...kept, clock }, id as ViewingId);
  const viewing = times.was === 'suggested' ? await kept.viewings.get(id as ViewingId) : undefined;
  if (times.was !== 'suggested' || !viewing) return undefined;
  const client = viewing.contact ? (await kept.waits.clients([viewing.contact])).get(viewing.contact) : undefined;
  return { viewing, free: times, firstName: client?.firstName ?? '' };
}

function chosenIn({ start, day = '', clock: at = '' }: Asked['query'], { company }: Visit): Chosen {
  const moment = start === undefined ? undefined : new Date(start);
  if (!moment || Number.isNaN(moment.getTime())) return { day, at };
  return { day: dayOf(moment, company.timeZone), at: clockOf(moment, company.timeZone) };
}

const clockOf = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);

function whyNot({ say, clock, company }: Visit, { day, at }: Chosen): string | undefined {
  if (!isDay(day) || !CLOCK.test(at)) return say('request.chooseTime');
  if (at < EARLIEST || at > LATEST) return say('request.between', { from: EARLIEST, to: LATEST });
  return momentOf(day, at, company.timeZone) <= clock.now() ? say('request.past') : undefined;
}

async function again(visit: Visit, given: Form, viewing: Viewing, chosen: Chosen, wrong: string): Promise<Outcome> {
  const found = await look(visit, viewing.id);
  const opener = { csrf: visit.csrf, path: visit.path, part: given.text('part') };
  const body = found ? form(visit, opener, found, chosen, wrong) : html``;
  const title = visit.say('request.otherTimeTitle');
  return { is: 'again', form: body, page: () => ({ title, current: 'requests', width: 'mid', body }) };
}

function form(visit: Visit, opener: Opener, found: Found, chosen: Chosen, wrong?: string): Html {
  const { say, times, company } = visit;
  const { viewing, firstName } = found;
  const action = `/crm/requests/${viewing.id}/time`;
  const isMove = viewing.status === 'confirmed';
  const start =
    isDay(chosen.day) && CLOCK.test(chosen.at) ? momentOf(chosen.day, chosen.at, company.timeZone) : undefined;
  const time = start ? times.dayAndClock(start) : say('request.aTime');
  const from = new URLSearchParams({ from: opener.path, ...(opener.part ? { in: opener.part } : {}) });
  const anew = partPath(`${action}?${from}`, 'dialog');
  const body = html`<p class="s muted">${isMove && viewing.start ? say('request.agreedFor', { home: viewing.property.name, time: times.dayAndClock(viewing.start) }) : [viewing.property.name, firstName].filter(Boolean).join(', ')}</p>
<div role="group" aria-label="${say('request.freeTimes')}" class="stack tight">
${found.free.days.map(
  ({ date, times: all }) =>
    html`<div class="times"><b class="s">${times.dayOnly(date)}</b>${all.map((each) =>
      each.inTheWay
        ? html`<button type="button" class="btn" aria-disabled="true" title="${causeOf(visit, each.inTheWay)}">${times.clock(each.start)}<span class="vh"> ${times.dayOnly(date)}, ${causeOf(visit, each.inTheWay)}</span></button>`
        : html`<button type="button" class="btn" aria-pressed="${start?.getTime() === each.start.getTime() ? 'true' : 'false'}" hx-get="${anew}&start=${each.start.toISOString()}" hx-target="#dialog" hx-swap="innerMorph">${times.clock(each.start)}<span class="vh"> ${times.dayOnly(date)}</span></button>`,
    )}</div>`,
)}
</div>
<div class="flex wrap"><div class="field"><label class="label" for="day">${say('request.anotherDay')}</label><input class="input" id="day" type="date" name="day" value="${chosen.day}" hx-get="${anew}" hx-include="#day, #clock" hx-trigger="change" hx-target="#dialog" hx-swap="innerMorph"></div>
<div class="field"><label class="label" for="clock">${say('request.at')}</label><input class="input" id="clock" type="time" name="clock" value="${chosen.at}" hx-get="${anew}" hx-include="#day, #clock" hx-trigger="change" hx-target="#dialog" hx-swap="innerMorph"></div></div>
${wrong && html`<p class="error" role="alert">${icon('circle-alert', 's')}<span>${wrong}</span></p>`}
<footer class="flex wrap end"><button type="button" class="btn" data-do="closeDialog">${say('frame.cancel')}</button>${!isMove && html`<button class="btn" name="do" value="confirm">${say('request.confirmOutright')}</button>`}<button class="btn primary" name="do" value="offer">${isMove ? say('request.moveTo', { time }) : say('request.offer', { time })}</button></footer>`;
  return deedForm(opener, {
    id: `time-${viewing.id}`,
    action,
    ...(opener.part ? { part: opener.part } : {}),
    className: 'stack',
    body,
  });
}
