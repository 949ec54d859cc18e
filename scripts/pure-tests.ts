import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What opens a database, a browser or a process. A test that reaches none of them starts in no time. */
const HEAVY = /^(@electric-sql\/pglite|postgres|puppeteer-core|node:child_process)(\/|$)/;
const TESTS = '{bots,core,adapters,db,locales,scripts}/**/*.test.ts';
/** What a module has at run time: types are erased. */
const IMPORT = /^(?:import|export)\s(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

/** The tests of the repository by what they reach; paths from its root. */
export function testsByReach(root: string): { readonly pure: readonly string[]; readonly heavy: readonly string[] } {
  const known = new Map<string, readonly string[]>();
  const importsOf = (path: string): readonly string[] => {
    const found = known.get(path) ?? importedBy(root, path);
    known.set(path, found);
    return found;
  };
  const isPure = (test: string): boolean => {
    const reached = new Set([test]);
    for (const path of reached) {
      if (HEAVY.test(path)) return false;
      for (const next of importsOf(path)) reached.add(next);
    }
    return true;
  };
  const all = globSync(TESTS, { cwd: root }).toSorted();
  const pure = all.filter(isPure);
  return { pure, heavy: all.filter((test) => !pure.includes(test)) };
}

/** Files by their path from the root, packages by their name. */
function importedBy(root: string, path: string): readonly string[] {
  const file = join(root, path);
  if (!path.endsWith('.ts') || !existsSync(file)) return [];
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, named, asked]) => {
    const to = named ?? asked ?? '';
    if (to.startsWith('.')) return relative(root, join(dirname(file), to));
    return to.startsWith('#') ? to.slice(1) : to;
  });
}
