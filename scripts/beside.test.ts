import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { beside } from './beside.ts';

async function run(...lines: readonly string[]) {
  const printed: string[] = [];
  const failed = await beside(lines, (output) => printed.push(output));
  return { failed, printed };
}

describe('lines that run beside each other', () => {
  it('wait for nobody before them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beside-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const meets = (own: string, other: string) =>
      `touch ${folder}/${own}; until [ -e ${folder}/${other} ]; do sleep 0.05; done; echo met`;

    const { failed, printed } = await run(meets('a', 'b'), meets('b', 'a'));

    expect(failed).toEqual([]);
    expect(printed.filter((output) => output.endsWith('\nmet\n'))).toHaveLength(2);
  });

  it('are all run to their end and told whole where some fail', async () => {
    const { failed, printed } = await run(
      'echo why; exit 3',
      'sleep 0.3; echo late >&2',
      'kill -9 $$',
      'no-such-program',
    );

    expect(failed).toEqual(['echo why; exit 3', 'kill -9 $$', 'no-such-program']);
    expect(printed).toHaveLength(4);
    expect(printed.join('')).toMatch(/FAILED in \d+ s: echo why; exit 3\nwhy\n/);
    expect(printed.find((output) => output.endsWith('late\n'))).toMatch(
      /^good in \d+ s: sleep 0\.3; echo late >&2\nlate\n$/,
    );
    expect(printed.join('')).toMatch(/FAILED in \d+ s: no-such-program\n.*no-such-program.*not found/);
  });

  it('keep each its own words together, however many they are', async () => {
    const many = (word: string) => `for i in $(seq 30000); do echo ${word}; done`;

    const { printed } = await run(many('one'), many('other'));

    for (const output of printed) {
      const [, ...words] = output.trimEnd().split('\n');
      expect(words).toHaveLength(30_000);
      expect(new Set(words).size).toBe(1);
    }
  });
});
