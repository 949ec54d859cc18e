import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const RULE = /^(\d+)\. /gm;
const NAMED = /\(rules? ([\d, and]+)\)/g;

it('has a test for every rule of docs/rules.md, which names it', () => {
  const rules = [...readFileSync('docs/rules.md', 'utf8').matchAll(RULE)].map(([, number]) => Number(number));
  const titles = globSync('{adapters,bots,core,db}/**/{*.test,*-on}.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(NAMED)].flatMap(([, numbers = '']) => numbers.match(/\d+/g)?.map(Number)),
  );

  expect(rules).toHaveLength(26);
  expect(rules.filter((rule) => !titles.includes(rule))).toEqual([]);
});
