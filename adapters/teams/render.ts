import type { Message } from '#core/chat/message.ts';
import { plainText } from '#core/chat/plain-text.ts';
import type { Language } from '#core/language.ts';
import type { Words } from '#core/words.ts';
import { actionSets } from './action-sets.ts';
import { block, run, type Say } from './blocks.ts';
import { bodyOf, type Links } from './body.ts';
import type { Card } from './card.ts';
import { formOf } from './form.ts';
import { CARD_VERSION, FALLBACK_LETTERS } from './limits.ts';

/** Where Teams would show nothing at all. */
const NO_WORDS = '…';

/** One message as one card. Nothing is cut off: a long text makes a long card, and every choice is an action. */
export function render(message: Message, words: Words, language: Language, links: Links): Card {
  const say: Say = (text) => words.say(text, language);
  const own = bodyOf(message, say, language, links);
  const form = formOf(message, say, language);
  const body = [...own.elements, ...form, ...actionSets(message.choices, own.links, say, own.beside)];
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: CARD_VERSION,
    fallbackText: fallbackOf(message, say),
    body: body.length > 0 ? body : [block([run(NO_WORDS)])],
    msteams: { width: 'Full' },
  };
}

/** What a notification shows of it. */
export const summaryOf = (message: Message, words: Words, language: Language): string =>
  fallbackOf(message, (text) => words.say(text, language));

/** How it begins, and what can be pressed: by typing it where no card is shown. */
function fallbackOf({ body, choices }: Message, say: Say): string {
  const said = plainText(body, say);
  const letters = Array.from(new Intl.Segmenter().segment(said), ({ segment }) => segment);
  const cut = letters.slice(0, FALLBACK_LETTERS).join('');
  const begins = letters.length > FALLBACK_LETTERS ? `${cut.replace(/\s+\S*$/, '')} …` : said;
  return [begins, ...choices.map(({ label }) => say(label))].filter(Boolean).join('\n') || NO_WORDS;
}
