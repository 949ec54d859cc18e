import { plainText } from '#core/chat/plain-text.ts';
import { phrase } from '#core/chat/text.ts';
import type { Clock } from '#core/clock.ts';
import type { DeliveryId } from '#core/ids.ts';
import type { Words } from '#core/words.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';

type Needs = Pick<CrmKept, 'records' | 'troubles' | 'lostDeliveries' | 'owed' | 'timeline'> & {
  readonly clock: Clock;
  readonly words: Words;
};

export type LostMailed =
  | { readonly was: 'mailed'; readonly to: string }
  | { readonly was: 'missing' | 'noEmail' | 'settled' };

/** Sends the same words by mail, in the client's language; what could be pressed below them stays behind. */
export async function mailLost(needs: Needs, agent: Agent, delivery: DeliveryId): Promise<LostMailed> {
  const { records, troubles, lostDeliveries, owed, timeline, clock, words } = needs;
  const lost = await troubles.find(delivery);
  if (!lost?.client) return { was: 'missing' };
  const { client, said, language } = lost;
  if (client.email === '') return { was: 'noEmail' };
  if (lost.isSettled) return { was: 'settled' };
  await lostDeliveries.settle(delivery, agent.id, clock.now());
  const { name } = await records.company.get();
  const text = typeof said === 'string' ? said : plainText(said.body, (each) => words.say(each, language));
  const subject = words.say(phrase('message.mailSubject', { name }), language);
  await owed.mail({ to: client.email, subject, text: `${text}\n\n${agent.name}\n${name}` });
  await timeline.add(agent, { type: 'mail_sent', contact: client.id, title: 'Sent by e-mail', text });
  return { was: 'mailed', to: client.email };
}
