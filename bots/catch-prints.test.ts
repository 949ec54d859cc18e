import { expect, it } from 'vitest';
import { catchPrints } from './catch-prints.ts';

it('what libraries print becomes short lines of the log, few a minute, until it is left alone again', () => {
  const logged: unknown[] = [];
  const printed: unknown[] = [];
  const print = (...all: unknown[]) => void printed.push(all);
  const printer = { log: print, info: print, debug: print, warn: print, error: print, trace: print };
  let now = 0;
  const stop = catchPrints({ warn: (details) => logged.push(details.printed) }, printer, () => now);

  printer.error(`Error finding key for token.\n${'MIIB'.repeat(500)}`);
  printer.log('x'.repeat(5_000));
  for (let time = 0; time < 1_000; time += 1) printer.error(new Error('again'));

  expect(logged).toHaveLength(10);
  expect(logged[0]).toBe('Error finding key for token.');
  expect(logged.every((line) => String(line).length <= 200 && !String(line).includes('\n'))).toBe(true);
  now = 60_000;
  printer.warn('later');
  expect(logged.at(-1)).toBe('later');
  expect(printed).toEqual([]);
  stop();
  printer.warn('plain');
  expect(printed).toEqual([['plain']]);
});
