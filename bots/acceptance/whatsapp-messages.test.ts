import { expect, it } from 'vitest';
import { PICTURE } from '#bots/contract/telegram-under-test.ts';
import { GATHERING } from '#core/chat/owed.ts';
import { type Body, dayIn } from './an-office.ts';
import { anOfficeOnWhatsApp } from './on-whatsapp.ts';

const HOMES = ['Casa 1', 'Casa 2', 'Casa 3', 'Casa 4', 'Casa 5', 'Casa 6'];
const PHOTOS = 3;

/** An office that has offered six homes, and a client's phone with a table of what the bot sent for each thing done. */
async function aCountedPhone() {
  const office = await anOfficeOnWhatsApp();
  const carla = await office.aClient('Carla');
  for (const name of HOMES) {
    const home = await office.aProperty(
      name,
      {
        location: { type: 'Point', coordinates: [-0.05, 38.6] },
        energy_rating: { consumption: 'B', emissions: 'C' },
        description: [{ lang: 'en', text: 'Bright and quiet. '.repeat(50) }],
      },
      PHOTOS,
    );
    await office.api('PUT', `/deals/${carla.deal}/properties/${home}`, { status: 'proposed' });
  }
  const phone = office.whatsApp('Carla');
  const sent: string[] = [];
  const count = async (what: string, deed: () => Promise<unknown>) => {
    const before = phone.all().length;
    await deed();
    sent.push(`${what}: ${phone.all().length - before}`);
  };
  return {
    ...{ office, carla, phone, sent, count },
    taps: (label: string) => count(label, () => phone.taps(label)),
    writes: (words: string) => count(words, () => phone.writes(words)),
    /** Comes by the link, the e-mail and the code, as whoever reads the mail. */
    signsIn: async () => {
      await count('START', () => phone.writes(`START ${office.made.invite_code}`));
      const before = office.mailbox.to(carla.email).length;
      await count('the e-mail', () => phone.writes(carla.email));
      const code = await office.mailbox.codeFor(carla.email, before);
      await count('the code', () => phone.writes(code));
    },
  };
}

it('signing in and judging six homes takes one message an answer, and the reasons of each rejected one too', async () => {
  const { office, carla, signsIn, taps, writes, sent } = await aCountedPhone();

  await signsIn();
  await taps('New properties');
  for (const verdict of ['Interested', 'Interested', 'Not interested', 'Not interested', 'Interested', 'Interested'])
    await taps(verdict);
  await taps('Say why');
  await taps('Price');
  await taps('Size');
  await taps('Done');
  await taps('Other…');
  await writes('Too noisy');
  await writes('/home');

  expect(sent).toEqual([
    ...['START: 1', 'the e-mail: 1', 'the code: 1', 'New properties: 1'],
    ...['Interested: 1', 'Interested: 1', 'Not interested: 1', 'Not interested: 1', 'Interested: 1', 'Interested: 1'],
    ...['Say why: 1', 'Price: 1', 'Size: 1', 'Done: 1', 'Other…: 1', 'Too noisy: 1', '/home: 1'],
  ]);
  const { items }: Body = (await office.api('GET', `/deals/${carla.deal}/properties`)).body;
  expect(items.filter(({ status }: Body) => status === 'interested')).toHaveLength(4);
  expect(
    items
      .filter(({ status }: Body) => status === 'rejected')
      .map((each: Body) => [each.reject_reasons, each.reject_text])
      .sort(),
  ).toEqual([
    [['other'], 'Too noisy'],
    [['price', 'size'], null],
  ]);
});

it('from a card to a viewing that is confirmed, called off, another one rated: two messages at most, but for photos', async () => {
  const { office, phone, signsIn, taps, writes, count, sent } = await aCountedPhone();
  const { api } = office;
  const confirm = async (about: string, start: string) => {
    const [meeting] = (await api('GET', '/meetings?status=pending')).body.items;
    await count(about, async () => {
      await api('POST', `/meetings/${meeting.id}/confirm`, { start_date: start });
      await phone.gets(({ text }) => text.includes('Your viewing is confirmed'));
    });
    return meeting.id as string;
  };
  await signsIn();
  const card = (await phone.taps('New properties')).at(-1);
  await phone.taps('Interested');
  sent.length = 0;

  await count('Details', () => phone.taps('Details', card?.id));
  await taps('Photos');
  await taps('Request viewing');
  await writes(`${dayIn(20)}, ${dayIn(21)}`);
  await taps('Add another date');
  await writes(dayIn(22));
  await taps('Send request');
  await confirm('the office confirms', `${dayIn(1)}T10:30:00Z`);
  await writes('/viewings');
  await taps('Directions');
  await taps('Viewings');
  await taps('Cancel viewing');
  await taps('Yes, cancel it');
  await phone.taps('Details');
  await phone.taps('Request viewing');
  await phone.writes(dayIn(20));
  await phone.taps('Send request');
  const seen = await confirm('the office confirms', new Date(Date.now() + 60_000).toISOString());
  await count('the office marks it as seen', async () => {
    await api('POST', `/meetings/${seen}/complete`, {});
    await phone.gets(({ text }) => text.includes('Your viewing is completed'));
  });
  await taps('Rate the viewing');
  await taps('★ 4');
  await taps('Add note');
  await writes('A lovely terrace');
  office.gathering.seconds = GATHERING.seconds;
  await count('three photos', () =>
    phone.does(() => {
      for (let photo = 0; photo < PHOTOS; photo += 1) phone.person.sendsImage(PICTURE.data);
    }),
  );
  await taps('Done');
  await taps('Contact agent');
  await writes('Is the pool heated?');

  expect(sent).toEqual([
    // The photo with the facts, then the rest below it.
    ...['Details: 2', `Photos: ${PHOTOS}`],
    ...[
      'Request viewing: 1',
      `${dayIn(20)}, ${dayIn(21)}: 1`,
      'Add another date: 1',
      `${dayIn(22)}: 1`,
      'Send request: 1',
    ],
    // With the calendar file.
    ...['the office confirms: 2', '/viewings: 1'],
    // With the pin.
    ...['Directions: 2', 'Viewings: 1', 'Cancel viewing: 1', 'Yes, cancel it: 2'],
    ...['the office confirms: 2', 'the office marks it as seen: 1'],
    ...['Rate the viewing: 1', '★ 4: 1', 'Add note: 1', 'A lovely terrace: 1', 'three photos: 1', 'Done: 1'],
    ...['Contact agent: 1', 'Is the pool heated?: 1'],
  ]);
});
