import { beforeAll, describe, expect, it, vi } from 'vitest';
import { PICTURE } from '#bots/contract/telegram-under-test.ts';
import { TOUR_STEPS } from '#core/onboarding/tour-step.ts';
import { anOffice, type Body, type Office } from './an-office.ts';

const LANGUAGES = ['en', 'nl', 'de', 'fr', 'es', 'pt', 'it', 'pl', 'sv', 'no'];

describe('on Telegram', () => {
  let office: Office;
  beforeAll(async () => {
    office = await anOffice();
  });

  it('the menu names its commands in ten languages', async () => {
    const commandsIn = (language: string) => office.phone('Carla', language).person.chat().commands;
    await vi.waitUntil(() => new Set(LANGUAGES.map((each) => JSON.stringify(commandsIn(each)))).size === 10, {
      timeout: 5000,
    });

    for (const language of LANGUAGES) {
      const names = commandsIn(language).map(({ command }) => command);
      expect(names.join(' ')).toBe('home properties viewings favourites agent profile language help stop start');
    }
  });

  it('somebody who writes fast is answered in order, and never faster than Telegram takes', async () => {
    const office = await anOffice({ strict: true });
    const phone = office.phone('Carla');
    await phone.does(() => phone.person.opens('casa_bot', office.made.invite_code));
    const before = phone.all().length;

    for (let word = 0; word < 14; word += 1) phone.person.writes(`word ${word}`);
    await vi.waitUntil(() => phone.all().length === before + 14, { timeout: 15_000 });
    await office.settled();

    expect(office.telegram.journal.calls().filter(({ status }) => status === 429)).toEqual([]);
    expect(phone.all()).toHaveLength(before + 14);
  });

  it('who is shown around can go on from the newest slide alone', async () => {
    const phone = office.phone('Carla');
    await office.signsIn(phone, (await office.aClient('Carla')).email);
    const turnable = () => phone.all().filter(({ buttons }) => buttons.flat().some(({ text }) => text === 'Next'));

    await phone.taps('Show me around');
    const seen = [turnable().length];
    for (let turned = 1; turned < TOUR_STEPS.length; turned += 1) {
      await phone.taps('Next');
      seen.push(turnable().length);
    }

    expect(seen).toEqual(TOUR_STEPS.map((step) => (step === TOUR_STEPS.length ? 0 : 1)));
  });

  it.each([
    ['first', 0],
    ['last that leads on', TOUR_STEPS.length - 2],
  ])('the %s slide offers nothing any more once the tour is skipped', async (_, turned) => {
    const phone = office.phone('Carla');
    await office.signsIn(phone, (await office.aClient('Carla')).email);
    await phone.taps('Show me around');
    for (let turn = 0; turn < turned; turn += 1) await phone.taps('Next');

    const { text } = await phone.taps('Skip');

    expect(text).toContain('Carla');
    const offered = phone.all().flatMap(({ buttons }) => buttons.flat().map(({ text }) => text));
    expect(offered.filter((label) => ['Next', 'Skip'].includes(label))).toEqual([]);
  });

  it('a chat goes on while the file that it sent never ends', async () => {
    const slow = await anOffice();
    const phone = slow.phone('Carla');
    await slow.signsIn(phone, (await slow.aClient('Carla')).email);
    slow.telegram.faults.add({ method: 'file', do: { hang: true } });
    phone.person.sendsPhoto(PICTURE.data);

    phone.person.writes('/profile');
    await vi.waitUntil(() => phone.all().some(({ text }) => text.includes('Your profile')), { timeout: 8_000 });

    const { queue } = (await (await fetch(`${slow.url}/readyz?deep=1`)).json()) as Body;
    expect(queue.events.pending).toBe(1);
  });

  it('an old button shows how things stand now', async () => {
    const carla = await office.aClient('Carla');
    const property = await office.aProperty('Casa Verde');
    await office.offers(carla.deal, property);
    const phone = office.phone('Carla');
    await office.signsIn(phone, carla.email);
    await phone.taps('New properties');
    const old = phone.has('Interested');
    const data = old?.buttons.flat().find(({ text }) => text === 'Not interested')?.data ?? '';
    await phone.taps('Interested');
    await office.api('PUT', `/deals/${carla.deal}/properties/${property}`, { status: 'approved' });
    await office.settled();

    const answered = await phone.does(() => phone.person.forges(900_000, data));

    expect(answered.text).toContain('Approved by your agent');
    expect(answered.came.flatMap(({ buttons }) => buttons.flat()).map(({ text }) => text)).not.toContain('Interested');
    const [offer] = (await office.api('GET', `/deals/${carla.deal}/properties`)).body.items;
    expect(offer).toMatchObject({ status: 'approved', reject_reasons: [] });
  });

  it('two taps at once on the same button are one change', async () => {
    const carla = await office.aClient('Carla');
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    const phone = office.phone('Carla');
    await office.signsIn(phone, carla.email);
    await phone.taps('New properties');
    const card = phone.has('Interested')?.id ?? 0;

    await phone.does(() => {
      for (let tap = 0; tap < 5; tap += 1) phone.person.taps(card, 'Interested');
    });
    await vi.waitUntil(() => phone.person.chat().answers.length >= 6);
    await office.settled();

    const { items } = (await office.api('GET', `/deals/${carla.deal}/activities`)).body;
    expect(items.filter(({ type }: { type: string }) => type === 'verdict_interested')).toHaveLength(1);
  });
});
