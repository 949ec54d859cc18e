import sharp from 'sharp';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { anOffice, type Body, makeCompany, type Office, TOKEN } from '#bots/acceptance/an-office.ts';
import { anOfficeOnWhatsApp } from '#bots/acceptance/on-whatsapp.ts';
import { aClock } from '#db/testing.ts';
import { aUser, isIn, linkTo, signedIn, theAdmin, tries } from './a-user.ts';
import { aVisitor, plain, type Visitor } from './a-visitor.ts';
import { saidOn, uploads } from './an-upload.ts';

const SETTINGS = '/crm/settings';
const ADMIN_TABS = ['office', 'hours', 'channels', 'users', 'access'] as const;
const OTHER = '515151:AAanother_token';
const QUARTER_MS = 15 * 60_000;

describe('the settings of the office at the desk', () => {
  const clock = aClock();
  let office: Office;
  let admin: Visitor;
  beforeAll(async () => {
    office = await anOffice({ clock });
    admin = await signedIn(office, theAdmin(office));
  });
  const read = async (path: string) => plain((await admin.get(`${SETTINGS}/${path}`)).text);
  /** Sends the form of a page, as it stands there. */
  const sends = async (page: string, action: string, fields = {}) =>
    admin.sends((await admin.get(`${SETTINGS}/${page}`)).text, `${SETTINGS}/${action}`, fields);
  const company = async (): Promise<Body> => (await office.api('GET', '/company')).body;
  const audited = async () =>
    (
      await office
        .product()
        .database.systemScope((tx) => tx.rows<{ what: string }>('select what from audit order by at, id'))
    ).map(({ what }) => what);

  it('are nowhere for an Employee, whose forms change nothing either', async () => {
    const daniel = await signedIn(office, await aUser(office, 'Daniel'));
    for (const tab of ADMIN_TABS) expect([tab, (await daniel.get(`${SETTINGS}/${tab}`)).status]).toEqual([tab, 404]);
    const own = (await daniel.get(`${SETTINGS}/me`)).text;
    expect(own).not.toContain(`${SETTINGS}/users`);
    const csrf = /name="csrf" value="([^"]+)"/.exec(own)?.[1] ?? '';
    for (const path of [
      'office',
      'office/chats',
      'office/logo/remove',
      'hours/quiet',
      'users/invite',
      'channels/add/bot_api',
      'access/webhooks/add',
    ])
      expect([path, (await daniel.posts(`${SETTINGS}/${path}`, { csrf })).status]).toEqual([path, 403]);
  });

  it('take name, zone and reasons, and say beside the field what can’t be', async () => {
    const facts = {
      name: 'Casa <Nueva>',
      time_zone: 'Atlantic/Canary',
      currency: 'eur',
      default_language: 'nl',
      retention_months: '12',
    };
    const wrong = await sends('office', 'office', { ...facts, time_zone: 'Mars/Olympus', reject_reasons: 'price' });
    expect(wrong.status).toBe(422);
    expect(plain(wrong.text)).toContain('There is no such time zone.');
    const reasons = await sends('office', 'office', { ...facts, reject_reasons: 'Too loud!' });
    expect(plain(reasons.text)).toContain('Between 1 and 20 different ones');
    const right = await sends('office', 'office', { ...facts, reject_reasons: 'price\ntoo_noisy\n' });
    expect(right.status).toBe(303);
    expect(await company()).toMatchObject({
      ...{ name: 'Casa <Nueva>', time_zone: 'Atlantic/Canary', currency: 'EUR', default_language: 'nl' },
      ...{ retention_months: 12, reject_reasons: ['price', 'too_noisy'], is_active: true },
    });
    await office.api('PATCH', '/company', { default_language: 'en', time_zone: 'Europe/Madrid', name: 'Casa Azul' });
  });

  it('keep a logo, which stands at the head of the desk and on the page that a client opens', async () => {
    const path = `${SETTINGS}/office/logo`;
    const sign = await sharp({ create: { width: 300, height: 100, channels: 4, background: '#0c6a59' } })
      .png()
      .toBuffer();
    const send = async (name: string, bytes: Uint8Array | string) => {
      const { text } = await admin.get(`${SETTINGS}/office`);
      const file = { name, bytes: typeof bytes === 'string' ? bytes : new Uint8Array(bytes) };
      const { to } = await uploads(office.url, admin, text, { action: path, field: 'logo', files: [file] });
      return saidOn((await admin.get(to ?? '')).text);
    };
    const carla = await office.aClient('Carla');
    const { links } = (await office.api('POST', `/contacts/${carla.contact}/portal-user`)).body;
    const page = async () => (await fetch(links.web)).text();

    expect(await send('logo.png', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')).toContain(
      'no picture that can be read',
    );
    expect((await company()).logo).toBeNull();
    expect(await page()).not.toContain('<img');
    expect(await send('logo.svg', sign)).toContain('The logo is set.');

    const { logo } = await company();
    expect((await admin.get('/crm/today')).text).toContain(
      `<img class="office-logo" src="/crm/media/${logo}?size=thumb"`,
    );
    const [, address = ''] = /<img src="([^"]+)"/.exec(await page()) ?? [];
    const drawn = await (await fetch(new URL(address, links.web))).arrayBuffer();
    expect(await sharp(drawn).metadata()).toMatchObject({ format: 'png', width: 300 });

    await sends('office', 'office/logo/remove');
    expect((await company()).logo).toBeNull();
    expect((await admin.get('/crm/today')).text).not.toContain('office-logo');
    expect(await page()).not.toContain('<img');
  });

  it('show the links by which clients come, and switch the chats off and on', async () => {
    expect(await read('office')).toContain(`https://t.me/casa_bot?start=${office.made.invite_code}`);
    await sends('office', 'office/chats');
    expect((await company()).is_active).toBe(false);
    await sends('office', 'office/chats', { is_active: 'yes' });
    expect((await company()).is_active).toBe(true);
  });

  it('keep quiet hours and bundles, those too that the page does not show', async () => {
    await office.api('PATCH', '/company', { offer_bundle_times: ['09:00', '17:00', '19:30'] });
    const times = { is_quiet: 'yes', quiet_from: '22:00', quiet_until: '22:00', first: '10:00', second: '' };
    expect(plain((await sends('hours', 'hours/quiet', times)).text)).toContain('It has to end at another time');
    await sends('hours', 'hours/quiet', { ...times, quiet_until: '07:30' });
    expect(await company()).toMatchObject({
      quiet_hours: { from: '22:00', to: '07:30' },
      offer_bundle_times: ['10:00', '19:30'],
    });
    const { is_quiet: _, ...loud } = times;
    await sends('hours', 'hours/quiet', loud);
    expect((await company()).quiet_hours).toBeNull();
  });

  it('keep when the office is open, a day at a time, and join days that are alike', async () => {
    const [open, more] = [
      { days: [1, 2, 3], from: '09:00', to: '13:00' },
      { days: [1], from: '20:00', to: '21:00' },
    ];
    await office.api('PATCH', '/company', { office_hours: [open, { days: [1], from: '15:00', to: '18:00' }, more] });
    const week = Object.fromEntries(
      [1, 2, 6].flatMap((day) => [
        [`open_${day}`, 'yes'],
        [`from_${day}_0`, '10:00'],
        [`to_${day}_0`, '14:00'],
      ]),
    );
    const wrong = await sends('hours', 'hours/open', { ...week, from_6_0: '15:00' });
    expect([wrong.status, plain(wrong.text).includes('It has to close after it opens.')]).toEqual([422, true]);
    const noDay = await sends('hours', 'hours/open', { ...week, closed_days: '2026-02-30' });
    expect(plain(noDay.text)).toContain('Days of the calendar');
    const { from_1_0: _, to_1_0: __, open_1: ___, ...shut } = week;
    expect(plain((await sends('hours', 'hours/open', {})).text)).toContain('The office has to be open some time');
    expect((await sends('hours', 'hours/open', { ...week, closed_days: '2026-12-25\n2026-01-06' })).status).toBe(303);
    expect(await company()).toMatchObject({
      office_hours: [{ days: [1, 2, 6], from: '10:00', to: '14:00' }, more],
      closed_days: ['2026-01-06', '2026-12-25'],
    });
    await sends('hours', 'hours/open', shut);
    expect((await company()).office_hours).toEqual([{ days: [2, 6], from: '10:00', to: '14:00' }]);
  });

  it('keep how long clients may wait, who is told, and when viewings are', async () => {
    const kim = await aUser(office, 'Karin');
    const overdue = { due_hours: '1,5', fallback_user_id: kim.id, repeat_hours: '3', hold_hours: '5' };
    expect((await sends('hours', 'hours/overdue', { ...overdue, repeat_hours: '0' })).status).toBe(422);
    await sends('hours', 'hours/overdue', overdue);
    expect(await company()).toMatchObject({
      ...{ escalate_minutes: 90, fallback_user_id: kim.id, repeat_hours: 3, hold_hours: 5 },
    });
    await sends('hours', 'hours/overdue', { ...overdue, due_hours: '', fallback_user_id: '' });
    expect(await company()).toMatchObject({ escalate_minutes: null, fallback_user_id: null });

    const times = { morning: '09:30', afternoon: '15:00', evening: '18:30', any: '11:30' };
    const more = { viewing_minutes: '60', viewing_gap_minutes: '30' };
    const wrong = await sends('hours', 'hours/viewings', { ...times, ...more, morning: '14:00' });
    expect(plain(wrong.text)).toContain('This is no time of that part of the day.');
    await sends('hours', 'hours/viewings', { ...times, ...more });
    expect(await company()).toMatchObject({ viewing_times: times, viewing_minutes: 60, viewing_gap_minutes: 30 });
  });

  it('invite people, whose mail is sent again, and refuse an e-mail that is somebody’s', async () => {
    const wrong = await sends('users/invite', 'users/invite', { name: 'Noor', email: 'nowhere', role: 'Employee' });
    expect(plain(wrong.text)).toContain('An e-mail address');
    await sends('users/invite', 'users/invite', { name: 'Noor <b>', email: 'noor@office.test', role: 'Employee' });
    expect(await read('users')).toMatch(/Noor <b> noor@office\.test .*Invited .*never .*Send again/);
    const first = await linkTo(office, 'noor@office.test', 'welcome');
    const { items } = (await office.api('GET', '/users')).body;
    const { id } = items.find(({ email }: Body) => email === 'noor@office.test');
    await sends('users', `users/${id}/invite`);
    const second = await linkTo(office, 'noor@office.test', 'welcome', 2);
    expect(second).not.toBe(first);
    const again = await sends('users/invite', 'users/invite', { name: 'N', email: 'NOOR@office.test', role: 'Admin' });
    expect(plain(again.text)).toContain('Somebody of the office has this e-mail already.');
  });

  it('hand over what somebody looks after before they are switched off, and end their sessions', async () => {
    const [leaver, heir] = [await aUser(office, 'Ida'), await aUser(office, 'Olaf')];
    const own = await signedIn(office, leaver);
    const emma = await office.aClient('Emma', { assigned_to: leaver.id });
    await office.api('PATCH', `/deals/${emma.deal}`, { assigned_to: leaver.id });
    expect(await read(`users/${leaver.id}`)).toContain('Ida looks after 1 contacts and 1 open deals.');
    await sends(`users/${leaver.id}`, `users/${leaver.id}/off`, { heir: heir.id });
    expect((await office.api('GET', `/contacts/${emma.contact}`)).body.assigned_to).toBe(heir.id);
    expect((await office.api('GET', `/deals/${emma.deal}`)).body.assigned_to).toBe(heir.id);
    expect((await office.api('GET', `/users/${leaver.id}`)).body.status).toBe('Inactive');
    expect(await isIn(own)).toBe(false);
    const nobody = await office.api('POST', `/users/${heir.id}/hand-over`, { to: leaver.id });
    expect(nobody).toMatchObject({ status: 422, body: { errors: [{ field: 'to' }] } });
    await sends(`users/${leaver.id}`, `users/${leaver.id}/on`);
    const back = await office.api('POST', `/users/${heir.id}/hand-over`, { to: leaver.id });
    expect(back).toMatchObject({ status: 200, body: { contacts: 1, deals: 1, viewings: 0 } });
    expect((await tries(aVisitor(office.url), leaver)).status).toBe(303);
  });

  it('keep one Admin, and hand nothing to who can’t look after it', async () => {
    const me = theAdmin(office);
    const users: readonly Body[] = (await office.api('GET', '/users')).body.items;
    const ana = users.find(({ email }) => email === me.email);
    await sends(`users/${ana.id}`, `users/${ana.id}/role`, { role: 'Employee' });
    expect(saidOn((await admin.get(`${SETTINGS}/users`)).text)).toContain('Not done: The office needs one Admin.');
    const kim = await aUser(office, 'Kim');
    const other = await makeCompany(office.env, 'otra');
    const strangers = (await signedIn(office, other.admin)).jar;
    expect(strangers.size).toBeGreaterThan(0);
    await sends(`users/${kim.id}`, `users/${kim.id}/off`, { heir: kim.id });
    expect(saidOn((await admin.get(`${SETTINGS}/users`)).text)).toContain('Choose a colleague who is active.');
    expect((await office.api('GET', `/users/${kim.id}`)).body.status).toBe('Active');
  });

  it('reset a sign-in: everywhere out, the password is no longer good, a mail leads to a new one', async () => {
    const lost = await aUser(office, 'Lotte');
    const own = await signedIn(office, lost);
    await sends(`users/${lost.id}`, `users/${lost.id}/reset`);
    expect(await isIn(own)).toBe(false);
    expect((await tries(aVisitor(office.url), lost)).status).toBe(422);
    const link = await linkTo(office, lost.email, 'reset');
    const visitor = aVisitor(office.url);
    await visitor.sends((await visitor.get(link)).text, link, { next: 'Another-Pass-1' });
    expect((await tries(aVisitor(office.url), { ...lost, password: 'Another-Pass-1' })).status).toBe(303);
  });

  it('test a bot without a word to clients, and add, mend and end one; secrets are told to nobody', async () => {
    const list: readonly Body[] = (await office.api('GET', '/channel-accounts')).body.items;
    const theirs = list.find(({ from_settings: isTheirs }) => isTheirs);
    const calls = () => office.telegram.journal.calls('sendMessage').length;
    const before = calls();
    await sends('channels', `channels/${theirs.id}/test`);
    await vi.waitUntil(async () => (await read('channels')).includes('all is well'), { timeout: 10_000 });
    expect(await read('channels')).toContain('Good Signed in at its platform @casa_bot');
    expect(calls()).toBe(before);
    expect((await office.api('POST', `/channel-accounts/${theirs.id}/test`)).body.steps).toContainEqual({
      ...{ step: 'signedIn', ok: true, words: '@casa_bot' },
    });

    const bad = await sends('channels/add', 'channels/add/bot_api', { bot_token: 'not-a-token' });
    expect([bad.status, bad.text.includes('not-a-token')]).toEqual([422, false]);
    office.telegram.addBot({ token: OTHER, username: 'other_bot', firstName: 'Other' });
    await sends('channels/add', 'channels/add/bot_api', { bot_token: OTHER, name: 'Rentals' });
    const added = (await office.api('GET', '/channel-accounts')).body.items.find(({ id }: Body) => id !== theirs.id);
    await vi.waitUntil(async () => (await read('channels')).includes('other_bot'), { timeout: 10_000 });
    expect((await admin.get(`${SETTINGS}/channels`)).text).not.toContain(OTHER);

    await sends(`channels/${added.id}/replace`, `channels/${added.id}/replace`, { bot_token: TOKEN });
    expect(saidOn((await admin.get(`${SETTINGS}/channels`)).text)).toContain('credentials of another bot');
    expect((await admin.get(`${SETTINGS}/channels/${theirs.id}/off`)).status).toBe(404);
    await sends(`channels/${added.id}/off`, `channels/${added.id}/off`);
    expect(await read('channels')).not.toContain('other_bot');
    expect((await audited()).filter((what) => what.startsWith('channel_'))).toEqual(['channel_added', 'channel_ended']);
  });

  it('count the approved templates of a number, and say when its token ends and what is to be done', async () => {
    const on = await anOfficeOnWhatsApp({ tokenEndsAt: new Date(Date.now() + 3 * 24 * 3600_000) });
    const desk = await signedIn(on, theAdmin(on));
    const { items } = (await on.api('GET', '/channel-accounts')).body;
    const number = items.find(({ channel }: Body) => channel === 'whatsapp');
    const page = `${SETTINGS}/channels`;

    await desk.sends((await desk.get(page)).text, `${page}/${number.id}/test`);
    const shown = await vi.waitUntil(
      async () => {
        const words = plain((await desk.get(page)).text);
        return words.includes('something is wrong') && words;
      },
      { timeout: 15_000 },
    );

    expect(shown).toMatch(/Not good Approved message templates 4 \/ 20 Until all are approved/);
    expect(shown).toMatch(/Not good The token lasts 20\d\d-\d\d-\d\d It ends within a week/);
  });

  it('say when a bot was last written to and last wrote, or how to begin', async () => {
    expect(await read('channels')).toContain('None yet: open its link under Office, and write to it.');
    const nora = office.phone('Nora');
    await nora.does(() => nora.person.opens('casa_bot', office.made.invite_code));
    await office.settled();

    const shown = await read('channels');
    expect(shown).toMatch(/Last message from a client (?!None)/);
    expect(shown).toMatch(/Last message to a client (?!None)/);
  });

  it('tell another address, show the secret that signs once, and what it was told', async () => {
    const wrong = await sends('access/webhooks/add', 'access/webhooks/add', { url: 'http://127.0.0.1/', events: '*' });
    expect(plain(wrong.text)).toContain('An https address that can be reached from everywhere.');
    const shown = await sends('access/webhooks/add', 'access/webhooks/add', {
      url: 'https://hooks.example/in',
      events: '*',
    });
    const secret = /<code id="secret">(whsec_[^<]+)<\/code>/.exec(shown.text)?.[1];
    expect(secret).toBeDefined();
    expect((await admin.get(`${SETTINGS}/access`)).text).not.toContain(secret);
    expect(await read('access')).toContain('https://hooks.example/in');
    const [webhook] = (await office.api('GET', '/webhooks')).body.items;
    await office.aClient('Emma');
    expect(await read(`access/webhooks/${webhook.id}`)).toContain('contact.created');
    await sends(`access/webhooks/${webhook.id}`, `access/webhooks/${webhook.id}/test`);
    expect(await read(`access/webhooks/${webhook.id}`)).toContain('webhook.test');
    await sends(`access/webhooks/${webhook.id}/remove`, `access/webhooks/${webhook.id}/remove`);
    expect((await office.api('GET', '/webhooks')).body.items).toEqual([]);
  });

  it('show an address that was given up, which is told again by one click', async () => {
    const { id } = (await office.api('POST', '/webhooks', { url: 'https://hooks.example.com/desk', events: ['*'] }))
      .body;
    await office.product().database.systemScope((tx) => tx.rows('update webhooks set disabled_at = now()'));
    expect(await read('access')).toContain('Disabled');

    await sends('access', `access/webhooks/${id}/enable`);

    expect(await read('access')).not.toContain('Disabled');
    expect((await office.api('GET', '/webhooks')).body.items).toMatchObject([{ id, disabled_at: null }]);
    await office.api('DELETE', `/webhooks/${id}`);
  });

  it('make a key that acts as somebody, shown once, and end it at once', async () => {
    const kim = await aUser(office, 'Kirsten');
    const none = await sends('access/keys/new', 'access/keys/new', { name: ' ', user: kim.id });
    expect([none.status, plain(none.text).includes('Fill this in.')]).toEqual([422, true]);
    const shown = await sends('access/keys/new', 'access/keys/new', { name: 'Website <b>', user: kim.id });
    const key = /<code id="new-key">([^<]+)<\/code>/.exec(shown.text)?.[1] ?? '';
    expect(key).toMatch(/^[\w-]{43}$/);
    const page = (await admin.get(`${SETTINGS}/access`)).text;
    expect(page).not.toContain(key);
    expect(plain(page)).toContain('Website <b> Kirsten');
    const ask = () => fetch(`${office.url}/api/v1/company`, { headers: { 'x-api-key': key } });
    expect((await ask()).status).toBe(200);
    const [made] = (await office.api('GET', '/keys')).body.items;
    expect(made).toMatchObject({ name: 'Website <b>', user_id: kim.id });
    expect(JSON.stringify(made)).not.toContain(key);
    await sends(`access/keys/${made.id}/revoke`, `access/keys/${made.id}/revoke`);
    expect((await ask()).status).toBe(401);
    const byApi = await office.api('POST', '/keys', { name: 'Other', user_id: kim.id });
    expect(byApi).toMatchObject({
      status: 201,
      body: { name: 'Other', api_key: expect.stringMatching(/^[\w-]{43}$/) },
    });
    expect((await office.api('DELETE', `/keys/${byApi.body.id}`)).status).toBe(204);
    expect((await office.api('DELETE', `/keys/${byApi.body.id}`)).status).toBe(404);
    expect((await audited()).filter((what) => what === 'key_revoked')).toHaveLength(2);
  });

  it('ask for the password again where the last proof is old, and change nothing before', async () => {
    clock.pass(QUARTER_MS);
    const kim = await aUser(office, 'Kees');
    const came = await sends(`users/${kim.id}`, `users/${kim.id}/role`, { role: 'Admin' });
    expect(came.to).toMatch(/^\/crm\/prove\?to=/);
    expect((await office.api('GET', `/users/${kim.id}`)).body.role).toBe('Employee');
  });
});
