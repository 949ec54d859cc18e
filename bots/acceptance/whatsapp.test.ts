import { describe, expect, it, vi } from 'vitest';
import { goesTheWay, JOURNEY_LANGUAGES } from './a-journey.ts';
import { aWhatsAppPhone, titlesOf } from './a-whatsapp-phone.ts';
import { type Body, calendarAt } from './an-office.ts';
import { anOfficeOnWhatsApp, signsInOnWhatsApp } from './on-whatsapp.ts';

describe('on WhatsApp by the Cloud API', () => {
  it.each(JOURNEY_LANGUAGES)(
    'a client judges a home, asks for a viewing, hears of it and cancels it, in %s',
    async (language) => {
      const office = await anOfficeOnWhatsApp();
      const phones: ReturnType<typeof office.whatsApp>[] = [];

      await goesTheWay(office, 'whatsapp', language, ({ more }) => {
        const phone = office.whatsApp('Carla', more);
        phones.push(phone);
        return {
          ...phone,
          signsIn: (client) => signsInOnWhatsApp(office, phone, client),
          presses: phone.taps,
          photos: () => phone.all().filter(({ file }) => file !== undefined).length,
        };
      });

      const said = phones.flatMap((phone) => phone.all().map(({ text }) => text)).join('\n');
      const [, calendar] = /(http\S+\/calendar\/\S+)/.exec(said) ?? [];
      expect(await calendarAt(calendar)).toMatch(/^BEGIN:VCALENDAR\r\n/);
    },
    60_000,
  );

  it.each([
    ['which tells who they are', 'NL.90000000000001'],
    ['which tells their number alone', undefined],
  ])('whoever comes by the invite reads the language of their country first, on a platform %s', async (_, userId) => {
    const office = await anOfficeOnWhatsApp();
    const person = office.graph.person({ name: 'Daan', waId: '31612345678', ...(userId ? { userId } : {}) });
    const phone = aWhatsAppPhone(person, office.settled);

    const [welcome] = await phone.writes(`START ${office.made.invite_code}`);
    expect(welcome?.text).toContain('Wat is uw e-mailadres?');
    await phone.taps('🌐 Taal');
    const [english] = await phone.taps('English');

    expect(english?.text).toContain('Your e-mail address?');
  });

  it('a card shows Interested, Not interested and Details, and what it has no room for stands below those', async () => {
    const office = await anOfficeOnWhatsApp();
    const carla = await office.aClient('Carla');
    const phone = office.whatsApp('Carla');
    await signsInOnWhatsApp(office, phone, carla);

    await office.offers(carla.deal, await office.aProperty('Casa Roja'));

    const card = await phone.gets(({ text }) => text.includes('Casa Roja'));
    expect(titlesOf(card)).toEqual(['Interested', 'Not interested', 'Details']);
    const details = await phone.taps('Details', card.id);
    expect(details.flatMap(titlesOf)).toEqual(['Interested', 'Not interested', 'More']);
    const more = await phone.taps('More', details.at(-1)?.id);
    expect(more.flatMap(titlesOf)).toEqual(['Photos', 'Request viewing', '☆ Favourite', 'Contact agent', 'Home']);
  });

  it('a list of homes names each by price and place, and by its title below', async () => {
    const office = await anOfficeOnWhatsApp();
    const carla = await office.aClient('Carla');
    const phone = office.whatsApp('Carla');
    await signsInOnWhatsApp(office, phone, carla);
    for (const name of ['Casa Roja', 'Casa Verde']) await office.offers(carla.deal, await office.aProperty(name));
    await phone.gets(({ text }) => text.includes('Casa Verde'));
    await phone.writes('/home');

    await phone.taps('All properties');
    const [list] = await phone.taps('To rate');

    const rows = list?.sections.flatMap((section) => section.rows) ?? [];
    expect(rows.slice(0, 2)).toMatchObject([
      { title: expect.stringMatching(/^1\. €[\d,]+ · /), description: 'Casa Verde' },
      { title: expect.stringMatching(/^2\. €[\d,]+ · /), description: 'Casa Roja' },
    ]);
    expect(list?.text).toMatch(/Casa Verde\n🆕 · .*Casa Roja\n🆕 · /s);
  });

  it('a card tells a favourite, though its button is below Details', async () => {
    const office = await anOfficeOnWhatsApp();
    const carla = await office.aClient('Carla', { language: 'nl' });
    const phone = office.whatsApp('Carla', 'Meer');
    await signsInOnWhatsApp(office, phone, carla);
    await office.offers(carla.deal, await office.aProperty('Casa Roja'));
    const card = await phone.gets(({ text }) => text.includes('Casa Roja'));
    expect(card.text).not.toContain('★');

    const [marked] = await phone.taps('☆ Favoriet');
    expect(marked?.text).toBe('★ Bij uw favorieten: ‘Casa Roja’');
    const [interested] = await phone.taps('Interesse');
    expect(interested?.text).toBe('✓ Interesse: ‘Casa Roja’');
    const [listed] = await phone.writes('/favourites');
    expect(listed?.text).toContain('★ Favoriet');
    const [unmarked] = await phone.taps('★ Favoriet');
    expect(unmarked?.text).toBe('☆ Niet bij uw favorieten: ‘Casa Roja’');

    const listedAfter = await phone.writes('/favourites');
    expect(listedAfter.map(({ text }) => text).join()).not.toContain('Casa Roja');
  });

  it('nothing free of form leaves a day after the client’s last word; it comes once they answer', async () => {
    let now = Date.now();
    const office = await anOfficeOnWhatsApp({ clock: { now: () => new Date(now) } });
    const carla = await office.aClient('Carla');
    const phone = office.whatsApp('Carla');
    await signsInOnWhatsApp(office, phone, carla);
    now += 25 * 60 * 60 * 1000;

    const sentBefore = phone.all().length;
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    await office.offers(carla.deal, await office.aProperty('Casa Roja'));
    const invitation = await phone.gets(({ kind }) => kind === 'template');
    await vi.waitUntil(async () => (await heldOf(office.url)) === 2, { timeout: 5000 });
    expect(
      phone
        .all()
        .slice(sentBefore)
        .map(({ kind }) => kind),
    ).toEqual(['template']);

    await phone.does(() => phone.person.taps(invitation.id, invitation.buttons[0]?.title ?? ''));
    await phone.gets(({ text }) => text.includes('Casa Verde'));
    await phone.gets(({ text }) => text.includes('Casa Roja'));
    expect(await heldOf(office.url)).toBe(0);
  });

  it('fifty messages of ten people, delivered three times and in reverse, count once', async () => {
    const office = await anOfficeOnWhatsApp();
    const people = Array.from({ length: 10 }, (_, index) => office.whatsApp(`Person ${index}`));
    for (const phone of people) {
      const client = await office.aClient('Client');
      await signsInOnWhatsApp(office, phone, client);
      for (let home = 0; home < 4; home += 1) await office.offers(client.deal, await office.aProperty(`Casa ${home}`));
      await phone.gets(({ text }) => text.includes('Casa 3'));
    }
    const held = office.graph.holdWebhooks();
    for (const phone of people) {
      const cards = phone.all().filter((message) => titlesOf(message).includes('Interested'));
      for (const { id } of cards.slice(-4)) phone.person.taps(id, 'Interested');
      phone.person.writes('/home');
    }

    await held.deliver({ times: 3, order: 'reverse', batch: true });
    await office.settled();

    const { items } = (await office.api('GET', '/deals?limit=50')).body;
    for (const deal of items) {
      const lines = (await office.api('GET', `/deals/${deal.id}/activities`)).body.items;
      expect(lines.filter(({ type }: Body) => type === 'verdict_interested')).toHaveLength(4);
    }
  }, 120_000);

  it('what is done on one channel is seen on the other', async () => {
    const office = await anOfficeOnWhatsApp();
    const carla = await office.aClient('Carla');
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    const [telegram, whatsApp] = [office.phone('Carla'), office.whatsApp('Carla')];
    await office.signsIn(telegram, carla.email);
    await signsInOnWhatsApp(office, whatsApp, carla);

    await whatsApp.taps('New properties');
    await whatsApp.taps('Interested');
    const groups = await telegram.taps('All properties');

    expect(groups.text).toMatch(/Interested.*1/);
  });

  it('whoever gets another id of the platform stays signed in; whoever gets their old one does not', async () => {
    const office = await anOfficeOnWhatsApp();
    const carla = await office.aClient('Carla');
    const phone = office.whatsApp('Carla');
    await signsInOnWhatsApp(office, phone, carla);

    phone.person.becomes({ userId: 'ES.77', waId: '34699999999' });
    const home = await phone.writes('/home');
    const stranger = aWhatsAppPhone(
      office.graph.person({ name: 'Someone else', waId: phone.person.waId, userId: phone.person.userId }),
      office.settled,
    );
    const met = await stranger.writes('/home');

    expect(home.map(({ text }) => text).join()).toContain('Carla');
    expect(met.map(({ text }) => text)).toEqual([expect.stringContaining('enlace de su agente')]);
  });

  it('what it can not take yet is answered kindly, and said not to be saved', async () => {
    const office = await anOfficeOnWhatsApp();
    const phone = office.whatsApp('Carla');
    await signsInOnWhatsApp(office, phone, await office.aClient('Carla'));
    const { person } = phone;
    const last = phone.all().at(-1)?.id ?? '';

    const photo = await phone.does(() => person.sendsImage(Buffer.from([0xff, 0xd8, 0xff])));
    const strange = await phone.does(() => person.sends('order', { order: {} }));
    const liked = await phone.does(() => person.reacts(last, '👍'));

    expect(photo[0]?.text).toContain('not saved');
    expect(strange[0]?.text).toContain('not saved');
    expect(liked[0]?.text).toContain('Thank you');
  });

  it('a card that was sent stays as it was, and answers with what is so now', async () => {
    const office = await anOfficeOnWhatsApp();
    const carla = await office.aClient('Carla');
    const home = await office.aProperty('Casa Verde');
    const phone = office.whatsApp('Carla');
    await signsInOnWhatsApp(office, phone, carla);
    await office.offers(carla.deal, home);
    const card = await phone.gets(({ text }) => text.includes('Casa Verde'));
    const before = phone.all().length;

    await office.api('PATCH', `/properties/${home}`, { status: 'sold' });
    await office.settled();
    expect(phone.all()).toHaveLength(before);
    const answer = await phone.taps('Interested', card.id);

    expect(answer.map(({ text }) => text).join()).toContain('Sold.');
    const [offer] = (await office.api('GET', `/deals/${carla.deal}/properties`)).body.items;
    expect(offer.status).toBe('proposed');
  });

  it('a client is asked in by a link to the number that Meta names', async () => {
    const office = await anOfficeOnWhatsApp();
    const carla = await office.aClient('Carla');

    const { body } = await office.api('POST', `/contacts/${carla.contact}/portal-user`);

    expect(body.links.whatsapp).toMatch(/^https:\/\/wa\.me\/34\d+\?text=START%20[\w-]{1,64}$/);
  });

  it('a message that was read is known to be read', async () => {
    const office = await anOfficeOnWhatsApp();
    const phone = office.whatsApp('Carla');
    await signsInOnWhatsApp(office, phone, await office.aClient('Carla'));
    const last = phone.all().at(-1)?.id ?? '';

    phone.person.reads(last);
    await office.graph.number().webhooks.idle();

    const [row] = await office
      .product()
      .database.systemScope(({ rows }) =>
        rows<{ state: string }>('select state from deliveries where platform_id = $1', [last]),
      );
    expect(row).toEqual({ state: 'read' });
  });

  it.each([
    ['without a signature', {}],
    ['with a wrong one', { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }],
  ])('a body %s is refused', async (_, headers) => {
    const office = await anOfficeOnWhatsApp();

    const { status } = await fetch(`${office.url}/webhooks/whatsapp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ object: 'whatsapp_business_account', entry: [] }),
    });

    expect(status).toBe(401);
  });
});

async function heldOf(url: string): Promise<number> {
  const { queue } = (await (await fetch(`${url}/readyz?deep=1`)).json()) as Body;
  return queue.deliveries.held;
}
