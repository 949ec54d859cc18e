import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { phrase } from '#core/chat/text.ts';
import { dayOf } from '#core/clock.ts';
import type { ViewingId } from '#core/ids.ts';
import * as act from '#core/viewings/appointment.ts';
import { showViewing, withViewing } from '#core/viewings/appointment-turns.ts';
import { freshenCards } from '#core/viewings/freshen-cards.ts';
import { completedScreen } from '#core/viewings/screens.ts';
import { tellOthers } from '#core/viewings/tell-others.ts';
import { feedbackScreen } from './screens.ts';
import { starsOf } from './stars-of.ts';

export function startViewing(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  return withViewing(desk, id, async (viewing) => {
    const { company } = desk.chat;
    const { was } = await act.startViewing(desk, desk.by, company, viewing);
    if (was === 'over') return showViewing(desk, viewing);
    if (was === 'tooEarly' && viewing.start) {
      const day = { day: dayOf(viewing.start, company.timeZone), brief: true };
      return showViewing(desk, viewing, phrase('viewing.startOpens', { day }));
    }
    const done = { ...viewing, status: 'completed' as const };
    await tellOthers(desk, done, completedScreen(done, { company, now: desk.clock.now() }));
    await freshenCards(desk, company, done);
    return reply(feedbackScreen(done, await starsOf(desk, done)), { step: { is: 'feedback', viewing: id } });
  });
}
