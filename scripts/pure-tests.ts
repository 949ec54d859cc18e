import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What opens a database, a browser or a process. A test that reaches none of them starts in no time. */
const HEAVY = [
  'db/testing.ts',
  'db/embedded.ts',
  'db/postgres.ts',
  'adapters/whatsapp/web/linked-phone.ts',
  'bots/testing/a-server.ts',
  'scripts/test-databases.ts',
];
const TESTS = '{bots,core,adapters,db,locales,scripts}/**/*.test.ts';
/** What a module has at run time: types are erased. */
const IMPORT = /^(?:import|export)\s(?!type\b)(?:[^'"]*?\sfrom\s+)?'([#.][^']+)'|\bimport\('([#.][^']+)'\)/gm;
const STARTS_PROCESS = /from 'node:child_process'/;

/** The tests of the repository by what they reach; paths from its root. */
export function testsByReach(root: string): { readonly pure: readonly string[]; readonly heavy: readonly string[] } {
  const gone = HEAVY.find((path) => !existsSync(join(root, path)));
  if (gone) throw new Error(`${gone} is not where it was; scripts/pure-tests.ts has to know what opens a database`);
  const known = new Map<string, readonly string[]>();
  const importsOf = (path: string): readonly string[] => {
    const found = known.get(path) ?? importedBy(root, path);
    known.set(path, found);
    return found;
  };
  const isPure = (test: string): boolean => {
    if (STARTS_PROCESS.test(readFileSync(join(root, test), 'utf8'))) return false;
    const reached = new Set([test]);
    for (const path of reached) {
      if (HEAVY.includes(path)) return false;
      for (const next of importsOf(path)) reached.add(next);
    }
    return true;
  };
  const all = globSync(TESTS, { cwd: root }).toSorted();
  const pure = all.filter(isPure);
  return { pure, heavy: all.filter((test) => !pure.includes(test)) };
}

function importedBy(root: string, path: string): readonly string[] {
  const file = join(root, path);
  if (!path.endsWith('.ts') || !existsSync(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, named, asked]) => {
    const to = named ?? asked ?? '';
    return to.startsWith('#') ? to.slice(1) : relative(root, join(dirname(file), to));
  });
}
