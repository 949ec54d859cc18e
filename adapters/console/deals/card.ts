import { opensDialog } from '#adapters/console/dialog.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { mediaPath } from '#adapters/console/media-path.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { face, shortName } from '#adapters/console/records/faces.ts';
import { homePath, priceOf, sizeOf, stars } from '#adapters/console/records/homes.ts';
import { menu } from '#adapters/console/records/menu.ts';
import { reasonsOf } from '#adapters/console/records/reasons.ts';
import { withQuery } from '#adapters/console/records/tabs.ts';
import { LANES as OWN_LANES } from '#core/crm/move-offer.ts';
import type { DealHome, Opinion, Person } from '#core/crm/overviews.ts';
import type { ShownDeal } from './deal-frame.ts';
import { BOARD, dealPath } from './deal-words.ts';
import { disagree } from './opinions.ts';

type Given = {
  readonly home: DealHome;
  readonly opinions: readonly Opinion[];
  /** When what waits for the next message goes out. */
  readonly goesOut: Date;
  /** Of the box that chooses it; undefined where it can't be chosen. */
  readonly form: string | undefined;
};

/** A home in a lane. */
export function card(visit: Visit, shown: ShownDeal, { home: given, opinions, goesOut, form }: Given): Html {
  const { say } = visit;
  const { home } = given;
  const isGone = home.status !== 'active';
  const picture = home.photo
    ? html`<img src="${mediaPath(home.photo, 'thumb')}" alt="" loading="lazy">`
    : html`<span class="no-photo" aria-hidden="true">${icon('house')}</span>`;
  const box =
    form !== undefined &&
    html`<input class="check" type="checkbox" name="home" value="${home.id}" form="${form}" aria-label="${say('deal.choose', { home: home.name })}">`;
  return html`<li id="home-${given.offer}" data-row><article class="card${isGone && home.status !== 'reserved' ? ' gone' : ''}" aria-label="${home.name}"><div class="pic">${picture}${box}${tagOf(visit, given, goesOut)}</div><div class="txt"><div class="flex between"><a class="strong cut" href="${homePath(home)}">${home.name}</a>${moveMenu(visit, shown, given)}</div>
<div class="s">${priceOf(say, home)}</div><div class="xs muted cut">${sizeOf(say, home)}</div>
${isGone && html`<div class="xs bad-ink">${goneWords(visit, home.status)}</div>`}
${said(visit, shown, given, opinions)}</div></article></li>`;
}

const goneWords = ({ say }: Visit, status: Exclude<DealHome['home']['status'], 'active'>): string =>
  say('deal.gone', { state: say(`home.${status}`) });

/** What is next for it: a viewing, else how far the clients were told. */
function tagOf({ say, times }: Visit, { lane, viewing, pushedAt, delivery }: DealHome, goesOut: Date): Html | false {
  if (viewing)
    return html`<span class="tag">${icon('calendar')}${viewing.start ? say('deal.tagViewing', { when: times.short(viewing.start) }) : say('deal.tagAsked')}</span>`;
  if (lane !== 'proposed' && lane !== 'pending') return false;
  if (pushedAt === null && lane === 'proposed')
    return html`<span class="tag">${icon('clock')}${say('deal.tagGoesOut', { when: times.short(goesOut) })}</span>`;
  if (delivery === 'failed' || delivery === 'uncertain')
    return html`<span class="tag bad">${icon('circle-alert')}${say('deal.tagFailed')}</span>`;
  if (delivery === 'held') return html`<span class="tag">${icon('clock')}${say('deal.tagHeld')}</span>`;
  return (
    pushedAt !== null &&
    lane === 'proposed' &&
    html`<span class="tag">${icon('check-check')}${say('deal.tagTold', { when: times.short(pushedAt) })}</span>`
  );
}

/** What the clients did with it. */
function said({ say, times }: Visit, { beside }: ShownDeal, given: DealHome, opinions: readonly Opinion[]): Html {
  const { isFavourite, rating, visitedAt, lane, rejectReasons, rejectText } = given;
  const of = new Map(opinions.map((each) => [each.contact, each]));
  const judged = beside.people.map((person) => verdictOf(say, person, of.get(person.id)));
  const isSeen = lane !== 'preselect' && lane !== 'rejected_by_agent' && lane !== 'proposed';
  const silent = beside.people.filter(({ id }) => !of.get(id)?.verdict);
  const reasons = lane === 'rejected' ? [reasonsOf(say, rejectReasons), rejectText].filter(Boolean).join(' · ') : '';
  return html`${judged.some(Boolean) && html`<div class="t1 flex wrap s">${judged}</div>`}
${isSeen && beside.people.length > 1 && silent.length > 0 && lane !== 'approved' && html`<div class="xs quiet">${silent.map(({ name }, at) => html`${at > 0 && ' · '}${shortName(name)}: ${say('compare.noVerdict').toLocaleLowerCase()}`)}</div>`}
${disagree(opinions) && html`<div><span class="tag wait">${say('deal.disagree')}</span></div>`}
${reasons !== '' && html`<div class="xs quiet">${reasons}</div>`}
${(rating !== null || isFavourite) && html`<div class="t1 flex s">${isFavourite && html`<span class="tag">${icon('star')}${say('deal.favourite')}</span>`}${rating !== null && stars(say, rating)}</div>`}
${visitedAt && html`<div class="xs quiet">${say('deal.visited', { when: times.short(visitedAt) })}</div>`}`;
}

function verdictOf(say: Visit['say'], person: Person, opinion: Opinion | undefined): Html | false {
  if (!opinion?.verdict) return false;
  const isIn = opinion.verdict === 'interested';
  return html`<span class="flex said ${isIn ? 'yes' : 'no'}">${face(person)}<span class="vh">${person.name}: </span>${icon(isIn ? 'heart' : 'x', 's')}<span class="vh">${isIn ? say('deal.interested') : say('deal.notInterested')}</span></span>`;
}

/** The lanes that an agent may set. Taking back what clients may see is asked about before. */
function moveMenu(visit: Visit, { deal }: ShownDeal, { lane, offer, home }: DealHome): Html {
  const { say } = visit;
  const path = dealPath(deal);
  const isOwn = lane === 'preselect' || lane === 'rejected_by_agent';
  const name = say('deal.move', { home: home.name });
  const items = OWN_LANES.filter(
    (each) => each !== lane && !(each === 'proposed' && (home.status !== 'active' || lane === 'pending')),
  ).map((each) => {
    const label = say(`lane.${each}`);
    if (!isOwn && (each === 'preselect' || each === 'rejected_by_agent'))
      return opensDialog(visit, {
        to: withQuery(`${path}/withdraw`, { home: home.id, lane: each }),
        part: BOARD,
        label,
      });
    return deedForm(visit, {
      ...{ id: `move-${offer}-${each}`, action: `${path}/homes`, part: BOARD },
      body: html`<input type="hidden" name="home" value="${home.id}"><button class="btn plain" name="lane" value="${each}">${label}</button>`,
    });
  });
  return menu({
    id: `menu-${offer}`,
    name,
    className: 'btn icon plain dots',
    key: 'move',
    body: html`<span class="label">${name}</span>${items}`,
  });
}
