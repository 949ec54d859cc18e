import type { UserId } from '#core/ids.ts';
import { welcomeDevice } from './begin-session.ts';
import { endOf } from './session.ts';
import type { EntranceTools, SignInTools, WaysKept } from './sessions-needs.ts';
import { CODE_TRIES, CODES, codeKey, minutesUntil } from './tries.ts';
import type { Visitor } from './visitor.ts';

export type CodeGiven =
  /** `token` takes the place of the browser's so far. */
  | { readonly was: 'in'; readonly token: string; readonly device: string }
  | { readonly was: 'wrong' }
  /** Too many wrong ones, or nothing is awaited: the way in begins anew. */
  | { readonly was: 'over' };
/** `paused`: too many over several sign-ins; not even the right one is taken. */
export type CodeTried = CodeGiven | { readonly was: 'paused'; readonly minutes: number };

type Code = { readonly code: string; readonly isRecovery: boolean };

/** The second step of signing in: the code of the user's app, or one of the recovery codes. */
export async function tryCode(
  tools: EntranceTools,
  visitor: Visitor,
  given: Code,
  known: string | undefined,
): Promise<CodeTried> {
  const { entrance, store, clock } = tools;
  const key = codeKey(visitor.user.id);
  const tried = await entrance.try(key, CODES, clock.now());
  if (tried.was === 'paused') return { was: 'paused', minutes: minutesUntil(tried.until, clock.now()) };
  const came = await store.transaction(visitor.company.id, (kept) =>
    giveCode({ ...kept, ...tools }, visitor, given, known),
  );
  if (came.was === 'in') await entrance.forgive(key);
  return came;
}

async function giveCode(
  needs: WaysKept & SignInTools,
  { session, user }: Visitor,
  given: Code,
  known: string | undefined,
): Promise<CodeGiven> {
  const { sessions, audit, clock, newToken, records } = needs;
  if (session.factor !== 'awaited') return { was: 'over' };
  const record = await records.users.take(user.id);
  const isRight = record && (await isTheirs(needs, user.id, given));
  if (!record || !isRight) {
    const tries = session.factorTries + 1;
    await audit.add({ what: 'code_failed', by: null, about: user.id, device: session.device });
    if (tries < CODE_TRIES) await sessions.change(session.id, { factorTries: tries });
    else await sessions.end(session.id);
    return tries < CODE_TRIES ? { was: 'wrong' } : { was: 'over' };
  }
  const now = clock.now();
  const [token, device] = [newToken(), known ?? newToken()];
  const times = { seenAt: now, provedAt: now, endsAt: endOf(now, session.stays) };
  await sessions.change(session.id, { token, factor: 'given', ...times });
  await welcomeDevice(needs, record, device, session.device);
  await audit.add({ what: 'signed_in', by: user.id, device: session.device });
  return { was: 'in', token, device };
}

/** Whether it is the user's own code; each is good once. */
export async function isTheirs(
  { userProofs, oneTimeCodes, clock, audit }: WaysKept & SignInTools,
  id: UserId,
  { code, isRecovery }: Code,
): Promise<boolean> {
  const proofs = await userProofs.of(id);
  if (!proofs?.factorSecret) return false;
  if (isRecovery) {
    const isOne = await userProofs.useRecoveryCode(id, recoveryCode(code));
    if (isOne) await audit.add({ what: 'recovery_code_used', by: id });
    return isOne;
  }
  const step = oneTimeCodes.stepOf(proofs.factorSecret, code.replaceAll(/\s/g, ''), clock.now());
  if (step === undefined || step <= (proofs.factorStep ?? 0)) return false;
  await userProofs.change(id, { factorStep: step });
  return true;
}

/** As it is kept, however it was typed. */
export const recoveryCode = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
