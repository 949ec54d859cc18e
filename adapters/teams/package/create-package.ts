import { zipSync } from 'fflate';
import { LANGUAGES } from '#core/language.ts';
import type { Words } from '#core/words.ts';
import { drawIcons } from './draw-icons.ts';
import { type AboutApp, ICONS, localisationFile, localisationOf, manifestOf } from './manifest.ts';

const json = (value: object): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** The app as a tenant's admin uploads it: the manifest, two icons and a file for each language besides English, zipped. */
export async function createPackage(about: AboutApp, words: Words): Promise<Uint8Array> {
  const { color, outline } = await drawIcons();
  const others = LANGUAGES.filter((each) => each !== 'en');
  return zipSync({
    'manifest.json': json(manifestOf(about, words)),
    [ICONS.color]: color,
    [ICONS.outline]: outline,
    ...Object.fromEntries(others.map((each) => [localisationFile(each), json(localisationOf(about, words, each))])),
  });
}
