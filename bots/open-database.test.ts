import { expect, it } from 'vitest';
import { newDatabaseUrl } from '#db/testing.ts';
import { openDatabase } from './open-database.ts';
import { readSettings } from './settings/settings.ts';
import { SettingsError } from './settings/settings-error.ts';

const openedAt = async (query: string) =>
  openDatabase(readSettings({ DATABASE_URL: `${await newDatabaseUrl()}?${query}` }));

it.each([
  'schema=public&connection_limit=1&pgbouncer=false',
  'sslmode=prefer&channel_binding=prefer',
  'sslmode=disable&options=-c%20lock_timeout%3D5000',
  'application_name=office&lock_timeout=5000',
])('opens a database by an address with %s', async (query) => {
  const database = await openedAt(query);

  await database.close();
});

it.each([
  ['zufall', 'zufall=1'],
  ['lock_timeout', 'lock_timeout=never'],
])('names the parameter that the server does not take: %s', async (name, query) => {
  const failed = await openedAt(query).catch((error: unknown) => error);

  expect(failed).toBeInstanceOf(SettingsError);
  expect(failed).toMatchObject({ message: expect.stringMatching(new RegExp(`^DATABASE_URL: .*\\b${name}\\b`)) });
});
