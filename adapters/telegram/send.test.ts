import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '#core/chat/message.ts';
import { line, press } from '#core/chat/screen.ts';
import { verbatim } from '#core/chat/text.ts';
import type { OfferId } from '#core/ids.ts';
import { aMessage } from './a-message.ts';
import { aTelegram, owed, photoOf, TOKEN } from './a-telegram.ts';
import { connectTelegram } from './connect-telegram.ts';
import { deleteMessage } from './delete-message.ts';
import { plainWords } from './plain-words.ts';
import { createTelegramSender } from './send.ts';

let telegram: Awaited<ReturnType<typeof aTelegram>>;
beforeEach(async () => {
  telegram = await aTelegram();
});
afterEach(() => telegram.close());

const offer = '0192f1c4-5a30-7c3e-9b1d-2f6e8a4c0d11' as OfferId;
const home = press(verbatim('Home'), { to: 'goHome' });
const aCard = (title = 'Villa Azul', number = 1): Message => ({
  body: {
    is: 'card',
    card: {
      offer,
      photo: photoOf(number),
      name: verbatim(title),
      lines: [line(verbatim(title), 'headline'), line(verbatim('Jávea'))],
    },
  },
  choices: [press(verbatim('Interested'), { to: 'markInterested', offer }, 'good'), home],
  from: 1,
});
const anAlbum = (count: number): Message => ({
  body: {
    is: 'album',
    photos: Array.from({ length: count }, (_, index) => photoOf(index)),
    caption: verbatim('A & B'),
  },
  choices: [],
  from: 1,
});
const withPhoto = (number: number): Message['body'] => ({
  is: 'card',
  card: {
    offer,
    photo: photoOf(number),
    name: verbatim('Villa Azul'),
    lines: [line(verbatim('Villa Azul'), 'headline')],
  },
});
const calls = (method?: string) => telegram.standIn.journal.calls(method);
const uploads = () =>
  calls().filter(({ params, status }) => status === 200 && JSON.stringify(params).includes('"bytes"')).length;

describe('sending', () => {
  it('shows a written message with its buttons and answers with its id', async () => {
    const sent = await telegram.send(aMessage({ title: 'Hello <you>', text: 'a & b', choices: [home] }));

    const seen = telegram.chat.last();
    expect(sent).toEqual({ was: 'sent', platformId: `${seen.id}` });
    expect(seen).toMatchObject({
      kind: 'text',
      text: 'Hello <you>\na & b',
      buttons: [[{ text: 'Home', data: '1h' }]],
    });
    expect(seen.entities).toMatchObject([{ type: 'bold', offset: 0, length: 11 }]);
  });

  it('shows a card as one message', async () => {
    await telegram.send(aCard());

    expect(telegram.chat.last()).toMatchObject({
      kind: 'photo',
      text: 'Villa Azul\nJávea',
      buttons: [[{ text: 'Interested', style: 'success' }, { text: 'Home' }]],
    });
  });

  it('shows an album with its caption and answers with all its ids', async () => {
    const sent = await telegram.send(anAlbum(10));

    const seen = telegram.chat.last();
    expect(seen).toMatchObject({ kind: 'album', text: 'A & B' });
    expect(seen.ids).toHaveLength(10);
    expect(sent).toEqual({ was: 'sent', platformId: seen.ids.join(',') });
  });

  it('sends what is too long for a message whole, as a file', async () => {
    const words = 'all of it '.repeat(600).trim();

    expect(await telegram.send(aMessage({ text: words, choices: [home] }))).toMatchObject({ was: 'sent' });

    const seen = telegram.chat.last();
    expect(seen).toMatchObject({ kind: 'document', files: [{ name: 'message.txt' }], buttons: [[{ text: 'Home' }]] });
    expect(Buffer.from(telegram.standIn.file(seen.files[0]?.fileId ?? '') ?? []).toString()).toBe(words);
  });

  it('sends plain words where Telegram finds a fault in the HTML', async () => {
    const description = "Bad Request: can't parse entities: Unsupported start tag";
    telegram.standIn.faults.add({ method: 'sendMessage', do: { status: 400, description } });

    expect(await telegram.send(aMessage({ title: 'Hello', text: '<3' }))).toMatchObject({ was: 'sent' });

    expect(telegram.chat.last()).toMatchObject({ text: 'Hello\n<3', entities: [] });
  });
});

describe('pictures', () => {
  it('are uploaded once, then sent by their file_id', async () => {
    await telegram.send(aCard());
    await telegram.send(aCard('Again'));
    await telegram.send(anAlbum(3));
    await telegram.send(anAlbum(3));

    expect(uploads()).toBe(2);
    expect([...telegram.known.keys()].toSorted()).toEqual([0, 1, 2].map((number) => `${photoOf(number)}/card`));
    expect(
      telegram.chat
        .messages()
        .filter(({ from }) => from === 'bot')
        .map(({ files }) => files.length),
    ).toEqual([1, 1, 3, 3]);
  });

  it('are uploaded again where Telegram no longer knows them', async () => {
    telegram.known.set(`${photoOf(1)}/card`, 'AgACAgQAAxkBAAIQWmd1Zx8pQ3tR7nYkS0vLm2c9AAJ4wjEb');
    telegram.known.set(`${photoOf(2)}/card`, 'another');

    expect(await telegram.send(aCard())).toMatchObject({ was: 'sent' });
    expect(await telegram.send(anAlbum(3))).toMatchObject({ was: 'sent' });

    expect(uploads()).toBe(2);
    expect(telegram.known.get(`${photoOf(2)}/card`)).not.toBe('another');
    expect(telegram.chat.last().files).toHaveLength(3);
  });

  it('that are nowhere do not keep the words back', async () => {
    telegram.pictures.delete(photoOf(1));

    await telegram.send(aCard());
    expect(telegram.chat.last()).toMatchObject({ kind: 'text', text: 'Villa Azul\nJávea', buttons: [[{}, {}]] });
    await telegram.send(anAlbum(2));
    expect(telegram.chat.last()).toMatchObject({ kind: 'photo', text: 'A & B' });
  });

  it('that Telegram can not show do not keep the words back', async () => {
    telegram.pictures.set(photoOf(1), { data: Buffer.from('no picture'), mime: 'image/jpeg' });

    expect(await telegram.send(aCard())).toMatchObject({ was: 'sent' });

    expect(telegram.chat.last()).toMatchObject({ kind: 'text', text: 'Villa Azul\nJávea' });
  });

  it('that can not be remembered are sent all the same', async () => {
    const { connection, log } = telegram;
    const away = () => Promise.reject(new Error('the database is away'));
    const sender = createTelegramSender({
      api: connection.api,
      words: plainWords,
      media: { put: away, remove: away, get: async () => telegram.pictures.get(photoOf(1)) },
      uploads: { find: async () => undefined, keep: away, forget: away },
      calendar: { fileOf: () => '', nameOf: () => 'viewing.ics', urlOf: () => 'https://chat.example/calendar' },
      log,
    });

    const sent = await sender.send({
      ...owed,
      address: `${telegram.anna.id}`,
      message: aCard(),
      language: 'en',
    });

    expect(sent).toMatchObject({ was: 'sent' });
  });
});

describe('editing', () => {
  it('turns a card into its new state in place', async () => {
    const first = await telegram.send(aCard());
    const edits = first.was === 'sent' ? first.platformId : '';

    expect(await telegram.send(aCard('Villa Azul, sold', 2), { edits })).toEqual(first);

    const shown = telegram.chat.messages().filter(({ from }) => from === 'bot');
    expect(shown).toMatchObject([
      { kind: 'photo', text: 'Villa Azul, sold\nJávea', edited: true, buttons: [[{}, {}]] },
    ]);
    expect(calls('sendPhoto')).toHaveLength(1);
  });

  it('turns words into other words in place, and takes buttons away that are no more', async () => {
    const first = await telegram.send(aMessage({ text: 'one', choices: [home] }));
    const edits = first.was === 'sent' ? first.platformId : '';

    expect(await telegram.send(aMessage({ text: 'two' }), { edits })).toEqual(first);

    expect(telegram.chat.last()).toMatchObject({ text: 'two', buttons: [] });
  });

  it('is done where nothing changes', async () => {
    const first = await telegram.send(aCard());
    const edits = first.was === 'sent' ? first.platformId : '';

    expect(await telegram.send(aCard(), { edits })).toEqual(first);
  });

  it.each([
    ['a message that is gone', '424242'],
    ['a message of the person', '1'],
    ['an album', '2,3'],
    ['another channel', 'wamid.HBgL'],
  ])('sends a new message in place of %s', async (_, edits) => {
    expect(await telegram.send(aMessage({ text: 'new' }), { edits })).toMatchObject({ was: 'sent' });

    expect(telegram.chat.last()).toMatchObject({ text: 'new', edited: false });
  });

  const words = (text: string) => aMessage({ text, choices: [home] });
  const aPlace: Message = {
    body: { is: 'place', place: { latitude: 38.6, longitude: 0, name: verbatim('The area'), address: 'Jávea' } },
    choices: [home],
    from: 1,
  };
  it.each<[string, Message, Message]>([
    ['a photo into words', aCard(), words('Why not?')],
    ['a file into words', words('all of it '.repeat(600)), words('Why not?')],
    ['a pin into words', aPlace, words('Why not?')],
    ['a pin into a photo', aPlace, aCard()],
    ['words into a pin', words('Where?'), aPlace],
    ['a photo into what is too long for a message', aCard(), words('all of it '.repeat(600))],
    ['a photo into words, since its picture is nowhere', aCard(), { ...aCard(), body: withPhoto(99) }],
  ])('can’t make %s: a new message comes, and the old one has no buttons any more', async (_, before, after) => {
    const first = await telegram.send(before);
    const old = telegram.chat.last();

    const second = await telegram.send(after, { edits: first.was === 'sent' ? first.platformId : '' });

    expect(second).toMatchObject({ was: 'sent' });
    expect(second).not.toEqual(first);
    const [kept, come, ...more] = telegram.chat.messages().filter(({ from }) => from === 'bot');
    expect(more).toEqual([]);
    expect(kept).toMatchObject({ id: old.id, kind: old.kind, text: old.text, buttons: [] });
    expect(come?.buttons.flat().length).toBeGreaterThan(0);
  });

  it('is done where the buttons of the old message can’t be taken', async () => {
    const first = await telegram.send(aCard());
    telegram.standIn.faults.add({ method: 'editMessageReplyMarkup', do: { status: 429, retryAfter: 3 } });

    const second = await telegram.send(words('Why not?'), { edits: first.was === 'sent' ? first.platformId : '' });

    expect(second).toEqual({ was: 'sent', platformId: `${telegram.chat.last().id}` });
  });

  it('puts a photo into a message of words', async () => {
    const first = await telegram.send(aMessage({ text: 'one' }));

    expect(await telegram.send(aCard(), { edits: first.was === 'sent' ? first.platformId : '' })).toEqual(first);

    expect(telegram.chat.last()).toMatchObject({ kind: 'photo', text: 'Villa Azul\nJávea' });
  });
});

describe('what goes wrong', () => {
  const said = (status: number, description: string) => ({ do: { status, description } });
  const text = aMessage({ text: 'hello' });

  it.each([
    [said(403, 'Forbidden: bot was blocked by the user'), 'blocked'],
    [said(403, 'Forbidden: user is deactivated'), 'deactivated'],
    [said(403, "Forbidden: bot can't initiate conversation with a user"), 'no_chat'],
    [said(400, 'Bad Request: chat not found'), 'no_chat'],
  ])('ends the pushes to a person who is out of reach: %j', async (fault, code) => {
    telegram.standIn.faults.add(fault);

    expect(await telegram.send(text)).toEqual({
      was: 'refused',
      code,
      cause: expect.stringMatching(/\.$/),
      nextStep: expect.stringMatching(/\.$/),
      unreachable: true,
    });
  });

  it('is final where Telegram finds a fault in the message', async () => {
    telegram.standIn.faults.add(said(400, 'Bad Request: BUTTON_DATA_INVALID'));

    expect(await telegram.send(text)).toMatchObject({ was: 'refused', code: 'telegram_400', unreachable: false });
  });

  it('is refused by a person who really blocked the bot', async () => {
    telegram.anna.blocks();

    expect(await telegram.send(text)).toMatchObject({ was: 'refused', code: 'blocked' });
  });

  it('waits as long as Telegram asks for, in that chat', async () => {
    telegram.standIn.faults.add({
      do: { status: 429, description: 'Too Many Requests: retry after 7', retryAfter: 7 },
    });

    expect(await telegram.send(text)).toMatchObject({ was: 'notYet', afterSeconds: 7, pauses: 'chat' });
    expect(await telegram.send(text)).toMatchObject({ was: 'sent' });
  });

  it('waits in all chats where two in a row are told to', async () => {
    const bram = telegram.standIn.person({ firstName: 'Bram' });
    bram.opens(telegram.bot);
    telegram.standIn.faults.add({ times: 3, do: { status: 429, retryAfter: 3 } });

    expect(await telegram.send(text)).toMatchObject({ pauses: 'chat' });
    expect(await telegram.send(text)).toMatchObject({ pauses: 'chat' });
    expect(await telegram.send(text, { address: `${bram.id}` })).toMatchObject({ afterSeconds: 3, pauses: 'account' });
  });

  it.each([500, 502, 504])('tries again after a %i of Telegram', async (status) => {
    telegram.standIn.faults.add(said(status, 'Internal Server Error'));

    expect(await telegram.send(text)).toMatchObject({ was: 'notYet', pauses: 'chat' });
  });

  it('waits with the whole account where the token is refused', async () => {
    telegram.standIn.faults.add(said(401, 'Unauthorized'));

    expect(await telegram.send(text)).toMatchObject({ was: 'notYet', afterSeconds: 300, pauses: 'account' });
  });

  it.each([
    ['before', { resetBefore: true }],
    ['after', { resetAfter: true }],
  ] as const)('knows not whether a send arrived that was cut %s its effect', async (_, fault) => {
    telegram.standIn.faults.add({ method: 'sendMessage', do: fault });

    expect(await telegram.send(text)).toMatchObject({ was: 'uncertain' });
  });

  it('knows not whether an upload arrived that was cut', async () => {
    telegram.standIn.faults.add({ method: 'sendPhoto', do: { resetAfter: true } });

    expect(await telegram.send(aCard())).toMatchObject({ was: 'uncertain' });
  });

  it('repeats an edit that was cut', async () => {
    const first = await telegram.send(text);
    telegram.standIn.faults.add({ method: 'editMessageText', do: { resetAfter: true } });
    const edit = () =>
      telegram.send(aMessage({ text: 'two' }), { edits: first.was === 'sent' ? first.platformId : '' });

    expect(await edit()).toMatchObject({ was: 'notYet', pauses: 'message' });
    expect(await edit()).toEqual(first);
  });

  it('does not wait for ever for an answer', async () => {
    const { api, close } = connectTelegram({ token: TOKEN, apiRoot: telegram.standIn.root, timeoutSeconds: 0.05 });
    telegram.standIn.faults.add({ method: 'sendMessage', do: { hang: true } });
    const sender = createTelegramSender({ ...neverUsed, api, words: plainWords, log: telegram.log });

    const sent = await sender.send({ ...owed, address: `${telegram.anna.id}`, message: text, language: 'en' });

    expect(sent).toEqual({ was: 'uncertain', why: 'Telegram did not answer (no proper answer in time)' });
    await close();
  });

  it.each([
    ['nobody listens', 'http://127.0.0.1:9'],
    ['the name leads nowhere', 'http://telegram.invalid'],
  ])('waits with the whole account where %s', async (_, apiRoot) => {
    const { api, close } = connectTelegram({ token: TOKEN, apiRoot });
    const sender = createTelegramSender({ ...neverUsed, api, words: plainWords, log: telegram.log });

    const sent = await sender.send({ ...owed, address: '5', message: text, language: 'en' });

    expect(sent).toMatchObject({
      was: 'notYet',
      pauses: 'account',
      why: expect.stringContaining('could not be reached'),
    });
    await close();
  });

  it('shows the token nowhere', async () => {
    const { faults } = telegram.standIn;
    const errors: unknown[] = [];
    const description = `Bad Request: wrong ${TOKEN} in the request`;
    for (const fault of [{ resetBefore: true }, { status: 400, description }, { status: 401 }] as const) {
      faults.add({ method: 'sendMessage', do: fault });
      errors.push(await telegram.send(text));
    }
    faults.add({ method: 'getMe', do: { resetBefore: true } });
    errors.push(await telegram.connection.api.getMe().catch((error: unknown) => error));
    const { api, close } = connectTelegram({ token: TOKEN, apiRoot: 'http://127.0.0.1:9' });
    errors.push(await api.getMe().catch((error: unknown) => error));
    await close();

    const shown = inspect([errors, telegram.logged], { depth: 20, showHidden: true, getters: true });
    expect(errors).toHaveLength(5);
    expect(shown).not.toContain(TOKEN.split(':')[1]);
    expect(JSON.stringify(errors)).not.toContain(TOKEN.split(':')[1]);
  });
});

const fails = () => Promise.reject(new Error('not asked for here'));
const neverUsed = {
  calendar: { fileOf: () => '', nameOf: () => 'viewing.ics', urlOf: () => 'https://chat.example/calendar' },
  media: { put: fails, get: fails, remove: fails },
  uploads: { find: fails, keep: fails, forget: fails },
};

describe('deleteMessage', () => {
  it('takes what a person wrote out of the chat', async () => {
    const id = telegram.anna.writes('Xy7#kQ2m');

    expect(await deleteMessage(telegram.connection.api, `${telegram.anna.id}`, `${id}`)).toBe(true);

    expect(telegram.chat.find(id)).toBeUndefined();
  });

  it('says where it could not', async () => {
    expect(await deleteMessage(telegram.connection.api, `${telegram.anna.id}`, '424242')).toBe(false);
  });
});
