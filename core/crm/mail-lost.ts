import { plainText } from '#core/chat/plain-text.ts';
import { phrase } from '#core/chat/text.ts';
import type { Clock } from '#core/clock.ts';
import type { DeliveryId } from '#core/ids.ts';
import type { Words } from '#core/words.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';

type Needs = Pick<CrmKept, 'records' | 'troubles' | 'owed' | 'timeline'> & {
  readonly clock: Clock;
  readonly words: Words;
};

export type LostSettled = { readonly was: 'settled' } | { readonly was: 'missing' };
export type LostMailed = { readonly was: 'mailed'; readonly to: string } | { readonly was: 'missing' | 'noEmail' };

/** What did not reach a client needs nobody any more: they were told otherwise, or need not know. */
export async function settleLost(
  { troubles, clock }: Pick<Needs, 'troubles' | 'clock'>,
  agent: Agent,
  delivery: DeliveryId,
): Promise<LostSettled> {
  return { was: (await troubles.settle(delivery, agent.id, clock.now())) ? 'settled' : 'missing' };
}

/** Sends the same words by mail, in the client's language; what could be pressed below them stays behind. */
export async function mailLost(needs: Needs, agent: Agent, delivery: DeliveryId): Promise<LostMailed> {
  const { records, troubles, owed, timeline, clock, words } = needs;
  const lost = await troubles.find(delivery);
  if (!lost?.client) return { was: 'missing' };
  const { client, said, language } = lost;
  if (client.email === '') return { was: 'noEmail' };
  if (!(await troubles.settle(delivery, agent.id, clock.now()))) return { was: 'missing' };
  const { name } = await records.company.get();
  const text = typeof said === 'string' ? said : plainText(said.body, (each) => words.say(each, language));
  const subject = words.say(phrase('message.from', { name }), language);
  await owed.mail({ to: client.email, subject, text: `${text}\n\n${agent.name}\n${name}` });
  await timeline.add(agent, { type: 'mail_sent', contact: client.id, title: 'Sent by e-mail', text });
  return { was: 'mailed', to: client.email };
}
