import { CLOUD_CREDENTIALS } from '#adapters/whatsapp/cloud/credentials.ts';
import { webhookRoute } from '#adapters/whatsapp/cloud/webhook-route.ts';
import { GRAPH, type WhatsAppSettings } from '#bots/settings/whatsapp-settings.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import type { ChannelDriver } from './channel-driver.ts';
import type { CloudAccount, CloudNeeds } from './open-whatsapp-cloud.ts';

type Needs = Omit<CloudNeeds, 'apiRoot'> & {
  readonly pace: ChannelPace;
};
type Guard = Pick<CloudAccount, 'verifyToken' | 'appSecret'>;

const load = () => import('./open-whatsapp-cloud.ts');
const PATH = '/webhooks/whatsapp';

/** Numbers at the Cloud API: that of the settings and those of the offices. */
export function whatsAppCloudDriver(
  settings: WhatsAppSettings,
  { pace, ...needs }: Needs,
): ChannelDriver<CloudAccount, Guard> {
  const apiRoot = settings.is === 'cloud' ? settings.apiRoot : GRAPH;
  return {
    channel: 'whatsapp',
    transport: 'cloud',
    title: 'WhatsApp',
    pace,
    settings: settings.is === 'cloud' ? { externalId: settings.phoneNumberId, access: settings } : undefined,
    own: {
      fields: CLOUD_CREDENTIALS,
      externalIdOf: ({ phone_number_id: id = '' }) => id,
      isCalled: true,
      accessOf: ({
        phone_number_id: phoneNumberId = '',
        access_token: accessToken = '',
        app_secret: appSecret = '',
        verify_token: verifyToken = '',
      }) => ({ phoneNumberId, accessToken, appSecret, verifyToken }),
    },
    guardOf: ({ verifyToken, appSecret }) => ({ verifyToken, appSecret }),
    load,
    open: async (opening, access) => {
      const { openWhatsAppCloud } = await load();
      return openWhatsAppCloud(opening, access, { ...needs, apiRoot });
    },
    routes: (hookOf) => async (server) => {
      for (const path of [PATH, `${PATH}/:account`])
        await server.register(webhookRoute({ path, hookOf, log: needs.log }));
    },
  };
}
