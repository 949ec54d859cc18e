import type { Text } from './chat/text.ts';
import type { Language } from './language.ts';

/** Puts texts into a language. What comes back is plain: the channel escapes it. */
export interface Words {
  say(text: Text, language: Language): string;
}
