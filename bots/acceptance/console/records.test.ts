import { beforeAll, describe, expect, it } from 'vitest';
import type { Phone } from '#bots/acceptance/a-phone.ts';
import { anOffice, type Client, type Office } from '#bots/acceptance/an-office.ts';
import { aDesk, type Desk } from './a-desk.ts';
import { theAdmin } from './a-user.ts';

/** What a client does stands on the desk within so long (CONSOLE 4). */
const LIVE_MS = 2000;

describe('contacts and deals at a browser', () => {
  let office: Office;
  let desk: Desk;
  let carla: Client;
  let hand: Phone;
  beforeAll(async () => {
    office = await anOffice();
    desk = await aDesk(office, theAdmin(office));
    carla = await office.aClient('Carla');
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    for (const name of ['Villa Nueva', 'Finca Vieja']) {
      const home = await office.aProperty(name);
      await office.api('PUT', `/deals/${carla.deal}/properties/${home}`, { status: 'preselect' });
    }
    hand = office.phone('Carla');
    await office.signsIn(hand, carla.email);
  });

  it('shows what a client does on their page and in the lanes of their deal, within two seconds', async () => {
    const other = await aDesk(office, theAdmin(office));
    await desk.opens(`/crm/contacts/${carla.contact}`);
    await other.opens(`/crm/deals/${carla.deal}`);
    await hand.taps('New properties');
    await hand.taps('Details');
    await other.sees('Casa Verde', '#lane-pending');

    await hand.taps('Interested');

    const began = performance.now();
    await desk.sees('Interested: Casa Verde', '#timeline');
    await desk.sees('1 interested', '#deals');
    await other.sees('Casa Verde', '#lane-interested');
    expect(performance.now() - began).toBeLessThan(LIVE_MS);
    expect([...desk.complaints(), ...other.complaints()]).toEqual([]);
  });

  it('offers several homes at once with the keyboard alone, and counts them as they are chosen', async () => {
    const { page } = desk;
    await desk.opens(`/crm/deals/${carla.deal}`);
    await page.waitForFunction(() => document.querySelector<HTMLElement>('#chosen')?.hidden);

    await (await desk.byRole('checkbox', 'Choose Villa Nueva')).focus();
    await page.keyboard.press('Space');
    await desk.sees('1 home chosen', '#chosen');
    await (await desk.byRole('checkbox', 'Choose Finca Vieja')).focus();
    await page.keyboard.press('Space');
    await desk.sees('2 homes chosen', '#chosen');
    await page.keyboard.press('Tab');
    await (await desk.byRole('button', 'Offer now')).focus();
    await page.keyboard.press('Enter');

    await desk.sees('2 homes offered. Carla is told now.', '#result');
    await desk.sees('Villa Nueva', '#lane-proposed');
    await desk.sees('Finca Vieja', '#lane-proposed');
    await hand.gets(({ text }) => /Villa Nueva|Finca Vieja/.test(text));
  });

  it('moves a home by its menu, and searches in a dialog that keeps what is ticked', async () => {
    const { page } = desk;
    await office.aProperty('Casa del Mar');
    await office.aProperty('Ático Norte');
    await desk.opens(`/crm/deals/${carla.deal}`);
    await desk.presses('Move Casa Verde to…');
    await desk.presses('Approved');
    await desk.sees('Casa Verde is in Approved.', '#result');

    await (await desk.byRole('link', 'Add homes')).click();
    await desk.fills('Search homes', 'mar');
    await page.waitForFunction(() => document.querySelectorAll('#found-homes li').length === 1);
    await page.click('#found-homes .check');
    await desk.fills('Search homes', 'norte');
    await desk.sees('Ático Norte', '#found-homes');
    expect(await page.$$eval('#found-homes input:checked', (ticked) => ticked.length)).toBe(1);
    await desk.presses('Add to Preselect');

    await desk.sees('1 home is in Preselect.', '#result');
    await desk.sees('Casa del Mar', '#lane-preselect');
    expect(await page.$eval('#dialog', (dialog) => dialog.hasAttribute('open'))).toBe(false);
  });

  it('says what a deed did where the page hears of the change before its answer comes', async () => {
    const { page } = desk;
    const home = await office.aProperty('Casa Lenta');
    await office.api('PUT', `/deals/${carla.deal}/properties/${home}`, { status: 'preselect' });
    await desk.opens(`/crm/deals/${carla.deal}`);
    await page.evaluate((late) => {
      const send = window.fetch;
      window.fetch = async (...given) => {
        const answer = await send(...given);
        if (given[1]?.method === 'POST') await new Promise((resolve) => setTimeout(resolve, late));
        return answer;
      };
    }, LIVE_MS);

    await desk.presses('Move Casa Lenta to…');
    await desk.presses('Rejected by agent');

    await desk.sees('Casa Lenta is in Rejected by agent.', '#result');
    await desk.sees('Casa Lenta', '#lane-rejected_by_agent');
  });

  it('shows what the client waits for on their page, and takes it away once it is answered', async () => {
    await desk.opens(`/crm/contacts/${carla.contact}`);
    await hand.taps('Contact agent');
    await hand.writes('Is the pool heated?');
    await desk.sees('Waits for an answer', '#waits');
    await desk.sees('Is the pool heated?', '#waits');

    await office.api('POST', `/contacts/${carla.contact}/messages`, { text: 'It is.' });

    await desk.page.waitForFunction(() => document.querySelector('#waits')?.textContent?.trim() === '');
    await desk.sees('It is.', '#timeline');
  });

  it('moves a home by single keys', async () => {
    const { page } = desk;
    await desk.opens(`/crm/deals/${carla.deal}`);
    await page.keyboard.press('j');
    await page.keyboard.press('l');
    await page.waitForSelector('.drop:popover-open');
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await desk.sees('Add homes', '#dialog');
    await desk.opens(`/crm/contacts/${carla.contact}`);
    await page.keyboard.press('p');
    await desk.sees('Offer homes to Carla Jansen', '#dialog');
  });

  it('finds contacts while somebody types', async () => {
    await office.aClient('Zacharias');
    await desk.opens('/crm/contacts');
    await desk.fills('Search contacts', 'zach');
    await desk.page.waitForFunction(() => document.querySelectorAll('#list tbody tr').length === 1);
    await desk.sees('Zacharias', '#list');
  });

  const pages: readonly (readonly [string, () => string])[] = [
    ['the list of contacts', () => '/crm/contacts'],
    ['a new contact', () => '/crm/contacts/new'],
    ['a contact', () => `/crm/contacts/${carla.contact}`],
    ['their feedback', () => `/crm/contacts/${carla.contact}/feedback`],
    ['their deals', () => `/crm/contacts/${carla.contact}/deals`],
    ['their viewings', () => `/crm/contacts/${carla.contact}/viewings`],
    ['their details', () => `/crm/contacts/${carla.contact}/details`],
    ['offering homes', () => `/crm/contacts/${carla.contact}/offer`],
    ['erasing', () => `/crm/contacts/${carla.contact}/erase`],
    ['the list of deals', () => '/crm/deals'],
    ['a new deal', () => '/crm/deals/new'],
    ['a deal', () => `/crm/deals/${carla.deal}`],
    ['adding homes', () => `/crm/deals/${carla.deal}/add`],
    ['its timeline', () => `/crm/deals/${carla.deal}/timeline`],
    ['all activity', () => '/crm/activity'],
  ];

  it.each(pages)('has no fault that axe finds, and nothing to scroll sideways: %s', async (_, path) => {
    await desk.opens(path());
    expect(await desk.faults()).toEqual([]);
    expect(desk.complaints()).toEqual([]);
  });
});
