import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LONGEST } from './longest-first.ts';

it('begins with tests that there are, each named once', () => {
  const gone = LONGEST.filter((path) => !existsSync(join(import.meta.dirname, '..', path)));

  expect(gone).toEqual([]);
  expect(new Set(LONGEST).size).toBe(LONGEST.length);
});
