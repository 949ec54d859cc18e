import { recoveryCode } from './give-code.ts';
import { freshToken } from './prove-again.ts';
import type { SignInTools, WaysKept } from './sessions-needs.ts';
import type { Visitor } from './visitor.ts';

type Needs = WaysKept & SignInTools;

/** Begins to set up a second factor: from now on a secret waits for the first code that an app makes of it. */
export async function beginFactor({ userProofs, oneTimeCodes }: Needs, { user }: Visitor): Promise<void> {
  await userProofs.change(user.id, { factorPending: oneTimeCodes.newSecret() });
}

export type FactorAdded =
  /** The codes are shown once; `token` takes the place of the browser's so far. */
  | { readonly was: 'added'; readonly recoveryCodes: readonly string[]; readonly token: string }
  | { readonly was: 'wrong' }
  | { readonly was: 'notBegun' };

/** The app's first code proves that it has the secret; from then on one is asked for at each sign-in. */
export async function addFactor(needs: Needs, visitor: Visitor, code: string): Promise<FactorAdded> {
  const { user, session } = visitor;
  const { userProofs, oneTimeCodes, sessions, audit, clock } = needs;
  const secret = (await userProofs.of(user.id))?.factorPending;
  if (!secret) return { was: 'notBegun' };
  const step = oneTimeCodes.stepOf(secret, code.replaceAll(/\s/g, ''), clock.now());
  if (step === undefined) return { was: 'wrong' };
  const recoveryCodes = needs.newRecoveryCodes();
  await userProofs.change(user.id, {
    ...{ factorSecret: secret, factorPending: null, factorStep: step },
    recoveryCodes: recoveryCodes.map(recoveryCode),
  });
  await sessions.change(session.id, { factor: 'given' });
  await audit.add({ what: 'factor_added', by: user.id });
  return { was: 'added', recoveryCodes, token: await freshToken(needs, visitor) };
}

/** Ends the second factor. Asks for a fresh proof; see `isProved`. */
export async function removeFactor({ userProofs, audit }: Needs, { user }: Visitor): Promise<void> {
  await userProofs.change(user.id, { factorSecret: null, factorPending: null, factorStep: null, recoveryCodes: [] });
  await audit.add({ what: 'factor_removed', by: user.id });
}
