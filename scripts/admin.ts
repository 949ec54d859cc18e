import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type AdminAnswer, type AdminCommand, runAdminCommand } from '#bots/admin/admin-commands.ts';
import { askServer } from '#bots/admin/admin-socket.ts';
import { checkBackup, createBackup } from '#bots/admin/backup.ts';
import { UsageError } from '#bots/admin/usage-error.ts';
import { mediaStoreOf } from '#bots/media-store-of.ts';
import { createNewId } from '#bots/new-id.ts';
import { openDatabase } from '#bots/open-database.ts';
import { createReadiness } from '#bots/readiness.ts';
import { readSettings, type Settings } from '#bots/settings/settings.ts';
import { createArchive } from '#db/archive.ts';
import { createCompanies } from '#db/companies.ts';
import { createDeliveries } from '#db/deliveries.ts';
import { createEvents } from '#db/events.ts';
import { createWebhookDeliveries } from '#db/webhook-deliveries.ts';

/** A server that starts holds the database before it takes commands. */
const START_SECONDS = 20;
const USAGE = `use one of: create-company --slug S --name N --admin-email E [--admin-name N] [--time-zone Z] [--currency C] | create-api-key --company SLUG --user EMAIL | status | backup --to FILE | restore --from FILE | verify`;

try {
  const asked = commandOf(process.argv.slice(2));
  const answer = await carryOut(readSettings(process.env), asked);
  if ('error' in answer) throw new UsageError(answer.error);
  process.stdout.write(`${JSON.stringify(answer.result)}\n`);
  process.exit('ok' in answer.result && answer.result.ok === false ? 1 : 0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message.split('\n')[0] : 'it failed'}\n`);
  process.exit(1);
}

function commandOf(args: readonly string[]): AdminCommand {
  const [command, ...rest] = args;
  switch (command) {
    case 'create-company': {
      const given = optionsOf(rest, ['slug', 'name', 'admin-email', 'admin-name', 'time-zone', 'currency']);
      return {
        command,
        slug: needed(given, 'slug'),
        name: needed(given, 'name'),
        adminEmail: needed(given, 'admin-email'),
        adminName: given['admin-name'],
        timeZone: given['time-zone'],
        currency: given.currency,
      };
    }
    case 'create-api-key': {
      const given = optionsOf(rest, ['company', 'user']);
      return { command, company: needed(given, 'company'), user: needed(given, 'user') };
    }
    case 'backup':
      return { command, to: resolve(needed(optionsOf(rest, ['to']), 'to')) };
    case 'restore':
      return { command, from: resolve(needed(optionsOf(rest, ['from']), 'from')) };
    case 'status':
    case 'verify':
      optionsOf(rest, []);
      return { command };
    default:
      throw new UsageError(command === undefined ? USAGE : `there is no command "${command}"; ${USAGE}`);
  }
}

function optionsOf(args: string[], names: readonly string[]): Readonly<Record<string, string | undefined>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : USAGE);
  }
}

function needed(given: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = given[name];
  if (value) return value;
  throw new UsageError(`--${name}: is missing; ${USAGE}`);
}

/** On Postgres by itself; on the embedded database through the server that holds it, where one runs. */
async function carryOut(settings: Settings, asked: AdminCommand): Promise<AdminAnswer> {
  if (settings.database.is === 'postgres') return onDatabase(settings, asked);
  const last = performance.now() + START_SECONDS * 1000;
  for (;;) {
    const answer = await askServer(settings.dataDir, asked);
    if (answer) return answer;
    try {
      return await onDatabase(settings, asked);
    } catch (error) {
      const isTakenOver = error instanceof Error && /in use by another process/.test(error.message);
      if (!isTakenOver || performance.now() > last) throw error;
      await wait(200);
    }
  }
}

async function onDatabase(settings: Settings, asked: AdminCommand): Promise<AdminAnswer> {
  if (asked.command === 'restore') await checkBackup(asked.from);
  const database = await openDatabase(settings);
  const newId = createNewId();
  const backup = createBackup({ archive: createArchive(database), media: mediaStoreOf(settings.media) });
  const ready = createReadiness({
    database,
    deliveries: createDeliveries(database),
    events: createEvents(database, { newId }),
    webhooks: createWebhookDeliveries(database),
    channels: () => ({}),
    closing: () => false,
  });
  try {
    return await runAdminCommand({ companies: createCompanies(database, newId), backup, atWork: false, ready }, asked);
  } finally {
    await database.close();
  }
}
