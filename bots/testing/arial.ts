import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FILES = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/arimo/package.json'));
/** Arimo's files by weight. Its letters are as wide as Arial's, and it comes with `npm install`, not with a machine. */
const WEIGHTS = { 400: '400Regular', 500: '500Medium', 600: '600SemiBold', 700: '700Bold' };

/** The family under which a page has Arial's widths once it has {@link ARIAL_STYLE} and `document.fonts.load` ended. */
export const ARIAL = 'Arimo of the tests';

/** What a page needs so that it draws letters as wide as Arial's, whatever fonts the machine has. */
export const ARIAL_STYLE = Object.entries(WEIGHTS)
  .map(([weight, name]) => {
    const data = readFileSync(join(FILES, name, `Arimo_${name}.ttf`), 'base64');
    return `@font-face{font-family:"${ARIAL}";font-weight:${weight};src:url(data:font/ttf;base64,${data})}`;
  })
  .join('');

/** In the browser: waits until all weights of a family may be measured. Throws where one of them cannot be read. */
export async function loadFont(family: string): Promise<void> {
  await Promise.all([...document.fonts].map((font) => font.load()));
  const isThere = [...document.fonts].some((font) => font.family.includes(family) && font.status === 'loaded');
  if (!isThere) throw new Error(`${family} is not there`);
}
