import { describe, expect, it, vi } from 'vitest';
import nl from '#locales/nl.json' with { type: 'json' };
import { type Body, dayIn } from './an-office.ts';
import { anOfficeOnWhatsAppWeb } from './on-whatsapp-web.ts';

/** The labels of SPEC 5 to the letter, and what stands for them in Dutch. */
const LABELS = {
  en: {
    new: 'New properties',
    interested: 'Interested',
    not: 'Not interested',
    price: 'Price',
    done: 'Done',
    add: '☆ Favourite',
    details: 'Details',
    photos: 'Photos',
    request: 'Request viewing',
    mark: 'Mark interested',
    any: 'Any time',
    send: 'Send request',
    viewings: 'Viewings',
    cancel: 'Cancel viewing',
    yes: 'Yes, cancel it',
  },
  nl: {
    new: nl.label.newProperties,
    interested: nl.label.interested,
    not: nl.label.notInterested,
    price: nl.reason.price,
    done: nl.label.done,
    add: nl.label.addFavourite,
    details: nl.label.details,
    photos: nl.label.photos,
    request: nl.label.requestViewing,
    mark: nl.label.markInterested,
    any: nl.part.any,
    send: nl.label.sendRequest,
    viewings: nl.label.viewings,
    cancel: nl.label.cancelViewing,
    yes: nl.label.yesCancel,
  },
} as const;

describe("on the office's own WhatsApp phone", () => {
  it.each(['en', 'nl'] as const)(
    'a client judges a home, asks for a viewing, hears of it and cancels it, by numbers in %s',
    async (language) => {
      const say = LABELS[language];
      const office = await anOfficeOnWhatsAppWeb();
      const { api, made, mailbox } = office;
      await office.linked();
      const carla = await office.aClient('Carla', { language });
      const [first, second] = [await office.aProperty('Casa Verde', {}, 3), await office.aProperty('Casa Roja')];
      await office.offers(carla.deal, first);
      const phone = office.phoneOf('Carla');
      await phone.writes(`START ${made.invite_code}`);
      await phone.writes(carla.email);
      await phone.writes(await mailbox.codeFor(carla.email, 0));
      const laneOf = async (property: string) =>
        (await api('GET', `/deals/${carla.deal}/properties`)).body.items.find(
          (each: Body) => each.property_id === property,
        );

      // A pushed card: judged by answering it with a number, whatever came after it.
      await office.offers(carla.deal, second);
      const card = await phone.gets(({ text }) => text.includes('Casa Roja'));
      await phone.picks(say.interested, card.id);
      expect(await laneOf(second)).toMatchObject({ status: 'interested' });
      await phone.picks(say.not, card.id);
      await phone.picks(say.price);
      await phone.picks(say.done);
      expect(await laneOf(second)).toMatchObject({ status: 'rejected', reject_reasons: ['price'] });

      await phone.writes('/home');
      const [photographed] = await phone.picks(say.new);
      expect(photographed?.photo?.byteLength).toBeGreaterThan(100);
      await phone.picks(say.add);
      expect(await laneOf(first)).toMatchObject({ favourite: true });
      await phone.picks(say.details);
      await phone.picks(say.photos);
      expect(phone.all().filter(({ photo }) => photo).length).toBeGreaterThanOrEqual(4);

      await phone.picks(say.request);
      await phone.picks(say.mark);
      await phone.writes(dayIn(20));
      await phone.picks(say.send);
      const [meeting] = (await api('GET', '/meetings?status=pending')).body.items;
      expect(meeting).toMatchObject({ property_id: first, preferred_dates: [{ date: dayIn(20) }] });
      await api('POST', `/meetings/${meeting.id}/confirm`, { start_date: `${dayIn(20)}T10:30:00Z` });
      const told = await phone.gets(({ text }) => /11:30.*Madrid/s.test(text));
      expect(told.text).toContain('Calle Inventada 7');

      await phone.writes('/home');
      await phone.picks(say.viewings);
      await phone.picks(say.cancel);
      await phone.picks(say.yes);
      expect((await api('GET', `/meetings/${meeting.id}`)).body.status).toBe('cancelled');
      const { items } = (await api('GET', `/contacts/${carla.contact}/activities`)).body;
      expect(items.filter(({ actor }: Body) => actor.kind === 'client').map(({ channel }: Body) => channel)).toEqual(
        Array.from({ length: 9 }, () => 'whatsapp'),
      );
      expect(office.standIn.seen).toContain(phone.person.address);
    },
  );

  it('asks again, with the menu, where a number stands for nothing', async () => {
    const office = await anOfficeOnWhatsAppWeb();
    await office.linked();
    const carla = await office.aClient('Carla');
    const phone = office.phoneOf('Carla');
    await phone.writes(`START ${office.made.invite_code}`);
    await phone.writes(carla.email);
    await phone.writes(await office.mailbox.codeFor(carla.email, 0));

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

  it('tells the office by mail when its phone ended the link', async () => {
    const office = await anOfficeOnWhatsAppWeb();
    await office.linked();
    const { email } = office.made.admin;
    await vi.waitUntil(async () => (await stateOf(office.url)) === 'up', { timeout: 10_000 });

    office.standIn.unlink();

    const mail = await vi.waitUntil(() => office.mailbox.to(email)[0], { timeout: 20_000 });
    expect(JSON.stringify(mail)).toContain('no longer linked');
    expect(JSON.stringify(mail)).toContain('/whatsapp/link/');
    await vi.waitUntil(async () => (await stateOf(office.url)) === 'waits', { timeout: 20_000 });
  });
});

const stateOf = async (url: string) =>
  ((await (await fetch(`${url}/readyz`)).json()) as Body).checks.channels.whatsapp.state;
