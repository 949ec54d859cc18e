import type { Log } from '#bots/log.ts';
import type { Sender, Sent } from '#core/chat/channel.ts';
import { backoffSeconds } from '#core/delivery/backoff.ts';
import type { Due, Settled } from '#core/delivery/deliveries.ts';
import { BROKEN, barred, NOTHING_TO_EDIT, UNREADABLE } from '#core/delivery/failures.ts';
import { outcomeOf } from '#core/delivery/outcome.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import type { Paces } from './paces.ts';

/** A channel account that can be sent through, with its limits. */
export type WayOut = { readonly sender: Sender; readonly pace: ChannelPace };

/** A message that can't even be put together is given up after so many tries. */
const BROKEN_TRIES = 5;

/** Sends one claimed message, or finds out why it must not be sent now; says what became of it. */
export async function deliver(
  { paces, log }: { readonly paces: Paces; readonly log: Log },
  { sender, pace }: WayOut,
  due: Due,
): Promise<Settled> {
  if (due.barred) return { was: 'failed', failure: barred(due.barred), unreachable: false };
  if (due.edits === 'lost') return { was: 'failed', failure: NOTHING_TO_EDIT, unreachable: false };
  if (!due.message) return { was: 'failed', failure: UNREADABLE, unreachable: false };
  const wait = Math.max(paces.chatWait(due.chat, pace), paces.accountWait(due.account, pace));
  if (wait > 0) return { was: 'again', afterSeconds: wait, counts: false };

  paces.spend(due.account, due.chat, pace);
  const { company, account, address, message, kind, language, lastInbound, prompted, edits, wasCut } = due;
  const about = { delivery: due.id, company, account, address, kind, lastInbound, prompted };
  const place = { ...(edits === undefined ? {} : { edits }), ...(wasCut ? { wasCut } : {}) };
  const outgoing = { ...about, message, language, ...place };
  let sent: Sent;
  try {
    sent = await sender.send(outgoing);
  } catch (error) {
    log.error({ err: error, delivery: due.id, attempts: due.attempts }, 'a message could not be put together');
    if (due.attempts >= BROKEN_TRIES) return { was: 'failed', failure: BROKEN, unreachable: false };
    return { was: 'again', afterSeconds: backoffSeconds(due.attempts), counts: true, why: 'internal' };
  }
  const settled = outcomeOf(due, sent);
  if (sent.was === 'notYet' && settled.was === 'again') {
    if (sent.pauses === 'account') paces.pause(due.account, settled.afterSeconds);
    if (sent.pauses === 'chat') paces.pause(due.chat, settled.afterSeconds);
  }
  if (sent.was !== 'sent') log.info({ delivery: due.id, was: sent.was, became: settled.was }, 'a message was not sent');
  return settled;
}
