import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, type Office } from '#bots/acceptance/an-office.ts';
import { aClock } from '#db/testing.ts';
import { aUser, isIn, linkTo, signedIn, theAdmin, tries, type User } from './a-user.ts';
import { aVisitor, hiddenIn, plain, type Visitor } from './a-visitor.ts';

const HOUR = 3600_000;
const DAY = 24 * HOUR;
const ME = '/crm/settings/me';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) Version/19.1 Mobile/15E148 Safari/604.1';

const sessionsOf = async (office: Office, { id }: User): Promise<number> => {
  const rows = await office
    .product()
    .database.systemScope((tx) => tx.rows('select 1 from sessions where user_id = $1', [id]));
  return rows.length;
};
/** Looks at a page as a person does, which keeps a session alive. */
const looks = async (visitor: Visitor) => (await visitor.get('/crm/today')).status;

describe('a session of the desk', () => {
  const clock = aClock();
  let office: Office;
  let nth = 0;
  beforeAll(async () => {
    office = await anOffice({ clock });
  });
  const somebody = () => aUser(office, `Person${++nth}`);

  it('is over after 8 hours in which nothing was done, and after 14 hours whatever is done', async () => {
    const user = await somebody();
    const [idle, busy] = [await signedIn(office, user), await signedIn(office, user)];
    clock.pass(7 * HOUR);
    expect(await looks(busy)).toBe(200);
    // What a page fetches by itself is nothing that a person did.
    expect(await isIn(idle)).toBe(true);
    clock.pass(HOUR);
    expect(await looks(idle)).toBe(302);
    expect((await idle.get(`${ME}?part=devices`)).status).toBe(401);
    expect((await idle.get('/crm/live')).status).toBe(401);
    expect(await looks(busy)).toBe(200);
    clock.pass(6 * HOUR - 1);
    expect(await looks(busy)).toBe(200);
    clock.pass(1);
    expect(await looks(busy)).toBe(302);
  });

  it('lasts 7 days in which nothing is done, and 14 at most, where somebody asked to stay', async () => {
    const user = await somebody();
    const [idle, busy] = [await signedIn(office, user, { stays: true }), await signedIn(office, user, { stays: true })];
    clock.pass(7 * DAY - 1);
    expect(await looks(busy)).toBe(200);
    clock.pass(1);
    expect(await looks(idle)).toBe(302);
    clock.pass(6 * DAY);
    expect(await looks(busy)).toBe(200);
    clock.pass(DAY - 1);
    expect(await looks(busy)).toBe(200);
    clock.pass(1);
    expect(await looks(busy)).toBe(302);
  });

  it('is one of ten at most: the oldest ends', async () => {
    const user = await somebody();
    const first = await signedIn(office, user);
    for (let more = 0; more < 8; more += 1) await signedIn(office, user);
    // The tenth was made when the password was set.
    expect(await isIn(first)).toBe(true);
    await signedIn(office, user);
    expect(await isIn(first)).toBe(true);
    await signedIn(office, user);
    expect(await isIn(first)).toBe(false);
    expect(await sessionsOf(office, user)).toBe(10);
  });

  it('is ended from another device by its user alone', async () => {
    const [user, stranger] = [await somebody(), await somebody()];
    const [own, phone, other] = [
      await signedIn(office, user),
      await signedIn(office, user, { as: IPHONE }),
      await signedIn(office, stranger),
    ];
    const { text } = await own.get(ME);
    const end = [...text.matchAll(/action="(\/crm\/settings\/me\/sessions\/[^"]+\/end)"/g)].map(
      ([, action = '']) => action,
    );
    const phones = end.find((action) => text.slice(text.indexOf(action)).includes('Safari on iPhone')) ?? '';
    const theirs = await other.get(ME);
    await other.posts(phones, hiddenIn(theirs.text, `${ME}/everywhere`));
    expect(await isIn(phone)).toBe(true);
    const came = await own.sends(text, phones);
    expect(came).toMatchObject({ status: 303, to: ME });
    expect(plain((await own.get(ME)).text)).toContain('Safari on iPhone');
    expect(await isIn(phone)).toBe(false);
    expect(await isIn(own)).toBe(true);
  });

  it('ends everywhere, here too, when its user says so', async () => {
    const user = await somebody();
    const [own, phone] = [await signedIn(office, user), await signedIn(office, user, { as: IPHONE })];
    await own.sends((await own.get(ME)).text, `${ME}/everywhere`);
    expect([await isIn(own), await isIn(phone)]).toEqual([false, false]);
    expect(await sessionsOf(office, user)).toBe(0);
  });

  it.each([
    ['role', { role: 'Admin' }],
    ['e-mail', { email: 'another@office.test' }],
    ['status', { status: 'Inactive' }],
  ])('ends everywhere with another %s', async (_, change) => {
    const user = await somebody();
    const own = await signedIn(office, user);
    await office.api('PATCH', `/users/${user.id}`, { name: 'Only a name' });
    expect(await isIn(own)).toBe(true);
    expect((await office.api('PATCH', `/users/${user.id}`, change)).status).toBe(200);
    expect(await isIn(own)).toBe(false);
    expect(await sessionsOf(office, user)).toBe(0);
  });

  it('ends on other devices with another password, and goes on here under a new name', async () => {
    const user = await somebody();
    const [own, phone] = [await signedIn(office, user), await signedIn(office, user, { as: IPHONE })];
    const page = await own.get(ME);
    const wrong = await own.sends(page.text, `${ME}/password`, { password: 'Wrong-123', next: 'Different-2' });
    expect(wrong.status).toBe(422);
    const before = own.jar.get('tesoro_desk');
    const done = await own.sends(page.text, `${ME}/password`, { password: user.password, next: 'Different-2' });
    expect(done).toMatchObject({ status: 303, to: ME });
    expect(own.jar.get('tesoro_desk')).not.toBe(before);
    expect([await isIn(own), await isIn(phone)]).toEqual([true, false]);
    expect(plain((await own.get(ME)).text)).toContain('changed');
    await signedIn(office, { ...user, password: 'Different-2' });
    await office.mailbox.mail(user.email, 1, 'Subject: Your password was changed');
    await office.mailbox.mail(user.email, 1, 'Subject: New sign-in on Safari on iPhone');
  });

  it('ends with the fifth wrong password of somebody who found it open', async () => {
    const user = await somebody();
    const own = await signedIn(office, user);
    const page = await own.get(ME);
    for (let tried = 0; tried < 5; tried += 1)
      await own.sends(page.text, `${ME}/password`, { password: `Wrong-12${tried}`, next: 'Different-2' });
    expect(await isIn(own)).toBe(false);
  });
});

describe('a form of the desk', () => {
  it.each([
    ['of a page that is too old', 403, { 'content-type': 'application/x-www-form-urlencoded' }, 'csrf=gone'],
    ['of another kind', 415, { 'content-type': 'application/json' }, '{}'],
    ['that is too large', 413, { 'content-type': 'application/x-www-form-urlencoded' }, 'x'.repeat(200_000)],
    ['that was cut off', 400, { 'content-type': 'multipart/form-data; boundary=b' }, '--b'],
  ])('%s is answered by a page that leads back to where it stood', async (_, status, headers, body) => {
    const office = await anOffice();
    const own = await signedIn(office, theAdmin(office));
    const cookie = [...own.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const referer = `${office.url}${ME}?tab=1`;

    const answer = await fetch(`${office.url}${status === 400 ? '/crm/properties/import' : `${ME}/console`}`, {
      method: 'POST',
      headers: { ...headers, cookie, referer, 'sec-fetch-site': 'same-origin' },
      body,
    });
    const page = await answer.text();

    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    const way = /<a class="btn primary" href="([^"]+)"/.exec(page)?.[1];
    expect(way).toBe(`${ME}?tab=1`);
    expect((await own.get(way ?? '')).status).toBe(200);
  });

  it('is taken from a page of this session alone, and by POST', async () => {
    const office = await anOffice();
    const own = await signedIn(office, theAdmin(office));
    const other = await signedIn(office, await aUser(office, 'Lucia'));
    const [{ text }, others] = [await own.get(ME), await other.get(ME)];
    const action = `${ME}/console`;
    const dark = { colours: 'dark', language: 'en' };
    const look = async () => /data-theme="(\w+)"/.exec((await own.get('/crm/today')).text)?.[1];
    const refused = [
      await own.sends(text, action, dark, { 'sec-fetch-site': 'cross-site' }),
      await own.sends(text, action, dark, { 'sec-fetch-site': 'same-site' }),
      await own.sends(text, action, dark, { 'sec-fetch-site': 'none' }),
      await own.sends(text, action, dark, { origin: 'https://evil.test' }),
      await own.sends(text, action, dark, {}),
      await own.sends(text, action, { ...dark, csrf: '' }),
      await own.sends(text, action, { ...dark, csrf: 'é'.repeat(43) }),
      await own.sends(text, action, { ...dark, csrf: hiddenIn(others.text, action).csrf ?? '' }),
      await own.posts('/crm/sign-out', {}),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect(plain(refused[0]?.text ?? '')).toMatch(/This page is too old.*Nothing was changed\..*Load again/);
    expect(await look()).toBeUndefined();
    expect(await isIn(own)).toBe(true);
    // A browser from before Fetch Metadata names its origin.
    expect((await own.sends(text, action, dark, { origin: office.url })).status).toBe(303);
    expect(await look()).toBe('dark');
  });

  it('is nothing that looking does', async () => {
    const office = await anOffice();
    const own = await signedIn(office, theAdmin(office));
    const { text } = await own.get(ME);
    const user = await aUser(office, 'Lucia');
    await own.posts('/crm/forgotten', { email: user.email });
    const reset = await linkTo(office, user.email, 'reset');
    const all = () =>
      office
        .product()
        .database.systemScope((tx) =>
          tx.rows(
            'select (select json_agg(u order by seq) from users u)::text as users, (select json_agg(s order by seq) from sessions s)::text as sessions, (select json_agg(p order by hash) from user_pages p)::text as pages, (select json_agg(a order by seq) from audit a)::text as audit',
          ),
        );
    const before = await all();
    const actions = [...text.matchAll(/action="([^"]+)"/g)].map(([, action = '']) => action);
    expect(actions.length).toBeGreaterThan(4);
    for (const path of [
      ...actions,
      '/crm/sign-out',
      '/crm/prove',
      '/crm/forgotten',
      `${ME}/factor`,
      `${ME}/factor/begin`,
      reset,
      reset,
    ])
      await own.get(path);
    await own.get(reset, { 'user-agent': 'a link checker' });
    expect(await all()).toEqual(before);
    const asked = aVisitor(office.url);
    expect((await asked.sends((await asked.get(reset)).text, reset, { next: 'Different-2' })).status).toBe(303);
  });

  it('does once what is sent twice', async () => {
    const office = await anOffice();
    const user = theAdmin(office);
    const [own] = [await signedIn(office, user), await signedIn(office, user)];
    const { text } = await own.get(ME);
    const action = /action="(\/crm\/settings\/me\/sessions\/[^"]+\/end)"/.exec(text)?.[1] ?? '';
    const twice = await Promise.all([own.sends(text, action), own.sends(text, action)]);
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    const rows = await office
      .product()
      .database.systemScope((tx) => tx.rows("select 1 from audit where what = 'session_ended'"));
    expect(rows).toHaveLength(1);
  });

  it('is not for who may not, and answers what is nowhere with a page', async () => {
    const office = await anOffice();
    const own = await signedIn(office, theAdmin(office));
    const { text } = await own.get(ME);
    const nowhere = await own.get('/crm/contacts/nobody');
    expect(nowhere.status).toBe(404);
    expect(plain(nowhere.text)).toContain('There is nothing here');
    const json = await own.posts(`${ME}/console`, hiddenIn(text, `${ME}/console`), {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
    });
    expect(json.status).toBe(415);
  });
});

describe('what is over', () => {
  it('is kept no longer: sessions, links, tries, devices', async () => {
    const clock = aClock();
    const office = await anOffice({ clock });
    const lucia = await aUser(office, 'Lucia');
    const own = await signedIn(office, lucia);
    await tries(aVisitor(office.url), { ...lucia, password: 'Wrong-123' });
    await own.posts('/crm/forgotten', { email: lucia.email });
    const link = await linkTo(office, lucia.email, 'reset');
    const { database, tick } = office.product();
    const left = async () => {
      await tick();
      const tables = ['sessions', 'user_pages', 'sign_in_tries', 'known_devices'];
      const count = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ');
      return (await database.systemScope((tx) => tx.rows<Readonly<Record<string, number>>>(`select ${count}`)))[0];
    };
    const all = { sessions: 2, user_pages: 2, sign_in_tries: 3, known_devices: 2 };
    expect(await left()).toEqual(all);
    clock.pass(31 * 60_000);
    expect(await left()).toEqual({ ...all, user_pages: 1 });
    expect(plain((await aVisitor(office.url).get(link)).text)).toContain('This link is no longer good');
    expect(await isIn(own)).toBe(true);
    clock.pass(14 * HOUR);
    expect(await left()).toEqual({ ...all, sessions: 0, user_pages: 1 });
    clock.pass(DAY);
    expect(await left()).toMatchObject({ sign_in_tries: 0, known_devices: 2 });
    clock.pass(90 * DAY);
    expect(await left()).toEqual({ sessions: 0, user_pages: 0, sign_in_tries: 0, known_devices: 0 });
  });
});
