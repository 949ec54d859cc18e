import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { createLogger } from '#bots/create-logger.ts';
import { openProduct, type Product } from '#bots/product.ts';
import { readSettings } from '#bots/settings/settings.ts';
import { freePort } from '#bots/testing/a-server.ts';
import { type Body, type Office, QUICK } from './an-office.ts';

/** A second server on the office's database, with other settings where told. */
export async function anotherProduct(office: Office, more: Readonly<Record<string, string>> = {}): Promise<Product> {
  const port = `${await freePort()}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'another-'));
  const place = {
    DATA_DIR: dataDir,
    PORT: port,
    // All processes of a database have one.
    SECRET_KEY: office.product().secretKey,
    ...(office.env.PUBLIC_URL ? { PUBLIC_URL: `http://127.0.0.1:${port}` } : {}),
  };
  const settings = readSettings({ ...office.env, ...place, ...more });
  const product = await openProduct(settings, { telegramPace: QUICK, log: createLogger('silent') });
  onTestFinished(() => product.close());
  await vi.waitUntil(async () => (await statesOf(product.url)).telegram?.state === 'up', { timeout: 10_000 });
  return product;
}

/** How a server has its channel accounts. */
export const statesOf = async (
  url: string,
): Promise<Readonly<Record<string, { readonly state: string; readonly why?: string }>>> =>
  ((await (await fetch(`${url}/readyz`)).json()) as Body).checks.channels;
