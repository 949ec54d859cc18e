import type { Asked, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { deedForm, empty, liveAttributes } from '#adapters/console/parts.ts';
import { menu } from '#adapters/console/records/menu.ts';
import { bundleTime } from '#adapters/console/records/offer-homes.ts';
import { withQuery } from '#adapters/console/records/tabs.ts';
import type { Say } from '#adapters/console/say.ts';
import { LANES as OWN_LANES } from '#core/crm/move-offer.ts';
import type { DealHome, Opinion } from '#core/crm/overviews.ts';
import type { OfferStatus } from '#core/offers/offer.ts';
import { card } from './card.ts';
import type { ShownDeal } from './deal-frame.ts';
import { BOARD, DISPUTED, dealPath, LANES, MOST_A_LANE } from './deal-words.ts';
import { disputed } from './opinions.ts';

/** The form that all ticked homes belong to. */
const CHOSEN = 'chosen-form';

/** The seven lanes of a deal with its homes, and what is done with several of them at once. */
export async function board(visit: Visit, shown: ShownDeal, _asked: Asked): Promise<Html> {
  const { say, kept } = visit;
  const { deal, beside } = shown;
  const [homes, opinions] = [
    await kept.overviews.dealHomes(deal.id, MOST_A_LANE),
    await kept.overviews.opinions(deal.id),
  ];
  const goesOut = await bundleTime(visit);
  const byHome = Map.groupBy(opinions, ({ property }) => property);
  const lane = (each: OfferStatus) =>
    laneOf(
      visit,
      shown,
      each,
      homes.filter((home) => home.lane === each),
      byHome,
      goesOut,
    );
  const count = disputed(opinions).size;
  const live = liveAttributes({ path: dealPath(deal), part: BOARD, on: [`deal-${deal.id}`] });
  const isEmpty = Object.keys(beside.lanes).length === 0;
  return html`<div id="${BOARD}"${live}>${isEmpty && html`<section class="b4 panel">${empty('house-plus', undefined, say('deal.noneYet'))}</section>`}${count > 0 && html`<p class="b4"><a class="btn" href="${withQuery(dealPath(deal, 'compare'), DISPUTED)}">${icon('users', 's')}${say('deal.disagreements', { count })}</a></p>`}
<div class="board deal" role="group" aria-label="${say('deal.lanes')}" tabindex="0">${LANES.map(lane)}</div>
${homes.some(canBeChosen) && chosen(visit, shown, goesOut)}</div>`;
}

const canBeChosen = ({ lane }: Pick<DealHome, 'lane'>) => lane === 'preselect' || lane === 'rejected_by_agent';

function laneOf(
  visit: Visit,
  shown: ShownDeal,
  lane: OfferStatus,
  homes: readonly DealHome[],
  opinions: ReadonlyMap<string, readonly Opinion[]>,
  goesOut: Date,
): Html {
  const { say } = visit;
  const count = shown.beside.lanes[lane] ?? 0;
  const name = say(`lane.${lane}`);
  const given = (home: DealHome) => ({
    ...{ home, goesOut, opinions: opinions.get(home.home.id) ?? [], form: canBeChosen(home) ? CHOSEN : undefined },
  });
  return html`<section class="lane" id="lane-${lane}" aria-label="${say('deal.lane', { lane: name, count })}"><header><h2 class="grow" id="lane-${lane}-title" tabindex="-1">${name}</h2><span class="count">${count}</span></header><p class="lanehint xs quiet">${hintOf(say, lane)}</p>
${homes.length === 0 ? html`<p class="s quiet">${say('deal.nothing')}</p>` : html`<ul>${homes.map((home) => card(visit, shown, given(home)))}</ul>`}
${count > homes.length && html`<p class="xs quiet lanehint">${say('deal.onlyNewest', { shown: homes.length, count })}</p>`}</section>`;
}

/** Who sees the homes of a lane, and as what. */
function hintOf(say: Say, lane: OfferStatus): string {
  switch (lane) {
    case 'preselect':
    case 'rejected_by_agent':
      return say('lane.onlyYou');
    case 'proposed':
      return say('lane.clientNew');
    case 'pending':
      return say('lane.waitsForVerdict');
    case 'interested':
    case 'rejected':
    case 'approved':
      return say('lane.clientSees', { lane: say(`lane.${lane}`) });
  }
}

/** What is done with all ticked homes; a script counts them, and hides it while none is. */
function chosen(visit: Visit, { deal }: ShownDeal, goesOut: Date): Html {
  const { say, times } = visit;
  const lanes = OWN_LANES.filter((lane) => lane !== 'proposed').map(
    (lane) =>
      html`<button class="btn plain" name="lane" value="${lane}" form="${CHOSEN}">${say(`lane.${lane}`)}</button>`,
  );
  return html`<section class="picked" id="chosen" aria-label="${say('deal.chosen')}" data-chosen="${CHOSEN}"><span aria-live="polite" data-count data-one="${say('deal.chosenOne')}" data-many="${say('deal.chosenMany')}">${say('deal.chosenHint')}</span>
<button class="btn primary" name="push" value="now" form="${CHOSEN}">${icon('send', 's')}${say('deal.offerNow')}</button>
<button class="btn" name="push" value="bundle" form="${CHOSEN}">${say('deal.offerBundle', { time: times.short(goesOut) })}</button>
${menu({ id: 'chosen-move', name: say('deal.moveTo'), label: say('deal.moveTo'), className: 'btn', body: lanes })}
<button type="reset" class="btn icon" form="${CHOSEN}" aria-label="${say('deal.chooseNone')}" title="${say('deal.chooseNone')}">${icon('x')}</button>
${deedForm(visit, { id: CHOSEN, action: `${dealPath(deal)}/homes`, part: BOARD, body: '' })}</section>`;
}
