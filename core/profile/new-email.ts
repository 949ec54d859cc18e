import { sendCode, tryCode } from '#core/accounts/email-code.ts';
import { waitNote } from '#core/accounts/sign-in-screens.ts';
import type { ClientDesk, Desk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import type { StepOf } from '#core/chat/step.ts';
import { type Phrase, phrase } from '#core/chat/text.ts';
import { letterMail } from '#core/letter.ts';
import { isBareCode, readCode } from '#core/typed/read-code.ts';
import { readEmail } from '#core/typed/read-email.ts';
import { showOwnDetails } from './profile-turns.ts';
import { askDetailScreen, askNewEmailCodeScreen } from './screens.ts';

type Waiting = StepOf<'newEmail'>;

/** A new address is proven by the code that is sent to it (SPEC 8); nothing changes before. */
export async function takeNewEmail(desk: ClientDesk, words: string): Promise<Reply> {
  const email = readEmail(words);
  return email ? sendTo(desk, email, 'typed') : reply(askDetailScreen('email', phrase('profile.not.email')));
}

/** The older code is dead from then on; undefined where none is awaited. */
export async function resendToNewEmail(desk: ClientDesk): Promise<Reply | undefined> {
  const { step } = desk.chat;
  const email = step?.is === 'newEmail' ? step.email : await awaitedEmail(desk);
  return email === undefined ? undefined : sendTo(desk, email, 'resent');
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
  return tried.was === 'wrong' ? reply(askNewEmailCodeScreen(phrase('signIn.wrongCode'))) : prove(desk, step.email);
}

/** A code that is on its way is taken though the client looked elsewhere meanwhile; undefined where it is none. */
export async function takeAwaitedCode(desk: ClientDesk, words: string): Promise<Reply | undefined> {
  const digits = readCode(words);
  const email = digits && (await awaitedEmail(desk));
  if (!digits || !email) return undefined;
  const step: Waiting = { is: 'newEmail', email };
  if (isBareCode(words)) {
    const answer = await takeNewEmailCode(desk, step, words);
    return { ...answer, change: { step, ...answer.change } };
  }
  // Six digits in a sentence may be a price; the try counts, so that nobody guesses by sentences.
  return (await tryCode(desk, desk.chat, email, digits)).was === 'right' ? prove(desk, email) : undefined;
}

/** Whoever reads that mailbox may know that the office knows it. */
async function prove(desk: ClientDesk, email: string): Promise<Reply> {
  const known = await desk.accounts.contactByEmail(email);
  const account = await desk.portalUsers.byEmail(email);
  if ([known?.id, account?.contact.id].some((id) => id !== undefined && id !== desk.client.contact))
    return reply(askDetailScreen('email', phrase('profile.emailTaken')), { step: { is: 'detail', detail: 'email' } });
  await change(desk, email);
  return { ...(await showOwnDetails(desk, phrase('profile.saved'))), change: { step: null } };
}

/** The new address whose code is on its way; one to the own address is typed on our page (rule 3). */
export async function awaitedEmail({ codes, clock, chat, accounts }: Desk): Promise<string | undefined> {
  const state = chat.client && (await codes.of(chat.id));
  if (!chat.client || !state || state.expiresAt <= clock.now()) return undefined;
  const { email } = await accounts.profileOf(chat.client.contact);
  return state.email === email ? undefined : state.email;
}

/** The client thought better of it. */
export async function awaitNoCode(desk: ClientDesk): Promise<void> {
  if (await awaitedEmail(desk)) await desk.codes.change(desk.chat.id, { expiresAt: desk.clock.now() });
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
  const { language } = chat;
  const { name: company } = chat.company;
  const say = (text: Phrase) => words.say(text, language);
  const phone = (await desk.messages.agentOf(client.contact))?.phone;
  const now = say(phrase('profile.emailMailNow', { email }));
  const contact = [company, phone].filter(Boolean).join(', ');
  const notYou = say(phrase('profile.emailMailNotYou', { contact }));
  const mail = letterMail(say(phrase('profile.emailMailSubject', { company })), {
    ...{ language, office: company, preheader: now },
    lines: [
      { is: 'line', words: now },
      { is: 'line', words: notYou },
    ],
  });
  await owed.mail({ to: before.email, ...mail });
}
