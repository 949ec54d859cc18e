import { readFileSync, writeFileSync } from 'node:fs';

/** Writes locales/phrases.ts from en.json: each key with the kind of value that each of its holes takes. `--check` only compares. */
const KINDS = ['words', 'number', 'moment', 'day', 'money', 'area', 'text'];
const PLURAL = /_(zero|one|two|few|many|other)$/;
const source = new URL('../locales/en.json', import.meta.url);
const target = new URL('../locales/phrases.ts', import.meta.url);

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
    if (!KINDS.includes(kind)) throw new Error(`en.json: {{${name}, ${kind}}} has no known kind (${KINDS.join(', ')})`);
    holes.set(name, kind);
  }
  return holes;
}

const phrases = new Map<string, Map<string, string>>();
for (const [key, words] of flatten(JSON.parse(readFileSync(source, 'utf8')))) {
  const base = key.replace(PLURAL, '');
  const holes = phrases.get(base) ?? new Map<string, string>();
  if (PLURAL.test(key)) holes.set('count', 'number');
  for (const [name, kind] of holesOf(words)) holes.set(name, kind);
  phrases.set(base, holes);
}

const lines = [...phrases].map(([key, holes]) => {
  const inside = [...holes].map(([name, kind]) => `${name}: '${kind}'`).join(', ');
  return `  '${key}': ${inside ? `{ ${inside} }` : '{}'},`;
});
const written = `// Written from en.json by \`npm run phrases\`.\n\n/** Every phrase, and the kind of value that each of its holes takes. */\nexport const HOLES = {\n${lines.join('\n')}\n} as const;\nexport type Holes = typeof HOLES;\nexport type PhraseKey = keyof Holes;\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== written) {
    console.error('locales/phrases.ts is older than en.json: npm run phrases');
    process.exit(1);
  }
} else writeFileSync(target, written);
