import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { homesIn } from '#adapters/console/records/choose-homes.ts';
import { shortName } from '#adapters/console/records/faces.ts';
import { listOf, moveHomes } from '#adapters/console/records/offer-homes.ts';
import { LANES } from '#core/crm/move-offer.ts';
import type { DealHome } from '#core/crm/overviews.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { isId } from '#core/ids.ts';
import { dealIn, type ShownDeal, shownDealIn } from './deal-frame.ts';
import { BOARD, dealPath, MOST_A_LANE } from './deal-words.ts';

/** Moving homes between lanes, one or several; offering them; taking an offer back. */
export function moveDeeds(door: Door): void {
  door.deed({
    path: '/deals/:id/homes',
    deed: 'moveOffer',
    async work(visit, form, asked): Promise<Outcome> {
      const deal = await dealIn(visit, asked);
      if (!deal) return { is: 'refused', refusal: noSuch('deal') };
      const homes = homesIn(form);
      const lane = LANES.find((each) => each === form.text('lane')) ?? 'proposed';
      const push = form.text('push') === 'now' ? 'now' : 'bundle';
      if (homes.length === 0) return { is: 'refused', refusal: noSuch('home'), said: visit.say('deal.chooseOne') };
      return moveHomes(visit, deal, homes, { lane, push });
    },
  });

  dialogRoute(door, {
    path: '/deals/:id/withdraw',
    deed: 'moveOffer',
    current: 'deals',
    show: async (visit, opener, asked) => {
      const { say } = visit;
      const shown = await shownDealIn(visit, asked);
      const { home: id = '', lane } = asked.query;
      const homes = shown && isId(id) ? await visit.kept.overviews.dealHomes(shown.deal.id, MOST_A_LANE) : [];
      const given = homes.find(({ home }) => home.id === id);
      if (!shown || !given) return undefined;
      const to = lane === 'rejected_by_agent' ? lane : 'preselect';
      return {
        title: say('deal.withdrawTitle', { home: given.home.name }),
        body: deedForm(opener, {
          ...{ id: 'withdraw', action: `${dealPath(shown.deal)}/homes`, part: BOARD, className: 'stack' },
          body: html`<p>${told(visit, shown, given)}</p><input type="hidden" name="home" value="${given.home.id}"><input type="hidden" name="lane" value="${to}"><div class="flex wrap"><button class="btn danger">${say('deal.withdraw')}</button></div>`,
        }),
      };
    },
  });
}

/** Who has heard of it, and what they will see. */
function told({ say, times }: Visit, { beside }: ShownDeal, { pushedAt }: DealHome): string {
  if (!pushedAt) return say('deal.withdrawUntold');
  const names = listOf(
    say,
    beside.people.map(({ name }) => shortName(name)),
  );
  const when = `${times.date(pushedAt)}, ${times.clock(pushedAt)}`;
  return beside.people.length === 1
    ? say('deal.withdrawToldOne', { names, when })
    : say('deal.withdrawTold', { names, when });
}
