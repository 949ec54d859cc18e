import { push } from '#core/chat/push.ts';
import type { Screen } from '#core/chat/screen.ts';
import type { Company } from '#core/company.ts';
import type { ActivityType } from '#core/timeline.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import type { Agent } from './agent.ts';
import { actorOf } from './agent.ts';
import { companyOf } from './company-of.ts';
import type { CrmKept } from './crm-kept.ts';

export type TellNeeds = Pick<CrmKept, 'records' | 'timeline' | 'chats' | 'owed'>;

type News = {
  readonly type: ActivityType;
  readonly title: string;
  readonly text?: string;
  readonly before: Viewing;
  readonly screen: (viewing: Viewing, company: Company) => Screen;
};

/** Puts what an agent did to a viewing on the timeline, and tells everybody on the deal; quiet hours don't hold it back. */
export async function tellViewing(needs: TellNeeds, agent: Agent, viewing: Viewing, news: News): Promise<void> {
  const { type, title, text, before } = news;
  await needs.timeline.add(
    {
      type,
      title: `${title}: ${viewing.property.name} (${viewing.property.reference})`,
      ...(text === undefined ? {} : { text }),
      contact: viewing.contact,
      deal: viewing.deal,
      property: viewing.property.id,
      viewing: viewing.id,
      actor: actorOf(agent),
    },
    {
      event: 'meeting.status_changed',
      record: viewing.id,
      previous: { status: before.status, start_date: before.start?.toISOString() ?? null },
    },
  );
  const company = companyOf(await needs.records.company.get());
  if (!company.isActive) return;
  const deal = await needs.records.deals.find(viewing.deal);
  for (const contact of new Set([viewing.contact, ...(deal?.contacts ?? [])]))
    await push(needs, contact, news.screen(viewing, company), 'viewing');
}
