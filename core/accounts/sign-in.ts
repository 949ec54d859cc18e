import type { Desk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import type { Step, StepOf } from '#core/chat/step.ts';
import { phrase } from '#core/chat/text.ts';
import type { Did } from '#core/chat/turn.ts';
import { blockedScreen } from '#core/home/screens.ts';
import { readCode } from '#core/typed/read-code.ts';
import { readEmail } from '#core/typed/read-email.ts';
import { readName } from '#core/typed/read-name.ts';
import type { KnownContact } from './accounts.ts';
import { sendCode, tryCode } from './email-code.ts';
import { byContact, joinChat } from './join-chat.ts';
import { openPage } from './open-page.ts';
import {
  askCodeScreen,
  askEmailScreen,
  askNameScreen,
  doorScreen,
  firstSignInScreen,
  waitNote,
} from './sign-in-screens.ts';

/** The way in: e-mail, code, and a name where the contact is new (SPEC 8). Nothing else answers before. */
export async function signIn(desk: Desk, did: Did): Promise<Reply> {
  const step = desk.chat.step ?? { is: 'email' };
  const words = did.is === 'wrote' ? did.words : undefined;
  switch (step.is) {
    case 'code':
      if (did.is === 'pressed' && did.intent?.to === 'resendCode') return sendTo(desk, step.email, 'resent');
      return words === undefined
        ? reply(askCodeScreen(phrase('signIn.notCode', { email: step.email })))
        : takeCode(desk, step, words);
    case 'name':
      return words === undefined ? reply(askNameScreen(phrase('signIn.askName'))) : takeName(desk, step, words);
    default:
      return words === undefined ? beginSignIn(desk) : takeEmail(desk, words);
  }
}

export const beginSignIn = ({ chat }: Desk): Reply => reply(doorScreen(chat.company.name), { step: { is: 'email' } });

/** The password that came by mail is changed on our page; it never travels through the chat. */
export async function firstSignIn(desk: Desk): Promise<Reply> {
  return reply(firstSignInScreen(desk.chat.company.name, await openPage(desk, 'signIn')), { step: { is: 'email' } });
}

async function takeEmail(desk: Desk, words: string): Promise<Reply> {
  const email = readEmail(words);
  return email ? sendTo(desk, email, 'typed') : reply(askEmailScreen(phrase('signIn.notEmail')));
}

async function takeCode(desk: Desk, step: StepOf<'code'>, words: string): Promise<Reply> {
  const digits = readCode(words);
  if (!digits) {
    const other = readEmail(words);
    return other
      ? sendTo(desk, other, 'corrected')
      : reply(askCodeScreen(phrase('signIn.notCode', { email: step.email })));
  }
  const tried = await tryCode(desk, desk.chat, step.email, digits);
  if (tried.was === 'paused') return reply(askCodeScreen(phrase('signIn.paused', { count: tried.minutes })));
  if (tried.was === 'wrong') return reply(askCodeScreen(phrase('signIn.wrongCode')));
  const contact = await desk.accounts.contactByEmail(step.email);
  return contact
    ? linkTo(desk, contact, step.email)
    : reply(askNameScreen(phrase('signIn.askName')), { step: { is: 'name', email: step.email } });
}

async function takeName(desk: Desk, step: StepOf<'name'>, words: string): Promise<Reply> {
  const name = readName(words);
  if (!name) return reply(askNameScreen(phrase('signIn.notName')));
  const known = await desk.accounts.contactByEmail(step.email);
  if (known) return linkTo(desk, known, step.email);
  const { chat, timeline } = desk;
  const lead = await desk.accounts.addLead({ ...name, email: step.email, language: chat.language });
  await timeline.add(
    byContact(lead, chat.channel),
    { type: 'lead_created', title: 'New lead from the client portal' },
    { event: 'lead.created', record: lead.id },
  );
  return linkTo(desk, lead, step.email);
}

/** `typed`: the first address; `corrected`: another one in its place; `resent`: a new code was asked for. */
async function sendTo(desk: Desk, email: string, how: 'typed' | 'corrected' | 'resent'): Promise<Reply> {
  const sent = await sendCode(desk, desk.chat, email);
  const step: Step = { is: 'code', email };
  if (sent.was === 'sent') {
    const known = await desk.accounts.contactByEmail(email);
    if (known) await desk.accounts.draft(known.id, email);
    const told = how === 'resent' ? phrase('signIn.codeSentAgain') : phrase('signIn.codeSent', { email });
    return reply(askCodeScreen(told), { step });
  }
  if (sent.was === 'tooSoon' && how !== 'resent')
    return reply(askCodeScreen(phrase('signIn.codeSent', { email })), { step });
  return reply(askCodeScreen(waitNote(sent)), { step });
}

/** Joins the chat to the contact: the invite brought it here, the code proved the e-mail. */
async function linkTo(desk: Desk, contact: KnownContact, email: string): Promise<Reply> {
  const { accounts, chat, timeline } = desk;
  const account = await accounts.activate(contact.id, email);
  if (account.status === 'Blocked') return reply(blockedScreen(chat.company.name), { step: { is: 'email' } });
  if (account.awaitsPassword) return firstSignIn(desk);
  if (account.made) {
    const line = { type: 'portal_user_created', title: 'Added to the client portal' } as const;
    const announcement = { event: 'contact.portal_user_created', record: contact.id } as const;
    await timeline.add(byContact(contact, chat.channel), line, announcement);
  }
  return joinChat(desk, chat, contact, account.id);
}
