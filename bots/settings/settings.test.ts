import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { secretKeyIn } from '#bots/secret-key.ts';
import { readSettings } from './settings.ts';
import { SettingsError } from './settings-error.ts';

const TOKEN = '123456:AAF-secret_token';
const CLOUD = {
  WHATSAPP_TRANSPORT: 'cloud',
  WHATSAPP_PHONE_NUMBER_ID: '1055',
  WHATSAPP_ACCESS_TOKEN: 'EAAhunter2',
  WHATSAPP_APP_SECRET: 'hunter2',
  WHATSAPP_VERIFY_TOKEN: 'hunter2',
};

const APP = {
  MicrosoftAppId: '00000000-0000-4000-8000-00000000000a',
  MicrosoftAppPassword: 'hunter2',
  MicrosoftAppTenantId: '00000000-0000-4000-8000-00000000000b',
};

const S3 = {
  MEDIA_URL: 's3://photos/chat/media/',
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'INVENTED',
  AWS_SECRET_ACCESS_KEY: 'hunter2',
};

describe('settings', () => {
  it('needs none', () => {
    const settings = readSettings({});

    expect(settings).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      database: { is: 'embedded' },
      telegram: { is: 'off' },
      mail: { is: 'kept' },
      logLevel: 'info',
      demo: true,
    });
    expect(settings.dataDir).toMatch(/\/data$/);
    expect(settings.media).toEqual({ is: 'folder', folder: `${settings.dataDir}/media` });
  });

  it.each([
    { DATABASE_URL: 'postgres://u:p@127.0.0.1/tesoro' },
    { TELEGRAM_BOT_TOKEN: TOKEN },
    { HOST: '0.0.0.0' },
    CLOUD,
  ])('shows no demo with %o', (env) => {
    expect(readSettings(env).demo).toBe(false);
  });

  it('polls Telegram without a webhook secret, and listens with one', () => {
    expect(readSettings({ TELEGRAM_BOT_TOKEN: TOKEN }).telegram).toEqual({
      is: 'polling',
      token: TOKEN,
      apiRoot: undefined,
    });
    expect(
      readSettings({
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
        TELEGRAM_WEBHOOK_SECRET: 's3cret',
        PUBLIC_URL: 'https://chat.example.com/',
      }).telegram,
    ).toEqual({
      is: 'webhook',
      token: TOKEN,
      apiRoot: 'http://127.0.0.1:8081',
      secret: 's3cret',
      url: 'https://chat.example.com/webhooks/telegram',
    });
  });

  it('speaks WhatsApp by the Cloud API, at Meta unless told otherwise', () => {
    expect(readSettings(CLOUD).whatsapp).toEqual({
      is: 'cloud',
      phoneNumberId: '1055',
      accessToken: 'EAAhunter2',
      appSecret: 'hunter2',
      verifyToken: 'hunter2',
      apiRoot: 'https://graph.facebook.com/v25.0',
    });
    expect(readSettings({ ...CLOUD, WHATSAPP_API_ROOT: 'http://127.0.0.1:9/v23.0/' }).whatsapp).toMatchObject({
      apiRoot: 'http://127.0.0.1:9/v23.0',
    });
  });

  it("speaks WhatsApp through the office's own phone, its session kept with the data unless told otherwise", () => {
    const web = { WHATSAPP_TRANSPORT: 'web', CHROMIUM_PATH: process.execPath, DATA_DIR: '/srv/chat' };
    expect(readSettings(web).whatsapp).toEqual({
      is: 'web',
      session: '/srv/chat/whatsapp-web',
      chromium: process.execPath,
      standIn: undefined,
    });
    expect(
      readSettings({ ...web, WHATSAPP_WEB_SESSION: '/srv/s', WHATSAPP_API_ROOT: 'https://127.0.0.1:9/' }).whatsapp,
    ).toMatchObject({ session: '/srv/s', standIn: '127.0.0.1:9' });
  });

  it('speaks Teams with the id of a bot, and without one on loopback alone', () => {
    expect(readSettings(APP).teams).toEqual({
      is: 'on',
      appId: APP.MicrosoftAppId,
      password: 'hunter2',
      openIdUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      loginUrl: `https://login.microsoftonline.com/${APP.MicrosoftAppTenantId}/oauth2/v2.0/token`,
      issuer: 'https://api.botframework.com',
      serviceHosts: ['smba.trafficmanager.net'],
    });
    expect(readSettings({ MicrosoftAppId: '' }).teams).toMatchObject({ is: 'on', appId: '' });
    expect(readSettings({}).teams).toEqual({ is: 'off' });
  });

  it.each([
    [{}, 'https://photos.s3.eu-west-1.amazonaws.com', 'chat/media'],
    [{ MEDIA_URL: 's3://my.photos' }, 'https://s3.eu-west-1.amazonaws.com/my.photos', ''],
    [{ AWS_ENDPOINT_URL: 'https://files.example.com/' }, 'https://files.example.com/photos', 'chat/media'],
    [
      { AWS_ENDPOINT_URL_S3: 'http://files.inner:9000', EGRESS_ALLOW: 'files.inner:9000' },
      'http://files.inner:9000/photos',
      'chat/media',
    ],
  ])('reads where a bucket is, with %o', (more, bucketUrl, prefix) => {
    expect(readSettings({ ...S3, ...more }).media).toEqual({
      ...{ is: 's3', bucketUrl, prefix, region: 'eu-west-1', accessKeyId: 'INVENTED' },
      ...{ secretAccessKey: 'hunter2', sessionToken: undefined },
    });
  });

  it.each([
    { ...CLOUD, WHATSAPP_API_ROOT: 'http://127.0.0.1:9/v23.0/' },
    { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: 's3cret', PUBLIC_URL: 'https://chat.example.com' },
    { ...APP, TEAMS_ISSUER: 'https://issuer.example.com', TEAMS_SERVICE_HOSTS: 'a.example.com' },
    { ...S3, AWS_SESSION_TOKEN: 'hunter2', DATA_DIR: '/srv/chat', COMPANY: 'blue-door', HOST: '::1', PORT: '80' },
    { SMTP_URL: 'smtp://u:p@mail', MAIL_FROM: 'a@b.c', SECRET_KEY: 'k'.repeat(32), LOG_LEVEL: 'warn' },
    { DATABASE_URL: 'postgres://u:p@127.0.0.1/tesoro', EGRESS_ALLOW: '127.0.0.1:9' },
  ])('takes no blank or newline around a value for a part of it: %o', (env) => {
    const around = (blanks: readonly [before: string, behind: string]) =>
      Object.fromEntries(Object.entries(env).map(([name, value]) => [name, blanks[0] + value + blanks[1]]));

    for (const blanks of [
      ['', '\n'],
      [' ', ' '],
      ['\t', '\r\n'],
      ['\ufeff', '\u00a0'],
    ] as const)
      expect(readSettings(around(blanks))).toEqual(readSettings(env));
  });

  it.each([
    ['?sslmode=require&channel_binding=require', '?sslmode=require'],
    ['?schema=public&connection_limit=1&pool_timeout=0&connect_timeout=300', ''],
    ['?pgbouncer=false&sslmode=prefer', '?sslmode=prefer'],
    ['?ssl=true', '?sslmode=require'],
    ['?sslmode=no-verify', '?sslmode=require'],
    ['?sslmode=verify-ca', '?sslmode=verify-full'],
    ['?sslmode=verify-full&sslrootcert=system', '?sslrootcert=system&sslmode=verify-full'],
    ['?supa=base-pooler.x&sslmode=disable', '?sslmode=disable'],
    ['?sslmode=require&options=endpoint%3Dep-cool-1', '?options=endpoint%3Dep-cool-1&sslmode=require'],
    [
      '?application_name=chat&gssencmode=disable&target_session_attrs=read-write&keepalives=1',
      '?application_name=chat&target_session_attrs=read-write',
    ],
  ])('reads the address of a database as its hoster prints it: %s', (given, query) => {
    const url = (search: string) => `postgres://u:p%40@db.example.com:5432/tesoro${search}`;

    expect(readSettings({ DATABASE_URL: url(given) }).database).toEqual({ is: 'postgres', url: url(query) });
  });

  it.each([
    'pgbouncer=true',
    'schema=office',
    'sslmode=maybe',
    'ssl=hunter2',
    'sslrootcert=/ca.pem',
    'host=/run/pg',
    'sslcert=a',
  ])('names what of the address of a database can not be: %s', (parameter) => {
    const error = thrownBy(() => readSettings({ DATABASE_URL: `postgres://u:hunter2@db/x?a=b&${parameter}` }));

    expect(error).toBeInstanceOf(SettingsError);
    expect(error.message).toMatch(new RegExp(`^DATABASE_URL: ${parameter.split('=')[0]}\\b`));
    expect(error.message).not.toMatch(/\n|hunter2/);
  });

  it('counts blanks alone as not set', () => {
    expect(readSettings({ PORT: ' ', DATABASE_URL: '\n', WHATSAPP_TRANSPORT: ' ' })).toEqual(readSettings({}));
  });

  it('reads where outgoing calls may go besides public addresses', () => {
    expect(readSettings({ EGRESS_ALLOW: '127.0.0.1:9000, Mail.inner:25,[::1]:80' }).egressAllow).toEqual([
      { host: '127.0.0.1', port: 9000 },
      { host: 'mail.inner', port: 25 },
      { host: '[::1]', port: 80 },
    ]);
  });

  it.each([
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '3000x' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'chat.example.com' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://chat.example.com/?a=1' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://root:hunter2@db/x' }],
    ['MEDIA_URL', { MEDIA_URL: 'https://files.example.com' }],
    ['MEDIA_URL', { ...S3, MEDIA_URL: 's3://b' }],
    ['MEDIA_URL', { ...S3, MEDIA_URL: 's3://hunter2@bucket' }],
    ['AWS_ACCESS_KEY_ID', { MEDIA_URL: 's3://bucket' }],
    ['AWS_SECRET_ACCESS_KEY', { ...S3, AWS_SECRET_ACCESS_KEY: '' }],
    ['AWS_REGION', { ...S3, AWS_REGION: '' }],
    ['AWS_ENDPOINT_URL', { ...S3, AWS_ENDPOINT_URL: 'http://files.inner:9000' }],
    ['TELEGRAM_BOT_TOKEN', { TELEGRAM_BOT_TOKEN: 'hunter2' }],
    ['TELEGRAM_BOT_TOKEN', { TELEGRAM_WEBHOOK_SECRET: 'hunter2' }],
    ['TELEGRAM_WEBHOOK_SECRET', { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: 'hunter2 !' }],
    ['TELEGRAM_API_ROOT', { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'ftp://x' }],
    ['TELEGRAM_TOKEN', { TELEGRAM_TOKEN: TOKEN }],
    ['WHATSAPP_TRANSPORT', { WHATSAPP_TRANSPORT: 'sms' }],
    ['WHATSAPP_TRANSPORT', { WHATSAPP_ACCESS_TOKEN: 'hunter2' }],
    ['WHATSAPP_PHONE_NUMBER_ID', { WHATSAPP_TRANSPORT: 'cloud' }],
    ['WHATSAPP_PHONE_NUMBER_ID', { ...CLOUD, WHATSAPP_PHONE_NUMBER_ID: '+34 600 000 000' }],
    ['WHATSAPP_ACCESS_TOKEN', { WHATSAPP_TRANSPORT: 'cloud', WHATSAPP_PHONE_NUMBER_ID: '10' }],
    ['WHATSAPP_ACCESS_TOKEN', { ...CLOUD, WHATSAPP_ACCESS_TOKEN: 'hunter2\nhunter2' }],
    ['WHATSAPP_API_ROOT', { ...CLOUD, WHATSAPP_API_ROOT: 'https://graph.example.com' }],
    ['WHATSAPP_ACCESS_TOKEN', { WHATSAPP_TRANSPORT: 'web', WHATSAPP_ACCESS_TOKEN: 'hunter2' }],
    ['WHATSAPP_WEB_SESSION', { ...CLOUD, WHATSAPP_WEB_SESSION: '/srv/session' }],
    ['WHATSAPP_API_ROOT', { WHATSAPP_TRANSPORT: 'web', WHATSAPP_API_ROOT: 'https://web.example.com' }],
    ['CHROMIUM_PATH', { WHATSAPP_TRANSPORT: 'web', CHROMIUM_PATH: '/nowhere/chromium' }],
    ['WHATSAPP_TOKEN', { ...CLOUD, WHATSAPP_TOKEN: 'hunter2' }],
    ['MicrosoftAppId', { MicrosoftAppId: 'x' }],
    ['MicrosoftAppId', { HOST: '0.0.0.0', TEAMS_ISSUER: 'x' }],
    ['MicrosoftAppPassword', { MicrosoftAppId: APP.MicrosoftAppId }],
    ['MicrosoftAppTenantId', { ...APP, MicrosoftAppTenantId: '' }],
    ['MicrosoftAppType', { ...APP, MicrosoftAppType: 'MultiTenant' }],
    ['TEAMS_SERVICE_HOSTS', { ...APP, TEAMS_SERVICE_HOSTS: '*.trafficmanager.net' }],
    ['TEAMS_LOGIN_URL', { ...APP, TEAMS_LOGIN_URL: 'login' }],
    ['TEAMS_TOKEN', { ...APP, TEAMS_TOKEN: 'x' }],
    ['SMTP_URL', { SMTP_URL: 'http://u:hunter2@mail', MAIL_FROM: 'a@b.c' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail', MAIL_FROM: 'a@b.c\r\nBcc: d@e.f' }],
    ['SECRET_KEY', { SECRET_KEY: 'hunter2' }],
    ['EGRESS_ALLOW', { EGRESS_ALLOW: '127.0.0.1' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('names %s in one line where it is wrong, without a secret', (name, env) => {
    const error = thrownBy(() => readSettings(env));

    expect(error).toBeInstanceOf(SettingsError);
    expect(error.message).toMatch(new RegExp(`^${name}: `));
    expect(error.message).not.toMatch(/\n|hunter2/);
  });

  it('makes a secret key once and keeps it from other users', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'key-')), 'data');

    const keys = await Promise.all([secretKeyIn(folder), secretKeyIn(folder), secretKeyIn(folder)]);

    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toHaveLength(43);
    expect(await readFile(join(folder, 'secret-key'), 'utf8')).toBe(keys[0]);
    expect((await stat(join(folder, 'secret-key'))).mode & 0o777).toBe(0o600);
  });

  it('does not replace a damaged secret key, which would make all that it sealed unreadable', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'key-'));
    await writeFile(join(folder, 'secret-key'), '');

    await expect(secretKeyIn(folder)).rejects.toThrow(/^SECRET_KEY: /);
  });
});

function thrownBy(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}
