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

/** As the libraries of the channels print, each with something that nobody may read in a log. */
const PRINTS = [
  [
    'Error finding key for token. Available keys: MIIBIjANBgkq+hkiG9w0/BAQEFAAOCAQ8AMIIB+CgKCAQEAu1SU1Lf/VLPHCozMxH2Mo',
    'MIIB',
  ],
  ['jwt malformed: eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FwaSJ9.c2lnbmF0dXJlLW9mLWEtdG9rZW4', 'eyJ'],
  ['Error verifying { Authorization: "Bearer short-secret-7" }', 'short-secret'],
  ['POST https://api.telegram.org/bot424242:AAacceptance_token/sendMessage failed', 'AAaccept'],
  ['access_token=EAAacceptance7&to=1', 'EAAacceptance7'],
  ["{ appId: 'x', appPassword: 'winter-26-cold' }", 'winter-26'],
  ['client_secret: winter~26~cold', 'winter~26'],
  ['message of carla@client.test', 'carla@client'],
] as const;

it.each(PRINTS)('nothing secret of it reaches the log: %j', (printed, secret) => {
  const logged: unknown[] = [];
  const ignored: (...words: unknown[]) => void = () => undefined;
  const printer = { log: ignored, info: ignored, debug: ignored, warn: ignored, error: ignored, trace: ignored };
  catchPrints({ warn: (details) => logged.push(details.printed) }, printer);

  printer.error(printed);

  expect(logged).toHaveLength(1);
  expect(String(logged[0])).not.toContain(secret);
  expect(String(logged[0])).toMatch(/\[|…/);
});

it('what is no secret stays to be read', () => {
  const logged: unknown[] = [];
  const ignored: (...words: unknown[]) => void = () => undefined;
  const printer = { log: ignored, info: ignored, debug: ignored, warn: ignored, error: ignored, trace: ignored };
  catchPrints({ warn: (details) => logged.push(details.printed) }, printer);

  printer.warn('key not found in node_modules/whatsapp-web.js/src/util/Injected/Store2Helpers/WAWebCollections');
  printer.warn('the token expired; trying again');

  expect(logged).toEqual([
    'key not found in node_modules/whatsapp-web.js/src/util/Injected/Store2Helpers/WAWebCollections',
    'the token expired; trying again',
  ]);
});
