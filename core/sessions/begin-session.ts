import { phrase } from '#core/chat/text.ts';
import { mailUser } from '#core/crm/mail-user.ts';
import type { UserRecord } from '#core/crm/record.ts';
import { AWAITED_MS, endOf, MOST_SESSIONS, type StandOfFactor } from './session.ts';
import type { SignInTools, WaysKept } from './sessions-needs.ts';
import type { From } from './tries.ts';

/** A session that began: what its browser keeps, and whether a code is asked for first. */
export type Begun = {
  readonly token: string;
  readonly device: string;
  readonly factor: StandOfFactor;
  readonly stays: boolean;
};

/** Where somebody comes in, and whether they were known there by something else than a password: a link in a mail. */
type How = { readonly from: From; readonly stays: boolean; readonly byMail?: boolean };

/** Signs a user in whose password, or mail, was proved. The oldest of too many sessions ends. */
export async function beginSession(
  needs: WaysKept & SignInTools,
  user: UserRecord,
  { from, stays, byMail = false }: How,
): Promise<Begun> {
  const { sessions, userProofs, audit, clock, newToken } = needs;
  const now = clock.now();
  const proofs = await userProofs.of(user.id);
  const factor = proofs?.factorSecret ? 'awaited' : 'none';
  for (const { id } of (await sessions.of(user.id)).slice(MOST_SESSIONS - 1)) await sessions.end(id);
  const token = newToken();
  const endsAt = factor === 'awaited' ? new Date(now.getTime() + AWAITED_MS) : endOf(now, stays);
  const times = { createdAt: now, seenAt: now, endsAt, provedAt: now };
  await sessions.begin(token, { user: user.id, device: from.name, stays, factor, factorTries: 0, ...times });
  const device = from.device ?? newToken();
  if (factor === 'none') await welcomeDevice(needs, user, device, from.name, byMail);
  if (factor === 'none') await audit.add({ what: 'signed_in', by: user.id, device: from.name });
  return { token, device, factor, stays };
}

/** Remembers the device, and tells its user of one that is new: it may be a stranger's. */
export async function welcomeDevice(
  needs: WaysKept & SignInTools,
  user: UserRecord,
  device: string,
  name: string,
  byMail = false,
): Promise<void> {
  const { sessions, clock, pageUrl, records } = needs;
  if ((await sessions.meetDevice(user.id, device, clock.now())) === 'known' || byMail) return;
  const { name: company } = await records.company.get();
  const page = pageUrl('forgotten');
  await mailUser(needs, user, phrase('console.newSignInSubject', { device: name }), (zone) =>
    phrase('console.newSignIn', {
      ...{ name: user.name, device: name, company, page },
      at: { moment: clock.now().toISOString(), zone },
    }),
  );
}
