import { expect, it } from 'vitest';
import { testsByReach } from './pure-tests.ts';

const { pure, heavy } = testsByReach('.');

it('tells tests that reach a database, a browser or a process from those that reach none', () => {
  expect(pure).toEqual(
    expect.arrayContaining(['core/turns/intent-code.test.ts', 'bots/contract/web-in-process.test.ts']),
  );
  expect(heavy).toEqual(
    expect.arrayContaining([
      'db/offers.test.ts',
      'core/offers/offers.test.ts',
      'bots/acceptance/journey.test.ts',
      'bots/contract/web.test.ts',
      'bots/kill.test.ts',
      'scripts/teams-package.test.ts',
    ]),
  );
});
