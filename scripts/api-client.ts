import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '#bots/create-logger.ts';
import { openProduct } from '#bots/product.ts';
import { readSettings } from '#bots/settings/settings.ts';
import { pathsOf } from './client/paths-of.ts';

/** Writes the types of the API's client from the description that a server gives of itself. `--check` only compares. */
const WRITTEN = 'adapters/crm-api/client/schema.ts';

const folder = await mkdtemp(join(tmpdir(), 'api-client-'));
const settings = { ...readSettings({ DATA_DIR: folder }), port: 0 };
const product = await openProduct(settings, { log: createLogger('silent'), show: () => {} });
try {
  const document: unknown = await (await fetch(`${product.url}/api/openapi.json`)).json();
  const types = `// Written from the server’s /api/openapi.json by \`npm run api-client\`.\n\n${pathsOf(document)}`;
  const text = execFileSync('biome', ['format', `--stdin-file-path=${WRITTEN}`], { input: types, encoding: 'utf8' });
  const target = new URL(`../${WRITTEN}`, import.meta.url);
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (readFileSync(target, 'utf8') !== text) {
    console.error(`${WRITTEN} is not what the server says of itself: npm run api-client`);
    process.exitCode = 1;
  }
} finally {
  await product.close();
  await rm(folder, { recursive: true, force: true });
}
