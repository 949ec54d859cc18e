import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Product } from './product.ts';
import { scrub } from './scrub.ts';
import { readSettings } from './settings/settings.ts';
import { SettingsError } from './settings/settings-error.ts';

/** Longer than the product takes by itself, and within the 10 s that a SIGTERM gives (P8). */
const HARD_STOP_SECONDS = 9.5;

let opened: Product | undefined;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void leave(opened));
process.on('uncaughtException', (error) => end(`Tesoro Chat stopped. ${lineOf(error)}`));
process.on('unhandledRejection', (error) => end(`Tesoro Chat stopped. ${lineOf(error)}`));

try {
  const settings = readSettings(process.env);
  if (settings.demo) process.stdout.write('Tesoro Chat is starting, with an invented office to try it on\n');
  // What was compiled at the last start is taken as it is; where the folder can't be written, all is compiled anew.
  enableCompileCache(join(settings.dataDir, 'compiled'));
  // Only now, since it takes a second to load, and a signal may come meanwhile.
  const { openProduct } = await import('./product.ts');
  opened = await openProduct(settings, settings.demo ? { demo: await playground() } : {});
  process.stdout.write(`Tesoro Chat listens on ${settings.publicUrl ?? opened.url}\n`);
  // Else only a process that ends by itself would leave it to the next one.
  flushCompileCache();
} catch (error) {
  end(`Tesoro Chat did not start. ${lineOf(error)}`);
}

/** Loaded only where it is shown: it brings a stand-in of Telegram and draws pictures. */
async function playground() {
  return (await import('./playground/open-playground.ts')).openPlayground;
}

/** While it still starts there is nothing in hand. */
async function leave(product: Product | undefined): Promise<void> {
  // What is not finished by then is kept, and taken up at the next start.
  setTimeout(() => process.exit(0), HARD_STOP_SECONDS * 1000);
  await product?.close().catch(() => undefined);
  process.exit(0);
}

/** One line that may be shown: nothing that an error quotes. */
function lineOf(error: unknown): string {
  const [line = ''] = error instanceof Error ? error.message.split('\n') : ['unknown'];
  return error instanceof SettingsError ? line : scrub(line);
}

function end(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
