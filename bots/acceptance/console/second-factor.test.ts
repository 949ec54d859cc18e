import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, type Office } from '#bots/acceptance/an-office.ts';
import { aClock } from '#db/testing.ts';
import { addsFactor, aUser, codeOf, isIn, linkTo, signedIn, tries, type User } from './a-user.ts';
import { aVisitor, plain, type Visitor } from './a-visitor.ts';

const MINUTE = 60_000;
const STEP = 30_000;
const CODE = '/crm/sign-in/code';
const FACTOR = '/crm/settings/me/factor';

describe('a second factor of the desk', () => {
  const clock = aClock();
  let office: Office;
  let nth = 0;
  beforeAll(async () => {
    office = await anOffice({ clock });
  });
  const somebody = () => aUser(office, `Person${++nth}`);
  const withFactor = async () => {
    const user = await somebody();
    const own = await signedIn(office, user);
    const factor = await addsFactor(own, clock.now());
    clock.pass(2 * STEP);
    return { user, own, ...factor };
  };
  const half = async (user: User): Promise<Visitor> => {
    const visitor = aVisitor(office.url);
    expect((await tries(visitor, user)).to).toMatch(/^\/crm\/sign-in\/code/);
    return visitor;
  };
  const gives = async (visitor: Visitor, code: string, path = CODE) =>
    visitor.sends((await visitor.get(path)).text, CODE, { code });

  it('is proved once when it is set up, and gives ten codes that are kept as hashes', async () => {
    const own = await signedIn(office, await somebody());
    await own.sends((await own.get(FACTOR)).text, `${FACTOR}/begin`);
    const { text } = await own.get(FACTOR);
    const wrong = await own.sends(text, `${FACTOR}/add`, { code: '000000' });
    expect(wrong.status).toBe(422);
    expect(plain(wrong.text)).toContain('This code is not right. Codes change every 30 seconds.');
    const { secret, recovery, user } = await withFactor();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(recovery).size).toBe(10);
    const kept = await office
      .product()
      .database.systemScope((tx) =>
        tx.rows<{ all: string }>('select to_json(u)::text as all from users u where id = $1', [user.id]),
      );
    for (const one of [secret, ...recovery, ...recovery.map((code) => code.replaceAll('-', ''))])
      expect(kept[0]?.all).not.toContain(one);
  });

  it('is asked for after the password, and opens nothing before', async () => {
    const { user, secret } = await withFactor();
    const visitor = await half(user);
    const before = visitor.jar.get('tesoro_desk');
    expect((await visitor.get('/crm/today')).to).toMatch(/^\/crm\/sign-in\/code/);
    expect((await visitor.get('/crm/live')).status).toBe(401);
    expect(await isIn(visitor)).toBe(false);
    expect((await visitor.posts('/crm/settings/me/everywhere', {})).to).toBe(CODE);
    const wrong = await gives(visitor, '000000');
    expect(wrong.status).toBe(422);
    expect(plain(wrong.text)).toContain('This code is not right. Codes change every 30 seconds.');
    const code = codeOf(secret, clock.now());
    expect((await gives(visitor, `${code.slice(0, 3)} ${code.slice(3)}`)).to).toBe('/crm/today');
    expect(visitor.jar.get('tesoro_desk')).not.toBe(before);
    expect(await isIn(visitor)).toBe(true);
    // A code that somebody has read over a shoulder.
    const other = await half(user);
    expect((await gives(other, code)).status).toBe(422);
    clock.pass(STEP);
    expect((await gives(other, code)).status).toBe(422);
    expect((await gives(other, codeOf(secret, clock.now()))).status).toBe(303);
  });

  it('takes the codes of one step before and after', async () => {
    const { user, secret } = await withFactor();
    const at = clock.now().getTime();
    const early = await half(user);
    expect((await gives(early, codeOf(secret, new Date(at - 2 * STEP)))).status).toBe(422);
    expect((await gives(early, codeOf(secret, new Date(at + 2 * STEP)))).status).toBe(422);
    expect((await gives(early, codeOf(secret, new Date(at - STEP)))).status).toBe(303);
    expect((await gives(await half(user), codeOf(secret, new Date(at + STEP)))).status).toBe(303);
  });

  it('is begun anew after five wrong codes, and after ten minutes', async () => {
    const { user, secret } = await withFactor();
    const guesser = await half(user);
    const came = [];
    for (let tried = 0; tried < 5; tried += 1) came.push(await gives(guesser, `00000${tried}`));
    expect(came.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422]);
    expect(plain(came.at(-1)?.text ?? '')).toContain('Too many wrong codes. Sign in again.');
    expect((await guesser.get(CODE)).to).toBe('/crm/sign-in');
    const slow = await half(user);
    const { text } = await slow.get(CODE);
    clock.pass(10 * MINUTE);
    expect((await slow.sends(text, CODE, { code: codeOf(secret, clock.now()) })).status).not.toBe(303);
    expect(await isIn(slow)).toBe(false);
  });

  it('is not guessed by signing in again and again', async () => {
    const { user, secret } = await withFactor();
    for (let round = 0; round < 3; round += 1) {
      const guesser = await half(user);
      for (let tried = 0; tried < 4; tried += 1) await gives(guesser, `00000${tried}`);
    }
    const paused = await gives(await half(user), codeOf(secret, clock.now()));
    expect(paused.status).toBe(429);
    expect(plain(paused.text)).toContain('Too many wrong codes. Try again in 15 minutes.');
    clock.pass(15 * MINUTE);
    expect((await gives(await half(user), codeOf(secret, clock.now()))).status).toBe(303);
  });

  it('can be given by each recovery code once, however it is typed', async () => {
    const { user, recovery } = await withFactor();
    const [first = '', second = ''] = recovery;
    const path = `${CODE}?with=recovery`;
    expect((await gives(await half(user), first, path)).status).toBe(303);
    const again = await gives(await half(user), first, path);
    expect(again.status).toBe(422);
    expect(plain(again.text)).toContain('This recovery code is not right, or was used before.');
    const own = await half(user);
    expect((await gives(own, ` ${second.replaceAll('-', ' ').toUpperCase()} `, path)).status).toBe(303);
    expect(plain((await own.get('/crm/settings/me')).text)).toMatch(/8 recovery codes/);
  });

  it('is asked for after a new password by mail too', async () => {
    const { user } = await withFactor();
    const visitor = aVisitor(office.url);
    await visitor.sends((await visitor.get('/crm/forgotten')).text, '/crm/forgotten', { email: user.email });
    const link = await linkTo(office, user.email, 'reset');
    const came = await visitor.sends((await visitor.get(link)).text, link, { next: 'Different-2' });
    expect(came.to).toMatch(/^\/crm\/sign-in\/code/);
    expect(await isIn(visitor)).toBe(false);
  });

  it('goes by a fresh proof alone: a password or a code of the last 15 minutes', async () => {
    const { own, user, secret } = await withFactor();
    clock.pass(15 * MINUTE);
    const off = `${FACTOR}/off`;
    const page = (await own.get('/crm/settings/me')).text;
    const asked = await own.sends(page, off);
    expect(asked.to).toBe('/crm/prove?to=%2Fcrm%2Fsettings%2Fme');
    const prove = (await own.get(asked.to ?? '')).text;
    const wrong = await own.sends(prove, '/crm/prove', { proof: 'Wrong-123' });
    expect(wrong.status).toBe(422);
    expect((await own.sends(page, off)).to).toContain('/crm/prove');
    const before = own.jar.get('tesoro_desk');
    expect((await own.sends(prove, '/crm/prove', { proof: codeOf(secret, clock.now()) })).to).toBe('/crm/settings/me');
    expect(own.jar.get('tesoro_desk')).not.toBe(before);
    expect((await own.sends((await own.get('/crm/settings/me')).text, off)).to).toBe('/crm/settings/me');
    expect((await tries(aVisitor(office.url), user)).to).toBe('/crm/today');
  });

  it('comes before everything else where the office wants one of everybody', async () => {
    const user = await somebody();
    const own = await signedIn(office, user);
    await office.product().database.systemScope((tx) => tx.rows('update companies set second_factor_required = true'));
    for (const path of ['/crm/today', '/crm/settings/me', '/crm/more']) expect((await own.get(path)).to).toBe(FACTOR);
    expect((await own.posts('/crm/settings/me/console', {})).to).toBe(FACTOR);
    await addsFactor(own, clock.now());
    expect((await own.get('/crm/today')).status).toBe(200);
    await office.product().database.systemScope((tx) => tx.rows('update companies set second_factor_required = false'));
  });
});
