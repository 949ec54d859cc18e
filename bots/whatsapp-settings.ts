import { resolve } from 'node:path';
import type { Env } from './env.ts';
import { SettingsError } from './settings-error.ts';
import { urlOf } from './url-of.ts';

/** How the WhatsApp account of the settings speaks: by Meta's Cloud API, or through an office's own phone. */
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
    }
  | {
      readonly is: 'web';
      /** The folder with the linked session: a credential. */
      readonly session: string;
      /** Undefined: the Chromium of this machine. */
      readonly chromiumPath: string | undefined;
    };

/** Meta keeps a version for two years (Graph API, versioning). */
const GRAPH = 'https://graph.facebook.com/v25.0';
const CLOUD = [
  'WHATSAPP_PHONE_NUMBER_ID',
  'WHATSAPP_ACCESS_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
] as const;
const WEB = ['WHATSAPP_WEB_SESSION', 'CHROMIUM_PATH'] as const;
const NAMES: readonly string[] = ['WHATSAPP_TRANSPORT', 'WHATSAPP_API_ROOT', ...CLOUD, ...WEB];

export function whatsAppSettings(env: Env, dataDir: string): WhatsAppSettings {
  const given = Object.keys(env).filter((name) => name.startsWith('WHATSAPP_'));
  const unknown = given.find((name) => !NAMES.includes(name));
  if (unknown) throw new SettingsError(`${unknown}: there is no such setting; known are ${NAMES.join(', ')}`);
  const { WHATSAPP_TRANSPORT: transport } = env;
  switch (transport) {
    case undefined: {
      const [half] = given;
      if (half) throw new SettingsError(`WHATSAPP_TRANSPORT: is needed where ${half} is set; it is cloud or web`);
      return { is: 'off' };
    }
    case 'cloud':
      return cloudOf(env);
    case 'web':
      return webOf(env, dataDir);
    default:
      throw new SettingsError('WHATSAPP_TRANSPORT: is neither cloud nor web');
  }
}

function cloudOf(env: Env): WhatsAppSettings & { is: 'cloud' } {
  refuse(env, ['WHATSAPP_WEB_SESSION'], 'cloud');
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

function webOf(env: Env, dataDir: string): WhatsAppSettings & { is: 'web' } {
  refuse(env, [...CLOUD, 'WHATSAPP_API_ROOT'], 'web');
  const session = resolve(env.WHATSAPP_WEB_SESSION ?? `${dataDir}/whatsapp-web`);
  return { is: 'web', session, chromiumPath: env.CHROMIUM_PATH };
}

function refuse(env: Env, names: readonly string[], transport: string) {
  const other = names.find((name) => env[name] !== undefined);
  if (other) throw new SettingsError(`${other}: says nothing where WHATSAPP_TRANSPORT is ${transport}; leave it out`);
}
