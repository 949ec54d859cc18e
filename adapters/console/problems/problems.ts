import type { Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { liveAttributes, panel } from '#adapters/console/parts.ts';
import { may } from '#core/crm/rights.ts';
import type { UserId } from '#core/ids.ts';
import { lostRow } from './lost.ts';
import { type ProblemsNeeds, problemDeeds } from './problem-deeds.ts';
import { setAsideRow, untakenRow } from './system.ts';

/** Rows of a kind that are shown; the newest. */
const SHOWN = 100;

/** Problems: what did not arrive, or could not be taken in. */
export function problemsRoutes(door: Door, needs: ProblemsNeeds): void {
  door.page({
    path: '/problems',
    deed: 'readRecords',
    show: (visit) => problemsPage(visit, needs),
    parts: { problems: (visit) => problems(visit, needs), queue: (visit) => queue(visit) },
  });
  problemDeeds(door, needs);
}

/** Whose messages somebody sees: an Admin all, others those of their own clients. */
export const whoseOf = ({ agent }: Pick<Visit, 'agent'>): UserId | undefined =>
  agent.role === 'Admin' ? undefined : agent.id;

async function problemsPage(visit: Visit, needs: ProblemsNeeds): Promise<Page> {
  const { say } = visit;
  return {
    title: say('problem.title'),
    current: 'problems',
    intro: say('problem.intro'),
    tools: await queue(visit),
    body: await problems(visit, needs),
  };
}

async function queue({ say, kept, path }: Visit): Promise<Html> {
  const { count, seconds } = await kept.troubles.onTheirWay();
  const words =
    count === 0 ? say('problem.queueEmpty') : say('problem.queue', { count, seconds: String(Math.round(seconds)) });
  return html`<span class="tag good" id="queue"${liveAttributes({ path, part: 'queue', on: ['messages', 'problems'] })}>${icon('check')}${words}</span>`;
}

async function problems(visit: Visit, { words }: ProblemsNeeds): Promise<Html> {
  const { say, kept, path, agent } = visit;
  const { troubles } = kept;
  const lost = await troubles.lost(whoseOf(visit), SHOWN);
  const setAside = may(agent, 'keepEvents') ? await troubles.setAside(SHOWN) : [];
  const untaken = may(agent, 'keepWebhooks') ? await troubles.untaken(SHOWN) : [];
  const region = (id: string, title: string, rows: readonly Html[], isAdmins: boolean) =>
    rows.length > 0 &&
    panel({
      id,
      title: html`${title} <span class="count hot">${rows.length}</span>`,
      aside: isAdmins && html`<span class="s muted">${say('problem.admins')}</span>`,
      body: html`<ul>${rows}</ul>`,
    });
  const isNone = lost.length + setAside.length + untaken.length === 0;
  return html`<div class="stack wide" id="problems"${liveAttributes({ path, part: 'problems', on: ['problems'] })}>
${region(
  'lost',
  say('problem.lost'),
  lost.map((each) => lostRow(visit, words, each)),
  false,
)}
${region(
  'set-aside',
  say('problem.setAside'),
  setAside.map((each) => setAsideRow(visit, each)),
  true,
)}
${region(
  'untaken',
  say('problem.untaken'),
  untaken.map((each) => untakenRow(visit, each)),
  true,
)}
${isNone && html`<section class="panel" aria-labelledby="none-title">${html`<div class="empty">${icon('check-check')}<h2 id="none-title">${say('problem.none')}</h2><p>${say('problem.noneHint')}</p></div>`}</section>`}
</div>`;
}
