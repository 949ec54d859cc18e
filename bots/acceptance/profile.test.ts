import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { anOffice, type Body } from './an-office.ts';

async function aClientInside() {
  const office = await anOffice();
  const { api } = office;
  const carla = await office.aClient('Carla');
  await office.offers(carla.deal, await office.aProperty('Casa Verde'));
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);
  const contact = async (): Promise<Body> => (await api('GET', `/contacts/${carla.contact}`)).body;
  const types = async (): Promise<readonly string[]> =>
    (await api('GET', `/contacts/${carla.contact}/activities`)).body.items.map(({ type }: Body) => type);
  return { office, api, carla, hand, contact, types };
}

describe('a profile', () => {
  it('tells at first contact who writes, why and how to stop, and keeps the words (rule 26)', async () => {
    const { office, hand } = await aClientInside();

    expect(hand.all().some(({ text }) => text.includes('Casa Azul writes here') && text.includes('STOP'))).toBe(true);
    expect((await hand.taps('Stop messages')).text).toContain('no more messages');
    const consents = await office
      .product()
      .database.systemScope((tx) => tx.rows<Body>('select given, wording from consents order by seq'));
    expect(consents).toMatchObject([{ given: true, wording: expect.stringContaining('STOP') }, { given: false }]);
  });

  it('shows and changes what is the client’s own, and asks again for what it is not', async () => {
    const { hand, contact, types } = await aClientInside();
    await hand.does(() => hand.person.writes('/profile'));
    await hand.taps('My details');

    await hand.taps('Edit phone');
    expect((await hand.writes('call me')).text).toContain('does not look like a phone');
    expect((await hand.writes('0034 (600) 00-00-00')).text).toContain('+34600000000');
    await hand.taps('My details');
    await hand.taps('Edit name');
    expect((await hand.writes('C4rla')).text).toContain('letters only');
    await hand.writes('Carla van Dijk');

    expect(await contact()).toMatchObject({ first_name: 'Carla', last_name: 'van Dijk', phone: '+34600000000' });
    expect((await types()).slice(0, 2)).toEqual(['profile_changed', 'profile_changed']);
  });

  it('has a photo that the office sees, until another takes its place', async () => {
    const { office, hand, carla, api } = await aClientInside();
    const photo = async () => (await api('GET', `/contacts/${carla.contact}`)).body.photo;
    const bytes = (id: string) =>
      fetch(`${office.url}/api/v1/media/${id}?size=thumb`, { headers: { 'x-api-key': office.made.api_key } });
    await hand.writes('/profile');
    expect((await hand.taps('Photo')).text).toContain('You have no photo.');

    await hand.does(async () => hand.person.sendsPhoto(await aSelfie('#446688')));
    const first = await photo();
    expect((await bytes(first)).status).toBe(200);
    await hand.does(async () => hand.person.sendsPhoto(await aSelfie('#886644')));
    const second = await photo();
    expect(second).not.toBe(first);
    await office.product().tick();
    expect((await bytes(first)).status).toBe(404);

    await hand.taps('Remove photo');
    expect(await photo()).toBeNull();
    const lines = (await api('GET', `/contacts/${carla.contact}/activities`)).body.items;
    expect(lines.slice(0, 3).map(({ title }: Body) => title)).toEqual([
      'Removed the photo',
      'Changed the photo',
      'Changed the photo',
    ]);
  });

  it('changes the password on our page, by a code from the mail', async () => {
    const { office, carla, hand, types } = await aClientInside();
    await hand.does(() => hand.person.writes('/profile'));
    const before = office.mailbox.to(carla.email).length;

    await hand.taps('Change password');
    const url =
      hand
        .all()
        .flatMap(({ buttons }) => buttons.flat().flatMap((button) => button.url ?? []))
        .at(-1) ?? '';
    const code = await office.mailbox.codeFor(carla.email, before);
    const csrf = /name="csrf" value="([^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? '';
    const send = async (fields: Record<string, string>) => {
      const answer = await fetch(url, { method: 'POST', body: new URLSearchParams({ csrf, ...fields }) });
      return `${answer.status} ${await answer.text()}`;
    };

    expect(await send({ code: '000000', next: 'Sunny-2026' })).toContain('422');
    expect(await send({ code, next: 'sunny' })).toContain('a capital letter');
    expect(await send({ code, next: 'Sunny-2026' })).toContain('200');
    expect(await send({ code, next: 'Sunny-2027' })).toContain('404');
    expect((await types())[0]).toBe('profile_changed');
  });

  it('is logged out of this chat alone, and begins again at the e-mail', async () => {
    const { office, carla, hand, types } = await aClientInside();
    await hand.does(() => hand.person.writes('/profile'));

    expect((await hand.taps('Log out')).text).toContain('e-mail address');
    expect((await types())[0]).toBe('chat_signed_out');
    await office.offers(carla.deal, await office.aProperty('Casa Roja'));
    await office.settled();
    expect(hand.all().some(({ text }) => text.includes('Casa Roja'))).toBe(false);
    const before = office.mailbox.to(carla.email).length;
    await hand.writes(carla.email);
    expect((await hand.writes(await office.mailbox.codeFor(carla.email, before))).text).toContain('Welcome');
  });

  it('can be read whole, and its deletion asked for, once confirmed', async () => {
    const { hand, types } = await aClientInside();
    await hand.taps('New properties');
    await hand.taps('Interested');
    await hand.does(() => hand.person.writes('/profile'));

    const { text } = await hand.taps('My data');
    expect(text).toContain('Casa Verde');
    expect(text).toContain('Carla Jansen');
    await hand.taps('Delete my data');
    expect(await types()).not.toContain('erasure_requested');
    await hand.taps('Delete my data');

    expect((await types()).slice(0, 2)).toEqual(['erasure_requested', 'data_exported']);
    await vi.waitUntil(() => hand.all().some(({ text: said }) => said.includes('has been asked to delete')));
  });
});

const aSelfie = (background: string) =>
  sharp({ create: { width: 40, height: 50, channels: 3, background } })
    .jpeg()
    .toBuffer();
