import { byClient } from '#core/by.ts';
import type { ClientDesk, Desk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { inRows, text } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';
import { dayOf } from '#core/clock.ts';
import { goHome } from '#core/home/go-home.ts';
import { homeChoice, startAgainChoice } from '#core/home/screens.ts';

/** Ends or resumes the pushes of this chat at once (rule 26). */
export async function setPushes(
  { chat, timeline, accounts, words, clock }: Desk,
  pushes: 'on' | 'stopped',
): Promise<Reply> {
  const { client } = chat;
  const screen = {
    blocks: [text(phrase(pushes === 'on' ? 'stop.resumed' : 'stop.stopped'))],
    choices: pushes === 'stopped' && client?.status === 'Active' ? inRows([startAgainChoice, homeChoice]) : [],
  };
  if (client && chat.pushes !== pushes) {
    const wording = words.say(phrase(pushes === 'on' ? 'stop.resumed' : 'stop.stopped'), chat.language);
    await accounts.noteConsent(
      client.contact,
      chat.id,
      pushes === 'on',
      wording,
      dayOf(clock.now(), chat.company.timeZone),
    );
    await timeline.add(byClient(client, chat.channel), {
      type: pushes === 'on' ? 'consent_given' : 'consent_withdrawn',
      title: pushes === 'on' ? 'Notifications resumed' : 'Notifications stopped',
    });
  }
  return reply(screen, { pushes });
}

/** Pushes come again, and what came meanwhile is at Home. */
export async function resume(desk: ClientDesk): Promise<Reply> {
  const { change } = await setPushes(desk, 'on');
  const home = await goHome(desk, phrase('stop.resumed'));
  return { ...home, change: { ...change, ...home.change } };
}
