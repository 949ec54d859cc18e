import { describe, expect, it, vi } from 'vitest';
import nl from '#locales/nl.json' with { type: 'json' };
import { anOffice, type Body, type By, dayIn, type On, typeCreateCompany } from './an-office.ts';

/** The labels of SPEC 5 and 12 to the letter, and what stands for them in Dutch. */
const LABELS = {
  en: {
    home: 'Home',
    new: 'New properties',
    interested: 'Interested',
    not: 'Not interested',
    location: 'Location',
    price: 'Price',
    other: 'Other…',
    done: 'Done',
    add: '☆ Favourite',
    remove: '★ Favourite',
    details: 'Details',
    photos: 'Photos',
    request: 'Request viewing',
    mark: 'Mark interested',
    morning: 'Morning',
    another: 'Add another date',
    send: 'Send request',
    viewings: 'Viewings',
    unconfirmed: 'Unconfirmed',
    upcoming: 'Upcoming',
    recent: 'Recent',
    cancel: 'Cancel viewing',
    yes: 'Yes, cancel it',
    sold: 'Sold.',
    code: 'digits',
  },
  nl: {
    home: nl.label.home,
    new: nl.label.newProperties,
    interested: nl.label.interested,
    not: nl.label.notInterested,
    location: nl.reason.location,
    price: nl.reason.price,
    other: nl.label.other,
    done: nl.label.done,
    add: nl.label.addFavourite,
    remove: nl.label.removeFavourite,
    details: nl.label.details,
    photos: nl.label.photos,
    request: nl.label.requestViewing,
    mark: nl.label.markInterested,
    morning: nl.part.morning,
    another: nl.label.addDate,
    send: nl.label.sendRequest,
    viewings: nl.label.viewings,
    unconfirmed: nl.tab.unconfirmed,
    upcoming: nl.tab.upcoming,
    recent: nl.tab.recent,
    cancel: nl.label.cancelViewing,
    yes: nl.label.yesCancel,
    sold: nl.state.sold,
    code: 'cijfers',
  },
} as const;

const RUNS: readonly [keyof typeof LABELS, By, On][] = [
  ['en', 'webhook', 'Postgres'],
  ['nl', 'polling', 'Postgres'],
  ['nl', 'webhook', 'PGlite'],
  ['en', 'polling', 'PGlite'],
];

describe('the client’s journey', () => {
  it.each(RUNS)(
    'leads from the link to a cancelled viewing, in %s by %s on %s',
    async (language, by, on) => {
      const say = LABELS[language];
      const office = await anOffice({ on, by, make: typeCreateCompany });
      const { api } = office;
      const agent = (await api('POST', '/users', { name: 'Bram Vos', email: 'bram@office.test', role: 'Employee' }))
        .body;
      const carla = await office.aClient('Carla', { language, phone: '+31612345678', assigned_to: agent.id });
      const first = await office.aProperty('Casa Verde', {}, 3);
      const second = await office.aProperty('Casa Roja', { price: 310_000 }, 3);
      await office.offers(carla.deal, first);

      // By the link, an e-mail and its code.
      const phone = office.phone('Carla', language);
      const welcome = await phone.does(() => phone.person.opens('casa_bot', office.made.invite_code));
      expect(welcome.text).toContain('Casa Azul');
      expect((await phone.writes(carla.email)).text).toContain(say.code);
      const home = await phone.writes(await office.mailbox.codeFor(carla.email));
      expect(home.text).toContain('Carla');
      expect(buttonsOf(home.came.at(-1))).toContain(say.new);
      const listed = await phone.taps(say.new);
      expect(listed.text).toContain('Casa Verde');

      // A pushed card: judged in one tap, in place.
      await office.offers(carla.deal, second);
      const card = await phone.gets(({ text }) => text.includes('Casa Roja'));
      expect(card.kind).toBe('photo');
      expect(buttonsOf(card)).toEqual(expect.arrayContaining([say.interested, say.not, say.details, say.add]));
      const laneOf = async (property: string) =>
        (await api('GET', `/deals/${carla.deal}/properties`)).body.items.find(
          (each: Body) => each.property_id === property,
        );
      expect(await laneOf(second)).toMatchObject({ status: 'proposed', opened_at: null });
      const judged = await phone.taps(say.interested, card.id);
      expect(judged.changed.map(({ id }) => id)).toEqual([card.id]);
      expect(judged.came).toEqual([]);
      expect(await laneOf(second)).toMatchObject({ status: 'interested', deal_id: carla.deal });

      // Another mind, which counts at its tap, with reasons and own words.
      await phone.taps(say.not, card.id);
      expect(await laneOf(second)).toMatchObject({ status: 'rejected', reject_reasons: [], reject_text: null });
      await phone.taps(say.location);
      await phone.taps(say.price);
      expect(phone.has(`✓ ${say.price}`)).toBeDefined();
      await phone.taps(`✓ ${say.price}`);
      await phone.taps(say.other);
      expect(await laneOf(second)).toMatchObject({ status: 'rejected', reject_reasons: [] });
      await phone.writes('Too <b>close</b> to the road 🚗');
      expect(await laneOf(second)).toMatchObject({
        status: 'rejected',
        reject_reasons: ['location', 'other'],
        reject_text: 'Too <b>close</b> to the road 🚗',
      });

      // A favourite, its details and its photos: each is uploaded once.
      const shown = phone.all().find(({ text }) => text.includes('Casa Verde'))?.id;
      await phone.taps(say.add, shown);
      expect(await laneOf(first)).toMatchObject({ status: 'proposed', favourite: true });
      await phone.taps(say.details, shown);
      expect(await laneOf(first)).toMatchObject({ status: 'pending', opened_at: expect.stringMatching(/Z$/) });
      const album = await phone.taps(say.photos);
      expect(album.came.find(({ kind }) => kind === 'album')?.files).toHaveLength(3);
      await phone.taps(say.photos, phone.has(say.photos)?.id);
      expect(uploadsOf(office.telegram.journal.calls('sendMediaGroup').at(-1)?.params)).toBe(0);
      expect(uploadsOf(office.telegram.journal.calls('sendMediaGroup').at(0)?.params)).toBeGreaterThan(0);

      // A viewing on three dates: tapped, typed in the client's words, typed as a number.
      await phone.taps(say.request);
      await phone.taps(say.mark);
      const days = [2, 20, 33].map(dayIn);
      const [tapped = '', worded = '', typed = ''] = days;
      await tapDay(phone, tapped);
      await phone.taps(say.morning);
      await phone.taps(say.another);
      await phone.writes(inWords(worded, language));
      await phone.taps(say.another);
      await phone.writes(typed);
      expect((await api('GET', '/meetings')).body.items).toEqual([]);
      await phone.taps(say.send);
      const { items, next_cursor } = (await api('GET', '/meetings?status=pending')).body;
      expect(next_cursor).toBeNull();
      expect(items).toHaveLength(1);
      const [meeting] = items;
      expect(meeting).toMatchObject({
        deal_id: carla.deal,
        property_id: first,
        contact_id: carla.contact,
        type: 'visit_location',
        category: 'visit',
        status: 'pending',
        preferred_dates: [
          { date: tapped, part_of_day: 'morning' },
          { date: worded, part_of_day: 'any' },
          { date: typed, part_of_day: 'any' },
        ],
        start_date: null,
      });

      // Confirmed by the agent: the chat hears when, in which zone, and where.
      await phone.taps(say.viewings, (await phone.writes('/home')).came.at(-1)?.id);
      expect((await phone.taps(say.unconfirmed)).text).toContain('Casa Verde');
      const start = `${worded}T10:30:00Z`;
      const confirmed = await api('POST', `/meetings/${meeting.id}/confirm`, { start_date: start });
      expect(confirmed).toMatchObject({ status: 200, body: { status: 'confirmed', start_date: expect.any(String) } });
      expect((await api('POST', `/meetings/${meeting.id}/confirm`, { start_date: start })).status).toBe(200);
      const told = await phone.gets(({ text }) => text.includes('11:30'));
      expect(told.text).toContain('Calle Inventada 7');
      expect(told.text).toMatch(/11:30.*Madrid/);
      await office.settled();
      expect(phone.all().filter(({ text }) => text.startsWith(told.text.slice(0, 12)))).toHaveLength(1);

      // Cancelled by the client.
      const upcoming = await phone.taps(say.viewings, (await phone.writes('/home')).came.at(-1)?.id);
      expect(upcoming.text).toContain(say.upcoming);
      expect(upcoming.text).toContain('Casa Verde');
      await phone.taps(say.cancel);
      expect((await api('GET', `/meetings/${meeting.id}`)).body.status).toBe('confirmed');
      await phone.taps(say.yes);
      expect((await api('GET', `/meetings/${meeting.id}`)).body.status).toBe('cancelled');
      expect((await api('POST', `/meetings/${meeting.id}/confirm`, { start_date: start })).status).toBe(409);
      await phone.taps(say.viewings, (await phone.writes('/home')).came.at(-1)?.id);
      expect((await phone.taps(say.recent)).text).toContain('Casa Verde');

      // Every step is on both timelines once, in order, with who did it and where.
      const expected = [
        ['property_offered', 'user', null],
        ['portal_user_created', 'client', 'telegram'],
        ['chat_linked', 'client', 'telegram'],
        ['property_offered', 'user', null],
        ['verdict_interested', 'client', 'telegram'],
        ['verdict_rejected', 'client', 'telegram'],
        ['verdict_rejected', 'client', 'telegram'],
        ['favourite_added', 'client', 'telegram'],
        ['property_opened', 'client', 'telegram'],
        ['verdict_interested', 'client', 'telegram'],
        ['viewing_requested', 'client', 'telegram'],
        ['viewing_confirmed', 'user', null],
        ['viewing_cancelled', 'client', 'telegram'],
      ];
      const lines = async (path: string) => (await api('GET', path)).body.items.toReversed().map(lineOf);
      expect(await lines(`/contacts/${carla.contact}/activities`)).toEqual(expected);
      expect(await lines(`/deals/${carla.deal}/activities`)).toEqual(
        expected.filter(([type]) => type !== 'chat_linked' && type !== 'portal_user_created'),
      );

      // Sold: the card says so, and an older one of the same home can be judged no more.
      await api('PATCH', `/properties/${second}`, { status: 'sold' });
      const newest = () => phone.all().findLast(({ kind, text }) => kind === 'photo' && text.includes('Casa Roja'));
      await vi.waitUntil(() => newest()?.text.includes(say.sold), { timeout: 5000 });
      const old = newest();
      expect(buttonsOf(old)).not.toContain(say.interested);
      const answered = phone.person.chat().answers.length;
      phone.person.forges(card.id, dataOf(card, say.interested));
      await vi.waitUntil(() => phone.person.chat().answers.length > answered);
      await office.settled();
      expect(await laneOf(second)).toMatchObject({ status: 'rejected' });
    },
    60_000,
  );
});

const buttonsOf = (message: { buttons: readonly (readonly { text: string }[])[] } | undefined) =>
  message?.buttons.flat().map(({ text }) => text);
const dataOf = (message: { buttons: readonly (readonly { text: string; data?: string }[])[] }, label: string) =>
  message.buttons.flat().find(({ text }) => text === label)?.data ?? '';
const lineOf = ({ type, actor, channel }: Body) => [type, actor.kind, channel];
/** Files that came with the call, rather than the ids of earlier ones. */
const uploadsOf = (params: unknown) => JSON.stringify(params).match(/attach:\/\//g)?.length ?? 0;

const inWords = (day: string, language: string) =>
  new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );

/** Turns to the month of the day, where it is not on show, and taps it. */
async function tapDay(phone: { has(label: string): unknown; taps(label: string): Promise<unknown> }, day: string) {
  if (day.slice(0, 7) !== dayIn(0).slice(0, 7)) await phone.taps('▶');
  await phone.taps(String(Number(day.slice(8))));
}
