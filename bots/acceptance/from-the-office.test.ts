import { expect, it } from 'vitest';
import { anOffice } from './an-office.ts';

async function aClientOf(property: Readonly<Record<string, unknown>>) {
  const office = await anOffice();
  const carla = await office.aClient('Carla');
  await office.offers(carla.deal, await office.aProperty('Casa Verde', property));
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);
  return { office, carla, hand };
}

it.each([
  [[0, 0], 0],
  [[0.000001, -0.0000002], 0],
  [[-0.0514, 38.5989], 1],
])('shows a map of a home at %j only where it is on land', async (coordinates, maps) => {
  const { hand } = await aClientOf({ location: { type: 'Point', coordinates } });
  await hand.taps('New properties');

  await hand.taps('Details');

  expect(hand.all().filter(({ kind }) => kind === 'location')).toHaveLength(maps);
});

it('shows a description that came as HTML in plain words', async () => {
  const { hand } = await aClientOf({
    description: [{ lang: 'en', text: '<p>A <b>bright</b>&nbsp;villa,</p><p>120&nbsp;m&sup2;</p>' }],
  });
  await hand.taps('New properties');

  const { text } = await hand.taps('Details');

  expect(text).toContain('A bright villa,\n\n120 m²');
  expect(text).not.toMatch(/<p>|&nbsp;/);
});

it('names the office where the agent has no name but a part of an address', async () => {
  const { office, carla, hand } = await aClientOf({});
  await office
    .product()
    .database.systemScope((tx) => tx.rows("update users set name = split_part(email, '@', 1), email = email"));
  const [{ local }] = (await office
    .product()
    .database.systemScope((tx) => tx.rows<{ local: string }>('select name as local from users'))) as [
    { local: string },
  ];
  await office.api('POST', `/contacts/${carla.contact}/messages`, { text: 'Both are.' });
  const told = await hand.gets(({ text }) => text.includes('Both are.'));
  await hand.taps('New properties');
  await hand.taps('Details');

  const card = await hand.taps('Contact agent');

  const { name } = (await office.api('GET', '/company')).body;
  expect(told.text).toContain(name);
  expect(card.text.split('\n')[0]).toBe(name);
  expect(`${told.text} ${card.text}`).not.toMatch(new RegExp(`\\b${local}\\b`));
});
