import { lackingIn, type PasswordNeed } from '#core/accounts/password.ts';
import { phrase } from '#core/chat/text.ts';
import { mailUser } from '#core/crm/mail-user.ts';
import type { UserRecord } from '#core/crm/record.ts';
import { type Begun, beginSession } from './begin-session.ts';
import { countWrongProof, freshToken, type WrongProof } from './prove-again.ts';
import type { EntranceTools, SignInTools, WaysKept } from './sessions-needs.ts';
import { type From, LINKS, linkKey } from './tries.ts';
import { PAGE_MS, type UserPage } from './user-pages.ts';
import type { Visitor } from './visitor.ts';

type Needs = WaysKept & SignInTools;

/** Mails a link to a new password, to whoever of an office has this e-mail. The answer is the same for everybody. */
export async function askForLink(tools: EntranceTools, email: string): Promise<void> {
  const { entrance, store, clock, newToken, pageUrl } = tools;
  const candidates = await entrance.candidates(email.trim());
  if ((await entrance.try(linkKey(email), LINKS, clock.now())).was === 'paused') return;
  for (const { company, id } of candidates)
    await store.transaction(company, async (kept) => {
      const user = await kept.records.users.take(id);
      if (!user || user.status === 'Inactive') return;
      const token = newToken();
      const kind = user.status === 'Pending' ? 'welcome' : 'reset';
      await kept.userPages.endAll(id);
      await kept.userPages.add(token, { kind, user: id, expiresAt: endOfPage(clock.now(), kind) });
      await kept.audit.add({ what: 'password_asked', by: null, about: id });
      const { name: office } = await kept.records.company.get();
      const page = pageUrl(kind, token);
      await mailUser({ ...kept, ...tools }, user, phrase('console.linkSubject', { company: office }), () =>
        phrase('console.link', { name: user.name, company: office, page }),
      );
    });
}

export const endOfPage = (now: Date, kind: UserPage['kind']): Date => new Date(now.getTime() + PAGE_MS[kind]);

/** The page and its user as they stand; undefined where it is over, was used, or never was. */
export async function userPageOf(
  { userPages, records, clock }: Pick<Needs, 'userPages' | 'records' | 'clock'>,
  token: string,
): Promise<{ readonly page: UserPage; readonly user: UserRecord } | undefined> {
  const page = await userPages.find(token);
  if (!page || page.isUsed || page.expiresAt <= clock.now()) return undefined;
  const user = await records.users.find(page.user);
  return user && user.status !== 'Inactive' ? { page, user } : undefined;
}

export type LinkUsed =
  | { readonly was: 'set'; readonly begun: Begun }
  | { readonly was: 'gone' }
  | { readonly was: 'weak'; readonly lacking: readonly PasswordNeed[] };

/** Sets the password that the page of a mail asks for, and signs in. Somebody invited is Active from then on. */
export async function useLink(needs: Needs, token: string, next: string, from: From): Promise<LinkUsed> {
  const found = await userPageOf(needs, token);
  if (!found) return { was: 'gone' };
  const lacking = lackingIn(next);
  if (lacking.length > 0) return { was: 'weak', lacking };
  const { user } = found;
  await needs.userPages.endAll(user.id);
  await setPassword(needs, user, next);
  await needs.sessions.endAll(user.id);
  if (user.status === 'Pending') await needs.records.users.change(user.id, { status: 'Active' });
  return { was: 'set', begun: await beginSession(needs, user, { from, stays: false, byMail: true }) };
}

export type OwnPasswordChanged =
  | { readonly was: 'changed'; readonly token: string }
  | { readonly was: 'weak'; readonly lacking: readonly PasswordNeed[] }
  | { readonly was: 'same' }
  | WrongProof;

/** A new password by somebody who knows the old one. Their other sessions end; this one goes on with a new token. */
export async function changeOwnPassword(
  needs: Needs,
  visitor: Visitor,
  { password, next }: { readonly password: string; readonly next: string },
): Promise<OwnPasswordChanged> {
  const { userProofs, passwords, records, sessions } = needs;
  const { id } = visitor.user;
  const proofs = await userProofs.of(id);
  const user = await records.users.find(id);
  if (!user || !(await passwords.matches(password, proofs?.passwordHash))) return countWrongProof(needs, visitor);
  const lacking = lackingIn(next);
  if (lacking.length > 0) return { was: 'weak', lacking };
  if (next === password) return { was: 'same' };
  await setPassword(needs, user, next);
  await needs.userPages.endAll(id);
  await sessions.endAll(id, visitor.session.id);
  return { was: 'changed', token: await freshToken(needs, visitor) };
}

async function setPassword(needs: Needs, user: UserRecord, next: string): Promise<void> {
  const { userProofs, passwords, audit, clock, records, pageUrl } = needs;
  await userProofs.change(user.id, { passwordHash: await passwords.hash(next), passwordChangedAt: clock.now() });
  await audit.add({ what: 'password_changed', by: user.id });
  if (user.status === 'Pending') return;
  const { name: company } = await records.company.get();
  const page = pageUrl('forgotten');
  await mailUser(needs, user, phrase('console.passwordChangedSubject'), (zone) =>
    phrase('console.passwordChanged', {
      ...{ name: user.name, company, page },
      at: { moment: clock.now().toISOString(), zone },
    }),
  );
}
