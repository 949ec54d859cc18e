import { describe, expect, it, vi } from 'vitest';
import type { Seen } from '#adapters/telegram/stand-in/seen.ts';
import { anOffice } from './an-office.ts';

const HOUR = 60 * 60 * 1000;
const START = '2026-11-26T10:00:00.000Z';
const start = new Date(START).getTime();
const labels = ({ buttons }: Seen) => buttons.flat().map(({ text }) => text);
const said = ({ text }: Seen) => text.replace(/[\u00a0\u202f]/g, ' ');

/** Carla has asked for a viewing of Casa Verde on Thursday 26 November; it is Monday before, 10:00 in Madrid. */
async function aRequest() {
  let at = new Date('2026-11-23T09:00:00Z').getTime();
  const office = await anOffice({ clock: { now: () => new Date(at) } });
  const carla = await office.aClient('Carla', { language: 'en' });
  const location = { type: 'Point', coordinates: [-0.05, 38.6] };
  await office.offers(carla.deal, await office.aProperty('Casa Verde', { location }));
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);
  await hand.taps('New properties');
  await hand.taps('Details');
  await hand.taps('Request viewing');
  await hand.writes('2026-11-26');
  await hand.taps('Send request');
  const [meeting] = (await office.api('GET', '/meetings')).body.items;
  const asks = (deed: string, body: object) => office.api('POST', `/meetings/${meeting.id}/${deed}`, body);
  const turnTo = async (moment: number) => {
    at = moment;
    await office.product().tick();
    await office.settled();
  };
  /** The messages about the viewing that offer something, oldest first. */
  const live = () =>
    hand
      .all()
      .filter((message) => /Cancel viewing|Start viewing|Coming|Other dates|No, keep it/.test(labels(message).join()));
  const news = async (isIt: (text: string) => boolean) => {
    await hand.gets((message) => isIt(said(message)));
    await office.settled();
  };
  return { office, hand, meeting, asks, turnTo, live, news };
}

describe('the card of a viewing', () => {
  it('lives once in a chat: news comes at the bottom, and the former one says so and offers nothing', async () => {
    const { hand, asks, turnTo, live, news } = await aRequest();
    const first = hand.all().at(-1)?.id;
    expect(live().map(said)).toEqual(['⏳ Request sent\nCasa Verde\n• Thu 26 Nov\nCasa Azul answers here.']);

    await asks('confirm', { start_date: START });
    await news((text) => text.startsWith('✓ Confirmed'));
    const [confirmed, ...more] = live();
    expect(more).toEqual([]);
    expect(confirmed).toMatchObject({ kind: 'document' });
    expect(said(hand.all().find(({ id }) => id === first) as Seen)).toBe(
      'Casa Verde\n↓ The newest state is further down.',
    );

    await asks('move', { start_date: '2026-11-26T11:00:00Z' });
    await news((text) => text.startsWith('New time:'));
    expect(live()).toHaveLength(1);
    const file = hand.all().find(({ id }) => id === confirmed?.id);
    expect(file).toMatchObject({ kind: 'document', text: 'For your calendar. ↓', buttons: [] });
    expect(file?.files[0]?.words).toContain('DTSTART;TZID=Europe/Madrid:20261126T120000');

    const opened = await hand.writes('/viewings');
    expect(live()).toHaveLength(1);
    expect(opened.text).toContain('✓ Confirmed: Thu 26 Nov, 12:00–12:45 (Madrid time)');

    await turnTo(start - 23 * HOUR);
    expect(live()).toHaveLength(1);
    expect(said(live()[0] as Seen)).toMatch(/^Tomorrow: Thu 26 Nov, 12:00[\s\S]*Will you come\?$/);
    const before = hand.all().length;
    const { changed } = await hand.taps('Coming');
    expect(changed.map(said)).toEqual([expect.stringMatching(/^Tomorrow: [\s\S]*✓ Coming: your agent knows\.$/)]);
    expect(hand.all()).toHaveLength(before);
  }, 60_000);

  it('is brought up to date without a sound when Directions open and when its day begins', async () => {
    const { hand, asks, turnTo, live, news } = await aRequest();
    await asks('confirm', { start_date: START });
    await news((text) => text.startsWith('✓ Confirmed'));
    const [card] = live();
    const count = hand.all().length;
    expect(said(card as Seen)).toContain('Directions open on Tue 24 Nov, 11:00.');
    expect(labels(card as Seen)).toEqual(['Another time', 'Details', 'Cancel viewing', 'Home']);

    await turnTo(start - 48 * HOUR);
    await vi.waitUntil(() => labels(live()[0] as Seen)[0] === 'Directions', { timeout: 10_000 });
    expect(live()).toMatchObject([{ id: card?.id, kind: 'document' }]);
    expect(hand.all()).toHaveLength(count);

    await turnTo(start - 24 * HOUR);
    await turnTo(new Date('2026-11-25T23:00:00Z').getTime());
    await vi.waitUntil(() => labels(live()[0] as Seen)[0] === 'Start viewing', { timeout: 10_000 });
    expect(said(live()[0] as Seen)).toMatch(/^Today: Thu 26 Nov, 11:00/);
    expect(live()).toHaveLength(1);
  }, 60_000);

  it('is called off on the card itself, whose file takes it out of the calendar', async () => {
    const { hand, asks, live, news } = await aRequest();
    await asks('confirm', { start_date: START });
    await news((text) => text.startsWith('✓ Confirmed'));
    const [card] = live();

    await hand.taps('Cancel viewing');
    expect(said(live()[0] as Seen)).toBe(
      'Cancel the viewing?\nThu 26 Nov, 11:00–11:45 (Madrid time)\nCasa Verde\nThe time is given up.',
    );
    const { came, changed } = await hand.taps('Yes, cancel it');

    expect(came).toEqual([]);
    expect(changed).toMatchObject([{ id: card?.id, kind: 'document', buttons: [[{ text: 'Request viewing' }, {}]] }]);
    expect(changed[0]?.files[0]?.words).toContain('METHOD:CANCEL');
  }, 60_000);
});
