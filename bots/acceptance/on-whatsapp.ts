import type { NumberOptions } from '#adapters/whatsapp/cloud/stand-in/number.ts';
import { createGraphStandIn } from '#adapters/whatsapp/cloud/stand-in/server.ts';
import { templateDefinitions } from '#adapters/whatsapp/cloud/templates.ts';
import type { Clock } from '#core/clock.ts';
import { atTheEnd } from '#db/testing.ts';
import { aWhatsAppPhone, type WhatsAppPhone } from './a-whatsapp-phone.ts';
import { anOffice, type Client, type Office } from './an-office.ts';

export const NUMBER = '105500000000001';
export const APP_SECRET = 'acceptance_app_secret';
const ACCESS_TOKEN = 'EAAacceptance_token';
const VERIFY_TOKEN = 'acceptance_verify';

/** An office on Telegram and on the Cloud API at once; all is closed when the test or `describe` ends. */
export async function anOfficeOnWhatsApp({
  clock,
  also = [],
  tokenEndsAt,
}: {
  readonly clock?: Clock;
  readonly tokenEndsAt?: Date;
  readonly also?: readonly NumberOptions[];
} = {}) {
  const graph = await createGraphStandIn({
    numbers: [
      {
        phoneNumberId: NUMBER,
        displayPhoneNumber: '34600000001',
        accessToken: ACCESS_TOKEN,
        appSecret: APP_SECRET,
        verifyToken: VERIFY_TOKEN,
        ...(tokenEndsAt ? { tokenEndsAt } : {}),
      },
      ...also,
    ],
    rateLimits: false,
    ...(clock ? { clock: () => clock.now() } : {}),
  });
  atTheEnd(() => graph.close());
  const office = await anOffice({
    ...(clock ? { clock } : {}),
    more: {
      WHATSAPP_TRANSPORT: 'cloud',
      WHATSAPP_PHONE_NUMBER_ID: NUMBER,
      WHATSAPP_ACCESS_TOKEN: ACCESS_TOKEN,
      WHATSAPP_APP_SECRET: APP_SECRET,
      WHATSAPP_VERIFY_TOKEN: VERIFY_TOKEN,
      WHATSAPP_API_ROOT: graph.root,
    },
  });
  await graph.webhook(NUMBER, `${office.url}/webhooks/whatsapp`);
  for (const definition of templateDefinitions()) graph.number().templates.submit(definition);
  for (const language of ['en', 'nl']) graph.approve(language);
  let people = 0;

  return {
    ...office,
    graph,
    /** Somebody with a number and an id of the platform, as most have. */
    whatsApp: (name: string, more?: string): WhatsAppPhone => {
      people += 1;
      const [waId, userId] = [`3461000000${people}`, `ES.9000000000000${people}`];
      return aWhatsAppPhone(graph.person({ name, waId, userId }), office.settled, more);
    },
  };
}

/** By the office's link, the e-mail and the code from the mail, then to Home. */
export async function signsInOnWhatsApp(
  { made, mailbox }: Pick<Office, 'made' | 'mailbox'>,
  phone: WhatsAppPhone,
  { email }: Pick<Client, 'email'>,
): Promise<void> {
  await phone.writes(`START ${made.invite_code}`);
  const before = mailbox.to(email).length;
  await phone.writes(email);
  await phone.writes(await mailbox.codeFor(email, before));
  await phone.writes('/home');
}
