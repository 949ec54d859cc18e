import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { accountPages } from '#adapters/account-pages/account-pages.ts';
import { createCalendar } from '#adapters/calendar/create-calendar.ts';
import { channelAccountRoutes } from '#adapters/crm-api/channel-account-routes.ts';
import { createCrmApi } from '#adapters/crm-api/create-crm-api.ts';
import { erasureRoutes } from '#adapters/crm-api/erasure-routes.ts';
import { eventRoutes } from '#adapters/crm-api/event-routes.ts';
import { messageRoutes } from '#adapters/crm-api/message-routes.ts';
import { portalUserRoutes } from '#adapters/crm-api/portal-user-routes.ts';
import { systemRoutes } from '#adapters/crm-api/system-routes.ts';
import { webhookRoutes } from '#adapters/crm-api/webhook-routes.ts';
import { createMailer } from '#adapters/mail/create-mailer.ts';
import { preparePhoto } from '#adapters/media/prepare-photo.ts';
import { prepareVoice } from '#adapters/media/prepare-voice.ts';
import { createWords } from '#adapters/phrases/create-words.ts';
import { withDrawings } from '#adapters/pictures/with-drawings.ts';
import { TEAMS_PACE } from '#adapters/teams/limits.ts';
import { TELEGRAM_PACE } from '#adapters/telegram/limits.ts';
import { createWebhookSender, SECRET_PREFIX } from '#adapters/webhooks/create-webhook-sender.ts';
import { mayCall } from '#adapters/webhooks/public-only.ts';
import { seal, unseal } from '#adapters/webhooks/seal.ts';
import { CLOUD_PACE } from '#adapters/whatsapp/cloud/limits.ts';
import { WEB_PACE } from '#adapters/whatsapp/web/limits.ts';
import type { Clock } from '#core/clock.ts';
import { companyOf } from '#core/crm/company-of.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { askVisit, remind } from '#core/crm/remind.ts';
import { sendBundle } from '#core/crm/send-bundle.ts';
import { REPEATED_KINDS } from '#core/delivery/backoff.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import type { DueTask } from '#core/delivery/tasks.ts';
import type { CompanyId, NewId, ViewingId } from '#core/ids.ts';
import type { MediaStore } from '#core/media.ts';
import type { Store } from '#core/store.ts';
import { type App, createApp } from '#core/turns/app.ts';
import { calendarEvent } from '#core/viewings/calendar-event.ts';
import type { Words } from '#core/words.ts';
import { createArchive } from '#db/archive.ts';
import { createChannelAccounts } from '#db/channel-accounts.ts';
import { type Companies, createCompanies } from '#db/companies.ts';
import { createConversationReferences } from '#db/conversation-references.ts';
import { crmPorts } from '#db/crm/crm-ports.ts';
import type { Database } from '#db/database.ts';
import { createDeliveries } from '#db/deliveries.ts';
import { createEvents } from '#db/events.ts';
import { createFileDoor } from '#db/file-door.ts';
import { createMails } from '#db/mails.ts';
import { createRouting } from '#db/routing.ts';
import { createShownMessages } from '#db/shown-messages.ts';
import { createStore } from '#db/store.ts';
import { createTasks } from '#db/tasks.ts';
import { createUpkeep } from '#db/upkeep.ts';
import { createUploads } from '#db/uploads.ts';
import { createWebhookDeliveries } from '#db/webhook-deliveries.ts';
import { runAdminCommand } from './admin/admin-commands.ts';
import { openAdminSocket } from './admin/admin-socket.ts';
import { createBackup } from './admin/backup.ts';
import { createChannel, type LiveChannel } from './channels/create-channel.ts';
import { createChannels } from './channels/create-channels.ts';
import { teamsDriver } from './channels/teams.ts';
import { telegramDriver } from './channels/telegram.ts';
import { whatsAppCloudDriver } from './channels/whatsapp-cloud.ts';
import { whatsAppWebDriver } from './channels/whatsapp-web.ts';
import { createLogger } from './create-logger.ts';
import { mediaStoreOf } from './media-store-of.ts';
import { createMetrics } from './metrics.ts';
import { createNewId } from './new-id.ts';
import { openDatabase } from './open-database.ts';
import { newPassword, passwords } from './passwords.ts';
import { createReadiness } from './readiness.ts';
import { secretKeyIn } from './secret-key.ts';
import { createServer } from './server.ts';
import type { EgressTarget } from './settings/egress-targets.ts';
import type { Settings } from './settings/settings.ts';
import { SettingsError } from './settings/settings-error.ts';
import type { TeamsSettings } from './settings/teams-settings.ts';
import type { TelegramSettings } from './settings/telegram-settings.ts';
import { GRAPH, type WhatsAppSettings } from './settings/whatsapp-settings.ts';
import { createBringFile } from './work/bring-file.ts';
import { createDeliveryLoop } from './work/delivery-loop.ts';
import { createInbox } from './work/inbox.ts';
import { createMailLoop } from './work/mail-loop.ts';
import { createEventRetry } from './work/retry-events.ts';
import { createSweeps } from './work/sweeps.ts';
import { createWebhookLoop } from './work/webhook-loop.ts';

/** The whole product at work in this process. */
export type House = {
  /** Where it listens. */
  readonly url: string;
  readonly database: Database;
  /** All that is kept, for the chat and for the CRM. */
  readonly store: Store<CrmKept>;
  readonly app: App;
  readonly companies: Companies;
  readonly media: MediaStore;
  readonly words: Words;
  readonly newId: NewId;
  /** Signs and seals. */
  readonly secretKey: string;
  /** Resolves once nothing that came in waits and nothing that is due is unsent. */
  idle(): Promise<void>;
  /** Does what is due now by the clock. */
  tick(): Promise<void>;
  /** Takes nothing more in, finishes what is in hand within 10 s. */
  close(): Promise<void>;
};

/** What tests and the playground put in place of what the settings say. */
export type Overrides = {
  readonly clock?: Clock;
  readonly log?: FastifyBaseLogger;
  /** Other limits than Telegram's own, for measuring ours. */
  readonly telegramPace?: ChannelPace;
  /** With another pace nobody is seen typing either. */
  readonly whatsAppPace?: ChannelPace;
  readonly teamsPace?: ChannelPace;
  /** Where the operator reads what concerns them alone; else standard output. */
  readonly show?: (lines: string) => void;
  /** An open database; closed with the house. */
  readonly database?: Database;
  /** Called before anything listens: may fill the store, bring its own platform, mount further routes. The playground's place. */
  readonly furnish?: (bare: BareHouse) => Promise<Furniture>;
};
export type BareHouse = Pick<House, 'database' | 'store' | 'companies' | 'media' | 'newId' | 'secretKey'> & {
  readonly clock: Clock;
};
export type Furniture = {
  readonly telegram?: TelegramSettings;
  readonly whatsapp?: WhatsAppSettings;
  readonly teams?: TeamsSettings;
  /** What may be reached besides what the settings allow. */
  readonly egressAllow?: readonly EgressTarget[];
  readonly mount?: (server: FastifyInstance) => Promise<void>;
  /** Told where the server listens. */
  readonly listening?: (url: string) => Promise<void>;
  readonly close?: () => Promise<void>;
};

const DRAIN_SECONDS = 8;

export async function openHouse(settings: Settings, overrides: Overrides = {}): Promise<House> {
  const clock = overrides.clock ?? { now: () => new Date() };
  const log = overrides.log ?? createLogger(settings.logLevel);
  const newId = createNewId();
  const metrics = createMetrics();
  const database = overrides.database ?? (await openDatabase(settings));
  const secretKey = settings.secretKey ?? (await secretKeyIn(settings.dataDir));
  const by = randomUUID();
  let closing = false;

  const store = createStore(database, { clock, newId }, crmPorts);
  const companies = createCompanies(database, newId);
  const [events, deliveries] = [createEvents(database, { newId }), createDeliveries(database)];
  // What a killed process was sending is known to be cut: its lease need not run out where nobody else could hold it.
  if (database.durability === 'process') await deliveries.reclaim(REPEATED_KINDS, true);
  const words = createWords();
  const media = withDrawings(mediaStoreOf(settings.media), words);
  const furniture = (await overrides.furnish?.({ database, store, companies, media, newId, secretKey, clock })) ?? {};

  /** Known for sure once it listens. */
  let publicUrl = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
  const calendar = createCalendar({ words, secretKey, publicUrl: () => publicUrl, now: () => clock.now() });

  const pageUrl = (token: string) => `${publicUrl}/account/${token}`;
  const app = createApp({ store, clock, newId, words, newCode, newToken, pageUrl });
  const inbox = createInbox({
    answer: app.answer,
    events,
    log,
    stored: () => {
      metrics.count('tesoro_events_stored_total');
      retry.wake();
    },
  });
  const accounts = createChannelAccounts(database, { newId });
  const telegramSettings = furniture.telegram ?? settings.telegram;
  const whatsAppSettings = furniture.whatsapp ?? settings.whatsapp;
  const egressAllow = [...settings.egressAllow, ...(furniture.egressAllow ?? [])];
  const uploads = createUploads(database, { newId });
  const about = {
    inbox,
    accounts,
    companies,
    deliveries,
    store,
    words,
    media,
    calendar,
    uploads,
    clock,
    log,
    secretKey,
  };
  const count = metrics.count;
  const alive = { accounts, unseal: (sealed: string) => unseal(sealed, secretKey), cameAlive: () => loop.wake(), log };
  const kinds: readonly LiveChannel[] = [
    createChannel(
      telegramDriver(telegramSettings, {
        ...about,
        publicUrl: settings.publicUrl,
        process: by,
        alone: database.durability === 'process',
        pace: overrides.telegramPace ?? TELEGRAM_PACE,
      }),
      alive,
    ),
    createChannel(
      whatsAppCloudDriver(whatsAppSettings, {
        ...about,
        count,
        graph: GRAPH,
        pace: overrides.whatsAppPace ?? CLOUD_PACE,
      }),
      alive,
    ),
    createChannel(
      whatsAppWebDriver(whatsAppSettings, {
        ...about,
        publicUrl,
        show: overrides.show ?? ((lines) => void process.stdout.write(lines)),
        chance: Math.random,
        types: overrides.whatsAppPace === undefined,
        pace: overrides.whatsAppPace ?? WEB_PACE,
      }),
      alive,
    ),
    createChannel(
      teamsDriver(furniture.teams ?? settings.teams, {
        ...about,
        references: createConversationReferences(database, { newId }),
        shown: createShownMessages(database),
        count,
        publicUrl: () => publicUrl,
        egressAllow,
        pace: overrides.teamsPace ?? TEAMS_PACE,
      }),
      alive,
    ),
  ];
  const channels = createChannels(kinds, { accounts, company: settings.company, log });
  const loop = createDeliveryLoop({
    deliveries,
    live: channels.live,
    log,
    by,
    ticks: () => performance.now(),
    settled: (was) => metrics.count('tesoro_deliveries_total', { was }),
  });
  const files = createBringFile({
    fetchers: channels.fetchers,
    door: createFileDoor(database),
    media,
    preparePhoto,
    prepareVoice,
    log,
  });
  const retry = createEventRetry({
    events,
    inbox,
    files,
    readers: channels.readers,
    log,
  });
  const mailer = settings.mail.is === 'smtp' ? createMailer(settings.mail) : undefined;
  const mail = createMailLoop({ mails: createMails(database), mailer, log });
  const webhookDeliveries = createWebhookDeliveries(database);
  const webhookSender = createWebhookSender({ secretKey, clock, egressAllow });
  const webhookLoop = createWebhookLoop({ deliveries: webhookDeliveries, sender: webhookSender, log });
  await database.listen('channel_accounts', channels.look);
  await database.listen('owed', () => {
    loop.wake();
    mail.wake();
    webhookLoop.wake();
  });
  const carryOut = ({ company, id, task }: DueTask) =>
    store.transaction(company, async (kept) => {
      if (!(await kept.owed.finish(id))) return;
      switch (task.is) {
        case 'bundle':
          return sendBundle({ ...kept, clock }, task.contact);
        case 'remind':
          return remind({ ...kept, clock }, task);
        case 'askVisit':
          return askVisit({ ...kept, clock }, task);
      }
    });
  const upkeep = createUpkeep(database);
  const sweeps = createSweeps({ tasks: createTasks(database), upkeep, media, clock, carryOut, log });

  const ready = createReadiness({
    database,
    webhooks: webhookDeliveries,
    deliveries,
    events,
    channels: channels.states,
    closing: () => closing,
  });
  const server = createServer({ log, metrics, ready });
  metrics.gauge('tesoro_events_in_hand', () => inbox.inHand);
  const routing = createRouting(database);
  const newSecret = () => {
    const secret = `${SECRET_PREFIX}${randomBytes(24).toString('base64')}`;
    return { secret, sealed: seal(secret, secretKey) };
  };
  const more = [
    portalUserRoutes({ words, passwords, newPassword, newToken, pageUrl }),
    messageRoutes(words),
    channelAccountRoutes({
      kinds,
      seal: (open) => seal(open, secretKey),
      stateOf: channels.stateOf,
      publicUrl: () => publicUrl,
    }),
    webhookRoutes({ newSecret, mayCall: (called) => mayCall(called, egressAllow) }),
    erasureRoutes({ media, vacuum: upkeep.vacuum }),
    eventRoutes,
    systemRoutes(async () => (await ready(true)).queue),
  ];
  await server.register(createCrmApi({ store, routing, clock, media, preparePhoto, newId, more }));
  await server.register(accountPages({ store, routing, passwords, words, clock, secretKey }));
  const eventOf = (company: CompanyId, viewing: ViewingId) =>
    store.transaction(company, async ({ viewings, records }) => {
      const found = await viewings.get(viewing);
      return found && calendarEvent(found, companyOf(await records.company.get()));
    });
  await server.register(calendar.route(eventOf));
  for (const { routes } of kinds) await server.register(routes);
  await furniture.mount?.(server);

  const admin =
    settings.database.is === 'embedded' && !overrides.database
      ? await openAdminSocket(
          settings.dataDir,
          (asked) =>
            runAdminCommand(
              {
                companies,
                backup: createBackup({ archive: createArchive(database), media }),
                atWork: true,
                ready,
                made: channels.look,
              },
              asked,
            ),
          log,
        )
      : undefined;
  const close = async () => {
    closing = true;
    await Promise.all([channels.stop(), server.close(), admin?.close(), sweeps.stop(), retry.stop()]);
    await inbox.idle();
    const told = webhookLoop.stop();
    // A slow receiver is told again later; nobody waits for it here.
    await webhookSender.close();
    await Promise.all([loop.stop(DRAIN_SECONDS), mail.stop(), told]);
    await channels.close();
    await furniture.close?.();
    await database.close();
  };
  const url = await listen(server, settings).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  publicUrl = settings.publicUrl ?? url;
  await furniture.listening?.(url);

  return {
    url,
    database,
    store,
    app,
    companies,
    media,
    words,
    newId,
    secretKey,
    tick: sweeps.tick,
    close,
    idle: async () => {
      for (;;) {
        await inbox.idle();
        const [isSent, { pending }] = await Promise.all([deliveries.idle(), events.count()]);
        if (isSent && pending === 0 && inbox.inHand === 0) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
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

const newToken = () => randomBytes(32).toString('base64url');
const newCode = () => String(randomInt(1_000_000)).padStart(6, '0');
