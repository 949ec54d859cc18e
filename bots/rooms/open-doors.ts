import { randomBytes } from 'node:crypto';
import type { FastifyBaseLogger, FastifyInstance, FastifyPluginAsync } from 'fastify';
import { accountPages } from '#adapters/account-pages/account-pages.ts';
import { createConsole } from '#adapters/console/console.ts';
import { createCrmApi } from '#adapters/crm-api/create-crm-api.ts';
import { inTime } from '#adapters/in-time.ts';
import { readKyero } from '#adapters/kyero/read-kyero.ts';
import { prepareLogo } from '#adapters/media/prepare-logo.ts';
import { preparePhoto } from '#adapters/media/prepare-photo.ts';
import { oneTimeCodes } from '#adapters/one-time-codes/one-time-codes.ts';
import { phones } from '#adapters/phones/phones.ts';
import { SECRET_PREFIX } from '#adapters/webhooks/create-webhook-sender.ts';
import { mayCall } from '#adapters/webhooks/public-only.ts';
import { seal } from '#adapters/webhooks/seal.ts';
import type { Address } from '#bots/address.ts';
import { runAdminCommand } from '#bots/admin/admin-commands.ts';
import { openAdminSocket } from '#bots/admin/admin-socket.ts';
import { createBackup } from '#bots/admin/backup.ts';
import { hashKey, newApiKey } from '#bots/admin/create-company.ts';
import { reachUs } from '#bots/channels/reach-us.ts';
import { gauge } from '#bots/gauge.ts';
import type { Metrics } from '#bots/metrics.ts';
import { newCode } from '#bots/new-code.ts';
import { newRecoveryCodes, newToken } from '#bots/new-token.ts';
import type { Demo } from '#bots/overrides.ts';
import { newPassword, passwords } from '#bots/passwords.ts';
import { DATABASE_MS } from '#bots/patience.ts';
import { createReadiness } from '#bots/readiness.ts';
import { createRefusals } from '#bots/refusals.ts';
import { createServer } from '#bots/server.ts';
import type { Settings } from '#bots/settings/settings.ts';
import { SettingsError } from '#bots/settings/settings-error.ts';
import type { AccountTools } from '#core/crm/channel-accounts.ts';
import { companyOf } from '#core/crm/company-of.ts';
import type { CompanyId, ViewingId } from '#core/ids.ts';
import type { MediaStore } from '#core/media.ts';
import { calendarEvent } from '#core/viewings/calendar-event.ts';
import { createArchive } from '#db/archive.ts';
import { createBacklog } from '#db/backlog.ts';
import { createEntrance } from '#db/entrance.ts';
import { createRouting } from '#db/routing.ts';
import type { ChannelsRoom } from './open-channels.ts';
import type { KeptRoom } from './open-kept.ts';
import type { TurnsRoom } from './open-turns.ts';

/** All that others reach us by: over HTTP, and the operator's socket. */
export type DoorsRoom = {
  /** Lets people in; resolves with where. */
  listen(): Promise<string>;
  stop(): Promise<void>;
};

type Needs = KeptRoom &
  TurnsRoom & {
    readonly channels: ChannelsRoom;
    readonly address: Address;
    /** Mounts further routes. */
    readonly mount: ((server: FastifyInstance) => Promise<void>) | undefined;
    /** As whom a visitor of the demo may look around. */
    readonly people: Demo['people'];
    /** Whether the operator's commands come through this process, which alone can reach the database. */
    readonly takesCommands: boolean;
    /** The files as they lie in the store. */
    readonly backedUp: MediaStore;
    readonly metrics: Metrics;
    readonly log: FastifyBaseLogger;
  };
type Ready = ReturnType<typeof createReadiness>;

export async function openDoors(settings: Settings, needs: Needs): Promise<DoorsRoom> {
  const { database, webhookDeliveries: webhooks, deliveries, events, channels, metrics, log } = needs;
  let isClosing = false;
  const closing = () => isClosing;
  const ready = createReadiness({ database, webhooks, deliveries, events, channels: channels.states, closing });
  gauge(metrics, { backlog: createBacklog(database), states: channels.states, ping: database.ping });
  const server = createServer({
    log,
    metrics,
    ready,
    refusals: createRefusals({ ...needs, officeName: officeNameOf(settings, needs) }),
  });
  await mountOurs(server, ready, settings, needs);
  await server.register(deskOf(settings, needs));
  for (const routes of channels.routes) await server.register(routes);
  await needs.mount?.(server);
  const admin = needs.takesCommands ? await adminSocket(ready, settings, needs) : undefined;
  return {
    listen: () => listen(server, settings),
    stop: async () => {
      isClosing = true;
      await Promise.all([server.close(), admin?.close()]);
    },
  };
}

async function mountOurs(
  server: FastifyInstance,
  ready: Ready,
  { egressAllow }: Settings,
  needs: Needs,
): Promise<void> {
  const { database, store, clock, media, newId, words, secretKey, upkeep, calendar, address } = needs;
  const routing = createRouting(database);
  const api = createCrmApi({
    ...{ store, routing, clock, media, preparePhoto, prepareLogo, newId, words, phones },
    ...{ passwords, newPassword, newCode, newToken },
    pageUrl: address.pageUrl,
    goUrl: address.goUrl,
    invitations: { clock, words, newToken, pageUrl: address.deskPageUrl },
    newSecret: () => newSecret(secretKey),
    newKey,
    mayCall: (called) => mayCall(called, egressAllow),
    shred: upkeep.shred,
    channelAccounts: accountTools(needs),
    queue: async () => (await ready(true)).queue,
  });
  await server.register(api);
  await server.register(accountPages({ store, routing, media, passwords, words, clock, newToken, secretKey }));
  const eventOf = (company: CompanyId, viewing: ViewingId) =>
    store.transaction(company, async ({ viewings, records }) => {
      const found = await viewings.get(viewing);
      return found && calendarEvent(found, companyOf(await records.company.get()));
    });
  await server.register(calendar.route(eventOf));
}

/** What looking after bots needs, for all doors. */
const accountTools = ({ channels, secretKey, address }: Needs): AccountTools => ({
  kinds: channels.kinds,
  seal: (open) => seal(open, secretKey),
  stateOf: channels.stateOf,
  async check({ id, transport, from_settings: isTheirs }) {
    const isCalled = !isTheirs && channels.kinds.some((kind) => kind.transport === transport && kind.own?.isCalled);
    return [...(await channels.check(id)), ...(isCalled ? [await reachUs(address.publicUrl())] : [])];
  },
  publicUrl: address.publicUrl,
});

/** What stands above pages of nobody in particular; rejects where the database does not say it soon. */
const officeNameOf =
  ({ company }: Settings, { companies }: Needs) =>
  () =>
    inTime(DATABASE_MS, companies.nameAbove(company));

function deskOf(settings: Settings, needs: Needs): FastifyPluginAsync {
  const { egressAllow } = settings;
  const { database, store, clock, words, secretKey, sealing, address, people, media, newId, log, upkeep } = needs;
  return createConsole({
    ...{ store, media, clock, words, secretKey, passwords, oneTimeCodes, newToken, newRecoveryCodes },
    entrance: createEntrance(database),
    ...{ ...sealing, media, preparePhoto, prepareLogo, newId, log, readFeed: readKyero },
    invitations: { clock, words, newToken, pageUrl: address.deskPageUrl },
    newSecret: () => newSecret(secretKey),
    newKey,
    mayCall: (called) => mayCall(called, egressAllow),
    accounts: accountTools(needs),
    phone: needs.channels.phone,
    hearNudges: database.hearNudges,
    publicUrl: address.publicUrl,
    pageUrl: address.deskPageUrl,
    ...{ media, phones, shred: upkeep.shred },
    access: { words, passwords, newPassword, newCode, newToken, pageUrl: address.pageUrl, goUrl: address.goUrl },
    officeName: officeNameOf(settings, needs),
    demo: people ?? (async () => []),
    mayBeFramed: people !== undefined,
  });
}

const adminSocket = (ready: Ready, { dataDir }: Settings, { database, companies, backedUp, channels, log }: Needs) => {
  const backup = createBackup({ archive: createArchive(database), media: backedUp });
  const needs = { companies, backup, atWork: true, ready, made: channels.look };
  return openAdminSocket(dataDir, (asked) => runAdminCommand(needs, asked), log);
};

function newKey() {
  const key = newApiKey();
  return { key, hash: hashKey(key) };
}

/** A secret that webhooks are signed with, and the same as it is kept. */
function newSecret(secretKey: string) {
  const secret = `${SECRET_PREFIX}${randomBytes(24).toString('base64')}`;
  return { secret, sealed: seal(secret, secretKey) };
}

async function listen(server: FastifyInstance, { host, port }: Settings): Promise<string> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new SettingsError(`PORT: ${port} is in use by another process`);
    if (code === 'EACCES') throw new SettingsError(`PORT: ${port} may not be used by this user`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new SettingsError(`HOST: ${host} is no address of this machine`);
    throw error;
  }
}
