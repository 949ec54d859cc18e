import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { vi } from 'vitest';
import { createTelegramStandIn, type TelegramStandIn } from '#adapters/telegram/stand-in/server.ts';
import { askServer } from '#bots/admin/admin-socket.ts';
import { type CreatedCompany, createCompany } from '#bots/admin/create-company.ts';
import { createLogger } from '#bots/create-logger.ts';
import { openDatabase } from '#bots/open-database.ts';
import { openProduct, type Product } from '#bots/product.ts';
import { readSettings } from '#bots/settings/settings.ts';
import { aProcessEnv, freePort } from '#bots/testing/a-server.ts';
import { GATHERING, type Gathering } from '#core/chat/owed.ts';
import type { Clock } from '#core/clock.ts';
import { createCompanies } from '#db/companies.ts';
import { atTheEnd, newDatabaseUrl, newId } from '#db/testing.ts';
import { aMailbox, type Mailbox } from './a-mailbox.ts';
import { aPhone, type Phone } from './a-phone.ts';

export type On = 'Postgres' | 'PGlite';
export type By = 'webhook' | 'polling';
export const TOKEN = '424242:AAacceptance_token';
export const SECRET = 'acceptance_secret';
/** A chat gets more at once than a person can tap, so that nobody waits for Telegram's pace. */
export const QUICK = { account: { perSecond: 1000, burst: 1000 }, chat: { perSecond: 1000, burst: 1000 } };

/** Seconds that an answer waits for further files where none are to come. */
export const HARDLY = 0.05;

/** Rows where something waits: asked after each deed of each test, so it is one statement and no call of the server. */
const WAITING = `
  select 1 from events where state = 'pending'
  union all select 1 from deliveries where state in ('queued', 'sending')
  limit 1`;

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies as a stranger would
export type Body = any;
export type Api = (
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: Body }>;

/** What a client of the office is given: a contact on a deal. */
export type Client = { readonly contact: string; readonly email: string; readonly deal: string };

export type Office = {
  /** What the operator was shown alone. */
  readonly shown: readonly string[];
  readonly telegram: TelegramStandIn;
  readonly mailbox: Mailbox;
  readonly env: Readonly<Record<string, string>>;
  readonly made: CreatedCompany;
  readonly url: string;
  readonly api: Api;
  product(): Product;
  /** How long an answer waits for files that come together: hardly, since most tests send one after the other. */
  readonly gathering: { -readonly [Key in keyof Gathering]: Gathering[Key] };
  settled(): Promise<void>;
  /** Ends the server and begins it again on the same database. */
  restart(): Promise<void>;
  phone(firstName: string, languageCode?: string): Phone;
  aClient(firstName: string, more?: Readonly<Record<string, unknown>>): Promise<Client>;
  aProperty(name: string, more?: Readonly<Record<string, unknown>>, photos?: number): Promise<string>;
  /** Offers it and pushes at once. */
  offers(deal: string, property: string): Promise<void>;
  /** Comes by the office's link, signs in with the code from the mail and goes to Home. */
  signsIn(phone: Phone, email: string): Promise<void>;
  post(update: unknown, headers?: Readonly<Record<string, string>>): Promise<number>;
};

/**
 * The whole product at work for one office, made as the operator's command does; all is closed when the test ends, or
 * with the `describe` whose `beforeAll` made it. `strict`: Telegram refuses what is too fast, and we keep to its pace.
 */
export async function anOffice({
  on = 'Postgres',
  by = 'webhook',
  strict = false,
  clock,
  more = {},
  make = makeCompany,
}: {
  readonly on?: On;
  readonly by?: By;
  readonly strict?: boolean;
  /** Another time than now. */
  readonly clock?: Clock;
  /** Further settings. */
  readonly more?: Readonly<Record<string, string>>;
  /** How the company comes to be: without a process of its own unless told. */
  readonly make?: (env: Readonly<Record<string, string>>) => Promise<CreatedCompany>;
} = {}): Promise<Office> {
  const telegram = await createTelegramStandIn({
    bots: [{ token: TOKEN, username: 'casa_bot', firstName: 'Casa' }],
    ...(strict ? {} : { rateLimits: false }),
    webhook: { firstRetryMs: 50, lastRetryMs: 500, timeoutMs: 10_000 },
  });
  const mailbox = await aMailbox();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'acceptance-'));
  const env = {
    DATA_DIR: dataDir,
    MEDIA_URL: pathToFileURL(join(dataDir, 'media')).href,
    PORT: `${port}`,
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.root,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Casa <casa@office.test>',
    LOG_LEVEL: 'silent',
    ...(by === 'webhook' ? { TELEGRAM_WEBHOOK_SECRET: SECRET, PUBLIC_URL: url } : {}),
    ...(on === 'Postgres' ? { DATABASE_URL: await newDatabaseUrl() } : {}),
    ...more,
  };
  const gathering = { ...GATHERING, seconds: HARDLY };
  let isOpen = false;
  const open = async (): Promise<Product> => {
    const opened = await openProduct(readSettings(env), {
      ...(strict ? {} : { telegramPace: QUICK, whatsAppPace: QUICK, teamsPace: QUICK }),
      ...(clock ? { clock } : {}),
      gathering,
      log: createLogger('silent'),
      show: (lines) => void shown.push(lines),
    });
    isOpen = true;
    const close = () => {
      isOpen = false;
      return opened.close();
    };
    return { ...opened, close };
  };
  const shown: string[] = [];
  // The embedded database is held by the server, which is asked then.
  let product = on === 'PGlite' ? await open() : undefined;
  const made = await make(env);
  product ??= await open();
  atTheEnd(async () => {
    await product?.close();
    await Promise.all([telegram.close(), mailbox.close()]);
  });
  const api = apiOf(url, made.api_key);
  await api('PATCH', '/company', { quiet_hours: null });
  const up = () => vi.waitUntil(async () => (await stateOf(url)) === 'up', { timeout: 10_000, interval: 10 });
  await up();
  let people = 0;

  const office: Office = {
    shown,
    telegram,
    mailbox,
    env,
    made,
    gathering,
    url,
    api,
    product: () => {
      if (!product) throw new Error('the product is closed');
      return product;
    },
    settled: async () => {
      const { database } = office.product();
      // Where a server of its own runs in the product's place, it is asked instead.
      const isSettled = async () =>
        isOpen ? (await database.systemScope(({ rows }) => rows(WAITING))).length === 0 : isIdle(url);
      await vi.waitUntil(isSettled, { timeout: 15_000, interval: 10 });
    },
    restart: async () => {
      await product?.close();
      product = await open();
      await up();
    },
    phone: (firstName, languageCode = 'en') =>
      aPhone(telegram.person({ firstName, languageCode }).turnsTo('casa_bot'), {
        journal: telegram.journal,
        settled: office.settled,
      }),
    aClient: async (firstName, more = {}) => {
      people += 1;
      const email = `client.${people}@mail.test`;
      const contact = await api('POST', '/contacts', { first_name: firstName, last_name: 'Jansen', email, ...more });
      const deal = await api('POST', '/deals', { name: 'By the sea', type: 'Buy', contacts: [contact.body.id] });
      return { contact: contact.body.id, email, deal: deal.body.id };
    },
    aProperty: async (name, more = {}, photos = 1) => {
      const { body } = await api('POST', '/properties', {
        ...{ name, type: 'villa', transaction: 'for_sale', price: 425_000, number_of_bedrooms: 3 },
        address: { street: 'Calle Inventada 7', city: 'Altea' },
        ...more,
      });
      if (photos === 0) return body.id;
      const form = new FormData();
      for (let index = 0; index < photos; index += 1) form.append('photos', await aPhoto(index), `${index}.jpg`);
      const stored = await fetch(`${url}/api/v1/properties/${body.id}/photos`, {
        method: 'POST',
        headers: { 'x-api-key': made.api_key },
        body: form,
      });
      if (stored.status !== 201) throw new Error(`the photos were answered ${stored.status}`);
      return body.id;
    },
    offers: async (deal, property) => {
      const { status } = await api('PUT', `/deals/${deal}/properties/${property}`, { status: 'proposed', push: 'now' });
      if (status !== 200) throw new Error(`the offer was answered ${status}`);
    },
    signsIn: async (phone, email) => {
      await phone.does(() => phone.person.opens('casa_bot', made.invite_code));
      const before = mailbox.to(email).length;
      await phone.writes(email);
      await phone.writes(await mailbox.codeFor(email, before));
      await phone.writes('/home');
    },
    post: async (update, headers = { 'x-telegram-bot-api-secret-token': SECRET }) => {
      const { status } = await fetch(`${url}/webhooks/telegram`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof update === 'string' ? update : JSON.stringify(update),
      });
      return status;
    },
  };
  return office;
}

/** What a link to a calendar file serves. */
export async function calendarAt(url: string | undefined): Promise<string> {
  const answer = await fetch(url ?? 'there is no link');
  if (!answer.headers.get('content-type')?.startsWith('text/calendar'))
    throw new Error(`${answer.status}: no calendar`);
  return answer.text();
}

/** The calendar day in so many days, where the office is. */
export const dayIn = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Madrid' }).format(new Date(Date.now() + days * 86_400_000));

const ADMIN = 'ana@office.test';
const NAME = 'Casa Azul';

/** What the operator's command does, in this process: asks the server that holds the embedded database, or works on Postgres. */
export async function makeCompany(env: Readonly<Record<string, string>>, slug = 'casa'): Promise<CreatedCompany> {
  const wanted = { slug, name: NAME, adminEmail: ADMIN };
  const settings = readSettings(env);
  if (settings.database.is === 'embedded') {
    const answer = await askServer(settings.dataDir, { command: 'create-company', ...wanted });
    if (!answer || 'error' in answer) throw new Error(answer?.error ?? 'no server runs');
    return answer.result as CreatedCompany;
  }
  const database = await openDatabase(settings);
  try {
    return await createCompany(createCompanies(database, newId), wanted);
  } finally {
    await database.close();
  }
}

/** `npm run --silent admin -- create-company`, as an operator types it. */
export function typeCreateCompany(env: Readonly<Record<string, string>>, slug = 'casa'): Promise<CreatedCompany> {
  const args = ['run', '--silent', 'admin', '--', 'create-company', '--slug', slug, '--name', NAME];
  return new Promise((resolve, reject) => {
    execFile('npm', [...args, '--admin-email', ADMIN], { env: aProcessEnv(env) }, (error, out) =>
      error ? reject(error) : resolve(JSON.parse(out) as CreatedCompany),
    );
  });
}

export const apiOf =
  (url: string, key: string): Api =>
  async (method, path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { 'x-api-key': key, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
  };

/** How Telegram is, as the server tells. */
async function stateOf(url: string): Promise<string | undefined> {
  const { checks } = (await (await fetch(`${url}/readyz`)).json()) as Body;
  return checks.channels.telegram?.state;
}

/** Whether a server has nothing to send and nothing in hand. */
async function isIdle(url: string): Promise<boolean> {
  const { queue } = (await (await fetch(`${url}/readyz?deep=1`)).json()) as Body;
  const { queued, sending } = queue.deliveries;
  return queued + sending + queue.events.pending === 0;
}

async function aPhoto(shade: number): Promise<Blob> {
  const background = { r: 40 + shade * 20, g: 120, b: 160 };
  const image = sharp({ create: { width: 900, height: 600, channels: 3, background } });
  return new Blob([new Uint8Array(await image.jpeg().toBuffer())], { type: 'image/jpeg' });
}
