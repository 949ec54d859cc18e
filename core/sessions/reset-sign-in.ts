import { phrase } from '#core/chat/text.ts';
import type { Agent } from '#core/crm/agent.ts';
import { mailUser } from '#core/crm/mail-user.ts';
import type { UserRecord } from '#core/crm/record.ts';
import type { UserId } from '#core/ids.ts';
import type { InviteTools } from './invite-user.ts';
import type { WaysKept } from './sessions-needs.ts';
import { endOfPage } from './user-password.ts';

export type SignInReset =
  | { readonly was: 'reset'; readonly user: UserRecord }
  | { readonly was: 'missing' }
  /** Who is invited sets a password anyway; who is switched off has no way in. */
  | { readonly was: 'notActive'; readonly status: UserRecord['status'] };

/**
 * For somebody who has lost the app with their codes, or whose password is in other hands: all sessions end, password and
 * second factor are taken away, and a mail leads to a new password.
 */
export async function resetSignIn(needs: WaysKept & InviteTools, agent: Agent, id: UserId): Promise<SignInReset> {
  const { records, sessions, userProofs, userPages, audit, clock, newToken, pageUrl } = needs;
  const user = await records.users.take(id);
  if (!user) return { was: 'missing' };
  if (user.status !== 'Active') return { was: 'notActive', status: user.status };
  await userProofs.change(id, {
    ...{ passwordHash: null, factorSecret: null, factorPending: null, factorStep: null, recoveryCodes: [] },
  });
  await sessions.endAll(id);
  await userPages.endAll(id);
  const token = newToken();
  await userPages.add(token, { kind: 'reset', user: id, expiresAt: endOfPage(clock.now(), 'reset') });
  await audit.add({ what: 'password_asked', by: agent.id, about: id });
  const { name: company } = await records.company.get();
  const page = pageUrl('reset', token);
  await mailUser(needs, user, phrase('console.linkSubject', { company }), () =>
    phrase('console.link', { name: user.name, company, page }),
  );
  return { was: 'reset', user };
}
