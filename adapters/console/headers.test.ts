import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { consoleHeaders } from './headers.ts';

it('the headers of the desk stand in docs/security.md as they are sent, all of them', () => {
  const written = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
  const table = /## Headers of the desk\n([\s\S]*?)\n\n[^|]/.exec(written)?.[1] ?? '';

  const rows = [...table.matchAll(/^\| `([a-z-]+)` \| `(.+)` \|$/gm)].map(([, name, value]) => [name, value]);

  expect(Object.fromEntries(rows)).toEqual(consoleHeaders(false, true));
});
