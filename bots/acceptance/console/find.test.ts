import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, type Office } from '#bots/acceptance/an-office.ts';
import { aDesk, type Desk } from './a-desk.ts';
import { aUser, signedIn, theAdmin, type User } from './a-user.ts';
import { plain } from './a-visitor.ts';

const HOSTILE = '<script>alert("x")</script>';

describe('search or do', () => {
  let office: Office;
  let ana: User;
  let emma: string;
  beforeAll(async () => {
    office = await anOffice();
    ana = theAdmin(office);
    emma = (await office.aClient('Emma', { last_name: 'Clárke', phone: '+34612345678' })).contact;
    await office.aProperty('Finca La Almazara');
    await office.aProperty(HOSTILE);
  });

  const opened = async (words = ''): Promise<Desk> => {
    const desk = await aDesk(office, ana);
    await desk.opens('/crm/today');
    await desk.page.waitForSelector('#live');
    await desk.page.keyboard.down('Control');
    await desk.page.keyboard.press('k');
    await desk.page.keyboard.up('Control');
    await desk.page.waitForSelector('dialog#find[open]');
    if (words) await desk.page.keyboard.type(words);
    return desk;
  };
  const chosen = (desk: Desk) =>
    desk.page.$eval('#find-words', (field) => {
      const id = field.getAttribute('aria-activedescendant');
      return (id && document.getElementById(id)?.textContent?.replaceAll(/\s+/g, ' ')) ?? '';
    });
  const chooses = async (desk: Desk, words: string) => {
    await desk.page.waitForFunction(
      (wanted) => document.querySelector('#found [aria-selected="true"]')?.textContent?.includes(wanted),
      {},
      words,
    );
  };

  it('finds as somebody types, is walked through by the arrows, and opens what is chosen', async () => {
    const desk = await opened('clarke');
    await desk.byRole('dialog', 'Search or do');
    await desk.byRole('combobox', 'Search or do');
    await chooses(desk, 'Emma Clárke');
    await desk.page.keyboard.press('ArrowUp');
    expect(await chosen(desk)).toContain('Offer homes to Emma Clárke');
    await desk.page.keyboard.press('ArrowUp');
    expect(await chosen(desk)).toContain('Message Emma Clárke');
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('ArrowDown');
    expect(await chosen(desk)).toContain('Emma Clárke');
    const [gone] = await Promise.all([desk.page.waitForNavigation(), desk.page.keyboard.press('Enter')]);
    expect(new URL(gone?.url() ?? '').pathname).toBe(`/crm/contacts/${emma}`);
    expect(desk.complaints()).toEqual([]);
  });

  it('opens what the words stand for, not what stood there before them', async () => {
    const desk = await opened();
    await chooses(desk, 'Go to Today');
    await desk.page.keyboard.type('clarke', { delay: 0 });
    const [gone] = await Promise.all([desk.page.waitForNavigation(), desk.page.keyboard.press('Enter')]);
    expect(new URL(gone?.url() ?? '').pathname).toBe(`/crm/contacts/${emma}`);
  });

  it('opens another tab by Ctrl Enter, and stays', async () => {
    const desk = await opened('almazara');
    await chooses(desk, 'Finca La Almazara');
    const target = desk.page.browserContext().waitForTarget((each) => each.url().includes('/crm/properties/'));
    await desk.page.keyboard.down('Control');
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.up('Control');
    await target;
    expect(new URL(desk.page.url()).pathname).toBe('/crm/today');
  });

  it('says where nothing is found, and shows what people typed as text', async () => {
    const desk = await opened('<b>nobody</b>');
    await desk.sees('Nothing found for “<b>nobody</b>”.', '#found-none');
    expect(await desk.page.$eval('#find-words', (field) => field.getAttribute('aria-expanded'))).toBe('false');
    await desk.page.click('#find-words', { count: 3 });
    await desk.page.keyboard.type('script');
    await desk.sees(HOSTILE, '#found');
    expect(await desk.page.$$('#found script')).toEqual([]);
    expect(desk.complaints()).toEqual([]);
  });

  it('gives the focus back to where it was', async () => {
    const desk = await aDesk(office, ana);
    await desk.opens('/crm/today');
    await desk.presses('Search or do');
    await desk.page.waitForSelector('dialog#find[open]');
    await desk.page.keyboard.press('Escape');
    await desk.page.waitForSelector('dialog#find:not([open])');
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('open-find');
    await desk.page.focus('#new summary');
    await desk.page.keyboard.press('/');
    await desk.page.waitForSelector('dialog#find[open]');
    await desk.page.keyboard.press('Escape');
    await desk.page.waitForSelector('dialog#find:not([open])');
    expect(await desk.page.evaluate(() => document.activeElement?.closest('#new')?.id)).toBe('new');
  });

  it('has no fault that axe knows while it is open, and fits a phone', async () => {
    const desk = await opened('emma');
    await chooses(desk, 'Emma');
    expect(await desk.faults()).toEqual([]);
  });

  it('finds only commands behind >, and takes a person behind a verb', async () => {
    const visitor = await signedIn(office, await aUser(office, 'Eva', { role: 'Employee' }));
    const found = async (words: string) =>
      plain((await visitor.get(`/crm/find?part=found&q=${encodeURIComponent(words)}`)).text);
    expect(await found('>new')).toContain('New Contact');
    expect(await found('>emma')).not.toContain('clarke');
    expect(await found('message clar')).toContain('Message Emma Clárke');
    expect(await found('>offer clar')).toContain('Offer homes to Emma Clárke');
    expect(await found('go set')).toContain('Go to Settings');
  });

  it('is a page with links where no script runs', async () => {
    const desk = await aDesk(office, ana, { script: false });
    await desk.opens('/crm/today');
    await Promise.all([desk.page.waitForNavigation(), desk.presses('Search or do')]);
    await desk.fills('Name, e-mail, phone or reference', '612 345');
    await Promise.all([desk.page.waitForNavigation(), desk.presses('Search')]);
    expect(await desk.page.$eval('.found a', (link) => link.getAttribute('href'))).toBe(`/crm/contacts/${emma}`);
  });

  it('answers a session ten times a second, and another all the same', async () => {
    const [one, other] = [await signedIn(office, ana), await signedIn(office, ana)];
    const asked = await Promise.all(Array.from({ length: 25 }, () => one.get('/crm/find?part=found&q=a')));
    expect(asked.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    expect(asked.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(10);
    expect((await other.get('/crm/find?part=found&q=a')).status).toBe(200);
  });
});
