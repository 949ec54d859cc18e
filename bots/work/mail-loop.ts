import type { Log } from '#bots/log.ts';
import { nextTry } from '#core/delivery/backoff.ts';
import type { DueMail, Mailer, Mails, SettledMail } from '#core/delivery/mails.ts';
import type { MediaStore } from '#core/media.ts';
import { createTakeLoop, type TakeLoop } from './take-loop.ts';

/** Sends the mail that is owed, until it is stopped. */
export type MailLoop = Pick<TakeLoop, 'wake' | 'stop'>;

type Needs = {
  readonly mails: Mails;
  /** Undefined: there is no mail server, and mail is kept in the database. */
  readonly mailer: Mailer | undefined;
  readonly media: Pick<MediaStore, 'get'>;
  readonly log: Log;
};

const AT_ONCE = 5;
const POLL_SECONDS = 1;
/** Longer than one mail may take; those of a claim go at once. */
const LEASE_SECONDS = 120;

export function createMailLoop({ mails, mailer, media, log }: Needs): MailLoop {
  const takeSome = async () => {
    const due = await mails.claim(AT_ONCE, LEASE_SECONDS);
    await Promise.all(due.map(carry));
    return due.length === AT_ONCE;
  };
  const logoOf = async ({ company, letter, logo }: DueMail) =>
    letter && logo ? media.get(company, logo, 'thumb') : undefined;
  const carry = async (mail: DueMail) => {
    const settled: SettledMail = mailer
      ? outcomeOf(mail, await mailer.send(mail, await logoOf(mail)))
      : { was: 'kept' };
    await mails.settle(mail.id, settled);
    if (settled.was === 'again' || settled.was === 'failed')
      log.warn({ mail: mail.id, was: settled.was, why: settled.why }, 'a mail was not sent');
    if (settled.was === 'again') loop.wakeIn(settled.afterSeconds + 0.005);
  };
  const loop = createTakeLoop(takeSome, POLL_SECONDS, (error) => log.error({ err: error }, 'mail could not be taken'));
  return loop;
}

function outcomeOf({ attempts, ageSeconds }: DueMail, mailed: Awaited<ReturnType<Mailer['send']>>): SettledMail {
  if (mailed.was === 'sent') return { was: 'sent' };
  if (mailed.was === 'refused') return { was: 'failed', why: mailed.why };
  const afterSeconds = nextTry(attempts, ageSeconds);
  return afterSeconds === undefined
    ? { was: 'failed', why: mailed.why }
    : { was: 'again', afterSeconds, why: mailed.why };
}
