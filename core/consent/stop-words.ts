/** What ends pushes, in each language, when it is all that was written. In a sentence it is no order. */
const STOP_WORDS = new Set([
  'stop',
  'stoppen',
  'stopp',
  'arrêt',
  'arrêter',
  'arreter',
  'parar',
  'alto',
  'basta',
  'ferma',
  'koniec',
  'unsubscribe',
  'sluta',
  'slutt',
]);

export const saysStop = (words: string): boolean =>
  STOP_WORDS.has(
    words
      .trim()
      .replace(/[.!]+$/, '')
      .toLowerCase(),
  );
