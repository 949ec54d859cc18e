import { again } from '#adapters/console/again.ts';
import { dialogRoute, type Opener, opensDialog } from '#adapters/console/dialog.ts';
import type { Asked, Door, Outcome, Visit } from '#adapters/console/door.ts';
import { lines, toMend } from '#adapters/console/fields.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { deedForm, empty, liveAttributes } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes, readFields } from '#adapters/console/read-fields.ts';
import { face, shortName } from '#adapters/console/records/faces.ts';
import { homeLink, priceOf, stars, thumb } from '#adapters/console/records/homes.ts';
import { listOf } from '#adapters/console/records/offer-homes.ts';
import { readReasons } from '#adapters/console/records/reasons.ts';
import { withQuery } from '#adapters/console/records/tabs.ts';
import type { DealHome, HomeLine, Opinion, Person } from '#core/crm/overviews.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { sendMessage } from '#core/crm/send-message.ts';
import { isId } from '#core/ids.ts';
import { dealTabs, type ShownDeal, shownDealIn } from './deal-frame.ts';
import { DISPUTED, dealPath, MOST_A_LANE } from './deal-words.ts';
import { disagree, disputed } from './opinions.ts';

const COMPARE = 'compare';
/** Signs of one message (SPEC 12). */
const LONGEST = 4000;

/** What each of several clients thinks of the homes of their deal. */
export function compareRoutes(door: Door): void {
  door.page({
    path: '/deals/:id/compare',
    deed: 'readRecords',
    show: async (visit, asked) => {
      const shown = await severalIn(visit, asked);
      return shown && comparePage(visit, shown, isDisputed(asked));
    },
    parts: {
      [COMPARE]: async (visit, asked) => {
        const shown = await severalIn(visit, asked);
        return shown && table(visit, shown, isDisputed(asked));
      },
    },
  });

  dialogRoute(door, {
    path: '/deals/:id/message',
    deed: 'writeToClients',
    current: 'deals',
    show: async (visit, opener, asked) => {
      const shown = await shownDealIn(visit, asked);
      const home = shown && (await homeIn(visit, asked.query.home));
      if (!shown) return undefined;
      const { say } = visit;
      const text = home ? say('compare.askText', { home: home.name, reference: home.reference }) : '';
      return {
        title: home ? say('compare.askTitle', { home: home.name }) : messageAll(visit, shown),
        body: form(visit, opener, shown, text),
      };
    },
  });

  door.deed({
    path: '/deals/:id/message',
    deed: 'writeToClients',
    async work(visit, sent, asked): Promise<Outcome> {
      const shown = await shownDealIn(visit, asked);
      if (!shown) return { is: 'refused', refusal: noSuch('deal') };
      const fields = readFields(sent, visit.say);
      const words = fields.needed('words', LONGEST);
      if (isMistaken(fields.mistakes))
        return again(visit, { title: messageAll(visit, shown), current: 'deals' }, (at) =>
          form(at, at, shown, words, fields.mistakes),
        );
      return send(visit, shown, words);
    },
  });
}

/** Only where there is somebody to compare with. */
async function severalIn(visit: Visit, asked: Asked): Promise<ShownDeal | undefined> {
  const shown = await shownDealIn(visit, asked);
  return shown && shown.beside.people.length > 1 ? shown : undefined;
}

const homeIn = async ({ kept }: Visit, id = ''): Promise<HomeLine | undefined> =>
  isId(id) ? (await kept.overviews.homes([id])).get(id) : undefined;

const messageAll = ({ say }: Visit, { beside }: ShownDeal): string =>
  beside.people.length === 2 ? say('compare.messageBoth') : say('compare.messageAll');

const isDisputed = ({ query }: Asked): boolean => query.show === DISPUTED.show;

async function comparePage(visit: Visit, shown: ShownDeal, onlyDisputed: boolean): Promise<Page> {
  const { say } = visit;
  const { deal } = shown;
  return {
    title: say('compare.title'),
    current: 'deals',
    within: { to: dealPath(deal), name: deal.name },
    intro: say('compare.intro'),
    tools: opensDialog(visit, {
      to: `${dealPath(deal)}/message`,
      label: html`${icon('message-square', 's')}${messageAll(visit, shown)}`,
      className: 'btn',
    }),
    body: html`${dealTabs(visit, shown, 'compare')}${await table(visit, shown, onlyDisputed)}`,
  };
}

async function table(visit: Visit, shown: ShownDeal, onlyDisputed: boolean): Promise<Html> {
  const { say, kept } = visit;
  const { deal, beside } = shown;
  const [all, opinions] = [
    await kept.overviews.dealHomes(deal.id, MOST_A_LANE),
    await kept.overviews.opinions(deal.id),
  ];
  const between = disputed(opinions);
  const seen = all.filter(({ lane }) => lane !== 'preselect' && lane !== 'rejected_by_agent');
  const homes = onlyDisputed ? seen.filter(({ home }) => between.has(home.id)) : seen;
  const byHome = Map.groupBy(opinions, ({ property }) => property);
  const path = dealPath(deal, 'compare');
  const live = liveAttributes({
    path: onlyDisputed ? withQuery(path, DISPUTED) : path,
    part: COMPARE,
    on: [`deal-${deal.id}`],
  });
  const filter = (between.size > 0 || onlyDisputed) && which(visit, path, between.size, onlyDisputed);
  if (homes.length === 0)
    return html`<div id="${COMPARE}"${live}>${filter}<section class="panel">${empty('heart', undefined, say(onlyDisputed ? 'compare.agreed' : 'compare.none'))}</section></div>`;
  const heads = beside.people.map(
    (each) => html`<th scope="col"><span class="flex">${face(each)}${each.name}</span></th>`,
  );
  const names = listOf(
    say,
    beside.people.map(({ name }) => shortName(name)),
  );
  return html`<div id="${COMPARE}"${live}>${filter}<section class="scroll-x panel" tabindex="0" aria-label="${say('compare.title')}"><table class="table compare"><caption class="vh">${say('compare.caption', { names })}</caption><thead><tr><th scope="col">${say('compare.home')}</th>${heads}<th scope="col">${say('compare.together')}</th></tr></thead><tbody>${homes.map((each) => row(visit, shown, each, byHome.get(each.home.id) ?? []))}</tbody></table></section></div>`;
}

/** All homes, or those that they disagree on. */
const which = ({ say }: Visit, path: string, count: number, onlyDisputed: boolean): Html =>
  html`<div class="b4 seg" role="group" aria-label="${say('compare.show')}"><a href="${path}"${!onlyDisputed && html` aria-current="true"`}>${say('compare.all')}</a><a href="${withQuery(path, DISPUTED)}"${onlyDisputed && html` aria-current="true"`}>${say('deal.disagreements', { count })}</a></div>`;

function row(visit: Visit, shown: ShownDeal, given: DealHome, opinions: readonly Opinion[]): Html {
  const { say } = visit;
  const { home } = given;
  const of = (person: Person) => opinions.find(({ contact }) => contact === person.id);
  return html`<tr id="home-${given.offer}"><td><div class="mini">${thumb(home)}<div>${homeLink(home)}<div class="s muted">${priceOf(say, home)}</div></div></div></td>${shown.beside.people.map((person) => html`<td>${wordOf(visit, of(person))}</td>`)}<td>${together(visit, shown, given, opinions)}</td></tr>`;
}

/** What one of them said last, or did. */
function wordOf({ say, times }: Visit, opinion: Opinion | undefined): Html {
  if (!opinion || (opinion.verdict === null && opinion.opened === 0 && opinion.stars === null))
    return html`<span class="tag">${say('compare.notOpened')}</span>`;
  const { verdict, verdictAt, words, opened, stars: many, isFavourite } = opinion;
  const tag =
    verdict === null
      ? html`<span class="tag info">${icon('eye')}${say('compare.opened', { count: opened })}</span>`
      : html`<span class="tag ${verdict === 'interested' ? 'good' : 'bad'}">${icon(verdict === 'interested' ? 'heart' : 'x')}${say(`compare.${verdict}`)}</span>`;
  const { reasons, words: own } = readReasons(say, words ?? '');
  const quoted = own === '' ? '' : `“${own}”`;
  const under = verdict === null ? say('compare.noVerdict') : [reasons, quoted].filter(Boolean).join(' · ');
  return html`${tag}<div class="t1 xs quiet">${many !== null && html`${stars(say, many)} `}${isFavourite && html`★ ${say('deal.favourite')} `}${under}${verdictAt && html`${(under || many !== null) && ' · '}${times.element(verdictAt)}`}</div>`;
}

function together(visit: Visit, { deal, beside }: ShownDeal, given: DealHome, opinions: readonly Opinion[]): Html {
  const { say } = visit;
  const { home, lane } = given;
  if (disagree(opinions))
    return html`<span class="tag wait">${say('deal.disagree')}</span><div class="t1 xs quiet">${say('compare.laneShows', { lane: say(`lane.${lane}`) })}</div>`;
  const wanted = opinions.filter(({ verdict }) => verdict === 'interested').length;
  if (wanted === beside.people.length) {
    const approve =
      lane !== 'approved' &&
      deedForm(visit, {
        ...{ id: `approve-${given.offer}`, action: `${dealPath(deal)}/homes`, part: COMPARE, className: 't1' },
        body: html`<input type="hidden" name="home" value="${home.id}"><input type="hidden" name="lane" value="approved"><button class="btn soft" aria-label="${say('compare.approveNamed', { home: home.name })}">${say('compare.approve')}</button>`,
      });
    return html`<span class="tag good">${wanted === 2 ? say('compare.bothWant') : say('compare.allWant')}</span>${approve}`;
  }
  const isOpen = lane === 'proposed' || lane === 'pending' || lane === 'interested';
  return isOpen
    ? opensDialog(visit, {
        to: withQuery(`${dealPath(deal)}/message`, { home: home.id }),
        label: say('compare.ask'),
        name: say('compare.askNamed', { home: home.name }),
      })
    : html`<span class="xs quiet">${say('compare.laneShows', { lane: say(`lane.${lane}`) })}</span>`;
}

function form(
  { say }: Visit,
  opener: Pick<Opener, 'path' | 'csrf'>,
  { deal }: ShownDeal,
  text: string,
  mistakes: Mistakes = {},
): Html {
  return deedForm(opener, {
    ...{ id: 'message-form', action: `${dealPath(deal)}/message`, className: 'stack' },
    body: html`${toMend(say, mistakes)}${lines({
      ...{ name: 'words', label: say('compare.words'), hint: say('compare.wordsTo'), value: text, rows: 4 },
      ...{ isNeeded: true, wrong: mistakes.words },
    })}<div><button class="btn primary">${icon('send', 's')}${say('compare.send')}</button></div>`,
  });
}

/** To each in their own chat; who has none is named. */
async function send(visit: Visit, { beside }: ShownDeal, words: string): Promise<Outcome> {
  const { kept, agent, say } = visit;
  const [reached, missed]: [string[], string[]] = [[], []];
  for (const { id, name } of beside.people) {
    const sent = await sendMessage({ ...kept, clock: visit.clock }, agent, id, words);
    (sent.was === 'sent' ? reached : missed).push(shortName(name));
  }
  const not = missed.length > 0 ? say('compare.sentNot', { names: listOf(say, missed) }) : '';
  if (reached.length === 0) return { is: 'refused', refusal: noSuch('chat'), said: not };
  return { is: 'done', said: [say('compare.sent', { names: listOf(say, reached) }), not].filter(Boolean).join(' ') };
}
