import { describe, expect, it } from 'vitest';
import { baseOf, readCatalogue } from '#adapters/phrases/catalogues.ts';
import { CHANNEL_IDS } from '#core/chat/channels.ts';
import type { Intent } from '#core/chat/intent.ts';
import { type Message, pressesOf } from '#core/chat/message.ts';
import { pressablesOf } from '#core/chat/pressables-of.ts';
import { phrase, type Text, type Value } from '#core/chat/text.ts';
import { LANGUAGES, type Language } from '#core/language.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import { typedPress } from '#core/turns/typed-press.ts';
import { chat, words } from './a-desk.ts';
import { isSaidElsewhere } from './said-elsewhere.ts';
import { type NamedScreen, screensIn } from './screens.ts';

describe('the list of screens', () => {
  it('says every phrase of the catalogue somewhere, so that no screen is forgotten', async () => {
    const screens = (await Promise.all(CHANNEL_IDS.map((channel) => screensIn('en', channel)))).flat();
    const said = new Set(screens.flatMap(({ messages }) => messages.flatMap(phrasesOf)));
    const all = new Set([...readCatalogue('en').keys()].map(baseOf));

    expect([...all].filter((key) => !said.has(key) && !isSaidElsewhere(key))).toEqual([]);
  });

  it('takes at most three messages for each', async () => {
    const long = (await screensIn('en')).filter(({ messages }) => messages.length > 3);

    expect(long.map(({ name }) => name)).toEqual([]);
  });

  it('takes at most two where messages are spared', async () => {
    const long = (await screensIn('en', 'whatsapp')).filter(({ messages }) => messages.length > 2);

    expect(long.map(({ name }) => name)).toEqual([]);
  });
});

describe.each(LANGUAGES)('typed in %s', (language) => {
  it('comes Home from everywhere inside', async () => {
    const home = words.say(phrase('label.home'), language);
    const stuck = (await screensIn(language)).filter(
      (screen) => screen.isInside && !leadsTo(typed(home, screen, language), { to: 'goHome' }),
    );

    expect(stuck.map(({ name }) => name)).toEqual([]);
  });

  it('presses by its number what has that number', async () => {
    const wrong = (await screensIn(language)).flatMap((screen) =>
      pressablesOf(screen.messages)
        .filter(({ number, intent }) => !isOne(typed(`${number}`, screen, language), intent))
        .map(({ number }) => `${screen.name}: ${number}`),
    );

    expect(wrong).toEqual([]);
  });

  it('presses by its words the only thing so called, and asks which where several are', async () => {
    const wrong = (await screensIn(language)).flatMap((screen) => {
      const all = pressablesOf(screen.messages).map(({ label, intent }) => ({
        label: words.say(label, language),
        intent,
      }));
      return all
        .filter(({ label, intent }) => {
          const alike = new Set(
            all.filter((each) => bare(each.label) === bare(label)).map((each) => code(each.intent)),
          );
          const meant = typed(label, screen, language);
          return alike.size === 1 ? !isOne(meant, intent) : meant.was !== 'several' || !leadsTo(meant, intent);
        })
        .map(({ label }) => `${screen.name}: ${label}`);
    });

    expect(wrong).toEqual([]);
  });

  it('understands the words of buttons without their signs and capitals', async () => {
    const favourite = words.say(phrase('label.addFavourite'), language);
    const [card] = (await screensIn(language)).filter(({ name }) => name === 'a card of few words');
    if (!card) throw new Error('there is a card');

    expect(typed(favourite.replace(/^\W*\s/, '').toUpperCase(), card, language)).toMatchObject({
      was: 'one',
      intent: { to: 'addFavourite' },
    });
  });
});

const typed = (said: string, { messages }: NamedScreen, language: Language) =>
  typedPress(said, { ...chat, language, shown: { answer: pressablesOf(messages), push: [] } }, words);

type Meant = ReturnType<typeof typed>;
const code = (intent: Intent): string => encodeIntent(intent);
const isOne = (meant: Meant, intent: Intent) => meant.was === 'one' && code(meant.intent) === code(intent);

/** At once, or by one of the choices that it asks to choose from. */
function leadsTo(meant: Meant, intent: Intent): boolean {
  if (meant.was !== 'several') return isOne(meant, intent);
  return meant.screen.choices.some((choice) => choice.is === 'press' && code(choice.intent) === code(intent));
}

const bare = (label: string): string =>
  label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** The keys of all phrases of a message, those within phrases too. */
function phrasesOf(message: Message): readonly string[] {
  const { body, choices } = message;
  const labels = [...choices.map(({ label }) => label), ...pressesOf(message).map(({ label }) => label)];
  switch (body.is) {
    case 'written':
      return [
        ...labels,
        ...body.paragraphs.flatMap((each) =>
          each.is === 'list' ? each.entries.flatMap(({ title, line }) => [title, line]) : [each.text],
        ),
      ].flatMap(keysOf);
    case 'card':
      return [...labels, body.card.name, ...body.card.lines.map((each) => each.text)].flatMap(keysOf);
    case 'album':
      return [...labels, body.caption].flatMap(keysOf);
    case 'event':
      return [...labels, body.caption, body.event.title, phrase('label.calendarFile')].flatMap(keysOf);
    case 'place':
      return [...labels, body.place.name].flatMap(keysOf);
  }
}

function keysOf(text: Text): readonly string[] {
  if ('join' in text) return text.join.flatMap(keysOf);
  if (!('say' in text)) return [];
  return [text.say, ...Object.values(text.with ?? {}).flatMap((value) => (isText(value) ? keysOf(value) : []))];
}

const isText = (value: Value): value is Text => typeof value === 'object' && ('say' in value || 'join' in value);
