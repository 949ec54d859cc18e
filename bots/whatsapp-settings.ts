import type { Env } from './env.ts';
import { SettingsError } from './settings-error.ts';
import { urlOf } from './url-of.ts';

/** How the WhatsApp account of the settings speaks: by Meta's Cloud API. */
export type WhatsAppSettings =
  | { readonly is: 'off' }
  | {
      readonly is: 'cloud';
      readonly phoneNumberId: string;
      readonly accessToken: string;
      readonly appSecret: string;
      readonly verifyToken: string;
      /** With the version, without a slash at the end. */
      readonly apiRoot: string;
    };

/** Meta keeps a version for two years (Graph API, versioning). */
const GRAPH = 'https://graph.facebook.com/v25.0';
const CLOUD = [
  'WHATSAPP_PHONE_NUMBER_ID',
  'WHATSAPP_ACCESS_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
] as const;
const NAMES: readonly string[] = ['WHATSAPP_TRANSPORT', 'WHATSAPP_API_ROOT', ...CLOUD];

export function whatsAppSettings(env: Env): WhatsAppSettings {
  const given = Object.keys(env).filter((name) => name.startsWith('WHATSAPP_'));
  const unknown = given.find((name) => !NAMES.includes(name));
  if (unknown) throw new SettingsError(`${unknown}: there is no such setting; known are ${NAMES.join(', ')}`);
  const { WHATSAPP_TRANSPORT: transport } = env;
  switch (transport) {
    case undefined: {
      const [half] = given;
      if (half) throw new SettingsError(`WHATSAPP_TRANSPORT: is needed where ${half} is set; it is cloud`);
      return { is: 'off' };
    }
    case 'cloud':
      return cloudOf(env);
    case 'web':
      throw new SettingsError(
        "WHATSAPP_TRANSPORT: this version has no way through an office's own phone yet; use cloud",
      );
    default:
      throw new SettingsError('WHATSAPP_TRANSPORT: is not cloud');
  }
}

function cloudOf(env: Env): WhatsAppSettings {
  const needed = (name: (typeof CLOUD)[number]): string => {
    const value = env[name];
    if (value === undefined) throw new SettingsError(`${name}: is needed where WHATSAPP_TRANSPORT is cloud`);
    return value;
  };
  const phoneNumberId = needed('WHATSAPP_PHONE_NUMBER_ID');
  if (!/^\d{1,32}$/.test(phoneNumberId))
    throw new SettingsError("WHATSAPP_PHONE_NUMBER_ID: is Meta's number of digits for the phone, not the phone itself");
  const root = env.WHATSAPP_API_ROOT ?? GRAPH;
  const { href } = urlOf('WHATSAPP_API_ROOT', root, ['http:', 'https:']);
  if (!/\/v\d+\.\d+\/?$/.test(href))
    throw new SettingsError('WHATSAPP_API_ROOT: ends with the version, such as https://graph.facebook.com/v25.0');
  return {
    is: 'cloud',
    phoneNumberId,
    accessToken: needed('WHATSAPP_ACCESS_TOKEN'),
    appSecret: needed('WHATSAPP_APP_SECRET'),
    verifyToken: needed('WHATSAPP_VERIFY_TOKEN'),
    apiRoot: href.replace(/\/+$/, ''),
  };
}
