import { resolve } from 'node:path';
import type { Channel } from '#core/chat/channels.ts';
import { databaseUrl } from './database-url.ts';
import { type EgressTarget, egressTargets } from './egress-targets.ts';
import type { Env } from './env.ts';
import { type MediaSettings, mediaSettings } from './media-settings.ts';
import { SettingsError } from './settings-error.ts';
import { type TeamsSettings, teamsSettings } from './teams-settings.ts';
import { type TelegramSettings, telegramSettings } from './telegram-settings.ts';
import { urlOf } from './url-of.ts';
import { type WhatsAppSettings, whatsAppSettings } from './whatsapp-settings.ts';

/** The account of each channel that the settings describe. */
export type ChannelSettings = {
  readonly telegram: TelegramSettings;
  readonly whatsapp: WhatsAppSettings;
  readonly teams: TeamsSettings;
};

/** Everything that can be set from outside, checked once. */
export type Settings = ChannelSettings & {
  readonly host: string;
  /** 0: any free one, for tests. */
  readonly port: number;
  /** The outside address for links and webhooks, without a slash at the end; undefined: where the server listens. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  readonly database: { readonly is: 'postgres'; readonly url: string } | { readonly is: 'embedded' };
  readonly media: MediaSettings;
  /** The slug of the company that the accounts of the settings belong to; undefined: the first made. */
  readonly company: string | undefined;
  readonly mail: { readonly is: 'smtp'; readonly url: string; readonly from: string } | { readonly is: 'kept' };
  /** Undefined: made and stored in dataDir. */
  readonly secretKey: string | undefined;
  readonly egressAllow: readonly EgressTarget[];
  readonly logLevel: LogLevel;
  /** Whether an empty store may be filled with the demo company and the playground shown. */
  readonly demo: boolean;
};

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/**
 * Reads the settings; throws a SettingsError that names the first wrong one. An empty value counts as not set, and what
 * is around a value never belongs to it: secrets in files end with a newline (Docker, Kubernetes).
 */
export function readSettings(raw: Env): Settings {
  const given = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, value?.trim()]));
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  const host = env.HOST ?? '127.0.0.1';
  const publicUrl = env.PUBLIC_URL === undefined ? undefined : outsideUrl(env.PUBLIC_URL);
  const dataDir = resolve(env.DATA_DIR ?? './data');
  const channels = {
    telegram: telegramSettings(env, publicUrl),
    whatsapp: whatsAppSettings(env, dataDir),
    teams: teamsSettings(given, LOOPBACK.includes(host)),
  } satisfies ChannelSettings & Record<Channel, { readonly is: string }>;
  const database = databaseOf(env);
  const egressAllow = egressTargets(env.EGRESS_ALLOW ?? '');
  return {
    host,
    port: portOf(env.PORT ?? '3000'),
    publicUrl,
    dataDir,
    database,
    media: mediaSettings(env, dataDir, egressAllow),
    ...channels,
    company: env.COMPANY,
    mail: mailOf(env),
    secretKey: secretKeyOf(env),
    egressAllow,
    logLevel: logLevelOf(env.LOG_LEVEL ?? 'info'),
    demo:
      database.is === 'embedded' &&
      Object.values(channels).every((channel) => channel.is === 'off') &&
      LOOPBACK.includes(host),
  };
}

function portOf(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port <= 65535) return port;
  throw new SettingsError(`PORT: "${value}" is no port; it is a number from 1 to 65535`);
}

function outsideUrl(value: string): string {
  const url = urlOf('PUBLIC_URL', value, ['http:', 'https:']);
  if (url.search || url.hash || url.username)
    throw new SettingsError('PUBLIC_URL: give the address only, without user, query or fragment');
  return url.href.replace(/\/+$/, '');
}

function databaseOf(env: Env): Settings['database'] {
  if (env.DATABASE_URL === undefined) return { is: 'embedded' };
  return { is: 'postgres', url: databaseUrl(env.DATABASE_URL) };
}

function mailOf(env: Env): Settings['mail'] {
  const { SMTP_URL: url, MAIL_FROM: from } = env;
  if (from !== undefined && !/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from))
    throw new SettingsError('MAIL_FROM: give one address, as office@example.com or "Office <office@example.com>"');
  if (url === undefined) return { is: 'kept' };
  urlOf('SMTP_URL', url, ['smtp:', 'smtps:']);
  if (from === undefined) throw new SettingsError('MAIL_FROM: is needed where SMTP_URL is set');
  return { is: 'smtp', url, from };
}

function secretKeyOf(env: Env): string | undefined {
  if (env.SECRET_KEY !== undefined && env.SECRET_KEY.length < 32)
    throw new SettingsError('SECRET_KEY: is too short; use at least 32 random characters');
  return env.SECRET_KEY;
}

function logLevelOf(value: string): LogLevel {
  const level = LOG_LEVELS.find((each) => each === value);
  if (level) return level;
  throw new SettingsError(`LOG_LEVEL: "${value}" is none; use one of ${LOG_LEVELS.join(', ')}`);
}
