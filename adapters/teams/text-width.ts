import widths from './letter-widths.json' with { type: 'json' };
import { ACTION_TEXT } from './limits.ts';

/** Letters that the table has not are drawn by another font; the widest signs of those are so wide, in thousandths of their size. */
const UNKNOWN = 1400;
const segmenter = new Intl.Segmenter();

const ofLetter = new Map(
  Object.entries(widths).flatMap(([width, letters]) =>
    Array.from(letters, (letter) => [letter, Number(width)] as const),
  ),
);

/** How wide words are on a button of Teams, in px, or a little more: letters that are drawn closer together are not counted so. */
export function textWidth(words: string): number {
  const letters = Array.from(segmenter.segment(words.normalize('NFC')), ({ segment }) => segment);
  return (letters.reduce((sum, letter) => sum + (ofLetter.get(letter) ?? UNKNOWN), 0) * ACTION_TEXT) / 1000;
}
