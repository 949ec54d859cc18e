import { describe, expect, it, vi } from 'vitest';
import { anOffice, type Body } from './an-office.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** A client with a confirmed viewing three days ahead, at 11:00 in Madrid, and a clock to turn. */
async function anAppointment(start = '2026-11-26T10:00:00.000Z', now = '2026-11-23T09:00:00Z') {
  let at = new Date(now).getTime();
  const office = await anOffice({ clock: { now: () => new Date(at) } });
  const { api } = office;
  const carla = await office.aClient('Carla', { language: 'en', phone: '+34600000000' });
  await office.offers(carla.deal, await office.aProperty('Casa Verde', { location: PLACE }));
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);
  await hand.taps('New properties');
  await hand.taps('Details');
  await hand.taps('Request viewing');
  await hand.taps('Not now');
  await hand.writes(start.slice(0, 10));
  await hand.taps('Send request');
  const [meeting] = (await api('GET', '/meetings')).body.items;
  /** Until all of the news has arrived. */
  const confirms = async () => {
    await api('POST', `/meetings/${meeting.id}/confirm`, { start_date: start });
    await eventually(() => files(hand).length === 1);
    await office.settled();
  };
  const turnTo = async (moment: string | number) => {
    at = new Date(moment).getTime();
    await office.product().tick();
    await office.settled();
  };
  const says = () => hand.all().map(({ text }) => text.replace(/[\u00a0\u202f]/g, ' '));
  const now_ = async (): Promise<Body> => (await api('GET', `/meetings/${meeting.id}`)).body;
  const types = async (): Promise<readonly string[]> =>
    (await api('GET', `/contacts/${carla.contact}/activities`)).body.items.map(({ type }: Body) => type);
  return {
    office,
    api,
    carla,
    hand,
    meeting,
    confirms,
    turnTo,
    says,
    now: now_,
    types,
    start: new Date(start).getTime(),
  };
}

const PLACE = { type: 'Point', coordinates: [-0.05, 38.6] };
const files = (hand: Awaited<ReturnType<typeof anAppointment>>['hand']): readonly string[] =>
  hand.all().flatMap(({ files: all }) => all.flatMap(({ words }) => words ?? []));
const eventually = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: 10_000, interval: 10 });
const line = (file: string | undefined, name: string): string =>
  file?.split('\r\n').find((each) => each.startsWith(name)) ?? '';

describe('an appointment', () => {
  it('is offered, answered with other dates, offered again and accepted', async () => {
    const { api, hand, meeting, now, says, types } = await anAppointment();
    const propose = (start_date: string) => api('POST', `/meetings/${meeting.id}/propose`, { start_date });

    expect((await propose('2026-11-27T16:00:00Z')).body).toMatchObject({
      status: 'pending',
      proposed_start_date: '2026-11-27T16:00:00.000Z',
    });
    await hand.gets(({ text }) => text.includes('another time'));
    expect(says().at(-1)).toContain('17:00');
    const first = hand.has('Accept');
    await hand.taps('Other dates');
    await hand.writes('2026-11-30, 2026-12-01');
    await hand.taps('Send request');
    expect(await now()).toMatchObject({
      status: 'pending',
      proposed_start_date: null,
      preferred_dates: [{ date: '2026-11-30' }, { date: '2026-12-01' }],
    });
    await propose('2026-11-30T09:00:00Z');
    await hand.gets(({ text }) => text.includes('30 November 2026 at 10:00'));

    // A time that is not offered any more is not accepted by its old button.
    await hand.taps('Accept', first?.id);
    expect((await now()).status).toBe('pending');
    await hand.taps('Accept', hand.has('Accept')?.id);

    expect(await now()).toMatchObject({ status: 'confirmed', start_date: '2026-11-30T09:00:00.000Z' });
    expect((await types()).slice(0, 4)).toEqual([
      'viewing_confirmed',
      'viewing_proposed',
      'viewing_requested',
      'viewing_proposed',
    ]);
    await eventually(() => files(hand).length === 1);
    expect((await propose('2026-11-30T09:00:00Z')).status).toBe(409);
  });

  it('carries a word of the agent beside its time for as long as that time stands', async () => {
    const { api, hand, meeting, now, says, types } = await anAppointment();
    const asks = (deed: string, body: object) => api('POST', `/meetings/${meeting.id}/${deed}`, body);
    const start_date = '2026-11-27T16:00:00Z';
    const evil = 'The light is <b>best</b> then & *quiet*.';

    expect((await asks('propose', { start_date, reason: evil })).body.reason).toBe(evil);
    await hand.gets(({ text }) => text.includes(`Your agent writes: “${evil}”`));
    expect((await asks('propose', { start_date })).body.reason).toBe(evil);
    expect((await asks('propose', { start_date, reason: 'Or later?' })).body.reason).toBe('Or later?');
    await hand.gets(({ text }) => text.includes('Your agent writes: “Or later?”'));
    await hand.taps('Accept', hand.has('Accept')?.id);

    expect(await now()).toMatchObject({ status: 'confirmed', reason: null });
    expect(says().at(-1)).not.toContain('Your agent writes');
    const moved = await hand.does(async () => {
      const { body } = await asks('move', { start_date: '2026-11-30T09:00:00Z', reason: 'Sorry!' });
      expect(body.reason).toBe('Sorry!');
    });
    expect(moved.text).toMatch(/It was on[\s\S]*Your agent writes: “Sorry!”/);
    await hand.taps('Another time', hand.has('Another time')?.id);
    await hand.writes('2026-12-03');
    await hand.taps('Send request');
    expect(await now()).toMatchObject({ open_wish: true, reason: 'Sorry!' });
    expect((await asks('keep', {})).body).toMatchObject({ open_wish: false, reason: 'Sorry!' });
    expect((await asks('move', { start_date: '2026-11-30T09:00:00Z' })).body.reason).toBe('Sorry!');
    const again = { start_date: '2026-11-30T09:00:00Z', reason: 'Ring at number 4.' };
    expect((await asks('move', again)).body.reason).toBe(again.reason);
    await hand.gets(({ text }) => text.includes('Your agent writes: “Ring at number 4.”'));
    const lines = await types();
    expect((await asks('move', again)).status).toBe(200);
    expect(await types()).toEqual(lines);
    const confirmed = { ...again, reason: 'Ring twice.' };
    expect((await asks('confirm', confirmed)).body.reason).toBe('Ring twice.');
    await hand.gets(({ text }) => text.includes('Your agent writes: “Ring twice.”'));
    for (const reason of ['', ' ', 'x'.repeat(201)])
      expect((await asks('move', { start_date: '2026-11-30T10:00:00Z', reason })).status).toBe(422);
  });

  it('goes into the calendar, moves there with the viewing, and leaves it when it is called off (rule 19)', async () => {
    const { api, hand, meeting, confirms, says, now } = await anAppointment();

    await confirms();
    await eventually(() => files(hand).length === 1);
    const move = { start_date: '2026-11-27T10:30:00Z' };
    expect((await api('POST', `/meetings/${meeting.id}/move`, move)).body.start_date).toBe('2026-11-27T10:30:00.000Z');
    await eventually(() => files(hand).length === 2);
    expect((await api('POST', `/meetings/${meeting.id}/move`, move)).status).toBe(200);
    expect((await api('POST', `/meetings/${meeting.id}/cancel`, { reason: 'The roof leaks.' })).status).toBe(200);
    await eventually(() => files(hand).length === 3);

    const all = files(hand);
    expect(new Set(all.map((file) => line(file, 'UID'))).size).toBe(1);
    expect(all.map((file) => line(file, 'SEQUENCE'))).toEqual(['SEQUENCE:1', 'SEQUENCE:2', 'SEQUENCE:3']);
    expect(all.map((file) => line(file, 'DTSTART;'))).toEqual([
      'DTSTART;TZID=Europe/Madrid:20261126T110000',
      'DTSTART;TZID=Europe/Madrid:20261127T113000',
      'DTSTART;TZID=Europe/Madrid:20261127T113000',
    ]);
    expect(all.map((file) => line(file, 'METHOD'))).toEqual(['METHOD:PUBLISH', 'METHOD:PUBLISH', 'METHOD:CANCEL']);
    expect(says().some((said) => said.includes('It was on') && said.includes('26 November 2026 at 11:00'))).toBe(true);
    expect(await now()).toMatchObject({ status: 'cancelled', ics_sequence: 3 });
    expect((await api('POST', `/meetings/${meeting.id}/move`, move)).status).toBe(409);
  });

  it('keeps its time while another one is wished for (SPEC 3.2)', async () => {
    const { api, hand, meeting, confirms, now } = await anAppointment();
    await confirms();
    await hand.gets(({ text }) => text.includes('confirmed'));

    await hand.taps('Another time');
    await hand.writes('2026-12-02');
    const { text } = await hand.taps('Send request');

    expect(text).toContain('stays as it is');
    expect(await now()).toMatchObject({
      status: 'confirmed',
      start_date: '2026-11-26T10:00:00.000Z',
      open_wish: true,
      preferred_dates: [{ date: '2026-12-02' }],
    });
    await api('POST', `/meetings/${meeting.id}/move`, { start_date: '2026-12-02T10:00:00Z' });
    expect(await now()).toMatchObject({ open_wish: false, start_date: '2026-12-02T10:00:00.000Z' });
  });

  it('is reminded of a day and two hours before, tells the agent of silence, and is asked about afterwards (rules 20, 21)', async () => {
    const { office, api, hand, confirms, turnTo, says, now, types, start } = await anAppointment();
    const [agent] = (await api('GET', '/users')).body.items;
    await api('PATCH', `/users/${agent.id}`, { language: 'nl' });
    await confirms();
    const reminders = () => says().filter((said) => said.includes('Your viewing is soon')).length;

    await turnTo(start - 25 * HOUR);
    expect(reminders()).toBe(0);
    await turnTo(start - 24 * HOUR);
    expect(reminders()).toBe(1);
    await turnTo(start - 24 * HOUR + 60_000);
    expect(reminders()).toBe(1);
    await turnTo(start - 2 * HOUR);
    expect(reminders()).toBe(2);
    await eventually(() => office.mailbox.to('ana@office.test').length === 1);
    expect(office.mailbox.to('ana@office.test')[0]?.replaceAll('\r\n ', ' ')).toContain(
      'Carla Jansen heeft niet geantwoord',
    );
    expect((await types())[0]).toBe('attendance_answered');
    await hand.taps('Running late');
    await hand.taps('Running late', hand.has('Running late')?.id);
    expect((await now()).attendance).toBe('late');
    expect((await types()).filter((type) => type === 'attendance_answered')).toHaveLength(2);

    await turnTo(start + HOUR);
    expect(says().at(-1)).toContain('Did you visit');
    const { text } = await hand.taps('Yes');

    expect(text).toContain('How was the viewing?');
    expect((await now()).status).toBe('completed');
    await hand.taps('★ 5');
    expect((await types()).slice(0, 2)).toEqual(['rating_given', 'viewing_completed']);
    const before = says().length;
    await turnTo(start + 2 * DAY);
    expect(says()).toHaveLength(before);
  });

  it('forgets the reminders of a time that was moved, and asks the agent nothing where the client comes', async () => {
    const { office, api, hand, meeting, confirms, turnTo, says, start } = await anAppointment();
    await confirms();
    await api('POST', `/meetings/${meeting.id}/move`, { start_date: new Date(start + DAY).toISOString() });

    await turnTo(start - 23 * HOUR);
    expect(says().some((said) => said.includes('Your viewing is soon'))).toBe(false);
    await turnTo(start + DAY - 24 * HOUR);
    await hand.taps('Coming');
    await turnTo(start + DAY - 2 * HOUR);

    // The first one became the answer to its own tap.
    expect(says().filter((said) => said.includes('Your viewing is soon'))).toHaveLength(1);
    expect(office.mailbox.to('ana@office.test')).toEqual([]);
  });

  it.each([
    // Clocks go forward in the night of Sunday, 28 March 2027: 11:00 is 9:00 UTC then, and 10:00 UTC the day before.
    ['2027-03-28T09:00:00.000Z', '2027-03-27T22:59:59Z', '2027-03-27T23:00:00Z'],
    // And back on Sunday, 25 October 2026.
    ['2026-10-25T10:00:00.000Z', '2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z'],
  ])(
    'starts on its calendar day where the office is, also when clocks change: %s',
    async (start, tooEarly, onTheDay) => {
      const { hand, confirms, turnTo, says, now } = await anAppointment(
        start,
        new Date(new Date(start).getTime() - 5 * DAY).toISOString(),
      );
      await confirms();
      await hand.gets(({ text }) => text.includes('confirmed'));

      await turnTo(tooEarly);
      await hand.taps('Start viewing');
      expect((await now()).status).toBe('confirmed');
      expect(says().some((said) => said.includes('can be started on its day'))).toBe(true);
      await turnTo(onTheDay);
      await hand.taps('Start viewing');

      expect((await now()).status).toBe('completed');
    },
  );

  it('opens Directions 48 hours before, and closes them when it is called off (rule 18)', async () => {
    const { hand, confirms, turnTo, start } = await anAppointment();
    await confirms();
    await hand.gets(({ text }) => text.includes('confirmed'));

    expect((await hand.taps('Directions')).text).toContain('open 48 hours before');
    await turnTo(start - 48 * HOUR);
    const { came } = await hand.taps('Directions');
    expect(came.some(({ kind }) => kind === 'venue')).toBe(true);
    await hand.taps('Viewings');
    await hand.taps('Cancel viewing');
    await hand.taps('Yes, cancel it');
    const { came: after } = await hand.does(() => hand.person.writes('/viewings'));
    expect(after.some(({ kind }) => kind === 'venue')).toBe(false);
  });
});

describe('a viewing of two', () => {
  it('is known to both: what one accepts or cancels, the other hears (rule 24)', async () => {
    const { office, api, carla, hand, meeting } = await anAppointment();
    const dora = await office.aClient('Dora', { language: 'en' });
    await api('PATCH', `/deals/${carla.deal}`, { contacts: [carla.contact, dora.contact] });
    const other = office.phone('Dora');
    await office.signsIn(other, dora.email);

    await api('POST', `/meetings/${meeting.id}/propose`, { start_date: '2026-11-27T16:00:00Z' });
    await other.gets(({ text }) => text.includes('another time'));
    await hand.gets(({ text }) => text.includes('another time'));
    await hand.taps('Accept');
    await other.gets(({ text }) => text.includes('confirmed'));
    await eventually(() => files(other).length === 1);

    await other.taps('Cancel viewing');
    await other.taps('Yes, cancel it');
    await hand.gets(({ text }) => text.includes('Dora') && text.includes('has cancelled this viewing'));
    await eventually(() => files(hand).length === 2);
    expect(line(files(hand)[1], 'METHOD')).toBe('METHOD:CANCEL');
    const lines = (await api('GET', `/deals/${carla.deal}/activities`)).body.items;
    expect(lines.filter(({ type }: Body) => type === 'viewing_cancelled')).toMatchObject([
      { contact_id: dora.contact },
    ]);
  }, 30_000);
});
