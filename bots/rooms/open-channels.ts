import type { FastifyPluginAsync } from 'fastify';
import { TEAMS_PACE } from '#adapters/teams/limits.ts';
import { TELEGRAM_PACE } from '#adapters/telegram/limits.ts';
import { unseal } from '#adapters/webhooks/seal.ts';
import { CLOUD_PACE } from '#adapters/whatsapp/cloud/limits.ts';
import { WEB_PACE } from '#adapters/whatsapp/web/limits.ts';
import type { PhoneState } from '#adapters/whatsapp/web/linked-phone.ts';
import type { Address } from '#bots/address.ts';
import type { ChannelDriver } from '#bots/channels/channel-driver.ts';
import { createChannel, type LiveChannel } from '#bots/channels/create-channel.ts';
import { type Channels, createChannels } from '#bots/channels/create-channels.ts';
import { teamsDriver } from '#bots/channels/teams.ts';
import { telegramDriver } from '#bots/channels/telegram.ts';
import { whatsAppCloudDriver } from '#bots/channels/whatsapp-cloud.ts';
import { whatsAppWebDriver } from '#bots/channels/whatsapp-web.ts';
import type { Log } from '#bots/log.ts';
import type { Metrics } from '#bots/metrics.ts';
import type { Overrides } from '#bots/overrides.ts';
import type { Settings } from '#bots/settings/settings.ts';
import type { Bell } from '#bots/work/bell.ts';
import type { Transport } from '#core/chat/channels.ts';
import type { AccountKind } from '#core/crm/channel-accounts.ts';
import { createChannelAccounts } from '#db/channel-accounts.ts';
import { createConversationReferences } from '#db/conversation-references.ts';
import { createShownMessages } from '#db/shown-messages.ts';
import { createUploads } from '#db/uploads.ts';
import type { KeptRoom } from './open-kept.ts';
import type { TurnsRoom } from './open-turns.ts';

/** The accounts of all channels, as one. */
export type ChannelsRoom = Channels & {
  /** What accounts of each transport are. */
  readonly kinds: readonly AccountKind[];
  /** How the office's phone stands that the settings describe; undefined where they describe none. */
  readonly phone: () => PhoneState | undefined;
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

export async function openChannels(settings: Settings, needs: Needs): Promise<ChannelsRoom> {
  const about = aboutOf(settings, needs);
  const { accounts, log, secretKey } = about;
  const outside = {
    accounts,
    unseal: (sealed: string) => unseal(sealed, secretKey),
    cameAlive: needs.cameAlive.ring,
    log,
  };
  /** What the settings have is loaded before anything is at work: else it would wait while the rest is being read. */
  const channelOf = async <Access, Guard, What, Answer>(driver: ChannelDriver<Access, Guard, What, Answer>) => {
    if (driver.settings) await driver.load();
    return createChannel(driver, outside);
  };
  const web = webOf(settings, about);
  const byTransport: Readonly<Record<Transport, Promise<LiveChannel>>> = {
    bot_api: channelOf(telegramOf(settings, about)),
    cloud: channelOf(cloudOf(settings, about)),
    web: channelOf(web),
    connector: channelOf(teamsOf(settings, about)),
  };
  const all = await Promise.all(Object.values(byTransport));
  const channels = createChannels(all, { accounts, company: settings.company, log });
  await needs.database.listen('channel_accounts', channels.look);
  return { ...channels, kinds: all, phone: web.phone, routes: all.map(({ routes }) => routes) };
}

/** What every channel is given, and some of what one alone takes. */
function aboutOf({ egressAllow }: Settings, { metrics, ...needs }: Needs) {
  const { database, newId } = needs;
  return {
    ...needs,
    egressAllow,
    accounts: createChannelAccounts(database, { newId }),
    uploads: createUploads(database, { newId }),
    references: createConversationReferences(database, { newId }),
    shown: createShownMessages(database),
    count: metrics.count,
    publicUrl: needs.address.publicUrl,
  };
}

const telegramOf = ({ telegram, publicUrl }: Settings, about: About) =>
  telegramDriver(telegram, {
    ...about,
    publicUrl,
    process: about.newId(),
    alone: about.database.durability === 'process',
    pace: about.telegramPace ?? TELEGRAM_PACE,
  });

const cloudOf = ({ whatsapp }: Settings, about: About) =>
  whatsAppCloudDriver(whatsapp, { ...about, pace: about.whatsAppPace ?? CLOUD_PACE });

const webOf = ({ whatsapp }: Settings, about: About) =>
  whatsAppWebDriver(whatsapp, {
    ...about,
    publicUrl: about.publicUrl(),
    show: about.show ?? ((lines) => void process.stdout.write(lines)),
    chance: Math.random,
    types: about.whatsAppPace === undefined,
    pace: about.whatsAppPace ?? WEB_PACE,
  });

const teamsOf = ({ teams }: Settings, about: About) =>
  teamsDriver(teams, { ...about, pace: about.teamsPace ?? TEAMS_PACE });
