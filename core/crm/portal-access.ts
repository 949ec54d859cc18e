import { accessMail } from '#core/accounts/access-mail.ts';
import type { CodeSent } from '#core/accounts/email-code.ts';
import type { Passwords } from '#core/accounts/password.ts';
import type { PortalUser } from '#core/accounts/portal-users.ts';
import type { Clock } from '#core/clock.ts';
import type { ContactId } from '#core/ids.ts';
import { languageFor } from '#core/language.ts';
import type { Words } from '#core/words.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';
import type { ContactRecord } from './record.ts';

export type AccessNeeds = Pick<
  CrmKept,
  'records' | 'timeline' | 'owed' | 'portalUsers' | 'accountPages' | 'chats' | 'messages' | 'codes'
> & {
  readonly clock: Clock;
  readonly words: Words;
  readonly passwords: Passwords;
  /** Eight characters of all four classes that nobody can guess. */
  readonly newPassword: () => string;
  /** Six digits nobody can guess. */
  readonly newCode: () => string;
  readonly newToken: () => string;
  readonly pageUrl: (token: string) => string;
  /** A short address of ours that leads on to the chat in Teams, by an invite. */
  readonly goUrl: (invite: string) => string;
};

/** The mail's links are good for so long. */
export const INVITE_DAYS = 30;

type Access = { readonly user: PortalUser; readonly links: Readonly<Record<string, string>> };
export type AccessChanged =
  | ({ readonly was: 'given' } & Access)
  | { readonly was: 'missing' | 'already' | 'noUser' }
  /** Of a code: the contact waits for none. */
  | { readonly was: 'notAwaited' }
  /** Of a code: they got one a moment ago, or so many that a pause is made. */
  | Exclude<CodeSent, { readonly was: 'sent' }>;

/** Lets a contact into the portal: an account that is Active at once, a temporary password and the ways in by mail (SPEC 8). */
export async function createPortalUser(needs: AccessNeeds, agent: Agent, id: ContactId): Promise<AccessChanged> {
  const contact = await needs.records.contacts.take(id);
  if (!contact) return { was: 'missing' };
  const password = needs.newPassword();
  const user = await needs.portalUsers.add(id, contact.email, await needs.passwords.hash(password));
  if (!user) return { was: 'already' };
  const links = await sendMail(needs, contact, password);
  await needs.timeline.add(
    agent,
    {
      type: 'portal_user_created',
      contact: id,
      title: 'Added to the client portal',
    },
    { event: 'contact.portal_user_created', record: id },
  );
  return { was: 'given', user, links };
}

/** A new temporary password by mail; every chat has to sign in again. */
export async function resetPassword(needs: AccessNeeds, agent: Agent, id: ContactId): Promise<AccessChanged> {
  const found = await existing(needs, id);
  if (found.was !== 'found') return found;
  const { contact, user } = found;
  if (user.status === 'Draft') return { was: 'noUser' };
  const password = needs.newPassword();
  await needs.portalUsers.change(user.id, {
    passwordHash: await needs.passwords.hash(password),
    passwordIsTemporary: true,
    passwordTries: 0,
    passwordPausedUntil: null,
  });
  await needs.portalUsers.signOut(user.id);
  await needs.portalUsers.endInvites(id);
  const links = await sendMail(needs, contact, password);
  await log(needs, agent, id, 'Portal password reset; all chats signed out');
  return { was: 'given', user: { ...user, passwordIsTemporary: true }, links };
}

/** Shuts a client out, or lets them in again; the same again changes nothing. */
export async function setBlocked(
  needs: AccessNeeds,
  agent: Agent,
  id: ContactId,
  status: 'Blocked' | 'Active',
): Promise<AccessChanged> {
  const found = await existing(needs, id);
  if (found.was !== 'found') return found;
  const { user } = found;
  if (user.status !== status) {
    await needs.portalUsers.change(user.id, { status });
    await log(needs, agent, id, status === 'Blocked' ? 'Portal access blocked' : 'Portal access opened again');
  }
  return { was: 'given', user: { ...user, status }, links: {} };
}

/** The contact with their account, or what is missing. */
export async function existing({ records, portalUsers }: AccessNeeds, id: ContactId) {
  const contact = await records.contacts.find(id);
  if (!contact) return { was: 'missing' as const };
  const user = await portalUsers.of(id);
  return user ? { was: 'found' as const, contact, user } : { was: 'noUser' as const };
}

/** A line on the contact's timeline of what was done with their access. */
export const log = ({ timeline }: AccessNeeds, agent: Agent, contact: ContactId, title: string) =>
  timeline.add(agent, { type: 'profile_changed', contact, title });

/** The password goes by mail alone: no answer, log or timeline has it. */
async function sendMail(needs: AccessNeeds, contact: ContactRecord, password: string) {
  const { portalUsers, accountPages, owed, words, clock, newToken, pageUrl, goUrl, records, messages } = needs;
  const expiresAt = new Date(clock.now().getTime() + INVITE_DAYS * 24 * 3600_000);
  const [invite, page] = [newToken(), newToken()];
  const language = languageFor(contact.language);
  await portalUsers.invite(contact.id, invite, expiresAt);
  await accountPages.add(page, { kind: 'signIn', chat: null, language, expiresAt });
  const ways = await portalUsers.waysIn(() => invite);
  const web = pageUrl(page);
  const { name: company } = await records.company.get();
  const agent = await messages.agentOf(contact.id);
  const access = { name: contact.first_name, company, password, web, ways, teams: goUrl(invite) };
  await owed.mail({ to: contact.email, ...accessMail((text) => words.say(text, language), language, access, agent) });
  return { ...ways, web };
}
