import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { anOffice, type Office } from './an-office.ts';
import { anOfficeOnTeams, signsInInTeams } from './on-teams.ts';
import { anOfficeOnWhatsApp, signsInOnWhatsApp } from './on-whatsapp.ts';
import { anOfficeOnWhatsAppWeb, signsInByNumbers } from './on-whatsapp-web.ts';

/** What a signed-in client can do besides writing, and the words to do it with. */
type Ways = Readonly<Record<string, (words: string) => unknown>>;

const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#48a' } })
    .jpeg()
    .toBuffer();

const CHANNELS: Readonly<Record<string, () => Promise<readonly [Office, Ways]>>> = {
  Telegram: async () => {
    const office = await anOffice();
    const phone = office.phone('Carla');
    const { person } = phone;
    const client = await office.aClient('Carla');
    await office.signsIn(phone, client.email);
    const chat = { id: person.id, type: 'private', first_name: 'Carla' };
    let update = 700_000;
    const posts = (message: object) => {
      update += 1;
      return office.post({
        update_id: update,
        message: { message_id: update, date: 1, chat, from: { ...chat, is_bot: false }, ...message },
      });
    };
    const bytes = await photo();
    return [
      office,
      {
        'below a photo': (words) => person.sendsPhoto(bytes, { caption: words }),
        'below a file': (words) => person.sendsDocument(bytes, { name: 'photo.jpg', caption: words }),
        'below a voice note': (words) =>
          posts({ voice: { file_id: 'gone', file_unique_id: 'g', duration: 1 }, caption: words }),
        'in an edit': (words) => person.edits(person.writes('Hello there'), words),
        'in the words below a photo, edited': (words) =>
          office.post({
            update_id: ++update,
            edited_message: {
              ...{ message_id: update, date: 1, edit_date: 2, chat, from: { ...chat, is_bot: false } },
              ...{ photo: [{ file_id: 'gone', file_unique_id: 'g', width: 9, height: 9 }], caption: words },
            },
          }),
        'in an answer to a quote': (words) =>
          posts({
            reply_to_message: { message_id: phone.all().at(-1)?.ids[0], date: 1, chat },
            quote: { text: 'Hello', position: 0 },
            text: words,
          }),
      },
    ];
  },
  Teams: async () => {
    const office = await anOfficeOnTeams();
    const phone = office.phoneOf('Carla');
    const { person } = phone;
    await signsInInTeams(office, phone, await office.aClient('Carla'));
    const bytes = await photo();
    return [
      office,
      {
        'below a photo': (words) => person.sendsPhotos([bytes], words),
        'below two photos': (words) => person.sendsPhotos([bytes, bytes], words),
        'in an edit': async (words) => {
          await person.writes('Hello there');
          return person.edits(words);
        },
        'in an answer to a quote': (words) =>
          person.sends({
            type: 'message',
            text: `<quoted messageId="1"/> ${words}`,
            entities: [{ type: 'quotedReply', quotedReply: { messageId: '1' } }],
          }),
      },
    ];
  },
  'WhatsApp by the Cloud API': async () => {
    const office = await anOfficeOnWhatsApp();
    const phone = office.whatsApp('Carla');
    const { person } = phone;
    await signsInOnWhatsApp(office, phone, await office.aClient('Carla'));
    const bytes = await photo();
    const edits = (message: object) => person.sends('edit', { edit: { original_message_id: 'wamid.1', message } });
    return [
      office,
      {
        'below a photo': (words) => person.sendsImage(bytes, words),
        'below a film that is gone': (words) => person.sends('video', { video: { id: '999', caption: words } }),
        'below a file that is gone': (words) => person.sends('document', { document: { id: '998', caption: words } }),
        'in an edit': (words) => edits({ type: 'text', text: { body: words } }),
        'in the words below a photo, edited': (words) => edits({ type: 'image', image: { caption: words } }),
        'in an answer to a quote': (words) =>
          person.sends('text', { text: { body: words }, context: { id: phone.all().at(-1)?.id } }),
      },
    ];
  },
  'WhatsApp Web': async () => {
    const office = await anOfficeOnWhatsAppWeb();
    await office.linked();
    const phone = office.phoneOf('Carla');
    const { person } = phone;
    await signsInByNumbers(office, phone, await office.aClient('Carla'));
    const bytes = await photo();
    return [
      office,
      {
        'below a photo': (words) => person.sendsPhoto(bytes, words),
        'in an edit': (words) => person.edits(person.writes('Hello there'), words),
        'in an answer to a quote': (words) => person.writes(words, phone.all().at(-1)?.id),
      },
    ];
  },
};

describe.each(Object.keys(CHANNELS))('on %s', (name) => {
  it('STOP ends the pushes, and START brings them back, in whatever it is said', async () => {
    const make = CHANNELS[name];
    if (!make) throw new Error('no such channel');
    const [office, ways] = await make();
    const pushes = async () => {
      const rows = await office
        .product()
        .database.systemScope(({ rows }) =>
          rows<{ pushes: string }>('select pushes from chats where portal_user_id is not null'),
        );
      return rows[0]?.pushes;
    };
    const become = (state: string) => vi.waitUntil(async () => (await pushes()) === state, { timeout: 10_000 });

    for (const [way, says] of Object.entries(ways)) {
      await says('“Stop”, please');
      await expect(become('stopped'), way).resolves.toBe(true);
      await says('START');
      await expect(become('on'), way).resolves.toBe(true);
      await says('The bus stop is near');
      await office.settled();
      expect(await pushes(), way).toBe('on');
    }
  });
});

it('a photo with START below it is taken as well', async () => {
  const office = await anOffice();
  const phone = office.phone('Carla');
  await office.signsIn(phone, (await office.aClient('Carla')).email);
  await phone.writes('STOP');
  const bytes = await photo();

  const { text } = await phone.does(() => phone.person.sendsPhoto(bytes, { caption: 'Start' }));

  expect(text).toMatch(/Messages come again\.[\s\S]*attached/);
});

it('an invite below a photo lets in who sends it', async () => {
  const office = await anOffice();
  const phone = office.phone('Carla');
  const bytes = await photo();

  const { text } = await phone.does(() =>
    phone.person.sendsPhoto(bytes, { caption: `Hi! START ${office.made.invite_code}` }),
  );

  expect(text).toMatch(/e-?mail/i);
});
