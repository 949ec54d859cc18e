import { sendCode, tryCode } from '#core/accounts/email-code.ts';
import { waitNote } from '#core/accounts/sign-in-screens.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import type { StepOf } from '#core/chat/step.ts';
import { phrase } from '#core/chat/text.ts';
import { readCode } from '#core/typed/read-code.ts';
import { readEmail } from '#core/typed/read-email.ts';
import { showProfile } from './profile-turns.ts';
import { askDetailScreen, askNewEmailCodeScreen } from './screens.ts';

type Waiting = StepOf<'newEmail'>;

/** A new address is proven by the code that is sent to it (SPEC 8); nothing changes before. */
export async function takeNewEmail(desk: ClientDesk, words: string): Promise<Reply> {
  const email = readEmail(words);
  return email ? sendTo(desk, email, 'typed') : reply(askDetailScreen('email', phrase('profile.not.email')));
}

/** The older code is dead from then on. */
export async function resendToNewEmail(desk: ClientDesk, { email }: Waiting): Promise<Reply> {
  return sendTo(desk, email, 'resent');
}

/** A code that the address has had a moment ago counts, unless another one was asked for. */
async function sendTo(desk: ClientDesk, email: string, how: 'typed' | 'resent'): Promise<Reply> {
  const sent = await sendCode(desk, desk.chat, email);
  const step: Waiting = { is: 'newEmail', email };
  const isOut = sent.was === 'sent' || (sent.was === 'tooSoon' && how === 'typed');
  const note = isOut ? phrase('signIn.codeSent', { email }) : waitNote(sent);
  return reply(askNewEmailCodeScreen(note), { step });
}

/** The right code changes the address of contact and account; another address typed instead gets a code of its own. */
export async function takeNewEmailCode(desk: ClientDesk, step: Waiting, words: string): Promise<Reply> {
  const digits = readCode(words);
  if (!digits) {
    const other = readEmail(words);
    return other
      ? sendTo(desk, other, 'typed')
      : reply(askNewEmailCodeScreen(phrase('signIn.notCode', { email: step.email })));
  }
  const tried = await tryCode(desk, desk.chat, step.email, digits);
  if (tried.was === 'paused') return reply(askNewEmailCodeScreen(phrase('signIn.paused', { count: tried.minutes })));
  if (tried.was === 'wrong') return reply(askNewEmailCodeScreen(phrase('signIn.wrongCode')));
  const known = await desk.accounts.contactByEmail(step.email);
  const account = await desk.portalUsers.byEmail(step.email);
  // Whoever reads that mailbox may know that the office knows it.
  if ([known?.id, account?.contact.id].some((id) => id !== undefined && id !== desk.client.contact))
    return reply(askDetailScreen('email', phrase('profile.emailTaken')), { step: { is: 'detail', detail: 'email' } });
  await change(desk, step.email);
  return { ...(await showProfile(desk, phrase('profile.saved'))), change: { step: null } };
}

/** The old address hears of it, in case it was somebody else who did it. */
async function change(desk: ClientDesk, email: string): Promise<void> {
  const { accounts, client, by, timeline, owed, words, chat } = desk;
  const before = await accounts.profileOf(client.contact);
  await accounts.changeEmail(client.contact, email);
  await timeline.add(
    by,
    { type: 'profile_changed', title: 'Changed the e-mail address' },
    { event: 'contact.updated', record: client.contact, previous: { email: before.email } },
  );
  const company = { company: chat.company.name };
  await owed.mail({
    to: before.email,
    subject: words.say(phrase('profile.emailMailSubject', company), chat.language),
    text: words.say(phrase('profile.emailMailText', company), chat.language),
  });
}
