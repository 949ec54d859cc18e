import { isTheirs } from './give-code.ts';
import type { SignInTools, WaysKept } from './sessions-needs.ts';
import { CODE_TRIES } from './tries.ts';
import type { Visitor } from './visitor.ts';

/** `over`: too many wrong proofs in this session, which has ended with the last one. */
export type WrongProof = { readonly was: 'wrong' | 'over' };
export type ProvedAgain =
  /** `token` takes the place of the browser's so far. */
  { readonly was: 'proved'; readonly token: string } | WrongProof;

/** A fresh proof, for what a session that is left open must not do: the password, or a code of the second factor. */
export async function proveAgain(needs: WaysKept & SignInTools, visitor: Visitor, given: string): Promise<ProvedAgain> {
  const { userProofs, passwords, audit } = needs;
  const { session, user } = visitor;
  const proofs = await userProofs.of(user.id);
  const isCode = user.hasFactor && /^\s*\d{3}\s*\d{3}\s*$/.test(given);
  const isRight = isCode
    ? await isTheirs(needs, user.id, { code: given, isRecovery: false })
    : await passwords.matches(given, proofs?.passwordHash);
  if (!isRight) return countWrongProof(needs, visitor);
  await audit.add({ what: 'proved_again', by: user.id, device: session.device });
  return { was: 'proved', token: await freshToken(needs, visitor) };
}

/** Counts a wrong proof, so that who found a session open has no more guesses than who signs in. */
export async function countWrongProof(
  { sessions, audit }: Pick<WaysKept, 'sessions' | 'audit'>,
  { session, user }: Visitor,
): Promise<WrongProof> {
  const tries = session.factorTries + 1;
  await audit.add({ what: 'proof_failed', by: user.id, device: session.device });
  if (tries < CODE_TRIES) await sessions.change(session.id, { factorTries: tries });
  else await sessions.end(session.id);
  return { was: tries < CODE_TRIES ? 'wrong' : 'over' };
}

/** A new token in a session whose user proved who they are just now. */
export async function freshToken(
  { sessions, clock, newToken }: Pick<WaysKept, 'sessions'> & Pick<SignInTools, 'clock' | 'newToken'>,
  { session }: Visitor,
): Promise<string> {
  const token = newToken();
  await sessions.change(session.id, { token, provedAt: clock.now(), factorTries: 0 });
  return token;
}
