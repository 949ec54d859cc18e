import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, type Office } from '#bots/acceptance/an-office.ts';
import { aClock } from '#db/testing.ts';
import { aUser, isIn, signedIn, tries, type User } from './a-user.ts';
import { aVisitor, plain } from './a-visitor.ts';

const MINUTE = 60_000;
const WRONG = /E-mail or password is not right\. (\d) tr(?:y|ies) left before a pause of 15 minutes\./;
/** Longer than every pause: tests of one office begin anew. */
const LATER = 16 * MINUTE;

describe('guessing passwords of the desk', () => {
  const clock = aClock();
  let office: Office;
  let lucia: User;
  beforeAll(async () => {
    office = await anOffice({ clock });
    lucia = await aUser(office, 'Lucia');
  });

  it('says the same of a wrong password, nobody and somebody switched off, and pauses after five', async () => {
    const daniel = await aUser(office, 'Daniel');
    await office.api('PATCH', `/users/${daniel.id}`, { status: 'Inactive' });
    const sameFor = async (email: string, password: string) => {
      const visitor = aVisitor(office.url);
      const lefts = [];
      for (let nth = 1; nth < 5; nth += 1) {
        const came = await tries(visitor, { email, password });
        expect(came.status).toBe(422);
        lefts.push(WRONG.exec(plain(came.text))?.[1]);
      }
      expect(lefts).toEqual(['4', '3', '2', '1']);
      const paused = await tries(visitor, { email, password });
      expect(paused.status).toBe(429);
      expect(plain(paused.text)).toContain('Too many tries. Try again in 15 minutes, or set a new password by mail.');
      return paused.text.replaceAll(email, '…');
    };
    const all = new Set([
      await sameFor('nobody@office.test', 'Wrong-123'),
      await sameFor(daniel.email, daniel.password),
      await sameFor(lucia.email.toUpperCase(), 'Wrong-123'),
    ]);
    expect(all.size).toBe(1);
    const right = await tries(aVisitor(office.url), lucia);
    expect(right.status).toBe(429);
    clock.pass(LATER);
    expect((await tries(aVisitor(office.url), lucia)).status).toBe(303);
    clock.pass(LATER);
  });

  it('counts tries that come at once one after the other', async () => {
    const visitor = aVisitor(office.url);
    const { text } = await visitor.get('/crm/sign-in');
    const wrong = { email: lucia.email, password: 'Wrong-123' };
    const came = await Promise.all(Array.from({ length: 8 }, () => visitor.sends(text, '/crm/sign-in', wrong)));
    expect(came.filter(({ status }) => status === 422)).toHaveLength(4);
    expect((await tries(aVisitor(office.url), lucia)).status).toBe(429);
    clock.pass(LATER);
  });

  it('lets no stranger shut somebody out who was here before, nor ends what is open', async () => {
    const own = await signedIn(office, lucia);
    for (let nth = 0; nth < 6; nth += 1) await tries(aVisitor(office.url), { ...lucia, password: 'Wrong-123' });
    expect((await tries(aVisitor(office.url), lucia)).status).toBe(429);
    expect(await isIn(own)).toBe(true);
    const { text } = await own.get('/crm/today');
    await own.sends(text, '/crm/sign-out');
    expect((await tries(own, lucia)).status).toBe(303);
    clock.pass(LATER);
  });

  it('writes down who came in and who did not, without a secret', async () => {
    const rows = await office
      .product()
      .database.systemScope((tx) =>
        tx.rows<{ what: string; all: string }>('select what, to_json(a)::text as all from audit a'),
      );
    const known = new Set(rows.map(({ what }) => what));
    for (const what of [
      'user_invited',
      'password_changed',
      'signed_in',
      'sign_in_failed',
      'sign_in_paused',
      'signed_out',
    ])
      expect(known).toContain(what);
    expect(rows.map(({ all }) => all).join()).not.toMatch(/Wrong-123|Welcome-Lucia-1/);
  });

  it('stops whoever tries one e-mail after the other', async () => {
    const office = await anOffice({ clock });
    const visitor = aVisitor(office.url);
    const { text } = await visitor.get('/crm/sign-in');
    for (let nth = 0; nth < 30; nth += 1)
      await visitor.sends(text, '/crm/sign-in', { email: `guess.${nth}@office.test`, password: 'Wrong-123' });
    const came = await visitor.sends(text, '/crm/sign-in', { email: 'guess.30@office.test', password: 'Wrong-123' });
    expect(came.status).toBe(429);
    expect(plain(came.text)).toContain('Too many requests. Try again in 15 minutes.');
    clock.pass(LATER);
  });
});

it('lets nobody flood the pages before the desk, and says for how long', async () => {
  const office = await anOffice();
  const visitor = aVisitor(office.url);
  const came = await Promise.all(Array.from({ length: 61 }, () => visitor.get('/crm/forgotten')));
  const refused = came.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(1);
  expect(plain(refused[0]?.text ?? '')).toContain('Too many requests. Try again in 1 minute.');
});
