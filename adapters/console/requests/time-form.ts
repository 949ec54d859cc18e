import { languageName } from '#adapters/console/contacts/contact-words.ts';
import type { Opener } from '#adapters/console/dialog.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { deedForm, partPath } from '#adapters/console/parts.ts';
import { causeOf } from '#adapters/console/waits/wish-buttons.ts';
import type { Wish } from '#core/chat/wish.ts';
import { type Day, dayOf } from '#core/clock.ts';
import type { FreeTimes } from '#core/crm/free-times.ts';
import { officeHoursOf } from '#core/crm/office-hours-of.ts';
import { MOST_WORD } from '#core/crm/propose-time.ts';
import type { CompanyRecord } from '#core/crm/record.ts';
import { hoursOn } from '#core/office-hours.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { stoodField } from './came-between.ts';
import type { Reads } from './client-reads.ts';

/** The viewing that a time is chosen for, and the times that are free. */
export type Found = {
  readonly viewing: Viewing;
  readonly free: FreeTimes;
  readonly office: CompanyRecord;
  readonly firstName: string;
};
/** What stands in the fields, right or wrong. */
export type Chosen = { readonly day: string; readonly at: string; readonly word: string };
type Shown = Found & {
  /** The time that was chosen, where it is one. */
  readonly start: Date | undefined;
  readonly reads: Reads | undefined;
};

/** What the fields are called in the address of what they change. */
const FIELDS = '#day, #clock, #word';

/** Free times to choose from, any other, a word to the client, and what they will read. */
export function timeForm(visit: Visit, opener: Opener, shown: Shown, chosen: Chosen, wrong?: string): Html {
  const { say, times } = visit;
  const { viewing, start } = shown;
  const action = `/crm/requests/${viewing.id}/time`;
  const isMove = viewing.status === 'confirmed';
  const time = start ? times.dayAndClock(start) : say('request.aTime');
  const from = new URLSearchParams({ from: opener.path, ...(opener.part ? { in: opener.part } : {}) });
  const anew = `${action}?${from}`;
  // Enter in a field presses the first button of a form, which is to offer and not to confirm.
  const byEnter = html`<button class="vh" name="do" value="offer" tabindex="-1" aria-hidden="true"></button>`;
  const body = html`${stoodField(viewing)}${byEnter}<p class="s muted">${about(visit, shown)}</p>
${freeTimes(visit, shown, partPath(anew, 'dialog'))}
${anyTime(visit, shown, chosen, partPath(anew, 'dialog'))}
<div class="field"><label class="label" for="word">${say('request.word', { name: shown.firstName })}</label><input class="input" id="word" name="word" value="${chosen.word}" maxlength="${MOST_WORD}" autocomplete="off" hx-get="${partPath(anew, 'reads')}" hx-include="${FIELDS}" hx-trigger="input delay:300ms" hx-target="#reads" hx-swap="outerMorph" hx-sync="replace"></div>
${readsPart(visit, shown)}
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

/** What the client will read; fetched anew as the agent writes. */
export const readsPart = ({ say }: Visit, { reads, firstName }: Shown): Html =>
  html`<div id="reads" aria-live="polite">${
    reads &&
    html`<p class="b2 label">${say('request.reads', { name: firstName, language: languageName(say, reads.language) })}</p><div class="preview" lang="${reads.language}"><p class="lines">${reads.text}</p><p class="t1 strong">${reads.presses.join(' · ')}</p></div>`
  }</div>`;

/** The home, who asked, and for when. */
function about({ say, times }: Visit, { viewing, firstName }: Shown): string {
  const { property, preferredDates, start } = viewing;
  if (viewing.status === 'confirmed' && start)
    return say('request.agreedFor', { home: property.name, time: times.dayAndClock(start) });
  const wishes = preferredDates.map((wish) => `${times.dayOnly(wish.date)}, ${hoursOf(say, wish)}`).join(' · ');
  const home = [property.name, firstName].filter(Boolean).join(', ');
  return wishes ? `${home}. ${say('request.wishedFor', { wishes })}` : home;
}

const hoursOf = (say: Visit['say'], { partOfDay, from, to }: Wish): string =>
  from || to ? [from, to].filter(Boolean).join('–') : say(`request.part.${partOfDay}`).toLocaleLowerCase(say.language);

function freeTimes(visit: Visit, { free, start }: Shown, anew: string): Html {
  const { say, times } = visit;
  const isChosen = (at: Date) => (start?.getTime() === at.getTime() ? 'true' : 'false');
  return html`<div role="group" aria-label="${say('request.freeTimes')}" class="stack tight">
${free.days.map(
  ({ date, times: all }) =>
    html`<div class="times"><b class="s">${times.dayOnly(date)}</b>${all.map((each) =>
      each.inTheWay
        ? html`<button type="button" class="btn" aria-disabled="true" title="${causeOf(visit, each.inTheWay)}">${times.clock(each.start)}<span class="vh"> ${times.dayOnly(date)}, ${causeOf(visit, each.inTheWay)}</span></button>`
        : html`<button type="button" class="btn" aria-pressed="${isChosen(each.start)}" hx-get="${anew}&start=${each.start.toISOString()}" hx-include="#word" hx-target="#dialog" hx-sync="#dialog:replace" hx-swap="innerMorph">${times.clock(each.start)}<span class="vh"> ${times.dayOnly(date)}</span></button>`,
    )}</div>`,
)}
</div>`;
}

/** A day and a time that stand nowhere; one outside of office hours can be, and is said. */
function anyTime(visit: Visit, { viewing, office, start }: Shown, { day, at }: Chosen, anew: string): Html {
  const { say, times, company } = visit;
  const { start: from, end: until } = viewing;
  const minutes = from && until ? (until.getTime() - from.getTime()) / 60_000 : office.viewing_minutes;
  const date = start && dayOf(start, company.timeZone);
  const isShut = date !== undefined && !isOpen(office, date, at);
  const field = (id: 'day' | 'clock', type: 'date' | 'time', label: string, value: string) =>
    html`<div class="field"><label class="label" for="${id}">${label}</label><input class="input" id="${id}" type="${type}" name="${id}" value="${value}" hx-get="${anew}" hx-include="${FIELDS}" hx-trigger="change" hx-target="#dialog" hx-sync="#dialog:replace" hx-swap="innerMorph"></div>`;
  return html`<div class="flex wrap foot-line">${field('day', 'date', say('request.anotherDay'), day)}${field('clock', 'time', say('request.at'), at)}<span class="s quiet">${say('request.zoneAndLength', { city: times.city, minutes: String(minutes) })}</span></div>
${isShut && html`<p class="s wait-ink" role="status">${say('request.outsideHours')}</p>`}`;
}

const isOpen = (office: CompanyRecord, day: Day, at: string): boolean =>
  hoursOn(officeHoursOf(office), day).some(({ from, to }) => from <= at && at < to);
