import { join, resolve } from 'node:path';
import { CLOUD_CREDENTIALS } from '#adapters/whatsapp/cloud/credentials.ts';
import type { Env } from './env.ts';
import { findChromium } from './find-chromium.ts';
import { SettingsError } from './settings-error.ts';
import { urlOf } from './url-of.ts';

/** How the WhatsApp account of the settings speaks: by Meta's Cloud API, or through the office's own phone. */
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
      /** The folder that keeps the linked session. */
      readonly session: string;
      readonly chromium: string;
      /** `host:port` on loopback of what takes the place of web.whatsapp.com; undefined: the real one. */
      readonly standIn: string | undefined;
    };

/** Meta keeps a version for two years (Graph API, versioning). */
export const GRAPH = 'https://graph.facebook.com/v25.0';
const CLOUD = [
  'WHATSAPP_PHONE_NUMBER_ID',
  'WHATSAPP_ACCESS_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
] as const;
const NAMES: readonly string[] = ['WHATSAPP_TRANSPORT', 'WHATSAPP_API_ROOT', 'WHATSAPP_WEB_SESSION', ...CLOUD];

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
      refuse(env, ['WHATSAPP_WEB_SESSION'], transport);
      return cloudOf(env);
    case 'web':
      refuse(env, CLOUD, transport);
      return webOf(env, dataDir);
    default:
      throw new SettingsError('WHATSAPP_TRANSPORT: is neither cloud nor web');
  }
}

/** Half of one way and half of the other is a mistake. */
function refuse(env: Env, names: readonly string[], transport: string) {
  const name = names.find((each) => env[each] !== undefined);
  if (name) throw new SettingsError(`${name}: does not go with WHATSAPP_TRANSPORT ${transport}; leave it out`);
}

function webOf(env: Env, dataDir: string): WhatsAppSettings {
  const chromium = findChromium(env.CHROMIUM_PATH);
  if (!chromium) {
    const where = env.CHROMIUM_PATH === undefined ? 'in the usual places' : `at ${env.CHROMIUM_PATH}`;
    throw new SettingsError(
      `CHROMIUM_PATH: there is no Chromium ${where}; WhatsApp Web needs one (on Debian: apt-get install chromium)`,
    );
  }
  const session = resolve(env.WHATSAPP_WEB_SESSION ?? join(dataDir, 'whatsapp-web'));
  return { is: 'web', session, chromium, standIn: standInOf(env.WHATSAPP_API_ROOT) };
}

/** The browser takes any certificate there, so it must not be able to leave the machine. */
function standInOf(root: string | undefined): string | undefined {
  if (root === undefined) return undefined;
  const { hostname, host } = urlOf('WHATSAPP_API_ROOT', root, ['https:']);
  if (hostname === '127.0.0.1') return host;
  throw new SettingsError('WHATSAPP_API_ROOT: WhatsApp Web is the real one, or a stand-in at https://127.0.0.1:…');
}

function cloudOf(env: Env): WhatsAppSettings {
  const needed = (name: (typeof CLOUD)[number]): string => {
    const value = env[name];
    if (value === undefined) throw new SettingsError(`${name}: is needed where WHATSAPP_TRANSPORT is cloud`);
    return value;
  };
  const phoneNumberId = needed('WHATSAPP_PHONE_NUMBER_ID');
  if (!new RegExp(CLOUD_CREDENTIALS.phone_number_id.pattern).test(phoneNumberId))
    throw new SettingsError("WHATSAPP_PHONE_NUMBER_ID: is Meta's number of digits for the phone, not the phone itself");
  const accessToken = needed('WHATSAPP_ACCESS_TOKEN');
  if (!new RegExp(CLOUD_CREDENTIALS.access_token.pattern).test(accessToken))
    throw new SettingsError('WHATSAPP_ACCESS_TOKEN: is no token; Meta’s is one word of letters and digits');
  const root = env.WHATSAPP_API_ROOT ?? GRAPH;
  const { href } = urlOf('WHATSAPP_API_ROOT', root, ['http:', 'https:']);
  if (!/\/v\d+\.\d+\/?$/.test(href))
    throw new SettingsError('WHATSAPP_API_ROOT: ends with the version, such as https://graph.facebook.com/v25.0');
  return {
    is: 'cloud',
    phoneNumberId,
    accessToken,
    appSecret: needed('WHATSAPP_APP_SECRET'),
    verifyToken: needed('WHATSAPP_VERIFY_TOKEN'),
    apiRoot: href.replace(/\/+$/, ''),
  };
}
