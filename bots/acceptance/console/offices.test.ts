import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, type Office } from '#bots/acceptance/an-office.ts';
import { createCompany } from '#bots/admin/create-company.ts';
import { hashPassword } from '#bots/password-hash.ts';
import { aClock } from '#db/testing.ts';
import { isIn, theAdmin, tries, type User } from './a-user.ts';
import { aVisitor, hiddenIn, plain } from './a-visitor.ts';

const MINUTE = 60_000;
const CHOOSE = '/crm/sign-in/office';

describe('somebody of two offices', () => {
  const clock = aClock();
  let office: Office;
  let ana: User;
  let other: { readonly id: string; readonly password: string };
  beforeAll(async () => {
    office = await anOffice({ clock });
    ana = theAdmin(office);
    const { companies } = office.product();
    const made = await createCompany(companies, {
      slug: 'mar',
      name: 'Casa del Mar',
      adminEmail: ana.email.toUpperCase(),
    });
    other = made.admin;
  });
  const setPassword = async (user: string, password: string) => {
    const hash = await hashPassword(password);
    await office
      .product()
      .database.systemScope((tx) => tx.rows('update users set password_hash = $2 where id = $1', [user, hash]));
  };
  const officeAbove = async (visitor: ReturnType<typeof aVisitor>) =>
    /<title>[^<]*Today · ([^<]*)/.exec((await visitor.get('/crm/today')).text)?.[1];

  it('gets into the one that the password is of', async () => {
    const visitor = aVisitor(office.url);
    expect((await tries(visitor, ana)).to).toBe('/crm/today');
    expect(await officeAbove(visitor)).toBe('Casa Azul');
    const second = aVisitor(office.url);
    await tries(second, { ...ana, password: other.password });
    expect(await officeAbove(second)).toBe('Casa del Mar');
  });

  it('chooses one where the password is of both, and has a session of that one', async () => {
    await setPassword(other.id, ana.password);
    const visitor = aVisitor(office.url);
    const page = await tries(visitor, ana, { to: '/crm/settings/me' });
    expect(page.status).toBe(200);
    expect(plain(page.text)).toMatch(/Choose the office.*Casa Azul.*Casa del Mar/);
    expect(await isIn(visitor)).toBe(false);
    const choices = [...page.text.matchAll(/name="choice" value="([^"]+)"/g)].map(([, choice = '']) => choice);
    expect((await visitor.posts(CHOOSE, { choice: choices[1] ?? '' })).to).toBe('/crm/settings/me');
    expect(await officeAbove(visitor)).toBe('Casa del Mar');
  });

  it('chooses within ten minutes, and nothing that was not offered', async () => {
    const visitor = aVisitor(office.url);
    const page = await tries(visitor, ana);
    const { choice = '' } = hiddenIn(page.text, CHOOSE);
    const invented = [`${choice.slice(0, -2)}AA`, '', JSON.stringify({ company: 'x' })];
    for (const each of invented) expect((await visitor.posts(CHOOSE, { choice: each })).status).toBe(422);
    expect((await visitor.posts(CHOOSE, { choice }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    clock.pass(10 * MINUTE + 1);
    const late = await visitor.posts(CHOOSE, { choice });
    expect(late.status).toBe(422);
    expect(plain(late.text)).toContain('That took too long. Sign in again.');
    expect(await isIn(visitor)).toBe(false);
  });
});
