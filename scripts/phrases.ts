import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes the phrase types of each catalogue from its English: each key with the kind of value that each of its holes
 * takes. `--check` only compares.
 */
const CATALOGUES = [
  { english: 'en.json', written: 'phrases.ts', holes: 'Holes', key: 'PhraseKey' },
  { english: 'console/en.json', written: 'console/phrases.ts', holes: 'ConsoleHoles', key: 'ConsoleKey' },
] as const;
const KINDS = ['words', 'number', 'moment', 'day', 'money', 'area', 'text'];
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): [key: string, words: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

function holesOf(words: string): Map<string, string> {
  const holes = new Map<string, string>();
  for (const [, name = '', kind = name === 'count' ? 'number' : 'words'] of words.matchAll(
    /\{\{\s*(\w+)\s*(?:,\s*(\w+)[^}]*)?\}\}/g,
  )) {
    if (!KINDS.includes(kind)) throw new Error(`{{${name}, ${kind}}} has no known kind (${KINDS.join(', ')})`);
    holes.set(name, kind);
  }
  return holes;
}

function phrasesIn(source: URL): Map<string, Map<string, string>> {
  const phrases = new Map<string, Map<string, string>>();
  for (const [key, words] of flatten(JSON.parse(readFileSync(source, 'utf8')))) {
    const base = key.replace(PLURAL, '');
    const holes = phrases.get(base) ?? new Map<string, string>();
    if (PLURAL.test(key)) holes.set('count', 'number');
    for (const [name, kind] of holesOf(words)) holes.set(name, kind);
    phrases.set(base, holes);
  }
  return phrases;
}

for (const { english, written, holes, key } of CATALOGUES) {
  const lines = [...phrasesIn(new URL(`../locales/${english}`, import.meta.url))].map(([phrase, inside]) => {
    const all = [...inside].map(([name, kind]) => `${name}: '${kind}'`).join(', ');
    return `  '${phrase}': ${all ? `{ ${all} }` : '{}'},`;
  });
  const text = `// Written from en.json by \`npm run phrases\`.\n\n/** Every phrase, and the kind of value that each of its holes takes. */\nexport const HOLES = {\n${lines.join('\n')}\n} as const;\nexport type ${holes} = typeof HOLES;\nexport type ${key} = keyof ${holes};\n`;
  const target = new URL(`../locales/${written}`, import.meta.url);
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error(`locales/${written} is older than ${english}: npm run phrases`);
    process.exit(1);
  }
}
