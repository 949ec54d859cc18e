import { CHANNELS, type Channel, type Transport } from '#core/chat/channels.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { AccountKind, ChannelAccountRecord } from './channel-accounts.ts';
import { credentialsIn, mistakesIn } from './credentials.ts';
import type { CrmKept } from './crm-kept.ts';
import type { FieldError } from './refusal.ts';

type Needs = Pick<CrmKept, 'channelAccounts' | 'audit'> & {
  readonly kinds: readonly AccountKind[];
  /** So that only the server can read it again. */
  readonly seal: (words: string) => string;
};
type Given = Readonly<Record<string, unknown>>;
type Wanted = {
  readonly channel: Channel;
  readonly transport?: Transport;
  readonly name?: string;
  readonly credentials: Given;
};
type Change = { readonly name?: string; readonly credentials?: Given };

type BadCredentials = { readonly was: 'badCredentials'; readonly mistakes: readonly FieldError[] };
export type ChannelAccountAdded =
  | { readonly was: 'added'; readonly account: ChannelAccountRecord }
  | BadCredentials
  /** `settingsOnly`: such a bot is described by the settings of the server alone. */
  | { readonly was: 'noSuchTransport' | 'settingsOnly' | 'already' | 'taken' };
export type ChannelAccountChanged =
  | { readonly was: 'changed'; readonly account: ChannelAccountRecord }
  | BadCredentials
  | { readonly was: 'missing' | 'fromSettings' | 'settingsOnly' | 'anotherBot' };
export type ChannelAccountEnded = { readonly was: 'ended' | 'missing' | 'fromSettings' };

/** Gives the company one more bot. It is at work a moment after the commit, or down with its reason. */
export async function addChannelAccount(needs: Needs, agent: Agent, wanted: Wanted): Promise<ChannelAccountAdded> {
  const { channel, transport = CHANNELS[wanted.channel].transports[0] } = wanted;
  const kind = needs.kinds.find((each) => each.channel === channel && each.transport === transport);
  if (!kind) return { was: 'noSuchTransport' };
  const read = readCredentials(needs, kind, wanted.credentials);
  if (read.was !== 'read') return read;
  const { externalId, credentials } = read;
  const about = { channel, transport, name: wanted.name ?? kind.title };
  const added = await needs.channelAccounts.add({ ...about, externalId, credentials });
  if (typeof added === 'string') return { was: added };
  await needs.audit.add({ what: 'channel_added', by: agent.id, about: added.id });
  return { was: 'added', account: added };
}

/** Renames a bot, or gives it new credentials, which are those of the same bot. */
export async function changeChannelAccount(
  needs: Needs,
  agent: Agent,
  id: ChannelAccountId,
  { name, credentials: given }: Change,
): Promise<ChannelAccountChanged> {
  const found = await ownOf(needs, id);
  if (found.was !== 'found') return found;
  const { account } = found;
  const kind = needs.kinds.find((each) => each.transport === account.transport);
  const read = given && readCredentials(needs, kind, given);
  if (read && read.was !== 'read') return read;
  if (read && read.externalId !== account.external_id) return { was: 'anotherBot' };
  await needs.channelAccounts.change(id, {
    ...(name === undefined ? {} : { name }),
    ...(read ? { credentials: read.credentials } : {}),
  });
  await needs.audit.add({ what: 'channel_changed', by: agent.id, about: id });
  return { was: 'changed', account: { ...account, ...(name === undefined ? {} : { name }) } };
}

/** Ends a bot: its chats stay readable, what is still to be sent by it fails. */
export async function endChannelAccount(
  needs: Needs,
  agent: Agent,
  id: ChannelAccountId,
): Promise<ChannelAccountEnded> {
  const found = await ownOf(needs, id);
  if (found.was !== 'found') return found;
  await needs.channelAccounts.end(id);
  await needs.audit.add({ what: 'channel_ended', by: agent.id, about: id });
  return { was: 'ended' };
}

async function ownOf({ channelAccounts }: Needs, id: ChannelAccountId) {
  const account = await channelAccounts.find(id);
  if (!account) return { was: 'missing' as const };
  return account.from_settings ? { was: 'fromSettings' as const } : { was: 'found' as const, account };
}

function readCredentials({ seal }: Needs, kind: AccountKind | undefined, given: Given) {
  if (!kind?.own) return { was: 'settingsOnly' as const };
  const { fields, externalIdOf } = kind.own;
  const credentials = credentialsIn(fields, given);
  if (!credentials) return { was: 'badCredentials' as const, mistakes: mistakesIn(fields, given) };
  return {
    was: 'read' as const,
    externalId: externalIdOf(credentials),
    credentials: seal(JSON.stringify(credentials)),
  };
}
