import { beforeAll, describe, expect, it } from 'vitest';
import type { Phone } from '#bots/acceptance/a-phone.ts';
import { anOffice, type Client, type Office } from '#bots/acceptance/an-office.ts';
import { aClock } from '#db/testing.ts';
import { aUser, signedIn, theAdmin } from './a-user.ts';
import { aVisitor, plain, type Visitor } from './a-visitor.ts';

const LIST = '/crm/contacts';
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** It goes to the same address as the form after it. */
const SEARCH = /<form[^>]*role="search"[\s\S]*?<\/form>/;
/** Longer than a proof of who somebody is counts as fresh. */
const LATER = 16 * 60_000;

describe('contacts at the desk', () => {
  let office: Office;
  let own: Visitor;
  beforeAll(async () => {
    office = await anOffice();
    own = await signedIn(office, theAdmin(office));
  });

  const text = async (path: string) => plain((await own.get(path)).text);
  const rows = (page: string) => page.match(/<tr id="contact-/g)?.length ?? 0;

  it('lists them by fifty, finds them by how they begin, and keeps leads apart', async () => {
    for (const first of LETTERS) for (const second of 'ab') await office.aClient(`Zoe${first}${second}`);
    const lead = { first_name: 'Piotr', last_name: 'Nowak', email: 'piotr@mail.test', kind: 'lead' };
    await office.api('POST', '/contacts', lead);

    const first = await own.get(`${LIST}?q=zoe`);
    const next = plain(/rel="next" href="([^"]*)"/.exec(first.text)?.[1] ?? '');
    const rest = await own.get(next);

    expect([rows(first.text), rows(rest.text)]).toEqual([50, 2]);
    expect(plain(rest.text)).toContain('To the newest');
    expect(rows((await own.get(`${LIST}?q=ZOEa&part=list`)).text)).toBe(2);
    const leads = await own.get(`${LIST}?kind=lead`);
    expect(rows(leads.text)).toBe(1);
    expect(plain(leads.text)).toMatch(/Piotr Nowak Lead/);
    expect(await text(`${LIST}?q=nobody`)).toContain('Nothing found for “nobody”.');
    expect(await text(LIST)).toMatch(/\d+ contacts, 1 lead/);
  });

  it('adds one, says at each field what is to be mended, and leads to who has the e-mail', async () => {
    const page = await own.get(`${LIST}/new`);
    const add = (fields: Readonly<Record<string, string>>) => own.sends(page.text, `${LIST}/new`, fields);

    const wrong = await add({ first_name: 'R2D2', email: 'not an address', phone: '12' });
    const { id: assigned_to } = theAdmin(office);
    const emma = { first_name: 'Emma', last_name: 'Clarke', email: 'emma@mail.test', phone: '600 111 222' };
    const added = await add({ ...emma, assigned_to });
    const shown = await text(added.to ?? '');
    const id = added.to?.split('/').at(-1);
    const known = await own.sends((await own.get(`${LIST}/new`)).text, `${LIST}/new`, {
      ...{ first_name: 'Emma', last_name: 'Twice', email: 'Emma@mail.test' },
    });

    expect(wrong.status).toBe(422);
    expect(plain(wrong.text)).toContain('4 things to mend');
    expect(wrong.text.match(/aria-invalid="true"/g)).toHaveLength(4);
    expect((await office.api('GET', `/contacts/${id}`)).body).toMatchObject({
      ...{ first_name: 'Emma', kind: 'contact', email: 'emma@mail.test', phone: '+34600111222' },
      assigned_to,
    });
    expect(shown).toContain('Emma Clarke is added.');
    expect(known.status).toBe(422);
    expect(plain(known.text)).toContain('Emma Clarke has this e-mail. Open');
    expect(known.text).toContain(`href="${LIST}/${id}"`);
  });

  it('changes what is kept of one', async () => {
    const { contact, email } = await office.aClient('Anna');
    const path = `${LIST}/${contact}/details`;
    const fields = {
      first_name: 'Anna',
      last_name: 'Berg',
      email,
      tags: 'sea view, golf',
      language: 'nl',
      role: 'Buyer',
    };

    await own.sends((await own.get(path)).text, path, { ...fields, assigned_to: '' });

    expect((await office.api('GET', `/contacts/${contact}`)).body).toMatchObject({
      ...{ last_name: 'Berg', tags: ['sea view', 'golf'], language: 'nl', role: 'Buyer', assigned_to: null },
    });
    expect(await text(`${LIST}/${contact}`)).toMatch(/Anna Berg Buyer Dutch sea view golf/);
  });

  it('shows what people wrote as words, whatever it looks like', async () => {
    const { contact } = await office.aClient('<script>alert()</script>', {
      last_name: '"><img src=x onerror=alert()>',
    });
    for (const path of [LIST, `${LIST}/${contact}`, `${LIST}/${contact}/details`, `${LIST}/${contact}/offer`]) {
      const page = await own.get(path);
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/<script>alert|<img src=x/);
    }
  });

  it('has nothing of another office, nor of what is no id', async () => {
    const other = await anOffice();
    const theirs = await other.aClient('Stranger');
    for (const id of [theirs.contact, 'new-ish', '01900000-0000-7000-8000-000000000000'])
      for (const tab of ['', '/feedback', '/deals', '/viewings', '/details', '/offer', '/erase'])
        expect((await own.get(`${LIST}/${id}${tab}`)).status).toBe(404);
    const strange = await own.posts(`${LIST}/${theirs.contact}/block`, { csrf: 'x' });
    expect(strange.status).toBe(403);
  });
});

describe('a contact with chats', () => {
  const clock = aClock();
  let office: Office;
  let own: Visitor;
  let carla: Client;
  let hand: Phone;
  let home: string;
  beforeAll(async () => {
    office = await anOffice({ clock });
    own = await signedIn(office, theAdmin(office));
    carla = await office.aClient('Carla');
    home = await office.aProperty('Casa Verde');
    await office.offers(carla.deal, home);
    hand = office.phone('Carla');
    await office.signsIn(hand, carla.email);
    await hand.taps('New properties');
    await hand.taps('Details');
    await hand.taps('Interested');
  });

  const at = () => `${LIST}/${carla.contact}`;
  const text = async (path: string) => plain((await own.get(path)).text);
  const does = async (page: string, action: string, fields: Readonly<Record<string, string>> = {}) =>
    own.sends((await own.get(page)).text.replace(SEARCH, ''), action, fields);

  it('shows what they did and what the office did, each apart too', async () => {
    const all = await text(at());
    expect(all).toMatch(/Interested : Casa Verde/);
    expect(all).toMatch(/Offered : Casa Verde/);
    expect(all).toMatch(/Signed in on Telegram, since/);
    expect(all).toContain('1 interested');
    const client = await text(`${at()}?show=client&part=timeline`);
    expect(client).toMatch(/Interested : Casa Verde/);
    expect(client).not.toContain('Offered');
    const byOffice = await text(`${at()}?show=office&part=timeline`);
    expect(byOffice).toContain('Offered');
    expect(byOffice).not.toMatch(/Interested/);
    expect(await text('/crm/activity')).toMatch(/Carla Jansen · Interested : Casa Verde/);
  });

  it('takes their chats over and hands them back', async () => {
    const taken = await does(at(), `${at()}/take-over`);
    expect(taken.status).toBe(303);
    const page = await text(at());
    expect(page).toContain('You have taken over the chats with Carla. The bot is silent, its buttons still work.');
    expect(page).toContain('Casa Azul has taken over the chats.');

    await does(at(), `${at()}/hand-back`);

    await hand.gets(({ text: told }) => /bot|again/i.test(told));
    expect(await text(at())).toContain('The bot answers again. Carla is told.');
  });

  it('offers a home of those that are found, and tells the client now', async () => {
    const other = await office.aProperty('Villa Nueva', { price: 510_000 });
    const found = await own.get(`${at()}/offer?q=nueva&part=found-homes`);
    expect(plain(found.text)).toContain('Villa Nueva');
    expect(plain(found.text)).not.toContain('Casa Verde');

    const none = await does(`${at()}/offer`, `${at()}/offer`, { push: 'now' });
    const offered = await does(`${at()}/offer`, `${at()}/offer`, { home: other, push: 'now' });

    expect(none.status).toBe(422);
    expect(plain(none.text)).toContain('Choose at least one home.');
    expect(offered.status).toBe(303);
    await hand.gets(({ text: told }) => told.includes('Villa Nueva'));
    expect(await text(at())).toContain('1 home offered. Carla is told now.');
  });

  it('blocks them and lets them in again, and mails a new password that no page shows', async () => {
    const status = async () => (await office.api('GET', `/contacts/${carla.contact}/portal-user`)).body.status;
    await does(at(), `${at()}/block`);
    expect([await status(), await text(at())]).toEqual([
      'Blocked',
      expect.stringContaining('Carla Jansen is blocked.'),
    ]);
    await does(at(), `${at()}/unblock`);
    expect(await status()).toBe('Active');
    const anna = await office.aClient('Anna');
    const path = `${LIST}/${anna.contact}`;

    const made = await does(path, `${path}/account`);

    const mail = await office.mailbox.mail(anna.email, 1);
    const password = /[^\s]{8}(?=\s)/.exec(mail.split('password')[1] ?? '')?.[0] ?? 'no password in the mail';
    expect(plain(made.text)).toContain(`Account made. The password went to ${anna.email}.`);
    expect(made.text).toContain('https://t.me/casa_bot?start=');
    expect(made.text).not.toContain(password);
    expect(await text(path)).toContain('Active');
  });

  it('sends the code again to who has begun to sign in: the newest lets them in, and no two at once', async () => {
    const dora = await office.aClient('Dora');
    const path = `${LIST}/${dora.contact}`;
    const phone = office.phone('Dora');
    await phone.does(() => phone.person.opens('casa_bot', office.made.invite_code));
    await phone.writes(dora.email);
    const first = await office.mailbox.codeFor(dora.email);
    expect(await text(path)).toContain('Not confirmed yet');

    await does(path, `${path}/send-code`);
    expect(await text(path)).toContain('A code went out less than a minute ago.');
    const { database } = office.product();
    await database.systemScope((tx) => tx.rows("update email_codes set sent_at = sent_at - interval '61 seconds'"));
    await does(path, `${path}/send-code`);
    expect(await text(path)).toContain(`A new code is on its way to ${dora.email}.`);

    const code = await office.mailbox.codeFor(dora.email, 1);
    if (code !== first) expect((await phone.writes(first)).text).toContain('code');
    await phone.writes(code);
    expect(await text(path)).toContain('Active');
    const again = await office.api('POST', `/contacts/${dora.contact}/portal-user/send-code`);
    expect(again).toMatchObject({ status: 409, body: { detail: 'This contact waits for no code now.' } });
  });

  it('sends no code to who turned away from it, and says how long they wait where too many were sent', async () => {
    const eva = await office.aClient('Eva');
    const sends = () => office.api('POST', `/contacts/${eva.contact}/portal-user/send-code`);
    const { database } = office.product();
    const passes = (time: string) =>
      database.systemScope((tx) =>
        tx.rows(`update email_codes set sent_at = sent_at - $1::interval, paused_until = paused_until - $1::interval`, [
          time,
        ]),
      );
    const phone = office.phone('Eva');
    await phone.does(() => phone.person.opens('casa_bot', office.made.invite_code));
    await phone.writes(eva.email);
    await passes('61 seconds');

    await phone.writes('/cancel');
    expect(await sends()).toMatchObject({ status: 409, body: { detail: 'This contact waits for no code now.' } });

    await phone.writes(eva.email);
    await passes('61 seconds');
    expect((await sends()).status).toBe(200);
    await passes('61 seconds');
    const often = 'Codes were sent too often; another can be sent in';
    const path = `${LIST}/${eva.contact}`;
    await does(path, `${path}/send-code`);
    expect(await text(path)).toContain(`${often} 15 minutes.`);
    await passes('2 minutes');
    expect((await sends()).body.detail).toBe(`${often} 13 minutes.`);
    await passes('12 minutes');
    expect((await sends()).body.detail).toBe(`${often} 1 minute.`);
    await passes('1 minute');
    expect((await sends()).status).toBe(200);
    for (const nth of [2, 3]) {
      await passes('61 seconds');
      expect((await sends()).status, `code ${nth}`).toBe(200);
    }
    await passes('61 seconds');
    expect((await sends()).body.detail).toBe(`${often} 15 minutes.`);
    await passes('14 minutes');
    expect((await sends()).body.detail).toBe(`${often} 1 minute.`);
  });

  it('gives all that is kept as a file, and notes that it did', async () => {
    const file = await does(at(), `${at()}/export`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="contact-${carla.contact}.json"`);
    expect(file.text).toContain(carla.email);
    expect(await text(at())).toContain('Data exported');
  });

  it('shows photos to who is signed in alone, part by part where asked', async () => {
    const { body } = await office.api('GET', `/properties/${home}`);
    const path = `/crm/media/${body.files[0].id}?size=thumb`;
    const photo = await own.get(path);
    expect(photo.status).toBe(200);
    expect(Object.fromEntries(photo.headers)).toMatchObject({
      ...{ 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=300', 'content-disposition': 'inline' },
      'x-content-type-options': 'nosniff',
    });
    expect((await own.get(path, { range: 'bytes=0-9' })).status).toBe(206);
    expect((await own.get(path, { 'if-none-match': photo.headers.get('etag') ?? '' })).status).toBe(304);
    expect((await own.get(path.replace('thumb', 'huge'))).status).toBe(404);
    expect((await aVisitor(office.url).get(path)).status).not.toBe(200);
  });

  it('is erased by an Admin alone, who proves it, types the name and gives a reason', async () => {
    const daniel = await signedIn(office, await aUser(office, 'Daniel', { role: 'Employee' }));
    expect((await daniel.get(`${at()}/erase`)).status).toBe(404);
    expect((await daniel.get(at())).text).not.toContain('/erase');
    const csrf = /name="csrf" value="([^"]+)"/.exec((await daniel.get(at())).text)?.[1] ?? '';
    expect((await daniel.posts(`${at()}/erase`, { csrf, reason: 'x', name: 'Carla Jansen' })).status).toBe(403);

    const right = { reason: 'She asked for it.', name: 'Carla Jansen' };
    const mistyped = await does(`${at()}/erase`, `${at()}/erase`, { ...right, name: 'Carla' });
    clock.pass(LATER);
    const unproved = await does(`${at()}/erase`, `${at()}/erase`, right);
    const prove = await does(unproved.to ?? '', '/crm/prove', { proof: theAdmin(office).password });
    const erased = await does(prove.to ?? '', `${at()}/erase`, right);

    expect(mistyped.status).toBe(422);
    expect(plain(mistyped.text)).toContain('This is not “Carla Jansen”.');
    expect(unproved.to).toContain('/crm/prove?to=');
    expect(prove.to).toBe(`${at()}/erase`);
    expect(erased.to).toBe(LIST);
    expect(await text(LIST)).toMatch(/Erased: \d+ rows, \d+ files?\./);
    expect((await own.get(at())).status).toBe(404);
    expect((await office.api('GET', `/contacts/${carla.contact}`)).status).toBe(404);
  });
});
