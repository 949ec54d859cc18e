import type { Channel } from '#core/chat/channels.ts';
import type { ContactId } from '#core/ids.ts';
import { type AccessNeeds, INVITE_DAYS } from './portal-access.ts';

type Needs = Pick<AccessNeeds, 'records' | 'portalUsers' | 'clock' | 'newToken'>;

export type LinkMade =
  | { readonly was: 'made'; readonly link: string }
  /** `noWay`: the office has no account of the channel. */
  | { readonly was: 'missing' | 'noWay' };

/** A contact's own link into a chat of one more channel, good once for 30 days; those that were made before stay good. */
export async function linkFor(needs: Needs, contact: ContactId, channel: Channel): Promise<LinkMade> {
  const { records, portalUsers, clock, newToken } = needs;
  if (!(await records.contacts.find(contact))) return { was: 'missing' };
  const token = newToken();
  const { [channel]: link } = await portalUsers.waysIn(() => token);
  if (link === undefined) return { was: 'noWay' };
  await portalUsers.invite(contact, token, new Date(clock.now().getTime() + INVITE_DAYS * 24 * 3600_000));
  return { was: 'made', link };
}
