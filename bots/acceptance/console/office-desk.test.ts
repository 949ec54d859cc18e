import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, type Office } from '#bots/acceptance/an-office.ts';
import { aDesk } from './a-desk.ts';
import { aUser, theAdmin, type User } from './a-user.ts';

describe('homes and settings in a browser', () => {
  let office: Office;
  let ana: User;
  beforeAll(async () => {
    office = await anOffice();
    ana = theAdmin(office);
  });
  const aFolder = () => mkdtemp(join(tmpdir(), 'chosen-'));

  const SETTINGS = [
    'office',
    'hours',
    'channels',
    'channels/add',
    'users',
    'users/invite',
    'access',
    'access/keys/new',
  ];
  const HOMES = ['', '/photos', '/facts', '/viewings', '/internal', '/price', '/mark/sold', '/offer'];
  it.each([
    ['the list', () => ['/crm/properties', '/crm/properties/new', '/crm/properties/import']],
    ['a home', (id: string) => HOMES.map((path) => `/crm/properties/${id}${path}`)],
    ['the settings', () => SETTINGS.map((path) => `/crm/settings/${path}`)],
  ] as const)(
    'have no fault that axe knows, in both themes and sizes, and never scroll sideways: %s',
    async (_, pathsOf) => {
      const villa = await office.aProperty('Villa Larga de la Montaña con Vistas', { reference: 'CV-1' }, 2);
      const emma = await office.aClient('Emma');
      await office.offers(emma.deal, villa);
      await office.api('POST', '/users', { name: 'Noor Visser', email: `noor.${villa}@office.test` });
      const desk = await aDesk(office, ana);
      for (const path of pathsOf(villa)) {
        await desk.opens(path);
        expect([path, await desk.faults()]).toEqual([path, []]);
      }
      expect(desk.complaints()).toEqual([]);
    },
  );

  it('show a price that somebody else changed, and photos one by one as they are stored', async () => {
    const villa = await office.aProperty('Villa Viva', {}, 0);
    const desk = await aDesk(office, await aUser(office, 'Daniel'));
    await desk.opens(`/crm/properties/${villa}/photos`);
    await office.api('PATCH', `/properties/${villa}`, { price: 333_000 });
    await desk.sees('€333,000', '#line');

    const folder = await aFolder();
    const files = await Promise.all(
      ['red', 'green', 'blue'].map(async (background) => {
        const file = join(folder, `${background}.jpg`);
        await sharp({ create: { width: 60, height: 40, channels: 3, background } }).toFile(file);
        return file;
      }),
    );
    const none = join(folder, 'notes.jpg');
    await writeFile(none, 'not a photo');
    const input = await desk.page.$('input[type="file"]');
    await (input as Awaited<ReturnType<typeof desk.page.$<'input'>>>)?.uploadFile(...files, none);
    await desk.sees('3 of 4 stored', '#add-photos');
    await desk.sees('notes.jpg is no photo that can be read here.', '#add-photos');
    await desk.sees('3 photos', '#photos');
    expect(desk.complaints()).toEqual([]);
  });

  it('are worked by keys alone: a price in its dialog, and a photo put first', async () => {
    const villa = await office.aProperty('Villa Teclas', {}, 2);
    const desk = await aDesk(office, ana);
    await desk.opens(`/crm/properties/${villa}`);
    const { page } = desk;
    await page.focus(`a[href^="/crm/properties/${villa}/price"]`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('#dialog[open] #price');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('price');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('nothing');
    await page.keyboard.press('Enter');
    await desk.sees('Write a number.', '#dialog');
    await page.focus('#price');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('398,000');
    await page.keyboard.press('Enter');
    await desk.sees('€398,000', '#line');

    await desk.opens(`/crm/properties/${villa}/photos`);
    const last = await page.$eval('.photo-order > li:last-child', (item) => item.id);
    await page.focus(`#${last} [aria-label="Move photo 2 earlier"]`);
    await page.keyboard.press('Enter');
    await page.waitForFunction((id) => document.querySelector('.photo-order > li')?.id === id, {}, last);
    expect(desk.complaints()).toEqual([]);
  });

  it('tell how far a feed is while it is taken, and find homes as one types', async () => {
    const desk = await aDesk(office, ana);
    await desk.opens('/crm/properties/import');
    const file = join(await aFolder(), 'kyero.xml');
    const one = '<property><ref>K-1</ref><price>100000</price><type>villa</type><town>Altea</town></property>';
    await writeFile(file, `<root>${one}<property><ref>K-2</ref></property></root>`);
    const input = await desk.page.$('input[type="file"]');
    await (input as Awaited<ReturnType<typeof desk.page.$<'input'>>>)?.uploadFile(file);
    await desk.page.click('input[name="trial"]');
    await Promise.all([desk.page.waitForNavigation(), desk.presses('Send')]);
    await desk.sees('Done', '#imports');
    await desk.sees('1 new', '#imports');

    await desk.opens('/crm/properties');
    await desk.page.type('#q', 'K-1');
    await desk.sees('1 property', '#list');
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('q');
    expect(desk.complaints()).toEqual([]);
  });
});
