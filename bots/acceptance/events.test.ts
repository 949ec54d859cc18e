import { expect, it, vi } from 'vitest';
import { anOffice, type Body } from './an-office.ts';

/** An office whose client tapped while the timeline could not be written. */
async function aBrokenTap() {
  const office = await anOffice();
  const { api } = office;
  const carla = await office.aClient('Carla', { language: 'en' });
  await office.offers(carla.deal, await office.aProperty('Casa Verde'));
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);
  await hand.taps('New properties');
  const breaks = (statement: string) =>
    office.product().database.systemScope((tx) => tx.rows(`alter table activities ${statement}`));
  await breaks('add constraint broken check (false) not valid');
  const card = hand.has('Interested');
  hand.person.taps(card?.id ?? 0, 'Interested');
  const setAside = async (): Promise<readonly Body[]> => (await api('GET', '/events?state=quarantined')).body.items;
  await vi.waitUntil(async () => (await setAside()).length === 1, { timeout: 15_000 });
  await breaks('drop constraint broken');
  const verdicts = async () =>
    (await api('GET', `/contacts/${carla.contact}/activities`)).body.items.filter(
      ({ type }: Body) => type === 'verdict_interested',
    );
  const [event] = await setAside();
  return { office, api, hand, event, setAside, verdicts };
}

it('lists what could not be handled, without its words, and has its effect once it is replayed (P4)', async () => {
  const { office, api, hand, event, setAside, verdicts } = await aBrokenTap();

  expect(event).toEqual({
    id: expect.any(String),
    channel: 'telegram',
    account: expect.any(String),
    key: expect.any(String),
    received_at: expect.any(String),
    state: 'quarantined',
    attempts: 5,
    error: expect.any(String),
  });
  expect((await hand.writes('/home')).text).toContain('Hello Carla');
  expect(await verdicts()).toEqual([]);

  expect((await api('POST', `/events/${event?.id}/replay`, {})).body).toMatchObject({ state: 'pending', attempts: 0 });
  await vi.waitUntil(async () => (await verdicts()).length === 1, { timeout: 10_000 });
  await office.settled();

  expect(await setAside()).toEqual([]);
  expect((await api('POST', `/events/${event?.id}/replay`, {})).body).toMatchObject({ current_status: 'done' });
  expect((await api('POST', `/events/${event?.id}/discard`, {})).status).toBe(409);
  expect(await verdicts()).toHaveLength(1);
}, 40_000);

it('ends it without any effect where it is discarded, and drops its bytes (P4, P9)', async () => {
  const { office, api, event, setAside, verdicts } = await aBrokenTap();

  expect((await api('POST', `/events/${event?.id}/discard`, {})).body).toMatchObject({ state: 'discarded' });

  expect(await setAside()).toEqual([]);
  expect(await verdicts()).toEqual([]);
  const { events } = (await api('GET', '/system/queue')).body;
  expect(events.accepted).toBe(events.done + events.pending + events.quarantined);
  const bytes = await office
    .product()
    .database.systemScope((tx) => tx.rows('select 1 from events where body is not null'));
  expect(bytes).toEqual([]);
  expect((await api('POST', '/events/0192f1c4-5a30-7c3e-9b1d-2f6e8a4c0d11/replay', {})).status).toBe(404);
  expect((await api('GET', '/events?state=lost')).status).toBe(422);
}, 40_000);
