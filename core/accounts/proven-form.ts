import type { Clock } from '#core/clock.ts';
import type { PortalUser } from './portal-users.ts';

/** A form remembers for so long that the temporary password was right. */
const PROVEN_MINUTES = 15;

/** Signs what a form carries and brings back, so that nobody else can have written it. */
export type Signer = { sign(words: string): string; isSigned(words: string, signature: string): boolean };

type Needs = { readonly clock: Clock; readonly signer: Signer };
type Proven = Pick<PortalUser, 'id' | 'passwordHash'>;

/** Dead with the page, and with the temporary password that it speaks of. */
const wordsOf = (page: string, { id, passwordHash }: Proven, until: string) =>
  `proven ${page} ${id} ${passwordHash} ${until}`;

/** That this account's temporary password was right on this page, for the form to carry. */
export function proveInForm({ clock, signer }: Needs, page: string, user: Proven): string {
  const until = String(clock.now().getTime() + PROVEN_MINUTES * 60_000);
  return `${until}.${signer.sign(wordsOf(page, user, until))}`;
}

/** Whether a form says so truly, and its time is not over. */
export function isProvenInForm({ clock, signer }: Needs, page: string, user: Proven, carried: string): boolean {
  const [until = '', signature = ''] = carried.split('.');
  return Number(until) > clock.now().getTime() && signer.isSigned(wordsOf(page, user, until), signature);
}
