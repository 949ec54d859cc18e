import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Card } from '#adapters/teams/card.ts';
import { CARD_BYTES, ROWS } from '#adapters/teams/limits.ts';
import { render } from '#adapters/teams/render.ts';
import { shownOn } from '#adapters/teams/stand-in/seen.ts';
import type { Message } from '#core/chat/message.ts';
import { messagesOf } from '#core/chat/message.ts';
import { LANGUAGES } from '#core/language.ts';
import { fromAgentScreen } from '#core/messages/screens.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import { links, words } from './a-desk.ts';
import { screensIn } from './screens.ts';

/** Microsoft's own reader of cards; its module for bundlers does not load in Node. */
const { AdaptiveCard, SerializationContext, Version } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof import('adaptivecards');

describe.each(LANGUAGES)('cards of Teams in %s', (language) => {
  it('are read by Microsoft’s own schema without a word of complaint, and are small', async () => {
    const wrong: string[] = [];
    for (const { name, messages } of await screensIn(language, 'teams')) {
      for (const message of messages) {
        const card = render(message, words, language, links);
        if (!card.fallbackText.trim()) wrong.push(`${name}: no words for what shows no cards`);
        const context = new SerializationContext(new Version(1, 5));
        const read = new AdaptiveCard();
        read.parse(card, context);
        const complaints = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
        const failures = read.validateProperties().validationEvents.map((event) => event.message);
        if (complaints.length + failures.length > 0) wrong.push(`${name}: ${[...complaints, ...failures].join('; ')}`);
        const bytes = Buffer.byteLength(JSON.stringify(card));
        if (bytes > CARD_BYTES) wrong.push(`${name}: ${bytes} bytes`);
      }
    }

    expect(wrong).toEqual([]);
  });

  it('show at most six rows at once, what is wanted most in the first, and one thing as wanted', async () => {
    const shown = (await screensIn(language, 'teams')).flatMap(({ name, messages }) =>
      messages.map((message) => ({ name, message, rows: rowsOf(render(message, words, language, links)) })),
    );
    const of = (isWrong: (each: (typeof shown)[number]) => boolean) => shown.filter(isWrong).map(({ name }) => name);

    expect(of(({ rows }) => rows.length > ROWS)).toEqual([]);
    expect(of(({ rows, message }) => !(rows[0] ?? '').includes(wantedOn(message)))).toEqual([]);
    expect(of(({ rows }) => rows.join().split('"style":"positive"').length > 3)).toEqual([]);
  });
});

/** The rows of a card that can be pressed at once, a line to press among them; entries of a list are apart. */
const rowsOf = ({ body }: Card): readonly string[] =>
  body.filter((each) => isRow(each)).map((each) => JSON.stringify(each));

function isRow(element: Card['body'][number]): boolean {
  switch (element.type) {
    case 'ActionSet':
      return true;
    case 'Container':
      return element.style === 'emphasis';
    case 'ColumnSet':
      return element.columns.some(({ selectAction }) => selectAction);
    default:
      return false;
  }
}

/** What is marked as good, else the first that is offered; what is filled in or opened is above all that can be pressed. */
function wantedOn({ body, choices }: Message): string {
  if (body.is === 'place' || (body.is === 'event' && !body.lines)) return 'Action.OpenUrl';
  const [first] = choices.filter((choice) => choice.is === 'link' || choice.intent.to !== 'toggleReason');
  const wanted = choices.find((choice) => choice.is === 'press' && choice.tone === 'good') ?? first;
  if (!wanted) return '';
  return wanted.is === 'link' ? wanted.url : encodeIntent(wanted.intent);
}

it('stays small, and is taken, where an agent writes as much as can be sent', () => {
  for (const letter of ['α', '家', '🏡'])
    for (const message of messagesOf(fromAgentScreen('Άννα', letter.repeat(4096 / letter.length)))) {
      const card = render(message, words, 'en', links);

      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(CARD_BYTES);
      expect(() => shownOn({ ...card })).not.toThrow();
    }
});

const cardsOf = async (wanted: string) =>
  (await screensIn('en', 'teams'))
    .filter(({ name }) => name === wanted)
    .flatMap(({ messages }) => messages.map((message) => render(message, words, 'en', links)));

it('lists homes with a small photo, each pressed whole, and no number to press besides', async () => {
  const [card] = await cardsOf('a group of twelve');
  const entries = card?.body.filter((each) => each.type === 'Container') ?? [];

  expect(entries.length).toBeGreaterThan(3);
  const photographed = entries.filter((each) => JSON.stringify(each).includes('"width":"64px"'));
  expect(photographed.length).toBeGreaterThan(0);
  expect(entries.every(({ selectAction }) => selectAction?.type === 'Action.Execute')).toBe(true);
  const buttons = card?.body.flatMap((each) => (each.type === 'ActionSet' ? each.actions : [])) ?? [];
  expect(buttons.map(({ title }) => title)).not.toContain('1');
});

it('asks for stars in five columns of one row, each with its word', async () => {
  const [card] = await cardsOf('after a viewing');
  const row = card?.body.find((each) => each.type === 'ColumnSet');

  expect(row?.columns.map(({ selectAction }) => selectAction)).toMatchObject(
    ['Poor', 'Fair', 'Good', 'Very good', 'Excellent'].map((tooltip, at) => ({ title: `★ ${at + 1}`, tooltip })),
  );
});

it('shows photos as wide as the card and the energy label small, each to be enlarged', async () => {
  const [card] = await cardsOf('details of a home with an energy label');
  const pictures = card?.body.filter((each) => each.type === 'Image') ?? [];

  expect(pictures).toMatchObject([{ size: 'Stretch' }, { width: '160px', altText: 'Energy label' }]);
  expect(pictures.map(({ msteams }) => msteams)).toEqual([{ allowExpand: true }, { allowExpand: true }]);
});

it('ticks in a form what was chosen before', async () => {
  const [card] = await cardsOf('all reasons chosen');
  const sets = (card?.body ?? [])
    .flatMap((each) => (each.type === 'ColumnSet' ? each.columns.flatMap(({ items }) => items) : []))
    .filter((each) => each.type === 'Input.ChoiceSet');

  expect(sets).toHaveLength(2);
  for (const { value, choices } of sets) expect(value).toBe(choices.map((choice) => choice.value).join());
  expect(sets.flatMap(({ choices }) => choices).filter(({ title }) => title.includes('✓'))).toEqual([]);
});

it('leads to the part of the map where only the area is meant, and to the pin elsewhere', async () => {
  const all = await screensIn('en', 'teams');
  const mapsOf = (name: string) =>
    all
      .filter((screen) => screen.name === name)
      .flatMap(({ messages }) => messages.map((message) => JSON.stringify(render(message, words, 'en', links))))
      .flatMap((card) => card.match(/https:\/\/www\.google\.com\/maps\/(?:@|search)[^"]*/g) ?? []);

  expect(mapsOf('details of a home with an energy label')).toEqual([
    'https://www.google.com/maps/@?api=1&map_action=map&center=40.635%2C22.945&zoom=14',
  ]);
  expect(mapsOf('the way there')).toEqual(['https://www.google.com/maps/search/?api=1&query=40.63%2C22.94']);
});
