import { describe, expect, it, vi } from 'vitest';
import { goesTheWay, JOURNEY_LANGUAGES } from './a-journey.ts';
import type { Body } from './an-office.ts';
import { anOfficeOnWhatsAppWeb, signsInByNumbers } from './on-whatsapp-web.ts';

describe("on the office's own WhatsApp phone", () => {
  it.each(JOURNEY_LANGUAGES)(
    'a client judges a home, asks for a viewing, hears of it and cancels it, by numbers in %s',
    async (language) => {
      const office = await anOfficeOnWhatsAppWeb();
      await office.linked();
      const phone = office.phoneOf('Carla');

      await goesTheWay(office, 'whatsapp', language, () => ({
        ...phone,
        signsIn: (client) => signsInByNumbers(office, phone, client),
        presses: phone.picks,
        photos: () => phone.all().filter(({ photo }) => photo && photo.byteLength > 100).length,
      }));

      expect(office.standIn.seen).toContain(phone.person.address);
      const [file] = phone.all().flatMap(({ document }) => document ?? []);
      expect(file?.name).toMatch(/^\S+ Altea \d+.*\.ics$/);
      expect(String(file?.bytes)).toMatch(/^BEGIN:VCALENDAR\r\n/);
    },
  );

  it('reads the language of their country first, whichever of their two ids WhatsApp tells', async () => {
    const office = await anOfficeOnWhatsAppWeb();
    await office.linked();

    for (const comesAs of ['lid', 'phone'] as const) {
      const number = { lid: '31612345678', phone: '4915112345678' }[comesAs];
      const phone = office.phoneOf('Daan', { comesAs, phone: number });
      const [welcome] = await phone.writes(`START ${office.made.invite_code}`);
      expect(welcome?.text).toContain(
        { lid: 'Wat is uw e-mailadres?', phone: 'Wie lautet Ihre E-Mail-Adresse?' }[comesAs],
      );
    }
  });

  it('tells a favourite on its card', async () => {
    const office = await anOfficeOnWhatsAppWeb();
    await office.linked();
    const carla = await office.aClient('Carla', { language: 'en' });
    const phone = office.phoneOf('Carla');
    await signsInByNumbers(office, phone, carla);
    await office.offers(carla.deal, await office.aProperty('Casa Roja'));
    const card = await phone.gets(({ text }) => text.includes('Casa Roja'));

    const [marked] = await phone.picks('☆ Favourite', card.id);

    expect(marked?.text).toContain('★ Favourite');
  });

  it('asks again, with the menu, where a number stands for nothing', async () => {
    const office = await anOfficeOnWhatsAppWeb();
    await office.linked();
    const carla = await office.aClient('Carla');
    await office.offers(carla.deal, await office.aProperty('Casa Roja'));
    const phone = office.phoneOf('Carla');
    await signsInByNumbers(office, phone, carla);

    const [again] = await phone.writes('77');

    expect(again?.text).toContain('77');
    expect(again?.text).toMatch(/\*1\* New properties/);
    await phone.picks('Viewings');
  });

  it('shows the code on a page that only who was told can find, and on the terminal', async () => {
    const office = await anOfficeOnWhatsAppWeb();
    await vi.waitUntil(() => office.shown.length > 0, { timeout: 30_000 });
    const [said = ''] = office.shown;
    const [page = ''] = said.match(/http:\/\/\S+\/whatsapp\/link\/\S+/) ?? [];

    const answer = await fetch(page);
    const html = await answer.text();
    expect(html).toContain('data:image/svg+xml;base64,');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(said).toMatch(/[▀▄█]{10}/);
    expect((await fetch(`${office.url}/whatsapp/link/${'x'.repeat(43)}`)).status).toBe(404);

    await office.linked();
    await vi.waitUntil(async () => (await (await fetch(page)).text()).includes('answers clients'), { timeout: 10_000 });
    const ready = (await (await fetch(`${office.url}/readyz`)).json()) as Body;
    expect(ready.checks.channels.whatsapp).toEqual({ state: 'up' });
  });

  it.each(['told', 'UNPAIRED'] as const)(
    'tells the office by one mail when its phone ended the link (%s)',
    async (how) => {
      const office = await anOfficeOnWhatsAppWeb();
      await office.linked();
      const { email } = office.made.admin;
      await vi.waitUntil(async () => (await stateOf(office.url)) === 'up', { timeout: 10_000 });

      office.standIn.unlink(how);

      const mail = await vi.waitUntil(() => office.mailbox.to(email)[0], { timeout: 20_000 });
      expect(JSON.stringify(mail)).toContain('no longer linked');
      expect(JSON.stringify(mail)).toContain('/whatsapp/link/');
      await vi.waitUntil(async () => (await stateOf(office.url)) === 'waits', { timeout: 20_000 });
      await office.linked();
      await vi.waitUntil(async () => (await stateOf(office.url)) === 'up', { timeout: 20_000 });
      expect(office.mailbox.to(email)).toHaveLength(1);
    },
  );
});

const stateOf = async (url: string) =>
  ((await (await fetch(`${url}/readyz`)).json()) as Body).checks.channels.whatsapp.state;
