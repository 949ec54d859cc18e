import { TELEGRAM_CREDENTIALS } from '#adapters/telegram/credentials.ts';
import type { Env } from './env.ts';
import { SettingsError } from './settings-error.ts';
import { urlOf } from './url-of.ts';

/** Where the Telegram account of the settings gets its updates from. */
export type TelegramSettings =
  | { readonly is: 'off' }
  | {
      readonly is: 'webhook';
      readonly token: string;
      readonly apiRoot: string | undefined;
      readonly secret: string;
      /** Told to Telegram at start; undefined: the operator calls setWebhook. */
      readonly url: string | undefined;
    }
  | { readonly is: 'polling'; readonly token: string; readonly apiRoot: string | undefined };

const NAMES = ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_API_ROOT', 'TELEGRAM_WEBHOOK_SECRET'];

export function telegramSettings(env: Env, publicUrl: string | undefined): TelegramSettings {
  const unknown = Object.keys(env).find((name) => name.startsWith('TELEGRAM_') && !NAMES.includes(name));
  if (unknown) throw new SettingsError(`${unknown}: there is no such setting; known are ${NAMES.join(', ')}`);
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root, TELEGRAM_WEBHOOK_SECRET: secret } = env;
  const apiRoot = root === undefined ? undefined : urlOf('TELEGRAM_API_ROOT', root, ['http:', 'https:']).href;
  if (token === undefined) {
    const half = NAMES.find((name) => env[name] !== undefined);
    if (half) throw new SettingsError(`TELEGRAM_BOT_TOKEN: is needed where ${half} is set`);
    return { is: 'off' };
  }
  if (!new RegExp(TELEGRAM_CREDENTIALS.bot_token.pattern).test(token))
    throw new SettingsError('TELEGRAM_BOT_TOKEN: is no token; BotFather gives one that looks like 123456:ABC…');
  const account = { token, apiRoot: apiRoot?.replace(/\/+$/, '') };
  if (secret === undefined) return { is: 'polling', ...account };
  if (!/^[A-Za-z0-9_-]{1,256}$/.test(secret))
    throw new SettingsError('TELEGRAM_WEBHOOK_SECRET: is 1 to 256 characters of A-Z, a-z, 0-9, _ and -');
  return { is: 'webhook', ...account, secret, url: publicUrl && `${publicUrl}/webhooks/telegram` };
}
