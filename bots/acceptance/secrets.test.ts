import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { anOffice, type Body, type Office, type On } from './an-office.ts';

const NEXT = 'Zonnig-2026';
const AGAIN = 'Zonniger-2026';

describe.each(['PGlite', 'Postgres'] as const)('what lets somebody in, on %s', (on: On) => {
  it('stands in no row and no file once it was sent', async () => {
    const office = await anOffice({ on });
    const secrets: string[] = [];

    // By a code.
    const dirk = await office.aClient('Dirk');
    await office.signsIn(office.phone('Dirk'), dirk.email);
    secrets.push(await office.mailbox.codeFor(dirk.email));
    // By a temporary password and the page that the chat offers.
    const carla = await office.aClient('Carla');
    const given = await asked(office, `/contacts/${carla.contact}/portal-user`, 'once');
    expect(await asked(office, `/contacts/${carla.contact}/portal-user`, 'once')).toEqual(given);
    const password = passwordIn(await mailTo(office, carla.email, 1));
    const hand = office.phone('Carla');
    const invite = new URL(given.links.telegram).searchParams.get('start') ?? '';
    await hand.does(() => hand.person.opens('casa_bot', invite));
    const page = linksOf(hand).at(-1) ?? '';
    expect(await sends(page, { email: carla.email, password, next: NEXT })).toBe(200);
    await hand.gets(({ text }) => text.includes('Carla'));
    // A change of the password, by a code.
    await hand.writes('/profile');
    await hand.taps('Change password');
    const change = linksOf(hand).at(-1) ?? '';
    expect(change).not.toBe(page);
    const code = await office.mailbox.codeFor(carla.email, 1);
    expect(await sends(change, { code, next: AGAIN })).toBe(200);
    // A reset.
    const reset = await asked(office, `/contacts/${carla.contact}/portal-user/reset-password`);
    const fresh = passwordIn(await mailTo(office, carla.email, 3));
    await office.settled();
    await vi.waitUntil(async () => !(await tables(office)).includes('"state": "queued"'), { timeout: 10_000 });

    secrets.push(password, NEXT, AGAIN, fresh, code, invite, tokenIn(page), tokenIn(change));
    secrets.push(tokenIn(given.links.web), tokenIn(reset.links.web));
    expect(secrets.every((each) => each.length >= 6)).toBe(true);
    const rows = await tables(office);
    expect(rows).toContain(carla.email);
    expect(secrets.filter((each) => isIn(rows, each))).toEqual([]);
    await office.product().database.checkpoint();
    const files = await filesIn(office.env.DATA_DIR ?? '');
    expect(files.length).toBeGreaterThan(0);
    const found = files.flatMap(({ name, bytes }) =>
      secrets.flatMap((each) => (isIn(bytes, each) ? [name, each] : [])),
    );
    expect(found).toEqual([]);
    const thread = (await office.api('GET', `/contacts/${carla.contact}/messages?limit=100`)).body;
    expect(JSON.stringify(thread)).not.toMatch(/sealed:|account\//);
  });
});

it('keeps of a code what nobody can find by trying all six digits, and asks for one of an older version anew', async () => {
  const office = await anOffice();
  const carla = await office.aClient('Carla', { language: 'en' });
  const hand = office.phone('Carla');
  await hand.does(() => hand.person.opens('casa_bot', office.made.invite_code));
  await hand.writes(carla.email);
  const code = await office.mailbox.codeFor(carla.email);
  const { database } = office.product();
  const kept = async () => {
    const [row] = await database.systemScope((tx) =>
      tx.rows<{ chat: string; hash: string }>('select chat_id as chat, hash from email_codes'),
    );
    return row ?? { chat: '', hash: '' };
  };
  const { chat, hash } = await kept();
  const digestOf = (words: string) => createHash('sha256').update(words).digest('hex');
  const older = digestOf(`${chat}:${code}`);

  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect([code, `${code}:${chat}`, `${chat}${code}`, `kept ${chat}:${code}`].map(digestOf)).not.toContain(hash);
  expect(hash).not.toBe(older);
  await database.systemScope((tx) => tx.rows('update email_codes set hash = $1', [older]));
  expect((await hand.writes(code)).text).toContain('not the newest code');
  await database.systemScope((tx) => tx.rows('update email_codes set hash = $1', [hash]));
  expect((await hand.writes(code)).text).toContain('Welcome');
});

it('keeps an invite good for the client when a stranger pressed it first', async () => {
  const office = await anOffice();
  const carla = await office.aClient('Carla');
  const { links } = (await office.api('POST', `/contacts/${carla.contact}/portal-user`)).body;
  const password = passwordIn(await mailTo(office, carla.email, 1));
  const invite = new URL(links.telegram).searchParams.get('start') ?? '';
  const stranger = office.phone('Stranger');
  await stranger.does(() => stranger.person.opens('casa_bot', invite));
  const hand = office.phone('Carla');

  await hand.does(() => hand.person.opens('casa_bot', invite));
  expect(await sends(linksOf(hand).at(-1) ?? '', { email: carla.email, password, next: NEXT })).toBe(200);
  await hand.gets(({ text }) => text.includes('Carla'));

  const late = office.phone('Late');
  await late.does(() => late.person.opens('casa_bot', invite));
  expect(linksOf(late)).toEqual([]);
});

const linksOf = (hand: ReturnType<Office['phone']>) =>
  hand.all().flatMap(({ buttons }) => buttons.flat().flatMap(({ url }) => url ?? []));
const tokenIn = (url: string) => url.split('/').at(-1) ?? '';
const passwordIn = (mail: string) => /temporary password\s+(\S+)/i.exec(mail)?.[1] ?? '';
/** Six digits may stand in any longer number. */
const isIn = (text: string, secret: string) =>
  /^\d+$/.test(secret) ? new RegExp(`(?<![\\d.])${secret}(?![\\d.])`).test(text) : text.includes(secret);

async function asked(office: Office, path: string, key?: string): Promise<Body> {
  const headers = {
    'x-api-key': office.made.api_key,
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  const answer = await fetch(`${office.url}/api/v1${path}`, { method: 'POST', headers });
  expect(answer.status).toBeLessThan(300);
  return answer.json();
}

async function mailTo(office: Office, email: string, nth: number): Promise<string> {
  await vi.waitUntil(() => office.mailbox.to(email).length >= nth, { timeout: 10_000 });
  const raw = office.mailbox.to(email)[nth - 1] ?? '';
  return raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The form of a page, sent as a browser without scripts sends it. */
async function sends(url: string, fields: Readonly<Record<string, string>>): Promise<number> {
  const csrf = /name="csrf" value="([^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? '';
  return (await fetch(url, { method: 'POST', body: new URLSearchParams({ csrf, ...fields }) })).status;
}

async function tables(office: Office): Promise<string> {
  const [all] = await office.product().database.systemScope((tx) =>
    tx.rows<{ all: string }>(`
      select string_agg(query_to_xml(format('select to_jsonb(t) as row from %I t', tablename), true, false, '')::text, ' ')
        as all
      from pg_tables where schemaname = 'public'`),
  );
  return all?.all ?? '';
}

async function filesIn(folder: string): Promise<readonly { readonly name: string; readonly bytes: string }[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((each) => each.isFile());
  return Promise.all(
    files.map(async ({ name, parentPath }) => ({
      name,
      bytes: (await readFile(join(parentPath, name))).toString('latin1'),
    })),
  );
}
