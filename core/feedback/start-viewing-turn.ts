import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { moment, phrase } from '#core/chat/text.ts';
import type { ViewingId } from '#core/ids.ts';
import * as act from '#core/viewings/appointment.ts';
import { asItIs, withViewing } from '#core/viewings/appointment-turns.ts';
import { completedScreen, viewingScreen } from '#core/viewings/screens.ts';
import { tellOthers } from '#core/viewings/tell-others.ts';
import { feedbackScreen } from './screens.ts';
import { starsOf } from './stars-of.ts';

export function startViewing(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  return withViewing(desk, id, async (viewing) => {
    const { company } = desk.chat;
    const { was } = await act.startViewing(desk, desk.by, company, viewing);
    if (was === 'over') return asItIs(desk, viewing);
    if (was === 'tooEarly' && viewing.start) {
      const at = moment(viewing.start, company.timeZone);
      return reply(viewingScreen(viewing, company, phrase('viewing.startNotYet', { at })));
    }
    const done = { ...viewing, status: 'completed' as const };
    await tellOthers(desk, done, completedScreen(done, company));
    return reply(feedbackScreen(done, await starsOf(desk, done)), { step: { is: 'feedback', viewing: id } });
  });
}
