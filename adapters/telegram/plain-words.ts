import { type Text, wordsFor } from '#core/chat/text.ts';
import type { Language } from '#core/language.ts';
import type { Words } from '#core/words.ts';

/** Words for tests: people's own as they are, ours as their key and values. */
export const plainWords: Words = { say };

function say(text: Text, language: Language): string {
  if ('verbatim' in text) return text.verbatim;
  if ('translated' in text) return wordsFor(text, language);
  if ('join' in text) return text.join.map((each) => say(each, language)).join(text.by);
  return `${text.say} ${language}${text.with ? ` ${JSON.stringify(text.with)}` : ''}`;
}
