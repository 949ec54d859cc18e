import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, type Office } from '#bots/acceptance/an-office.ts';
import { aClock } from '#db/testing.ts';
import { aUser, isIn, linkTo, signedIn, tries, type User } from './a-user.ts';
import { aVisitor, plain } from './a-visitor.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NEXT = 'Different-2';
const GONE = /This link is no longer good.*Send a new one/;

describe('a forgotten password of the desk', () => {
  const clock = aClock();
  let office: Office;
  let nth = 0;
  beforeAll(async () => {
    office = await anOffice({ clock });
  });
  const somebody = (more = {}) => aUser(office, `Person${++nth}`, more);
  const asks = async (email: string) => {
    const visitor = aVisitor(office.url);
    const { text } = await visitor.get('/crm/forgotten');
    return visitor.sends(text, '/crm/forgotten', { email });
  };
  const sets = async (link: string, next = NEXT) => {
    const visitor = aVisitor(office.url);
    const page = await visitor.get(link);
    return { visitor, page, came: page.status === 200 ? await visitor.sends(page.text, link, { next }) : page };
  };

  it('is answered the same for everybody, and mailed to whoever has the e-mail', async () => {
    const user = await somebody();
    const [known, unknown] = [await asks(user.email), await asks('nobody@office.test')];
    expect(known.status).toBe(200);
    expect(known.text).toBe(unknown.text);
    expect(plain(known.text)).toContain(
      'If this e-mail belongs to somebody here, a link is on its way. It lasts 30 minutes.',
    );
    const open = await signedIn(office, user);
    const { visitor, came } = await sets(await linkTo(office, user.email, 'reset'));
    expect(came).toMatchObject({ status: 303, to: '/crm/today' });
    expect([await isIn(visitor), await isIn(open)]).toEqual([true, false]);
    await office.mailbox.mail(user.email, 1, 'Subject: Your password was changed');
    expect((await tries(aVisitor(office.url), user)).status).toBe(422);
    expect((await tries(aVisitor(office.url), { ...user, password: NEXT })).status).toBe(303);
  });

  it('has a link that is good once, for 30 minutes, and only where it is the newest', async () => {
    const user = await somebody();
    await asks(user.email);
    const first = await linkTo(office, user.email, 'reset');
    await asks(user.email);
    const second = await linkTo(office, user.email, 'reset', 2);
    const old = await sets(first);
    expect(old.page.status).toBe(404);
    expect(plain(old.page.text)).toMatch(GONE);
    const weak = await sets(second, 'weak');
    expect(weak.came.status).toBe(422);
    expect(plain(weak.came.text)).toContain(
      'The password still needs: 8 to 128 characters, a capital letter, a digit, a sign such as ! or ?.',
    );
    clock.pass(30 * MINUTE - 1);
    expect((await aVisitor(office.url).get(second)).status).toBe(200);
    clock.pass(1);
    expect((await aVisitor(office.url).get(second)).status).toBe(404);
    clock.pass(-2);
    const [one, other] = await Promise.all([sets(second), sets(second)]);
    expect([one.came.status, other.came.status].toSorted((a, b) => a - b)).toEqual([303, 404]);
    expect((await aVisitor(office.url).get(second)).status).toBe(404);
    clock.pass(60 * MINUTE);
  });

  it('is mailed three times an hour at most', async () => {
    const user = await somebody();
    for (let asked = 0; asked < 5; asked += 1) expect((await asks(user.email.toUpperCase())).status).toBe(200);
    await linkTo(office, user.email, 'reset', 3);
    await office.settled();
    expect(office.mailbox.to(user.email)).toHaveLength(4);
    clock.pass(60 * MINUTE);
    await asks(user.email);
    expect(await linkTo(office, user.email, 'reset', 4)).toContain('/crm/reset/');
  });

  it('is not for somebody switched off', async () => {
    const user = await somebody();
    await asks(user.email);
    const link = await linkTo(office, user.email, 'reset');
    await office.api('PATCH', `/users/${user.id}`, { status: 'Inactive' });
    expect((await aVisitor(office.url).get(link)).status).toBe(404);
    await asks(user.email);
    await office.settled();
    expect(office.mailbox.to(user.email)).toHaveLength(2);
  });
});

describe('an invitation to the desk', () => {
  const clock = aClock();
  let office: Office;
  beforeAll(async () => {
    office = await anOffice({ clock });
  });
  const invite = async (name: string, more = {}): Promise<User> => {
    const email = `${name.toLowerCase()}@office.test`;
    const { status, body } = await office.api('POST', '/users', { name, email, ...more });
    expect(status).toBe(201);
    return { id: body.id, email, password: NEXT };
  };
  const statusOf = async ({ id }: User) => (await office.api('GET', `/users/${id}`)).body.status;

  it('is mailed in their language, and lets them in with a password of their own', async () => {
    const mies = await invite('Mies', { language: 'nl', status: 'Active' });
    expect(await statusOf(mies)).toBe('Pending');
    const mail = await office.mailbox.mail(mies.email, 1);
    expect(mail).toMatch(/Beste|Hallo|Dag/);
    const link = await linkTo(office, mies.email, 'welcome');
    expect((await tries(aVisitor(office.url), mies)).status).toBe(422);
    const visitor = aVisitor(office.url);
    const page = await visitor.get(link);
    expect(page.text).toContain('<html lang="nl"');
    expect(plain(page.text)).toContain('Mies');
    expect(await visitor.sends(page.text, link, { next: NEXT })).toMatchObject({ status: 303, to: '/crm/today' });
    expect(await isIn(visitor)).toBe(true);
    expect(await statusOf(mies)).toBe('Active');
    expect((await visitor.get(link)).status).toBe(404);
    expect((await office.api('POST', `/users/${mies.id}/invite`)).status).toBe(409);
    await signedIn(office, mies);
  });

  it('lasts 7 days, and can be sent again, by which the one before ends', async () => {
    const user = await invite('Noor');
    const first = await linkTo(office, user.email, 'welcome');
    clock.pass(7 * DAY - 1);
    expect((await aVisitor(office.url).get(first)).status).toBe(200);
    clock.pass(1);
    const over = await aVisitor(office.url).get(first);
    expect(plain(over.text)).toMatch(GONE);
    expect((await office.api('POST', `/users/${user.id}/invite`)).status).toBe(200);
    const second = await linkTo(office, user.email, 'welcome', 2);
    expect((await office.api('POST', `/users/${user.id}/invite`)).status).toBe(200);
    const third = await linkTo(office, user.email, 'welcome', 3);
    const statuses = await Promise.all(
      [first, second, third].map(async (link) => (await aVisitor(office.url).get(link)).status),
    );
    expect(statuses).toEqual([404, 404, 200]);
  });

  it('is sent again to somebody who asks for a new password, and is nobody else’s to accept', async () => {
    const user = await invite('Olga');
    const visitor = aVisitor(office.url);
    await visitor.sends((await visitor.get('/crm/forgotten')).text, '/crm/forgotten', { email: user.email });
    const link = await linkTo(office, user.email, 'welcome', 2);
    expect((await office.api('PATCH', `/users/${user.id}`, { status: 'Active' })).status).toBe(409);
    await office.api('PATCH', `/users/${user.id}`, { status: 'Inactive' });
    expect((await aVisitor(office.url).get(link)).status).toBe(404);
  });
});
