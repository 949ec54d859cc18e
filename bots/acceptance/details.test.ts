import { expect, it } from 'vitest';
import { anOffice, dayIn } from './an-office.ts';

const HOME = { longitude: -0.0512, latitude: 38.5987 };
const HOUR = 60 * 60 * 1000;

it('shows the energy label and the area, and from confirmation on the address (rule 9)', async () => {
  const office = await anOffice();
  const carla = await office.aClient('Carla', { language: 'en', phone: '+34600000000' });
  const villa = await office.aProperty('Casa Verde', {
    location: { type: 'Point', coordinates: [HOME.longitude, HOME.latitude] },
    energy_rating: { consumption: 'B', emissions: 'C' },
  });
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);
  await office.offers(carla.deal, villa);
  await hand.gets(({ text }) => text.includes('Casa Verde'));

  const { came, text } = await hand.taps('Details');
  const [pictures, area] = came;
  expect(pictures).toMatchObject({ kind: 'album' });
  // The photo, and the label as it is drawn for English.
  expect(pictures?.files).toHaveLength(2);
  expect(pictures?.files[1]).toMatchObject({ width: 1000, height: 820 });
  expect(area).toMatchObject({ kind: 'location', place: { latitude: 38.595, longitude: -0.055, accuracy: 800 } });
  expect(text).not.toMatch(/Calle Inventada|38\.59|0\.051/);
  expect(text).toContain('The map shows the area.');
  expect(hand.has('Directions')).toBeUndefined();

  await hand.taps('Request viewing');
  await hand.taps('✓ Mark interested');
  await hand.writes(dayIn(5));
  await hand.taps('Send request');
  expect((await hand.taps('Details')).text).not.toContain('Calle Inventada');

  const [meeting] = (await office.api('GET', '/meetings')).body.items;
  const start_date = new Date(Date.now() + 5 * 24 * HOUR).toISOString();
  await office.api('POST', `/meetings/${meeting.id}/confirm`, { start_date });
  await hand.gets(({ files }) => files.some(({ name }) => name?.endsWith('.ics') ?? false));
  await office.settled();
  const card = hand
    .all()
    .find(
      ({ text: words, buttons }) =>
        words.includes('Casa Verde') && buttons.flat().some(({ text: label }) => label === 'Details'),
    );
  const after = await hand.taps('Details', card?.id);
  expect(after.text).toContain('Calle Inventada 7, Altea');
  expect(after.came.map(({ kind }) => kind)).not.toContain('location');
  expect((await hand.taps('Directions')).text).toContain('Casa Verde');
}, 30_000);

it('welcomes with four drawn slides, one in the place of the other, and ends at the new homes', async () => {
  const office = await anOffice();
  const carla = await office.aClient('Carla', { language: 'en' });
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);

  const first = await hand.taps('Show me around');
  expect(first.changed).toEqual([]);
  expect(first.came).toMatchObject([
    { kind: 'photo', files: [{ width: 1200 }], text: expect.stringContaining('1 of 4') },
  ]);
  for (const words of ['three days', 'Stars, photos', 'All of it is under Home.']) {
    const { came, changed } = await hand.taps('Next');
    expect(came).toEqual([]);
    expect(changed).toMatchObject([{ kind: 'photo', text: expect.stringContaining(words) }]);
  }
  expect(
    hand
      .all()
      .at(-1)
      ?.buttons.flat()
      .map(({ text }) => text),
  ).toEqual(['New properties', 'Home']);
  expect((await hand.taps('Home')).text).toContain('Carla');
}, 30_000);
