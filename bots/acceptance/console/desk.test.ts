import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, type Office } from '#bots/acceptance/an-office.ts';
import { aDesk } from './a-desk.ts';
import { aUser, signedIn, theAdmin, type User } from './a-user.ts';

const ME = '/crm/settings/me';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) Version/19.1 Mobile/15E148 Safari/604.1';

describe('the desk in a browser', () => {
  let office: Office;
  let ana: User;
  beforeAll(async () => {
    office = await anOffice();
    ana = theAdmin(office);
  });

  it('has no fault that axe knows, in both themes and sizes, and never scrolls sideways', async () => {
    const desk = await aDesk(office);
    for (const path of ['/crm/sign-in', '/crm/forgotten', '/crm/welcome/x', '/nowhere']) {
      await desk.opens(path);
      expect([path, await desk.faults()]).toEqual([path, []]);
    }
    const own = await aDesk(office, ana);
    for (const path of ['/crm/today', '/crm/more', ME, `${ME}/factor`, '/crm/prove', '/crm/nowhere']) {
      await own.opens(path);
      expect([path, await own.faults()]).toEqual([path, []]);
    }
    expect([...desk.complaints(), ...own.complaints()]).toEqual([]);
  });

  it('shows by itself what changed elsewhere, and leaves alone what somebody is typing', async () => {
    const own = await aDesk(office, ana);
    await own.opens(ME);
    await own.page.click('#password-fold summary');
    await own.fills('Password so far', 'half typed');
    await own.page.focus('#next');
    const phone = await signedIn(office, ana, { as: IPHONE });
    await own.sees('Safari on iPhone', '#devices');
    await phone.sends((await phone.get('/crm/today')).text, '/crm/sign-out');
    await own.page.waitForFunction(() => !document.querySelector('#devices')?.textContent?.includes('iPhone'));
    expect(await own.page.$eval('#password', (field) => (field as HTMLInputElement).value)).toBe('half typed');
    expect(await own.page.evaluate(() => document.activeElement?.id)).toBe('next');
    expect(await own.page.$eval('#password-fold', (fold) => (fold as HTMLDetailsElement).open)).toBe(true);
    expect(own.complaints()).toEqual([]);
  });

  it('ends another device by one press, and says so', async () => {
    await signedIn(office, ana, { as: IPHONE });
    const own = await aDesk(office, ana);
    await own.opens(ME);
    await own.sees('Safari on iPhone', '#devices');
    await own.presses('Sign out Safari on iPhone');
    await own.sees('Safari on iPhone', '#result-done');
    await own.page.waitForFunction(() => !document.querySelector('#devices')?.textContent?.includes('iPhone'));
    expect(own.complaints()).toEqual([]);
  });

  it('says beside the field what is wrong with a form, and reads it out', async () => {
    const own = await aDesk(office, ana);
    await own.opens(ME);
    await own.page.click('#password-fold summary');
    await own.fills('Password so far', 'Wrong-123');
    await own.fills('New password', 'Different-2');
    await own.presses('Change the password');
    await own.page.waitForSelector('#password[aria-invalid="true"]');
    const described = await own.page.$eval(
      '#password',
      (field) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent,
    );
    expect(described).toContain('not your password');
    await own.page.waitForFunction(() => document.activeElement?.id === 'password');
  });

  it('asks in a dialog where the session has ended, keeps what was typed, and goes on', async () => {
    const lucia = await aUser(office, 'Lucia');
    const own = await aDesk(office, lucia);
    await own.opens(ME);
    await own.page.select('#language', 'nl');
    const rows = 'delete from sessions where user_id = $1';
    await office.product().database.systemScope((tx) => tx.rows(rows, [lucia.id]));
    await (await own.byRole('button', 'Save')).click();
    await own.page.waitForSelector('#again[open]');
    expect(await own.page.$eval('#language', (field) => (field as HTMLSelectElement).value)).toBe('nl');
    await own.page.type('#again-password', lucia.password);
    await own.page.click('#again button');
    await own.page.waitForFunction(() => document.documentElement.lang === 'nl');
    expect(own.complaints()).toEqual([]);
  });

  it('goes by the keyboard alone: past the bars to the content, in and out of the menu', async () => {
    const own = await aDesk(office, ana);
    await own.page.keyboard.press('Tab');
    expect(await own.page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await own.page.keyboard.press('Enter');
    await own.page.waitForFunction(() => document.activeElement?.id === 'main');
    await (await own.page.$('#me summary'))?.focus();
    await own.page.keyboard.press('Enter');
    await own.byRole('button', 'Sign out');
    await own.page.keyboard.press('Escape');
    expect(await own.page.$eval('#me', (menu) => (menu as HTMLDetailsElement).open)).toBe(false);
    expect(await own.page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  });

  it('works without script: in, a form, its mistakes, out', async () => {
    const own = await aDesk(office, ana, { script: false });
    await own.opens(ME);
    await own.page.click('input[name="colours"][value="dark"]');
    await Promise.all([own.page.waitForNavigation(), own.page.click('#look-form button')]);
    expect(own.page.url()).toBe(`${office.url}${ME}`);
    expect(await own.page.$eval('html', (html) => html.dataset.theme)).toBe('dark');
    expect(await own.page.$eval('#result-done', (said) => said.textContent)).toContain('Saved.');
    await own.page.click('#password-fold summary');
    await own.page.type('#password', ana.password);
    await own.page.type('#next', 'weak');
    await Promise.all([own.page.waitForNavigation(), own.page.click('#password-form button')]);
    expect(await own.page.$eval('#next-wrong', (wrong) => wrong.textContent)).toContain('8 to 128 characters');
    await own.page.click('#me summary');
    await Promise.all([own.page.waitForNavigation(), own.page.click('#me form button')]);
    expect(new URL(own.page.url()).pathname).toBe('/crm/sign-in');
    expect(await own.page.$eval('main', (main) => main.textContent)).toContain('You are signed out.');
    expect(own.complaints()).toEqual([]);
  });

  it('says that the server is gone, and is fresh by itself once it is back', async () => {
    const own = await aDesk(office, ana);
    await own.opens(ME);
    await own.sees('Live', '#live');
    const { database } = office.product();
    await database.systemScope((tx) =>
      tx.rows("update sessions set device = 'Lynx on OpenBSD' where device like 'Chrome%'"),
    );
    await office.restart();
    // Nobody told of it: it was changed behind the desk's back.
    await own.sees('Lynx on OpenBSD', '#devices');
    await own.sees('Live', '#live');
    expect(own.complaints()).toEqual([]);
  });
});
