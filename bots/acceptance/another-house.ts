import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { createLogger } from '#bots/create-logger.ts';
import { type House, openHouse } from '#bots/house.ts';
import { readSettings } from '#bots/settings/settings.ts';
import { freePort } from '#bots/testing/a-server.ts';
import { type Body, type Office, QUICK } from './an-office.ts';

/** A second server on the office's database, with other settings where told. */
export async function anotherHouse(office: Office, more: Readonly<Record<string, string>> = {}): Promise<House> {
  const port = `${await freePort()}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'another-'));
  const place = {
    DATA_DIR: dataDir,
    PORT: port,
    ...(office.env.PUBLIC_URL ? { PUBLIC_URL: `http://127.0.0.1:${port}` } : {}),
  };
  const settings = readSettings({ ...office.env, ...place, ...more });
  const house = await openHouse(settings, { telegramPace: QUICK, log: createLogger('silent') });
  onTestFinished(() => house.close());
  await vi.waitUntil(async () => (await statesOf(house.url)).telegram?.state === 'up', { timeout: 10_000 });
  return house;
}

/** How a server has its channel accounts. */
export const statesOf = async (
  url: string,
): Promise<Readonly<Record<string, { readonly state: string; readonly why?: string }>>> =>
  ((await (await fetch(`${url}/readyz`)).json()) as Body).checks.channels;
