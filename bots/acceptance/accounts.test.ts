import type { Page } from 'puppeteer-core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { aBrowser } from '#bots/testing/a-browser.ts';
import { anOffice, type Body, type Office } from './an-office.ts';

const NEXT = 'Zonnig-2026';

async function anInvited(clock?: { now: () => Date }) {
  const office = await anOffice(clock ? { clock } : {});
  const carla = await office.aClient('Carla', { language: 'nl' });
  const { status, body } = await office.api('POST', `/contacts/${carla.contact}/portal-user`);
  expect(status).toBe(201);
  const mail = await mailTo(office, carla.email, 1);
  const password = /wachtwoord\s+(\S+)/.exec(mail)?.[1] ?? '';
  return { office, carla, body, mail, password };
}

const mailTo = (office: Office, email: string, nth: number) => office.mailbox.mail(email, nth);

/** The form of a page, sent as a browser without scripts sends it. */
async function send(url: string, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  const csrf = /name="csrf" value="([^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? '';
  const body = new URLSearchParams({ csrf, ...fields });
  const answer = await fetch(url, { method: 'POST', body, headers });
  return { status: answer.status, text: await answer.text() };
}

/** Opens the office's own link for her in Telegram; answers the page that the chat offers. */
async function comes(hand: ReturnType<Office['phone']>, link: string): Promise<string> {
  const code = new URL(link).searchParams.get('start') ?? '';
  await hand.does(() => hand.person.opens('casa_bot', code));
  const links = hand.all().flatMap(({ buttons }) => buttons.flat().flatMap(({ url }) => url ?? []));
  return links.at(-1) ?? '';
}

describe('an account made by the agent', () => {
  it('comes by mail in the client’s language, and its password is nowhere else', async () => {
    const { office, carla, body, mail, password } = await anInvited();

    expect(password).toHaveLength(8);
    expect(mail).toContain('Beste Carla');
    expect(body).toMatchObject({ status: 'Active', contact_id: carla.contact, password_is_temporary: true });
    expect(body.links.telegram).toMatch(/^https:\/\/t\.me\/casa_bot\?start=[\w-]{1,64}$/);
    expect(mail).toContain(body.links.telegram);
    expect(mail).toContain(body.links.web);
    expect(JSON.stringify(body)).not.toContain(password);
    const mails = () => office.product().database.systemScope((tx) => tx.rows<Body>('select state, text from mails'));
    await vi.waitUntil(async () => (await mails())[0]?.state === 'sent', { timeout: 10_000 });
    expect(JSON.stringify(await mails())).not.toContain(password);
    expect((await office.api('POST', `/contacts/${carla.contact}/portal-user`)).status).toBe(409);
    const lines = (await office.api('GET', `/contacts/${carla.contact}/activities`)).body.items;
    expect(lines.map(({ type }: Body) => type)).toEqual(['portal_user_created']);
    expect((await office.api('GET', `/contacts/${carla.contact}`)).body.is_portal_user).toBe(true);
  });

  it('is signed in on our page, in a browser, with a forced change, and the chat goes on by itself', async () => {
    const { office, carla, body, password } = await anInvited();
    const hand = office.phone('Carla', 'nl');
    const url = await comes(hand, body.links.telegram);
    const page = await aBrowserPage();
    await page.goto(url);
    const fill = async (fields: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(fields)) await page.locator(`#${name}`).fill(value);
      await Promise.all([page.waitForNavigation(), page.locator('button').click()]);
      return page.$eval('main', (main) => main.textContent ?? '');
    };

    expect(await page.$eval('html', (html) => html.lang)).toBe('nl');
    expect(await page.$eval('header', (head) => head.textContent)).toContain('klantportaal');
    // A browser's own check lets a short one not even go; blanks come along with what is copied.
    const weak = { email: carla.email, password: ` ${password} `, next: 'zonnigzonnig' };
    expect(await fill(weak)).toMatch(/mist nog:.*hoofdletter.*cijfer.*speciaal teken/s);
    // That the temporary one was right is not asked again.
    expect(await page.$('#password')).toBeNull();
    expect(await page.$eval('#email', (field) => field.getAttribute('value'))).toBe(carla.email);
    expect(await fill({ next: password })).toContain('ander wachtwoord');
    expect(await fill({ next: NEXT })).toContain('terug');
    const back = await page.$$eval('a.way', (ways) => ways.map((way) => way.getAttribute('href')));
    expect(back).toEqual(['https://t.me/casa_bot']);

    const home = await hand.gets(({ text }) => text.includes('Welkom, Carla.'));
    expect(home.buttons.flat()).toHaveLength(3);
    const account = (await office.api('GET', `/contacts/${carla.contact}/portal-user`)).body;
    expect(account).toMatchObject({ password_is_temporary: false, last_sign_in: expect.any(String) });
    expect((await fetch(url)).status).toBe(404);
    const kept = await office
      .product()
      .database.systemScope((tx) =>
        tx.rows<{ all: string }>(
          'select (select json_agg(p) from portal_users p)::text || (select json_agg(a) from activities a)::text as all',
        ),
      );
    expect(kept[0]?.all).not.toContain(NEXT);
    const told = await office
      .product()
      .database.systemScope((tx) => tx.rows<{ wording: string }>('select wording from consents'));
    expect(told).toMatchObject([{ wording: expect.stringContaining('STOP') }]);
  });

  it('takes no code alone while its password is temporary', async () => {
    const { office, carla } = await anInvited();
    const hand = office.phone('Carla', 'nl');

    await hand.does(() => hand.person.opens('casa_bot', office.made.invite_code));
    const before = office.mailbox.to(carla.email).length;
    await hand.writes(carla.email);
    const { text } = await hand.writes(await office.mailbox.codeFor(carla.email, before));

    expect(text).toContain('tijdelijke wachtwoord');
    const account = (await office.api('GET', `/contacts/${carla.contact}/portal-user`)).body;
    expect(account.last_sign_in).toBeNull();
  });

  it('pauses after five wrong passwords, on every page, and tells nothing of what was wrong', async () => {
    const { office, carla, body, password } = await anInvited();
    const url = body.links.web;
    const right = { email: carla.email, password, next: NEXT };

    const wrong = [
      await send(url, { ...right, password: 'Wrong-12' }),
      await send(url, { ...right, email: 'nobody@mail.test' }),
    ];
    expect(new Set(wrong.map(({ text }) => text.replace(/value="[^"]*"/g, ''))).size).toBe(1);
    for (let tries = 0; tries < 3; tries += 1) await send(url, { ...right, password: 'Wrong-12' });
    expect((await send(url, right)).text).toContain('Te veel pogingen');
    const hand = office.phone('Carla', 'nl');
    const fresh = await comes(hand, body.links.telegram);
    await send(fresh, { ...right, password: 'Wrong-12' });
    expect((await send(fresh, right)).text).toContain('Te veel pogingen');
  });

  it('takes a form from nowhere else, and no link twice or too late', async () => {
    let now = Date.now();
    const { office, carla, body, password } = await anInvited({ now: () => new Date(now) });
    const url = body.links.web;
    const right = { email: carla.email, password, next: NEXT };

    expect((await send(url, right, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await fetch(url, { method: 'POST', body: new URLSearchParams(right) })).status).toBe(403);
    expect((await fetch(`${office.url}/account/${'x'.repeat(43)}`)).status).toBe(404);
    // As many letters as the right one has, but more bytes; and what is no form at all.
    const strange = new URLSearchParams({ csrf: 'é'.repeat(43), ...right });
    expect((await fetch(url, { method: 'POST', body: strange })).status).toBe(403);
    const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"csrf":1,"email":{}}' };
    expect((await fetch(url, json)).status).toBe(403);
    now += 31 * 24 * 3600_000;
    expect((await fetch(url)).status).toBe(404);
    now -= 31 * 24 * 3600_000;
    expect((await send(url, right)).status).toBe(200);
    expect((await send(url, right)).status).toBe(403);
    const policy = (await fetch(url)).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    // Afterwards the code suffices.
    const hand = office.phone('Carla', 'nl');
    await office.signsIn(hand, carla.email);
    expect(hand.all().at(-1)?.text).toContain('Carla');
  });

  it('is shut, opened again and reset by the office', async () => {
    const { office, carla, body, password } = await anInvited();
    const at = `/contacts/${carla.contact}/portal-user`;
    await send(body.links.web, { email: carla.email, password, next: NEXT });
    const hand = office.phone('Carla', 'nl');
    await office.signsIn(hand, carla.email);

    expect((await office.api('POST', `${at}/block`)).body.status).toBe('Blocked');
    expect((await hand.does(() => hand.person.writes('/home'))).text).toContain('geblokkeerd');
    expect((await office.api('POST', `${at}/unblock`)).body.status).toBe('Active');
    expect((await hand.does(() => hand.person.writes('/home'))).text).toContain('Carla');
    const reset = await office.api('POST', `${at}/reset-password`);
    expect(reset.body).toMatchObject({ password_is_temporary: true });
    expect((await hand.does(() => hand.person.writes('/home'))).text).toContain('e-mail');
    const other = await office.aClient('Dirk');
    expect((await office.api('POST', `/contacts/${other.contact}/portal-user/block`)).status).toBe(404);
  });
});

async function aBrowserPage(): Promise<Page> {
  const browser = await aBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.setViewport({ width: 390, height: 780 });
  return page;
}

describe('an account that a client makes', () => {
  it('is a Draft until the code is typed, and may be made by the office instead', async () => {
    const office = await anOffice();
    const carla = await office.aClient('Carla', { language: 'en' });
    const account = async () => (await office.api('GET', `/contacts/${carla.contact}/portal-user`)).body;
    const hand = office.phone('Carla');
    await hand.does(() => hand.person.opens('casa_bot', office.made.invite_code));
    await hand.writes(carla.email);

    expect(await account()).toMatchObject({ status: 'Draft' });
    expect((await hand.writes('/properties')).text).toContain('e-mail');
    expect((await office.api('POST', `/contacts/${carla.contact}/portal-user/reset-password`)).status).toBe(404);

    const dora = await office.aClient('Dora', { language: 'en' });
    const other = office.phone('Dora');
    await other.does(() => other.person.opens('casa_bot', office.made.invite_code));
    await other.writes(dora.email);
    expect((await office.api('POST', `/contacts/${dora.contact}/portal-user`)).body).toMatchObject({
      status: 'Active',
    });
    expect((await office.api('POST', `/contacts/${dora.contact}/portal-user`)).status).toBe(409);

    await hand.writes(carla.email);
    const mail = await mailTo(office, carla.email, 1);
    await hand.writes(/\b\d{6}\b/.exec(mail)?.[0] ?? '');
    expect(await account()).toMatchObject({ status: 'Active' });
    const { items } = (await office.api('GET', `/contacts/${carla.contact}/activities`)).body;
    expect(items.filter(({ type }: Body) => type === 'portal_user_created')).toHaveLength(1);
  });

  it('goes over to another address by its code alone, and the old address hears of it', async () => {
    let at = Date.now();
    const office = await anOffice({ clock: { now: () => new Date(at) } });
    const carla = await office.aClient('Carla', { language: 'en' });
    const dora = await office.aClient('Dora', { language: 'en' });
    const hand = office.phone('Carla');
    await office.signsIn(hand, carla.email);
    const email = async () => (await office.api('GET', `/contacts/${carla.contact}`)).body.email;
    const codeTo = async (address: string, nth = 1) => /\b\d{6}\b/.exec(await mailTo(office, address, nth))?.[0] ?? '';
    const asks = async (address: string) => {
      await hand.writes('/profile');
      await hand.taps('My details');
      await hand.taps('Edit e-mail');
      return hand.writes(address);
    };

    expect((await asks('carla')).text).toContain('not look like an e-mail address');
    await hand.writes('carla@new.example');
    expect(await email()).toBe(carla.email);
    await hand.writes('000000');
    expect(await email()).toBe(carla.email);
    at += 61_000;
    expect((await hand.taps('Resend code')).text).toContain('carla@new.example');

    await hand.writes(await codeTo('carla@new.example', 2));
    expect(await email()).toBe('carla@new.example');
    expect(await mailTo(office, carla.email, 2)).toContain('It is now: carla@new.example');
    const [line] = (await office.api('GET', `/contacts/${carla.contact}/activities`)).body.items;
    expect(line).toMatchObject({ type: 'profile_changed', title: 'Changed the e-mail address' });

    at += 61_000;
    await asks(dora.email);
    expect((await hand.writes(await codeTo(dora.email))).text).toContain('belongs to another account');
    expect(await email()).toBe('carla@new.example');
  });

  it('takes no code for a password that went to another address', async () => {
    let at = Date.now();
    const office = await anOffice({ clock: { now: () => new Date(at) } });
    const carla = await office.aClient('Carla', { language: 'en' });
    const hand = office.phone('Carla');
    await office.signsIn(hand, carla.email);
    at += 61_000;
    await hand.writes('/profile');
    await hand.taps('Change password');
    const page = hand
      .all()
      .flatMap(({ buttons }) => buttons.flat().flatMap(({ url }) => url ?? []))
      .at(-1);
    at += 61_000;
    await hand.writes('/profile');
    await hand.taps('My details');
    await hand.taps('Edit e-mail');
    await hand.writes('thief@new.example');
    const code = /\b\d{6}\b/.exec(await mailTo(office, 'thief@new.example', 1))?.[0] ?? '';

    const answer = await send(page ?? '', { code, next: NEXT, again: NEXT });

    expect(answer.status).toBe(422);
  });
});

describe('the page of an account', () => {
  it('ticks the needs of a password as one types, and shows it where that is asked for', async () => {
    const { body } = await anInvited();
    const page = await aBrowserPage();
    const broken: string[] = [];
    page.on('console', (said) => said.type() === 'error' && broken.push(said.text()));
    await page.goto(body.links.web);
    const met = () => page.$$eval('.needs .met', (needs) => needs.map((need) => need.textContent?.slice(1)));

    expect(await met()).toEqual([]);
    await page.locator('#next').fill('zonnig-2');
    expect(await met()).toEqual([
      'een lengte van 8 tot en met 128 tekens',
      'een kleine letter',
      'een cijfer',
      'een speciaal teken, zoals ! of %',
    ]);
    await page.locator('#next').fill(NEXT);
    expect(await met()).toHaveLength(5);
    const kinds = () => page.$$eval('#password, #next', (fields) => fields.map((field) => field.getAttribute('type')));
    expect(await kinds()).toEqual(['password', 'password']);
    await page.locator('#show').click();
    expect(await kinds()).toEqual(['text', 'text']);
    expect(broken).toEqual([]);
  });

  it('asks for all of it again once a quarter of an hour is over, and takes nobody else’s word for it', async () => {
    let now = Date.now();
    const { office, carla, body, password } = await anInvited({ now: () => new Date(now) });
    const url = body.links.web;
    const { email } = carla;
    const provenIn = (text: string) => /name="proven" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const first = await send(url, { email, password, next: 'zonnigzonnig' });
    const proven = provenIn(first.text);
    const dirk = await office.aClient('Dirk', { language: 'nl' });
    const other = (await office.api('POST', `/contacts/${dirk.contact}/portal-user`)).body.links.web;

    expect((await send(other, { email, proven, next: NEXT })).status).toBe(422);
    expect((await send(url, { email: dirk.email, proven, next: NEXT })).status).toBe(422);
    expect((await send(url, { email, proven: proven.replace(/^\d/, '9'), next: NEXT })).status).toBe(422);
    now += 15 * 60_000;
    const late = await send(url, { email, proven, next: NEXT });
    expect(late.text).toContain('name="password"');
    now -= 60_000;
    expect((await send(url, { email, proven, next: NEXT })).status).toBe(200);
  });

  it('leads on from a page that is over to the chats of the office, and from no page to nowhere', async () => {
    const { office, carla, body, password } = await anInvited();
    await send(body.links.web, { email: carla.email, password, next: NEXT });
    const headers = { 'accept-language': 'nl' };

    const over = await (await fetch(body.links.web, { headers })).text();
    const never = await (await fetch(`${office.url}/account/${'x'.repeat(43)}`, { headers })).text();

    expect(over).toContain('Deze pagina is niet meer geldig.');
    expect(over).toContain('href="https://t.me/casa_bot"');
    expect(never).toContain('Open de pagina opnieuw vanuit de chat of de e-mail.');
    expect(never).not.toContain('t.me');
  });
});
