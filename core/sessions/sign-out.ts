import type { SessionId } from './session.ts';
import type { WaysKept } from './sessions-needs.ts';
import type { Visitor } from './visitor.ts';

type Needs = Pick<WaysKept, 'sessions' | 'audit'>;

/** Ends the session that the visitor uses. */
export async function signOut({ sessions, audit }: Needs, { session, user }: Visitor): Promise<void> {
  await sessions.end(session.id);
  await audit.add({ what: 'signed_out', by: user.id, device: session.device });
}

/** Ends another of the user's own sessions; false where it is none of theirs. */
export async function endSession({ sessions, audit }: Needs, { user }: Visitor, id: SessionId): Promise<boolean> {
  const own = (await sessions.of(user.id)).find((each) => each.id === id);
  if (!own) return false;
  await sessions.end(id);
  await audit.add({ what: 'session_ended', by: user.id, device: own.device });
  return true;
}

/** Ends all of the user's sessions, this one too. */
export async function signOutEverywhere({ sessions, audit }: Needs, { user }: Visitor): Promise<void> {
  await sessions.endAll(user.id);
  await audit.add({ what: 'signed_out_everywhere', by: user.id });
}
