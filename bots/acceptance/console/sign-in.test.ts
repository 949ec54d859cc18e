import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, type Office } from '#bots/acceptance/an-office.ts';
import { aUser, signedIn, theAdmin, tries, type User } from './a-user.ts';
import { aVisitor, plain } from './a-visitor.ts';

describe('signing in to the desk', () => {
  let office: Office;
  let lucia: User;
  beforeAll(async () => {
    office = await anOffice();
    lucia = await aUser(office, 'Lucia');
  });

  it('leads from a page to it and back, and nowhere else', async () => {
    const visitor = aVisitor(office.url);
    expect(await visitor.get('/crm')).toMatchObject({ status: 302, to: '/crm/today' });
    expect((await visitor.get('/crm/today')).to).toBe('/crm/sign-in?to=%2Fcrm%2Ftoday');
    const { text } = await visitor.get('/crm/sign-in?to=%2Fcrm%2Fsettings%2Fme');
    expect((await visitor.sends(text, '/crm/sign-in', lucia)).to).toBe('/crm/settings/me');
    for (const to of [
      'https://evil.test/',
      '//evil.test',
      '/crm/../api',
      '/crm\\evil',
      'javascript:alert(1)',
      '/other',
    ]) {
      const other = aVisitor(office.url);
      const page = await other.get(`/crm/sign-in?to=${encodeURIComponent(to)}`);
      const came = await other.sends(page.text, '/crm/sign-in', lucia);
      expect(new URL(came.to ?? '', office.url).href).toMatch(`${office.url}/crm/`);
    }
    const { text: today } = await visitor.get('/crm/today');
    expect(/<title>([^<]*)/.exec(today)?.[1]).toMatch(/^(\(\d+\) )?Today · Casa Azul$/);
  });

  it('keeps a cookie that scripts and other sites do not get, a new one each time', async () => {
    const visitor = aVisitor(office.url);
    visitor.jar.set('tesoro_desk', 'x'.repeat(43));
    const came = await tries(visitor, lucia);
    const cookie = came.cookies.find((each) => each.startsWith('tesoro_desk=')) ?? '';
    expect(cookie).toMatch(/^tesoro_desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(visitor.jar.get('tesoro_desk')).not.toBe('x'.repeat(43));
    const stays = await tries(aVisitor(office.url), lucia, { stays: 'yes' });
    expect(stays.cookies.find((each) => each.startsWith('tesoro_desk='))).toContain(`Max-Age=${14 * 24 * 3600};`);
    const kept = await office
      .product()
      .database.systemScope((tx) => tx.rows<{ all: string }>('select json_agg(s)::text as all from sessions s'));
    expect(kept[0]?.all).not.toContain(visitor.jar.get('tesoro_desk'));
  });

  it('is spoken in the language of the browser, then of the user', async () => {
    const visitor = aVisitor(office.url);
    const dutch = await visitor.get('/crm/sign-in', { 'accept-language': 'nl-BE,nl;q=0.9' });
    expect(dutch.text).toContain('<html lang="nl"');
    expect(plain((await visitor.get('/crm/sign-in?language=en', { 'accept-language': 'nl' })).text)).toContain(
      'Sign in',
    );
    const mies = await aUser(office, 'Mies', { language: 'nl' });
    const own = await signedIn(office, mies);
    expect((await own.get('/crm/today')).text).toContain('<html lang="nl"');
  });

  it('has no key of the API open the desk, and no cookie of the desk the API', async () => {
    const key = { 'x-api-key': office.made.api_key };
    expect((await aVisitor(office.url).get('/crm/today', key)).status).toBe(302);
    const visitor = await signedIn(office, theAdmin(office));
    expect((await visitor.get('/api/v1/company')).status).toBe(401);
  });
});

describe('the desk behind https', () => {
  it('keeps its cookie for this very host, and tells browsers to come by https alone', async () => {
    const office = await anOffice({ by: 'polling', more: { PUBLIC_URL: 'https://desk.test' } });
    const came = await tries(aVisitor(office.url), theAdmin(office));
    expect(came.cookies.find((each) => each.includes('tesoro_desk'))).toMatch(
      /^__Host-tesoro_desk=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(came.cookies.some((each) => each.startsWith('__Host-tesoro_known='))).toBe(true);
    const { headers } = await aVisitor(office.url).get('/crm/sign-in');
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(Object.fromEntries(headers)).toMatchObject({
      'referrer-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });
});
