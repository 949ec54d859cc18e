import { expect, it } from 'vitest';
import { anOffice } from './an-office.ts';
import { anOfficeOnTeams, signsInInTeams } from './on-teams.ts';
import { anOfficeOnWhatsApp, signsInOnWhatsApp } from './on-whatsapp.ts';

/** From menu to menu, and what each says. */
const WALK = [
  ['Profile', 'Your profile'],
  ['My details', 'Carla'],
  ['Edit name', 'First and last name?'],
  ['Back', 'Carla'],
  ['Back', 'Your profile'],
  ['Language', 'Language'],
  ['Back', 'Your profile'],
  ['My data', 'My data'],
  ['Delete my data', 'Delete all your data?'],
  ['Back', 'Your profile'],
  ['Log out', 'Log out here?'],
  ['Home', 'Hello Carla'],
  ['All properties', 'To rate'],
  ['Home', 'Hello Carla'],
] as const;

it('a menu takes the place of the menu that was pressed on Telegram, and comes below a home', async () => {
  const office = await anOffice();
  const carla = await office.aClient('Carla', { language: 'en' });
  await office.offers(carla.deal, await office.aProperty('Casa Verde'));
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);
  const home = await hand.writes('/home');

  for (const [label, words] of WALK) {
    const { came, changed } = await hand.taps(label, home.came[0]?.id);
    expect(came, label).toEqual([]);
    expect(changed, label).toMatchObject([{ id: home.came[0]?.id, text: expect.stringContaining(words) }]);
  }
  const card = await hand.taps('New properties');
  const below = await hand.taps('Home', card.came.at(-1)?.id);

  expect(below.changed).toEqual([]);
  expect(below.came).toMatchObject([{ text: expect.stringContaining('Hello Carla') }]);
}, 60_000);

it('a menu with a picture comes below on Telegram, and its slides turn in their place', async () => {
  const office = await anOffice();
  const carla = await office.aClient('Carla', { language: 'en' });
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);
  await hand.writes('/profile');

  const slide = await hand.taps('Restart tour');
  expect(slide.changed).toEqual([]);
  expect(slide.came).toMatchObject([{ kind: 'photo' }]);
  expect((await hand.taps('Next')).changed).toMatchObject([{ id: slide.came[0]?.id, kind: 'photo' }]);
}, 60_000);

it('a menu takes the place of the menu that was pressed on Teams, with a picture too', async () => {
  const office = await anOfficeOnTeams();
  const carla = await office.aClient('Carla', { language: 'en' });
  await office.offers(carla.deal, await office.aProperty('Casa Verde'));
  const hand = office.phoneOf('Carla');
  await signsInInTeams(office, hand, carla);
  const home = hand.all().at(-1);
  const count = hand.all().length;

  for (const [label, words] of [...WALK, ['Profile', 'Your profile'], ['Restart tour', '1 of 4'], ['Next', '2 of 4']])
    expect(await hand.taps(label ?? '', home?.id), label).toMatchObject([
      { id: home?.id, text: expect.stringContaining(words ?? '') },
    ]);

  expect(hand.all()).toHaveLength(count);
}, 60_000);

it('the tour is one message on WhatsApp, with all its words', async () => {
  const office = await anOfficeOnWhatsApp();
  const carla = await office.aClient('Carla', { language: 'en' });
  const hand = office.whatsApp('Carla');
  await signsInOnWhatsApp(office, hand, carla);
  await hand.writes('profile');
  const before = hand.all().length;

  await hand.taps('Restart tour');

  const came = hand.all().slice(before);
  expect(came).toHaveLength(1);
  for (const words of ['Your agent picks', 'Viewings, agreed here', 'Seen it?', 'All of it is under Home'])
    expect(JSON.stringify(came)).toContain(words);
}, 60_000);

it('a language is ticked where it is the present one, and chosen it says so above Home', async () => {
  const office = await anOffice();
  const carla = await office.aClient('Carla', { language: 'en' });
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);

  const { came } = await hand.writes('/language');
  expect(came[0]?.buttons.map((row) => row.map(({ text }) => text))).toMatchObject([
    ['✓ English', 'Nederlands'],
    ['Deutsch', 'Français'],
    ['Español', 'Português'],
    ['Italiano', 'Polski'],
    ['Svenska', 'Norsk'],
    ['Back', 'Home'],
  ]);
  const { changed } = await hand.taps('Deutsch');

  expect(changed).toMatchObject([{ text: expect.stringMatching(/^Ab jetzt: Deutsch\.[\s\S]*Guten Tag, Carla/) }]);
}, 60_000);

it('messages that were stopped come again by a tap', async () => {
  const office = await anOffice();
  const carla = await office.aClient('Carla', { language: 'en' });
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);

  expect((await hand.taps('Stop messages')).text).toContain('nothing comes by itself');
  await hand.writes('/profile');
  expect(hand.has('Stop messages')?.id).not.toBe(hand.all().at(-1)?.id);
  const { text } = await hand.taps('Start again');

  expect(text).toMatch(/^Messages come again\.[\s\S]*Hello Carla/);
  const rows = await office.product().database.systemScope((tx) => tx.rows('select given from consents order by seq'));
  expect(rows).toEqual([{ given: true }, { given: false }, { given: true }]);
}, 60_000);
