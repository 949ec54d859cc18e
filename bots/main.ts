import { type House, openHouse } from './house.ts';
import { scrub } from './scrub.ts';
import { readSettings } from './settings.ts';
import { SettingsError } from './settings-error.ts';

/** Longer than the house takes by itself, and within the 10 s that a SIGTERM gives (P8). */
const HARD_STOP_SECONDS = 9.5;

try {
  const settings = readSettings(process.env);
  const house = await openHouse(settings, settings.demo ? { furnish: await playground() } : {});
  process.stdout.write(`Tesoro Chat listens on ${settings.publicUrl ?? house.url}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void leave(house));
} catch (error) {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown';
  process.stderr.write(`Tesoro Chat did not start. ${error instanceof SettingsError ? message : scrub(message)}\n`);
  process.exit(1);
}

/** Loaded only where it is shown: it brings a stand-in of Telegram and draws pictures. */
async function playground() {
  return (await import('./playground/furnish.ts')).furnishPlayground;
}

async function leave(house: House): Promise<void> {
  // What is not finished by then is kept, and taken up at the next start.
  setTimeout(() => process.exit(0), HARD_STOP_SECONDS * 1000);
  await house.close().catch(() => undefined);
  process.exit(0);
}
