import { describe, expect, it } from 'vitest';
import { createWords } from '#adapters/phrases/create-words.ts';
import { type Message, messagesOf, pressesOf } from '#core/chat/message.ts';
import { inRows, line, link, press, type Question } from '#core/chat/screen.ts';
import { verbatim } from '#core/chat/text.ts';
import type { MediaId, OfferId } from '#core/ids.ts';
import { LANGUAGES } from '#core/language.ts';
import { decodeIntent } from '#core/turns/intent-code.ts';
import { aMessage } from './a-message.ts';
import { CAPTION_LENGTH, TEXT_LENGTH } from './limits.ts';
import { plainWords } from './plain-words.ts';
import { render } from './render.ts';

const offer = '0192f1c4-5a30-7c3e-9b1d-2f6e8a4c0d11' as OfferId;
const photo = (number: number) => `0192f1c4-0000-7000-8000-${`${number}`.padStart(12, '0')}` as MediaId;
const home = press(verbatim('Home'), { to: 'goHome' });

const calendar = {
  fileOf: () => 'BEGIN:VCALENDAR',
  nameOf: () => 'Viewing Altea 1 Dec.ics',
  urlOf: () => 'https://chat.example/calendar',
};
const shown = (message: Message) => render(message, plainWords, 'en', calendar);
const keyboardOf = (message: Message) => {
  const rendered = shown(message);
  return rendered.is === 'album' ? [] : rendered.keyboard;
};
const labels = (message: Message) => keyboardOf(message).map((row) => row.map(({ text }) => text));
const intents = (message: Message) =>
  keyboardOf(message)
    .flat()
    .map((button) => ('callback_data' in button ? decodeIntent(button.callback_data) : undefined));

describe('written messages', () => {
  it('escapes whatever people write', () => {
    const message = aMessage({ title: '<b>5 > 3</b>', text: 'Tom & "Ann" &lt;' });

    expect(shown(message)).toEqual({
      is: 'text',
      text: {
        html: '<b>&lt;b&gt;5 &gt; 3&lt;/b&gt;</b>\nTom &amp; "Ann" &amp;lt;',
        plain: '<b>5 > 3</b>\nTom & "Ann" &lt;',
      },
      keyboard: [],
    });
  });

  it('numbers the entries of a list on from the message before, with a button for each', () => {
    const entry = (title: string, page: number) => ({
      title: verbatim(title),
      line: verbatim(page === 2 ? '' : 'Jávea'),
      intent: { to: 'openProperty' as const, offer, page },
    });
    const message: Message = {
      body: {
        is: 'written',
        paragraphs: [
          { is: 'list', entries: [entry('A', 1), entry('B', 2)] },
          { is: 'text', text: verbatim('and') },
          { is: 'list', entries: [entry('C', 3)] },
        ],
      },
      choices: [home],
      from: 4,
    };

    expect(shown(message)).toMatchObject({
      text: { html: '4. <b>A</b>\nJávea\n\n5. <b>B</b>\n\nand\n\n6. <b>C</b>\nJávea' },
    });
    expect(labels(message)).toEqual([['4', '5', '6'], ['Home']]);
    expect(intents(message)).toEqual(pressesOf(message).map(({ intent }) => intent));
  });

  it('lays ten numbers in two rows of five', () => {
    const entries = Array.from({ length: 10 }, (_, page) => ({
      title: verbatim('A'),
      line: verbatim(''),
      intent: { to: 'openProperty' as const, offer, page },
    }));

    expect(labels({ body: { is: 'written', paragraphs: [{ is: 'list', entries }] }, choices: [], from: 1 })).toEqual([
      ['1', '2', '3', '4', '5'],
      ['6', '7', '8', '9', '10'],
    ]);
  });

  it('sends words that are too long for a message whole, as a file', () => {
    const words = 'all of it '.repeat(500).trim();
    const rendered = shown(aMessage({ text: words, choices: [home] }));

    expect(words.length).toBeGreaterThan(TEXT_LENGTH);
    expect(rendered).toMatchObject({ is: 'file', name: 'message.txt', words, keyboard: [[{ text: 'Home' }]] });
    if (rendered.is === 'file') expect(rendered.caption.plain.length).toBeLessThanOrEqual(CAPTION_LENGTH);
  });

  it('counts what is read, not the markup', () => {
    const rendered = shown(aMessage({ text: '&'.repeat(TEXT_LENGTH) }));

    expect(rendered).toMatchObject({ is: 'text', text: { plain: '&'.repeat(TEXT_LENGTH) } });
  });

  it('says something where there is nothing to say', () => {
    expect(shown(aMessage({ text: ' ', choices: [home] }))).toMatchObject({ is: 'text', text: { html: '…' } });
  });
});

describe('choices', () => {
  const many = (...names: string[]) =>
    aMessage({ text: 'Choose', choices: names.map((name) => press(verbatim(name), { to: 'goHome' })) });

  it('puts short ones two or three a row and long ones alone', () => {
    expect(labels(many('Location', 'Price', 'Size', 'Other…', 'Done'))).toEqual([
      ['Location', 'Price', 'Size'],
      ['Other…', 'Done'],
    ]);
    expect(labels(many('Request viewing', 'Photos', 'Contact your agent right now'))).toEqual([
      ['Request viewing', 'Photos'],
      ['Contact your agent right now'],
    ]);
  });

  it('keeps rows that were laid out by hand, and lays out the others below them', () => {
    const short = (label: string) => press(verbatim(label), { to: 'goHome' });
    const rows = inRows([short('A')], [undefined], [short('B'), short('C')]);

    expect(labels(aMessage({ text: 'Choose', choices: [...rows, short('D'), short('E')] }))).toEqual([
      ['A'],
      ['B', 'C'],
      ['D', 'E'],
    ]);
  });

  it('keeps good beside bad whatever their length, in green and red', () => {
    const message = aMessage({
      text: 'A home',
      choices: [
        press(verbatim('Details'), { to: 'openProperty', offer, page: 0 }),
        press(verbatim('Ja, das interessiert mich sehr'), { to: 'markInterested', offer }, 'good'),
        press(verbatim('Nein, das interessiert mich nicht'), { to: 'askReasons', offer }, 'bad'),
        home,
      ],
    });

    expect(keyboardOf(message)).toMatchObject([
      [{ text: 'Details' }],
      [{ style: 'success' }, { style: 'danger' }],
      [{ text: 'Home' }],
    ]);
  });

  it('opens an address by a button, and writes it out where Telegram takes none such', () => {
    const message = aMessage({
      text: 'Look',
      choices: [
        link(verbatim('Tour'), 'https://example.com/tour?a=1&b=2'),
        link(verbatim('Call'), 'tel:+34600000000'),
        link(verbatim('Page'), 'http://localhost:3000/account'),
      ],
    });

    expect(keyboardOf(message)).toEqual([[{ text: 'Tour', url: 'https://example.com/tour?a=1&b=2' }]]);
    expect(shown(message)).toMatchObject({
      text: { plain: 'Look\n\nCall: tel:+34600000000\nPage: http://localhost:3000/account' },
    });
  });

  it('never leaves a button without a text', () => {
    expect(labels(many(' '))).toEqual([['·']]);
  });

  it('refuses more buttons than Telegram takes', () => {
    expect(() => shown(many(...Array.from({ length: 101 }, (_, index) => `${index}`)))).toThrow('101 buttons');
  });
});

describe('cards and albums', () => {
  const card = (lines: readonly string[], withPhoto = true): Message => ({
    body: {
      is: 'card',
      card: {
        offer,
        name: verbatim('Villa <Azul>'),
        lines: [line(verbatim('Villa <Azul>'), 'headline'), ...lines.map((words) => line(verbatim(words)))],
        ...(withPhoto ? { photo: photo(1) } : {}),
      },
    },
    choices: [home],
    from: 1,
  });
  const album = (count: number, choices = [home].slice(1)): Message => ({
    body: {
      is: 'album',
      photos: Array.from({ length: count }, (_, index) => photo(index)),
      caption: verbatim('A & B'),
    },
    choices,
    from: 1,
  });

  it('shows a card as its photo with everything below it', () => {
    expect(shown(card(['Jávea', '€ 525.000']))).toEqual({
      is: 'photo',
      media: photo(1),
      size: 'card',
      caption: { html: '<b>Villa &lt;Azul&gt;</b>\nJávea\n€ 525.000', plain: 'Villa <Azul>\nJávea\n€ 525.000' },
      keyboard: [[{ text: 'Home', callback_data: '1h' }]],
    });
  });

  it('shows a card without a photo, or with more words than a caption takes, as text', () => {
    expect(shown(card(['Jávea'], false))).toMatchObject({ is: 'text', text: { plain: 'Villa <Azul>\nJávea' } });
    expect(shown(card(['x'.repeat(CAPTION_LENGTH)]))).toMatchObject({ is: 'text', keyboard: [[{ text: 'Home' }]] });
  });

  it('shows two to ten photos as an album and one as a photo', () => {
    expect(shown(album(10))).toMatchObject({ is: 'album', caption: { html: 'A &amp; B' } });
    expect(shown(album(1, [home]))).toMatchObject({ is: 'photo', media: photo(0), keyboard: [[{ text: 'Home' }]] });
    expect(shown(album(0, [home]))).toMatchObject({ is: 'text', keyboard: [[{ text: 'Home' }]] });
  });

  it('refuses an album that the core should not have made', () => {
    expect(() => shown(album(11))).toThrow('11 photos');
    expect(() => shown(album(2, [home]))).toThrow('buttons');
  });
});

describe('the grid of days', () => {
  const asks: Extract<Question, { is: 'dates' }> = {
    ...{ is: 'dates', offer, first: '2026-11-24', last: '2027-02-22', from: '2026-11-24' },
    ...{ ticked: ['2026-11-26'], part: 'morning' },
  };
  const grid = (more: Partial<typeof asks> = {}) =>
    aMessage({ text: 'When?', choices: [home], asks: { ...asks, ...more } });

  it('shows two weeks, four a row, then the ways on, the parts of the day and the rest', () => {
    const words = createWords();
    const rendered = render(grid(), words, 'en', calendar);

    expect(rendered.is === 'text' && rendered.keyboard.map((row) => row.map(({ text }) => text))).toEqual([
      ['Tue 24', 'Wed 25', '✓ Thu 26', 'Fri 27'],
      ['Sat 28', 'Sun 29', 'Mon 30', 'Tue 1 Dec'],
      ['Wed 2', 'Thu 3', 'Fri 4', 'Sat 5'],
      ['Sun 6', 'Mon 7', '›'],
      ['Any time', '✓ Morning'],
      ['Afternoon', 'Evening'],
      ['Home'],
    ]);
  });

  it('ticks what is not ticked, and takes off what is', () => {
    expect(intents(grid()).slice(1, 3)).toEqual([
      { to: 'tickDay', offer, day: '2026-11-25' },
      { to: 'untickDay', offer, day: '2026-11-26' },
    ]);
  });

  it('turns two weeks on and back, to the last day and no further', () => {
    const turns = (from: string) => intents(grid({ from })).filter((intent) => intent?.to === 'showDays');

    expect(turns('2026-12-08')).toEqual([
      { to: 'showDays', offer, from: '2026-11-24' },
      { to: 'showDays', offer, from: '2026-12-22' },
    ]);
    expect(turns('2027-02-16')).toEqual([{ to: 'showDays', offer, from: '2027-02-02' }]);
    expect(intents(grid({ from: '2027-02-16' })).filter((intent) => intent?.to === 'tickDay')).toHaveLength(7);
  });

  it.each(LANGUAGES)('names each day of it in %s in few letters, and none twice', (language) => {
    const rendered = render(grid({ ticked: [] }), createWords(), language, calendar);
    const days = rendered.is === 'text' ? rendered.keyboard.slice(0, 4).flat() : [];
    const names = days.map(({ text }) => text).filter((name) => name !== '›');

    expect(new Set(names).size).toBe(14);
    expect(names.filter((name) => name.includes('.') || (name.length > 8 && !/ 1 /.test(name)))).toEqual([]);
  });
});

it('renders whatever messages a screen is cut into', () => {
  const screen = {
    blocks: [
      { is: 'album' as const, photos: [photo(1), photo(2)], caption: verbatim('Villa') },
      { is: 'text' as const, text: verbatim('1 to 2') },
    ],
    choices: [home],
  };

  expect(messagesOf(screen).map((message) => shown(message).is)).toEqual(['album', 'text']);
});
