import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { CARD_BYTES } from '#adapters/teams/limits.ts';
import { render } from '#adapters/teams/render.ts';
import { LANGUAGES } from '#core/language.ts';
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
