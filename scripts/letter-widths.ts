import { writeFileSync } from 'node:fs';
import { aBrowser } from '#bots/testing/a-browser.ts';
import { ARIAL, ARIAL_STYLE, loadFont } from '#bots/testing/arial.ts';

/**
 * Measures how wide letters are in Arial Bold, by a font whose letters are as wide, and writes the table by which
 * Teams' buttons are put into rows. Needed again only where a language with other letters is added.
 */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
  [0x386, 0x3ce],
  [0x401, 0x45f],
  [0x2010, 0x203a],
  [0x20ac, 0x20ac],
] as const;
/** So that a width is in thousandths of the size of the letters. */
const SIZE = 1000;
const FILE = new URL('../adapters/teams/letter-widths.json', import.meta.url);

const browser = await aBrowser();
try {
  const page = await browser.newPage();
  const letters = RANGES.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
  ).filter((letter) => /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}]$/u.test(letter));
  await page.setContent(`<style>${ARIAL_STYLE}</style>`);
  await page.evaluate(loadFont, ARIAL);
  const measured = await page.evaluate(measure, letters, `bold ${SIZE}px "${ARIAL}"`);
  const byWidth = new Map<number, string>();
  for (const [at, letter] of letters.entries()) {
    const width = measured[at] ?? 0;
    byWidth.set(width, (byWidth.get(width) ?? '') + letter);
  }
  const sorted = [...byWidth].sort(([one], [other]) => one - other);
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
} finally {
  await browser.close();
}

/** In the browser. */
function measure(letters: readonly string[], font: string): readonly number[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('nothing can be measured');
  context.font = font;
  return letters.map((letter) => Math.ceil(context.measureText(letter).width));
}
