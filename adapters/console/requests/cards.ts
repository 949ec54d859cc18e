import { opensDialog } from '#adapters/console/dialog.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { lateWords } from '#adapters/console/late.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { dueTag, nameOf } from '#adapters/console/waits/parts.ts';
import { wishButtons } from '#adapters/console/waits/wish-buttons.ts';
import { dayOf } from '#core/clock.ts';
import type { BoardViewing, Fate } from '#core/crm/board.ts';
import type { HomeShown, Wait, Waiting } from '#core/crm/waits.ts';
import { stoodField } from './came-between.ts';

export type RequestWait = Extract<Wait, { readonly is: 'request' | 'anotherTime' }>;

/** Reasons that stand beside the button, so that what is read is seen before the click. */
const PLAIN_REASONS = ['noneWorks', 'ownerAway', 'reserved', 'notForSale'] as const;

export const isRequest = (wait: Wait): wait is RequestWait => wait.is === 'request' || wait.is === 'anotherTime';

/** What is to be answered: the dates, another time, no. `part`: the part of the page that its forms bring anew. */
export function requestCard(visit: Visit, wait: RequestWait, part = 'toAnswer'): Html {
  const { say, times } = visit;
  const { client, home, id } = wait;
  const isMove = wait.is === 'anotherTime';
  const action = `/crm/requests/${id}`;
  return card(visit, {
    ...{ id, home, client, className: wait.isOverdue ? 'late' : '' },
    tags: html`${dueTag(visit, wait)}${wait.is === 'request' && wait.isAgain && html`<span class="tag info">${say('request.secondRound')}</span>`}${isMove && html`<span class="tag info">${say('request.wantsAnother')}</span>`}`,
    body: html`${isMove && wait.viewing.start && html`<p class="t2 s muted">${say('wait.keepsUntil', { time: times.dayAndClock(wait.viewing.start) })}</p>`}
<div class="slots" role="group" aria-label="${say('request.acceptOne')}">${wishButtons(visit, wait, part)}</div>
<div class="foot">${wait.is === 'request' && offerNext(visit, wait, part)}${opensDialog(visit, { to: `${action}/time`, part, label: say('request.otherTime') })}${
      isMove &&
      wait.viewing.start &&
      deedForm(visit, {
        id: `keep-${id}`,
        action: `${action}/keep`,
        part,
        className: 'contents',
        body: html`<button class="btn plain">${say('request.keep', { time: times.dayAndClock(wait.viewing.start) })}</button>`,
      })
    }<span class="grow"></span>${message(visit, client)}</div>
${!isMove && declineFoot(visit, wait, part)}`,
  });
}

/** The next free time in one click, where none of the dates suits the office. */
function offerNext(
  visit: Visit,
  { id, otherwise }: Extract<RequestWait, { readonly is: 'request' }>,
  part: string,
): Html | undefined {
  return (
    otherwise &&
    deedForm(visit, {
      id: `offer-${id}`,
      action: `/crm/requests/${id}/offer`,
      part,
      className: 'contents',
      body: html`${stoodField({ status: 'pending', start: null, proposedStart: null })}<button class="btn plain" name="start" value="${otherwise.start.toISOString()}">${icon('calendar-search', 's')}${visit.say('request.offer', { time: visit.times.dayAndClock(otherwise.start) })}</button>`,
    })
  );
}

function declineFoot(visit: Visit, { id, client }: RequestWait, part: string): Html {
  const { say } = visit;
  return deedForm(visit, {
    id: `no-${id}`,
    action: `/crm/requests/${id}/decline`,
    part,
    className: 'foot decline',
    body: html`<button class="btn plain">${icon('x', 's')}${say('request.decline')}</button><select class="input bare" name="why" aria-label="${say('request.reasonRead', { name: client.firstName })}">${PLAIN_REASONS.map((each) => html`<option value="${each}">${say(`request.reason.${each}`)}</option>`)}<option value="other">${say('request.anotherReason')}</option></select>`,
  });
}

/** A viewing that waits for the client, is agreed, or is over. */
export function boardCard(
  visit: Visit,
  shown: BoardViewing,
  client: Waiting | undefined,
  part = shown.status === 'pending' ? 'withClient' : 'confirmed',
): Html {
  const { say, times } = visit;
  const { viewing, home, status } = shown;
  const when =
    status === 'pending' && shown.proposedStart
      ? html`<span class="tag info">${icon('send', 's')}${say('request.youOffered', { time: times.dayAndClock(shown.proposedStart) })}</span>`
      : html`<span class="tag${isToday(visit, shown) ? ' accent' : ''}">${icon('calendar', 's')}${viewing.start ? times.dayAndClock(viewing.start) : say(`request.is.${status}`)}</span>`;
  return card(visit, {
    ...{ id: viewing.id, home, client, className: '' },
    tags: html`${when}${attendance(visit, shown)}${shown.openWish && html`<span class="tag info">${say('request.wantsAnother')}</span>`}`,
    body: html`${fate(visit, shown, client)}${shown.reason && html`<p class="t2 s muted">“${shown.reason}”</p>`}${foot(visit, shown, client, part)}`,
  });
}

const isToday = ({ clock, company }: Visit, { viewing }: BoardViewing): boolean =>
  viewing.start !== null && dayOf(viewing.start, company.timeZone) === dayOf(clock.now(), company.timeZone);

function attendance({ say }: Visit, { status, attendance: answer, lateMinutes, viewing }: BoardViewing): Html | false {
  if (status !== 'confirmed' || !viewing.start)
    return status !== 'pending' && html`<span class="tag">${say(`request.is.${status}`)}</span>`;
  if (answer === 'coming') return html`<span class="tag good">${icon('check', 's')}${say('today.coming')}</span>`;
  return answer === 'late' && html`<span class="tag wait">${lateWords({ say }, { lateMinutes })}</span>`;
}

/** What became of what the client was told. */
const FATES: Readonly<
  Record<Fate, (say: Visit['say'], known: { readonly time: string; readonly name: string }) => string>
> = {
  queued: (say, { name }) => say('request.fate.queued', { name }),
  held: (say, { name, time }) => say('request.fate.held', { name, time }),
  sending: (say, { name }) => say('request.fate.queued', { name }),
  sent: (say, { time }) => say('request.fate.sent', { time }),
  uncertain: (say, { time }) => say('request.fate.uncertain', { time }),
  delivered: (say, { time }) => say('request.fate.delivered', { time }),
  read: (say, { time }) => say('request.fate.read', { time }),
  failed: (say, { name }) => say('request.fate.failed', { name }),
};

function fate({ say, times }: Visit, { status, told }: BoardViewing, client: Waiting | undefined): Html | false {
  if (status !== 'pending' || !told || !client) return false;
  return html`<p class="t2 s muted">${FATES[told.state](say, { time: times.short(told.at), name: client.firstName })}</p>`;
}

function foot(
  visit: Visit,
  { status, viewing }: BoardViewing,
  client: Waiting | undefined,
  part: string,
): Html | false {
  const { say } = visit;
  const action = `/crm/requests/${viewing.id}`;
  if (status !== 'pending' && status !== 'confirmed') return false;
  const isDue = viewing.start !== null && !isBefore(visit, viewing.start);
  return html`<div class="foot">${opensDialog(visit, { to: `${action}/time`, part, label: say(status === 'pending' ? 'request.offerAnother' : 'request.move') })}${opensDialog(visit, { to: `${action}/cancel`, part, label: say(status === 'pending' ? 'request.withdraw' : 'request.cancel') })}${
    status === 'confirmed' &&
    (isDue
      ? deedForm(visit, {
          id: `complete-${viewing.id}`,
          action: `${action}/complete`,
          part,
          className: 'contents',
          body: html`<button class="btn plain">${icon('check', 's')}${say('request.complete')}</button>`,
        })
      : html`<button type="button" class="btn plain" aria-disabled="true" title="${say('request.fromTheDay')}">${icon('check', 's')}${say('request.complete')}<span class="vh"> ${say('request.fromTheDay')}</span></button>`)
  }<span class="grow"></span>${client && message(visit, client)}</div>`;
}

const isBefore = ({ clock, company }: Visit, start: Date): boolean =>
  dayOf(clock.now(), company.timeZone) < dayOf(start, company.timeZone);

const message = ({ say }: Visit, client: Waiting): Html =>
  html`<a class="btn icon plain" href="/crm/messages/${client.id}" aria-label="${say('request.message', { name: client.firstName })}">${icon('message-square')}</a>`;

type Card = {
  readonly id: string;
  readonly home: HomeShown;
  readonly client: Waiting | undefined;
  readonly className: string;
  readonly tags: Hole;
  readonly body: Hole;
};

function card(_visit: Visit, { id, home, client, className, tags, body }: Card): Html {
  const name = client ? nameOf(client) : '';
  return html`<li id="card-${id}" data-row><article class="card ${className}" aria-label="${[home.name, name].filter(Boolean).join(', ')}">
<div class="top">${home.photo ? html`<img class="thumb" src="/crm/media/${home.photo}?size=thumb" alt="" loading="lazy">` : html`<span class="thumb" aria-hidden="true">${icon('house')}</span>`}<div class="grow"><div class="flex between"><a class="strong cut" href="/crm/properties/${home.id}">${home.name}</a></div><div class="s muted cut">${[home.city, home.reference].filter(Boolean).join(' · ')}</div><div class="t1 flex s">${client && html`<a class="cut" href="/crm/contacts/${client.id}">${name}</a>`}</div></div></div>
<div class="t2 flex wrap">${tags}</div>
${body}
</article></li>`;
}
