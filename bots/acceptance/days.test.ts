import { describe, expect, it } from 'vitest';
import { createWords } from '#adapters/phrases/create-words.ts';
import { phrase } from '#core/chat/text.ts';
import { anOffice, type Body, dayIn, type Office } from './an-office.ts';
import { anOfficeOnTeams, signsInInTeams } from './on-teams.ts';
import { anOfficeOnWhatsApp, signsInOnWhatsApp } from './on-whatsapp.ts';

const words = createWords();
const cell = (ahead: number) => words.say(phrase('request.day', { day: { day: dayIn(ahead), as: 'cell' } }), 'en');
/** What the office holds of it: the days with their parts, and what became of the home. */
async function held({ api }: Pick<Office, 'api'>, deal: string) {
  const { items: meetings } = (await api('GET', '/meetings?status=pending')).body;
  const { items: homes } = (await api('GET', `/deals/${deal}/properties`)).body;
  return { days: meetings.map((each: Body) => each.preferred_dates), homes: homes.map(({ status }: Body) => status) };
}
const mornings = (...ahead: readonly number[]) => ahead.map((days) => ({ date: dayIn(days), part_of_day: 'morning' }));

describe('three days with a part of the day, from a home that is not judged', () => {
  it('take six taps and one message on Telegram, and a fourth is refused on its tap', async () => {
    const office = await anOffice();
    const carla = await office.aClient('Carla');
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    const phone = office.phone('Carla');
    await office.signsIn(phone, carla.email);
    await phone.taps('New properties');
    await phone.taps('Details');

    const came: string[] = [];
    const labels = ['Request viewing', cell(2), cell(3), cell(4), 'Morning', 'Send request'];
    for (const label of labels) {
      if (label === 'Send request') {
        const before = phone.person.chat().answers.length;
        await phone.taps(cell(5));
        expect(phone.person.chat().answers.slice(before)).toMatchObject([
          { text: 'Three days at most. Untick one first.' },
        ]);
      }
      came.push(...(await phone.taps(label)).came.map(({ text }) => text));
    }

    expect(labels).toHaveLength(6);
    expect(came).toHaveLength(1);
    expect(came[0]).toMatch(/^When suits you\?\nCasa Verde\nUp to 3 days/);
    expect(await held(office, carla.deal)).toEqual({ days: [mornings(2, 3, 4)], homes: ['interested'] });
  });

  it('take six taps and one message on Teams', async () => {
    const office = await anOfficeOnTeams();
    const carla = await office.aClient('Carla');
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    const phone = office.phoneOf('Carla');
    await signsInInTeams(office, phone, carla);
    await phone.writes('/home');
    await phone.taps('New properties');
    await phone.taps('Details');
    const before = phone.all().length;

    // Request viewing, three ticks, the part of the day, Send request.
    const [form] = await phone.taps('Request viewing');
    expect(form?.inputs).toEqual(['week0', 'week1', 'otherDay', 'part', 'interested']);
    expect(form?.actions.map(({ title }) => title)).toEqual(['Send request', 'Cancel']);
    await phone.taps('Send request', form?.id, { week0: [2, 3, 4].map(dayIn).join(), part: 'morning' });

    expect(phone.all().length - before).toBe(1);
    expect(await held(office, carla.deal)).toEqual({ days: [mornings(2, 3, 4)], homes: ['interested'] });
  });

  /** Carla on WhatsApp, at the details of a home, and how many messages each thing done brings. */
  async function onWhatsApp() {
    const office = await anOfficeOnWhatsApp();
    const carla = await office.aClient('Carla');
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    const phone = office.whatsApp('Carla');
    await signsInOnWhatsApp(office, phone, carla);
    await phone.taps('New properties');
    await phone.taps('Details');
    return { office, carla, phone };
  }

  it('take a row and Send request on WhatsApp, one message each', async () => {
    const { office, carla, phone } = await onWhatsApp();

    const [list] = await phone.taps('Request viewing');
    expect(list?.opens).toBe('Choose days');
    expect(list?.sections.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['Several days', 3],
      ['One day', 7],
    ]);
    const summary = await phone.taps('Three mornings');
    expect(summary.map(({ buttons }) => buttons.map(({ title }) => title))).toEqual([
      ['Send request', 'More', 'Cancel'],
    ]);
    expect(await phone.taps('Send request')).toHaveLength(1);

    const { days, homes } = await held(office, carla.deal);
    expect(days).toHaveLength(1);
    expect(days[0].map(({ part_of_day: part }: Body) => part)).toEqual(['morning', 'morning', 'morning']);
    expect(homes).toEqual(['interested']);
  });

  it('take one message of words, or of numbers, and Send request on WhatsApp', async () => {
    const { office, carla, phone } = await onWhatsApp();
    await phone.taps('Request viewing');

    const typed = await phone.writes('4, 5');
    expect(typed.map(({ buttons }) => buttons.map(({ title }) => title))).toEqual([
      ['Send request', 'Add another date', 'More'],
    ]);
    expect(await phone.writes(`${dayIn(20)} morning`)).toHaveLength(1);
    const [more] = await phone.taps('More');
    expect(more?.sections.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['Time of day', 4],
      ['Days', 4],
    ]);
    await phone.taps('Morning');
    expect(await phone.taps('Send request')).toHaveLength(1);

    expect(await held(office, carla.deal)).toEqual({ days: [mornings(1, 2, 20)], homes: ['interested'] });
  });
});

it('keeps a half-made choice over a restart, as it was, and lets a wrong tap be taken back', async () => {
  const office = await anOffice();
  const carla = await office.aClient('Carla');
  await office.offers(carla.deal, await office.aProperty('Casa Verde'));
  const phone = office.phone('Carla');
  await office.signsIn(phone, carla.email);
  for (const label of [
    'New properties',
    'Details',
    'Request viewing',
    cell(2),
    cell(3),
    'Morning',
    '✓ Mark interested',
  ])
    await phone.taps(label);
  await office.restart();

  await phone.taps(`✓ ${cell(3)}`);
  expect(phone.has('✓ Morning')).toBeDefined();
  await phone.taps('Send request');

  expect(await held(office, carla.deal)).toEqual({ days: [mornings(2)], homes: ['pending'] });
});
