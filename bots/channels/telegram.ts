import { createHmac } from 'node:crypto';
import { botIdIn, TELEGRAM_CREDENTIALS } from '#adapters/telegram/credentials.ts';
import type { Inbound } from '#adapters/telegram/set-up.ts';
import { webhookRoute } from '#adapters/telegram/webhook-route.ts';
import type { TelegramSettings } from '#bots/settings/telegram-settings.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { ChannelDriver } from './channel-driver.ts';
import type { TelegramAccount, TelegramNeeds } from './open-telegram.ts';

type Needs = Omit<TelegramNeeds, 'apiRoot'> & {
  /** Makes the secrets by which Telegram proves that it is calling. */
  readonly secretKey: string;
  /** Where Telegram can call us; undefined: we ask. */
  readonly publicUrl: string | undefined;
  readonly pace: ChannelPace;
};

const load = () => import('./open-telegram.ts');
const PATH = '/webhooks/telegram';

/** Bots of Telegram: that of the settings and those of the offices. */
export function telegramDriver(
  settings: TelegramSettings,
  { secretKey, publicUrl, pace, ...needs }: Needs,
): ChannelDriver<TelegramAccount, { readonly secret: string }> {
  const apiRoot = settings.is === 'off' ? undefined : settings.apiRoot;
  const inboundOf = (account: ChannelAccountId): Inbound => {
    if (publicUrl === undefined) return { by: 'polling' };
    const secret = createHmac('sha256', secretKey).update(`telegram webhook ${account}`).digest('base64url');
    return { by: 'webhook', url: `${publicUrl}${PATH}/${account}`, secret };
  };
  return {
    channel: 'telegram',
    transport: 'bot_api',
    title: 'Telegram',
    pace,
    settings:
      settings.is === 'off'
        ? undefined
        : { externalId: botIdIn(settings.token), access: { token: settings.token, inbound: inboundIn(settings) } },
    own: {
      fields: TELEGRAM_CREDENTIALS,
      externalIdOf: ({ bot_token: token = '' }) => botIdIn(token),
      isCalled: publicUrl !== undefined,
      accessOf: ({ bot_token: token = '' }, account) => ({ token, inbound: inboundOf(account) }),
    },
    guardOf: ({ inbound }) => (inbound.by === 'webhook' ? { secret: inbound.secret } : undefined),
    load,
    open: async (opening, access) => {
      const { openTelegram } = await load();
      return openTelegram(opening, access, { ...needs, apiRoot });
    },
    routes: (hookOf) => async (server) => {
      for (const path of [PATH, `${PATH}/:account`])
        await server.register(webhookRoute({ path, hookOf, log: needs.log }));
    },
  };
}

const inboundIn = (settings: Exclude<TelegramSettings, { is: 'off' }>): Inbound =>
  settings.is === 'webhook' ? { by: 'webhook', url: settings.url, secret: settings.secret } : { by: 'polling' };
