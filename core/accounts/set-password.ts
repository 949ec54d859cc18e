import type { FoundChat } from '#core/chat/chat.ts';
import { oweScreen } from '#core/chat/owe-screen.ts';
import type { Clock } from '#core/clock.ts';
import type { Kept } from '#core/store.ts';
import { pastedPassword } from '#core/typed/pasted-password.ts';
import { readCode } from '#core/typed/read-code.ts';
import { readEmail } from '#core/typed/read-email.ts';
import type { Words } from '#core/words.ts';
import { CODE_TRIES, PAUSE_MINUTES, tryCode } from './email-code.ts';
import { byContact, joinChat } from './join-chat.ts';
import { plainWays, type WayOn, waysWithProof } from './lead-on.ts';
import { lackingIn, type PasswordNeed, type Passwords } from './password.ts';
import type { AccountPage, PortalUser } from './portal-users.ts';
import { isProvenInForm, proveInForm, type Signer } from './proven-form.ts';

type Needs = Pick<
  Kept,
  'accountPages' | 'accounts' | 'portalUsers' | 'chats' | 'codes' | 'offers' | 'owed' | 'proofs' | 'timeline'
> & {
  readonly clock: Clock;
  readonly words: Words;
  readonly passwords: Passwords;
  readonly newToken: () => string;
  readonly signer: Signer;
};

export type PasswordSet =
  /** `inChat`: the chat that opened the page goes on by itself, and `ways` is the one back to it; else each signs a chat in. */
  | { readonly was: 'set'; readonly inChat: boolean; readonly ways: readonly WayOn[] }
  /** The page is over, was used, or never was. */
  | { readonly was: 'gone' }
  /** `proven`, for the form to carry: the temporary password was right. */
  | { readonly was: 'weak'; readonly lacking: readonly PasswordNeed[]; readonly proven?: string }
  /** It is the temporary one again. */
  | { readonly was: 'same'; readonly proven: string }
  /** E-mail, password or code; which one is not told. */
  | { readonly was: 'wrong' }
  | { readonly was: 'paused'; readonly minutes: number };

/** The page as it stands; undefined where it is over. */
export async function pageOf(
  { accountPages, clock }: Pick<Needs, 'accountPages' | 'clock'>,
  token: string,
): Promise<AccountPage | undefined> {
  const page = await accountPages.find(token);
  return page && !page.isUsed && page.expiresAt > clock.now() ? page : undefined;
}

/** `proven`: what the form carries of a try before; the temporary password need not be typed again then. */
type FirstPassword = {
  readonly email: string;
  readonly password: string;
  readonly next: string;
  readonly proven: string;
};

/** The first sign-in: the temporary password is changed for an own one, and the chat that opened the page is signed in. */
export async function setFirstPassword(
  needs: Needs,
  token: string,
  { email, password, next, proven: carried }: FirstPassword,
): Promise<PasswordSet> {
  const { portalUsers, accountPages, passwords, clock } = needs;
  const page = await pageOf(needs, token);
  if (page?.kind !== 'signIn') return { was: 'gone' };
  // The chat before the account, as turns take them.
  const chat = page.chat ? await needs.chats.find(page.chat) : undefined;
  const user = await portalUsers.byEmail(readEmail(email) ?? email.trim());
  const pause = pauseOf(page, user, clock);
  if (pause) return pause;
  // Ours has none of what a paste may bring along.
  const temporary = pastedPassword(password);
  const isProven = user?.passwordIsTemporary === true && isProvenInForm(needs, token, user, carried);
  const isRight =
    isProven || (await passwords.matches(temporary, user?.passwordIsTemporary ? user.passwordHash : undefined));
  if (!user || !isRight || user.status !== 'Active') {
    await accountPages.change(token, { tries: page.tries + 1 });
    if (user) await countWrong(needs, user);
    return { was: 'wrong' };
  }
  const lacking = lackingIn(next);
  const proven = proveInForm(needs, token, user);
  if (lacking.length > 0) return { was: 'weak', lacking, proven };
  const isSame = isProven ? await passwords.matches(next, user.passwordHash) : [password, temporary].includes(next);
  if (isSame) return { was: 'same', proven };
  await keep(needs, token, user, next);
  if (!chat) return { was: 'set', inChat: false, ways: await waysWithProof(needs, user.id) };
  await signInChat(needs, chat, user);
  return { was: 'set', inChat: true, ways: await plainWays(needs, chat.channel) };
}

/** A new password for whoever is signed in to the chat, proven by the code from their mail. */
export async function changePassword(
  needs: Needs,
  token: string,
  { code, next }: { readonly code: string; readonly next: string },
): Promise<PasswordSet> {
  const page = await pageOf(needs, token);
  if (page?.kind !== 'changePassword' || !page.chat) return { was: 'gone' };
  const chat = await needs.chats.find(page.chat);
  const user = chat?.contact && (await needs.portalUsers.of(chat.contact));
  if (!chat || !user || user.status !== 'Active') return { was: 'gone' };
  const lacking = lackingIn(next);
  if (lacking.length > 0) return { was: 'weak', lacking };
  const digits = readCode(code);
  if (!digits) return { was: 'wrong' };
  const tried = await tryCode(needs, chat, user.email, digits);
  if (tried.was !== 'right') return tried.was === 'paused' ? tried : { was: 'wrong' };
  await keep(needs, token, user, next);
  const by = byContact(user.contact, chat.channel);
  await needs.timeline.add(by, { type: 'profile_changed', title: 'Changed the password' });
  return { was: 'set', inChat: true, ways: await plainWays(needs, chat.channel) };
}

async function keep({ portalUsers, accountPages, passwords }: Needs, token: string, user: PortalUser, next: string) {
  await portalUsers.change(user.id, {
    passwordHash: await passwords.hash(next),
    passwordIsTemporary: false,
    passwordTries: 0,
    passwordPausedUntil: null,
  });
  await accountPages.change(token, { isUsed: true });
}

function pauseOf(page: AccountPage, user: PortalUser | undefined, clock: Clock): PasswordSet | undefined {
  const left = (user?.passwordPausedUntil?.getTime() ?? 0) - clock.now().getTime();
  if (left > 0) return { was: 'paused', minutes: Math.ceil(left / 60_000) };
  return page.tries >= CODE_TRIES ? { was: 'paused', minutes: PAUSE_MINUTES } : undefined;
}

/** Counted on the account too, so that another page is no further chance. */
async function countWrong({ portalUsers, clock }: Needs, user: PortalUser): Promise<void> {
  const tries = user.passwordTries + 1;
  const isPause = tries >= CODE_TRIES;
  await portalUsers.change(user.id, {
    passwordTries: isPause ? 0 : tries,
    ...(isPause ? { passwordPausedUntil: new Date(clock.now().getTime() + PAUSE_MINUTES * 60_000) } : {}),
  });
}

/** The chat goes on by itself, with Home. */
async function signInChat(needs: Needs, chat: FoundChat, user: PortalUser): Promise<void> {
  const { screen, change } = await joinChat(needs, chat, user.contact, user.id);
  const answer = await oweScreen(needs, chat, screen, { rank: 'answer', kind: 'screen' });
  await needs.chats.change(chat.id, { ...change, shown: { answer, push: [] } });
}
