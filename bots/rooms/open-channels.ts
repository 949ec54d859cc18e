import type { FastifyPluginAsync } from 'fastify';
import { TEAMS_PACE } from '#adapters/teams/limits.ts';
import { TELEGRAM_PACE } from '#adapters/telegram/limits.ts';
import { CLOUD_PACE } from '#adapters/whatsapp/cloud/limits.ts';
import { WEB_PACE } from '#adapters/whatsapp/web/limits.ts';
import type { Address } from '#bots/address.ts';
import type { LiveChannel } from '#bots/channels/channel.ts';
import type { Log } from '#bots/log.ts';
import type { Metrics } from '#bots/metrics.ts';
import type { Overrides } from '#bots/overrides.ts';
import type { ChannelState } from '#bots/readiness.ts';
import type { Settings } from '#bots/settings/settings.ts';
import type { Bell } from '#bots/work/bell.ts';
import type { Channel } from '#core/chat/turn.ts';
import { createChannelAccounts } from '#db/channel-accounts.ts';
import { createConversationReferences } from '#db/conversation-references.ts';
import { createShownMessages } from '#db/shown-messages.ts';
import { createUploads } from '#db/uploads.ts';
import type { KeptRoom } from './open-kept.ts';
import type { TurnsRoom } from './open-turns.ts';

/** All channels that are configured, as one. */
export type ChannelsRoom = Pick<LiveChannel, 'look' | 'stop' | 'close'> & {
  readonly live: () => LiveChannel['live'];
  readonly readers: () => LiveChannel['readers'];
  readonly fetchers: () => LiveChannel['fetchers'];
  readonly states: () => Readonly<Record<string, ChannelState>>;
  /** The ways in over HTTP. */
  readonly routes: readonly FastifyPluginAsync[];
};

type Needs = KeptRoom &
  TurnsRoom &
  Pick<Overrides, 'telegramPace' | 'whatsAppPace' | 'teamsPace' | 'show'> & {
    readonly address: Address;
    /** Rung when messages may be sent that could not before. */
    readonly cameAlive: Bell;
    readonly metrics: Metrics;
    readonly log: Log;
  };
type About = ReturnType<typeof aboutOf>;
/** Brings a channel to life; undefined where the settings have none. */
type Start = (() => LiveChannel) | undefined;

export async function openChannels(settings: Settings, needs: Needs): Promise<ChannelsRoom> {
  const about = aboutOf(settings, needs);
  // All are loaded before the first one starts: nothing is at work while the rest is still being read.
  const [telegram, cloud, web, teams] = await Promise.all([
    telegramOf(settings, about),
    cloudOf(settings, about),
    webOf(settings, about),
    teamsOf(settings, about),
  ]);
  const starts: Readonly<Record<Channel, Start>> = { telegram, whatsapp: cloud ?? web, teams };
  const channels = Object.entries(starts).flatMap(([name, start]) => (start ? [[name, start()] as const] : []));
  const all = channels.map(([, channel]) => channel);
  const every = (work: (channel: LiveChannel) => Promise<void>) => async () => void (await Promise.all(all.map(work)));

  return {
    live: () => joined(all.map(({ live }) => live)),
    readers: () => joined(all.map(({ readers }) => readers)),
    fetchers: () => joined(all.map(({ fetchers }) => fetchers)),
    states: () => Object.fromEntries(channels.map(([name, channel]) => [name, channel.state])),
    routes: all.flatMap(({ routes }) => routes ?? []),
    look: () => {
      for (const channel of all) channel.look();
    },
    stop: every((channel) => channel.stop()),
    close: every((channel) => channel.close()),
  };
}

/** What every channel is given, and some of what one alone takes. */
function aboutOf({ company, egressAllow }: Settings, { database, newId, metrics, cameAlive, ...needs }: Needs) {
  return {
    ...needs,
    company,
    egressAllow,
    accounts: createChannelAccounts(database, { newId }),
    uploads: createUploads(database, { newId }),
    references: createConversationReferences(database, { newId }),
    shown: createShownMessages(database),
    count: metrics.count,
    cameAlive: cameAlive.ring,
    publicUrl: needs.address.publicUrl,
  };
}

async function telegramOf({ telegram }: Settings, about: About): Promise<Start> {
  if (telegram.is === 'off') return undefined;
  const { startTelegram } = await import('#bots/channels/telegram.ts');
  return () => startTelegram(telegram, { ...about, pace: about.telegramPace ?? TELEGRAM_PACE });
}

async function cloudOf({ whatsapp }: Settings, about: About): Promise<Start> {
  if (whatsapp.is !== 'cloud') return undefined;
  const { startWhatsAppCloud } = await import('#bots/channels/whatsapp-cloud.ts');
  return () => startWhatsAppCloud(whatsapp, { ...about, pace: about.whatsAppPace ?? CLOUD_PACE });
}

async function webOf({ whatsapp }: Settings, about: About): Promise<Start> {
  if (whatsapp.is !== 'web') return undefined;
  const { startWhatsAppWeb } = await import('#bots/channels/whatsapp-web.ts');
  return () =>
    startWhatsAppWeb(whatsapp, {
      ...about,
      publicUrl: about.publicUrl(),
      show: about.show ?? ((lines) => void process.stdout.write(lines)),
      chance: Math.random,
      types: about.whatsAppPace === undefined,
      pace: about.whatsAppPace ?? WEB_PACE,
    });
}

async function teamsOf({ teams }: Settings, about: About): Promise<Start> {
  if (teams.is === 'off') return undefined;
  const { startTeams } = await import('#bots/channels/teams.ts');
  return () => startTeams(teams, { ...about, pace: about.teamsPace ?? TEAMS_PACE });
}

const joined = <Key, Value>(maps: readonly ReadonlyMap<Key, Value>[]): ReadonlyMap<Key, Value> =>
  new Map(maps.flatMap((each) => [...each]));
