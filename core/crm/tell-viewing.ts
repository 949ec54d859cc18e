import { push } from '#core/chat/push.ts';
import type { Screen } from '#core/chat/screen.ts';
import type { Clock } from '#core/clock.ts';
import type { ActivityType, Announcement, Line } from '#core/timeline.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { changedViewing, viewingLine } from '#core/viewings/viewing-line.ts';
import type { ViewingLook } from '#core/viewings/viewing-look.ts';
import type { Agent } from './agent.ts';
import { companyOf } from './company-of.ts';
import type { CrmKept } from './crm-kept.ts';
import { whose } from './whose.ts';

export type TellNeeds = Pick<CrmKept, 'records' | 'timeline' | 'announcements' | 'people' | 'chats' | 'owed'> & {
  readonly clock: Clock;
};

type News = {
  readonly type: ActivityType;
  readonly title: string;
  readonly text?: string;
  readonly before: Viewing;
  readonly screen: (viewing: Viewing, look: ViewingLook) => Screen;
};

/** A line's text, with what the agent said to it on a line of its own. */
export const withWord = (text: string, word: string | undefined): string =>
  word === undefined ? text : `${text}\n${word}`;

/** Puts what an agent did to a viewing on the timeline, and tells everybody on the deal; quiet hours don't hold it back. */
export async function tellViewing(needs: TellNeeds, agent: Agent, viewing: Viewing, news: News): Promise<void> {
  const { type, title, text, before } = news;
  const line = { ...viewingLine(viewing, type, `${title}:`), ...(text === undefined ? {} : { text }) };
  await note(needs, agent, viewing, line, changedViewing(before));
  const company = companyOf(await needs.records.company.get());
  if (!company.isActive) return;
  const screen = news.screen(viewing, { company, now: needs.clock.now() });
  for (const contact of await needs.people.on(viewing.deal)) await push(needs, contact, screen, 'viewing');
}

/** The webhook goes with the first line, or by itself where nobody is left. */
async function note(needs: TellNeeds, agent: Agent, viewing: Viewing, line: Line, told: Announcement): Promise<void> {
  const [first, ...others] = await whose(needs, viewing);
  if (!first) return needs.announcements.add(told);
  await needs.timeline.add(agent, { ...line, contact: first }, told);
  for (const contact of others) await needs.timeline.add(agent, { ...line, contact });
}
