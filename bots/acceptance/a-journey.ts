import { expect } from 'vitest';
import nl from '#locales/nl.json' with { type: 'json' };
import { type Body, type Client, dayIn, type Office } from './an-office.ts';

/** The labels of SPEC 5 to the letter, and what stands for them in Dutch. */
const LABELS = {
  en: {
    new: 'New properties',
    interested: 'Interested',
    not: 'Not interested',
    price: 'Price',
    done: 'Done',
    add: '☆ Favourite',
    details: 'Details',
    photos: 'Photos',
    request: 'Request viewing',
    mark: 'Mark interested',
    send: 'Send request',
    viewings: 'Viewings',
    cancel: 'Cancel viewing',
    yes: 'Yes, cancel it',
    more: 'More',
  },
  nl: {
    new: nl.label.newProperties,
    interested: nl.label.interested,
    not: nl.label.notInterested,
    price: nl.reason.price,
    done: nl.label.done,
    add: nl.label.addFavourite,
    details: nl.label.details,
    photos: nl.label.photos,
    request: nl.label.requestViewing,
    mark: nl.label.markInterested,
    send: nl.label.sendRequest,
    viewings: nl.label.viewings,
    cancel: nl.label.cancelViewing,
    yes: nl.label.yesCancel,
    more: nl.label.more,
  },
} as const;
export const JOURNEY_LANGUAGES = ['en', 'nl'] as const;
type Said = { readonly id: string; readonly text: string };

/** A client's hand on any channel that is not Telegram, whose own journey looks closer. */
export type Hand = {
  signsIn(client: Client): Promise<unknown>;
  /** Presses the newest thing of that label, or the one on the message given. */
  presses(label: string, on?: string): Promise<unknown>;
  writes(words: string): Promise<unknown>;
  gets(isIt: (said: Said) => boolean): Promise<Said>;
  /** Pictures seen so far. */
  photos(): number;
};

/** One client's way: judges a property twice, looks closer, asks for a viewing, hears of it and cancels it. */
export async function goesTheWay(
  office: Pick<Office, 'api' | 'aClient' | 'aProperty' | 'offers'>,
  channel: 'whatsapp' | 'teams',
  language: (typeof JOURNEY_LANGUAGES)[number],
  handWith: (labels: { readonly more: string }) => Hand,
): Promise<void> {
  const say = LABELS[language];
  const hand = handWith(say);
  const { api } = office;
  const carla = await office.aClient('Carla', { language });
  const [first, second] = [await office.aProperty('Casa Verde', {}, 3), await office.aProperty('Casa Roja')];
  await office.offers(carla.deal, first);
  await hand.signsIn(carla);
  const laneOf = async (property: string) =>
    (await api('GET', `/deals/${carla.deal}/properties`)).body.items.find(
      (each: Body) => each.property_id === property,
    );

  // A pushed card: judged in one step. Then another mind, with a reason.
  await office.offers(carla.deal, second);
  const card = await hand.gets(({ text }) => text.includes('Casa Roja'));
  await hand.presses(say.interested, card.id);
  expect(await laneOf(second)).toMatchObject({ status: 'interested' });
  await hand.presses(say.not, card.id);
  expect(await laneOf(second)).toMatchObject({ status: 'rejected', reject_reasons: [] });
  await hand.presses(say.price);
  await hand.presses(say.done);
  expect(await laneOf(second)).toMatchObject({ status: 'rejected', reject_reasons: ['price'] });

  await hand.writes('/home');
  await hand.presses(say.new);
  await hand.presses(say.add);
  expect(await laneOf(first)).toMatchObject({ favourite: true });
  await hand.presses(say.details);
  await hand.presses(say.photos);
  expect(hand.photos()).toBeGreaterThanOrEqual(3);

  // A viewing, by a typed day.
  await hand.presses(say.request);
  await hand.presses(say.mark);
  await hand.writes(dayIn(20));
  await hand.presses(say.send);
  const [meeting] = (await api('GET', '/meetings?status=pending')).body.items;
  expect(meeting).toMatchObject({ property_id: first, preferred_dates: [{ date: dayIn(20) }] });
  await api('POST', `/meetings/${meeting.id}/confirm`, { start_date: `${dayIn(20)}T10:30:00Z` });
  const told = await hand.gets(({ text }) => /11:30.*Madrid/s.test(text));
  expect(told.text).toContain('Calle Inventada 7');

  await hand.writes('/home');
  await hand.presses(say.viewings);
  await hand.presses(say.cancel);
  await hand.presses(say.yes);
  expect((await api('GET', `/meetings/${meeting.id}`)).body.status).toBe('cancelled');
  const { items } = (await api('GET', `/contacts/${carla.contact}/activities`)).body;
  const done: readonly Body[] = items.filter(({ actor }: Body) => actor.kind === 'client');
  expect(done.map((each) => each.channel)).toEqual(Array.from({ length: 10 }, () => channel));
  // A rejection is one at its tap, and one more with its reasons.
  expect(done.filter(({ type }) => type === 'verdict_rejected')).toHaveLength(2);
}
