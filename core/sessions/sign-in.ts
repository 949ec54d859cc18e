import type { CompanyId, UserId } from '#core/ids.ts';
import { type Begun, beginSession } from './begin-session.ts';
import type { Candidate } from './entrance.ts';
import type { EntranceTools } from './sessions-needs.ts';
import { addressKey, type From, GUESSES, GUESSES_FROM, guessKey, minutesUntil } from './tries.ts';

/** An office that a password opens, where there are several. */
export type Office = { readonly company: CompanyId; readonly name: string; readonly user: UserId };

export type SignedIn =
  | { readonly was: 'in'; readonly begun: Begun }
  /** E-mail and password are right in more than one office; one has to be chosen. */
  | { readonly was: 'several'; readonly offices: readonly Office[] }
  /** E-mail or password; which one is not told. `left`: tries before a pause. */
  | { readonly was: 'wrong'; readonly left: number }
  | { readonly was: 'paused'; readonly minutes: number }
  /** Too many wrong ones from this address, for whomever. */
  | { readonly was: 'tooMany'; readonly minutes: number };

type Given = { readonly email: string; readonly password: string; readonly stays: boolean };

/**
 * Signs somebody of an office in by e-mail and password. Answers in the same words and the same time whether or not there
 * is such a person.
 */
export async function signIn(tools: EntranceTools, from: From, given: Given): Promise<SignedIn> {
  const { entrance, clock, passwords, store } = tools;
  const now = clock.now();
  const candidates = await entrance.candidates(given.email.trim());
  const ids = candidates.map(({ id }) => id);
  const { key, isKnown } = await guessKey(entrance, given.email, ids, from);
  const flood = isKnown ? undefined : await entrance.look(addressKey(from), GUESSES_FROM, now);
  if (flood?.was === 'paused') return { was: 'tooMany', minutes: minutesUntil(flood.until, now) };
  const tried = await entrance.try(key, GUESSES, now);
  if (tried.was === 'paused') return { was: 'paused', minutes: minutesUntil(tried.until, now) };
  const fitting = await whoFits(passwords, candidates, given.password);
  const [only, ...others] = fitting;
  if (!only) {
    if (!isKnown) await entrance.try(addressKey(from), GUESSES_FROM, now);
    for (const { company, id } of candidates)
      await store.transaction(company, ({ audit }) =>
        audit.add({
          what: tried.left === 0 ? 'sign_in_paused' : 'sign_in_failed',
          ...{ by: null, about: id, device: from.name },
        }),
      );
    return tried.left === 0 ? { was: 'paused', minutes: GUESSES.pauseMs / 60_000 } : { was: 'wrong', left: tried.left };
  }
  await entrance.forgive(key);
  if (others.length > 0) {
    const offices = fitting.map(({ company, companyName, id }) => ({ company, name: companyName, user: id }));
    return { was: 'several', offices };
  }
  return enter(tools, from, only.company, only.id, given.stays);
}

/** Signs a user in whose password was proved a moment ago, in the office that they chose. */
export async function enter(
  tools: EntranceTools,
  from: From,
  company: CompanyId,
  id: UserId,
  stays: boolean,
): Promise<SignedIn> {
  return tools.store.transaction(company, async (kept) => {
    const user = await kept.records.users.find(id);
    if (user?.status !== 'Active') return { was: 'wrong', left: GUESSES.most };
    return { was: 'in', begun: await beginSession({ ...kept, ...tools }, user, { from, stays }) };
  });
}

/** Those whose password it is. One hash at least is compared, so that nobody can tell by time who is there. */
async function whoFits(
  passwords: EntranceTools['passwords'],
  candidates: readonly Candidate[],
  password: string,
): Promise<readonly Candidate[]> {
  const active = candidates.filter(({ status }) => status === 'Active');
  if (active.length === 0) await passwords.matches(password, undefined);
  const fits = await Promise.all(active.map(({ passwordHash }) => passwords.matches(password, passwordHash)));
  return active.filter((_, at) => fits[at]);
}
