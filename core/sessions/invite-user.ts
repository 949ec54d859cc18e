import { phrase } from '#core/chat/text.ts';
import { addUser, type UserAdded } from '#core/crm/add-user.ts';
import type { Agent } from '#core/crm/agent.ts';
import { mailUser } from '#core/crm/mail-user.ts';
import type { UserRecord } from '#core/crm/record.ts';
import type { NewUser } from '#core/crm/records.ts';
import type { UserId } from '#core/ids.ts';
import type { SignInTools, WaysKept } from './sessions-needs.ts';
import { endOfPage } from './user-password.ts';

/** What an invitation needs besides a transaction. */
export type InviteTools = Pick<SignInTools, 'clock' | 'words' | 'newToken' | 'pageUrl'>;
type Needs = WaysKept & InviteTools;

/** Adds a person to the office, who is mailed a link to set a password, and is Pending until they have. */
export async function addPerson(needs: Needs, agent: Agent, wanted: Omit<NewUser, 'status'>): Promise<UserAdded> {
  const added = await addUser(needs, { ...wanted, status: 'Pending' });
  if (added.was === 'added') await sendInvitation(needs, agent, added.user);
  return added;
}

export type Invited =
  | { readonly was: 'invited'; readonly user: UserRecord }
  | { readonly was: 'missing' }
  /** They have set a password, or may not come in. */
  | { readonly was: 'notPending'; readonly status: UserRecord['status'] };

/** The invitation once more; the link of the one before is good no longer. */
export async function inviteAgain(needs: Needs, agent: Agent, id: UserId): Promise<Invited> {
  const user = await needs.records.users.take(id);
  if (!user) return { was: 'missing' };
  if (user.status !== 'Pending') return { was: 'notPending', status: user.status };
  await sendInvitation(needs, agent, user);
  return { was: 'invited', user };
}

async function sendInvitation(needs: Needs, agent: Agent, user: UserRecord): Promise<void> {
  const { userPages, audit, records, clock, newToken, pageUrl } = needs;
  const token = newToken();
  await userPages.endAll(user.id);
  await userPages.add(token, { kind: 'welcome', user: user.id, expiresAt: endOfPage(clock.now(), 'welcome') });
  await audit.add({ what: 'user_invited', by: agent.id, about: user.id });
  const { name: company } = await records.company.get();
  const page = pageUrl('welcome', token);
  await mailUser(needs, user, phrase('console.welcomeSubject', { company }), () =>
    phrase('console.welcome', { name: user.name, by: agent.name, company, page }),
  );
}
