import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { escaped } from './svg.ts';

/** The family to name in SVG text. */
export const FONT = 'Inter';

let ready = false;

/** Makes Inter known to the text renderer; before the first text, as fontconfig reads its settings only once a process. */
export function useFont(): void {
  // A slim machine has no fonts at all and draws boxes. Where the operator set their own, theirs counts.
  if (ready || process.env.FONTCONFIG_FILE !== undefined) return;
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/inter/package.json'));
  const folder = mkdtempSync(join(tmpdir(), 'tesoro-fonts-'));
  const settings = join(folder, 'fonts.conf');
  writeFileSync(
    settings,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig><dir>${escaped(fonts)}</dir><cachedir>${escaped(join(folder, 'cache'))}</cachedir></fontconfig>\n`,
  );
  process.env.FONTCONFIG_FILE = settings;
  ready = true;
}
