import { createHmac } from 'node:crypto';
import { linkPage } from '#adapters/whatsapp/web/link-page.ts';
import type { LinkedPhone, PhoneState } from '#adapters/whatsapp/web/linked-phone.ts';
import type { WhatsAppSettings } from '#bots/settings/whatsapp-settings.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import type { ChannelDriver } from './channel-driver.ts';
import type { WebAccount, WebNeeds } from './open-whatsapp-web.ts';

const load = () => import('./open-whatsapp-web.ts');

type Needs = WebNeeds & {
  /** Signs the address of the link page. */
  readonly secretKey: string;
  /** Where that page is reached. */
  readonly publicUrl: string;
  readonly pace: ChannelPace;
};

/**
 * The office's own phone, by the settings alone: it needs a browser, and a folder for its session, of one machine, so that
 * an office can't add one for all processes of the deployment.
 */
export function whatsAppWebDriver(
  settings: WhatsAppSettings,
  { secretKey, publicUrl, pace, ...needs }: Needs,
): ChannelDriver<WebAccount, never, never> & { readonly phone: () => PhoneState | undefined } {
  const key = createHmac('sha256', secretKey).update('whatsapp link page').digest('base64url');
  let phone: LinkedPhone | undefined;
  let office: string | undefined;
  const state = (): PhoneState => phone?.state ?? { is: 'starting' };
  return {
    phone: () => (settings.is === 'web' ? state() : undefined),
    channel: 'whatsapp',
    transport: 'web',
    title: 'WhatsApp Web',
    pace,
    settings:
      settings.is === 'web'
        ? { externalId: 'web', access: { ...settings, page: `${publicUrl}/whatsapp/link/${key}` } }
        : undefined,
    own: undefined,
    guardOf: () => undefined,
    load,
    open: async (opening, access) => {
      const { openWhatsAppWeb } = await load();
      office = (await needs.companies.officeOf(opening.account.company))?.name;
      const account = openWhatsAppWeb(opening, access, needs);
      phone = account.phone;
      return account;
    },
    routes: () => async (server) => {
      if (settings.is !== 'web') return;
      await server.register(linkPage({ key, state, office: () => office }));
    },
  };
}
