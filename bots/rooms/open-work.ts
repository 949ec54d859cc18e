import { randomUUID } from 'node:crypto';
import { createPhotoFetcher } from '#adapters/media/create-photo-fetcher.ts';
import { prepareDocument } from '#adapters/media/prepare-document.ts';
import { preparePhoto } from '#adapters/media/prepare-photo.ts';
import { prepareVoice } from '#adapters/media/prepare-voice.ts';
import { createWebhookSender } from '#adapters/webhooks/create-webhook-sender.ts';
import type { Address } from '#bots/address.ts';
import type { Log } from '#bots/log.ts';
import type { Metrics } from '#bots/metrics.ts';
import type { Settings } from '#bots/settings/settings.ts';
import type { Bell } from '#bots/work/bell.ts';
import { createBringFile } from '#bots/work/bring-file.ts';
import { createCarryOut } from '#bots/work/carry-out.ts';
import { createDeliveryLoop } from '#bots/work/delivery-loop.ts';
import { createMailLoop } from '#bots/work/mail-loop.ts';
import { createPhotoLoop } from '#bots/work/photo-loop.ts';
import { createSweeps } from '#bots/work/sweeps.ts';
import { createTakeStored } from '#bots/work/take-stored.ts';
import { createWebhookLoop } from '#bots/work/webhook-loop.ts';
import { type DeliveryKind, RECEIPTS } from '#core/chat/owed.ts';
import { giveUpWebhook } from '#core/crm/give-up-webhook.ts';
import { createFileDoor } from '#db/file-door.ts';
import { createMails } from '#db/mails.ts';
import { createPhotoFetches } from '#db/photo-fetches.ts';
import { createTasks } from '#db/tasks.ts';
import type { ChannelsRoom } from './open-channels.ts';
import type { KeptRoom } from './open-kept.ts';
import type { TurnsRoom } from './open-turns.ts';

/** What goes on without being asked: sending what is owed, taking stored events again, upkeep. */
export type WorkRoom = {
  /** Does what is due now by the clock. */
  tick(): Promise<void>;
  /** Resolves once nothing that came in waits and nothing that is due is unsent. */
  idle(): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
};

type Needs = KeptRoom &
  TurnsRoom & {
    readonly channels: ChannelsRoom;
    readonly stored: Bell;
    readonly cameAlive: Bell;
    readonly address: Address;
    readonly metrics: Metrics;
    readonly log: Log;
  };

const DRAIN_SECONDS = 8;
const IDLE_LOOK_MS = 10;

export async function openWork(settings: Settings, needs: Needs): Promise<WorkRoom> {
  const { database, store, clock, words, media, upkeep, inbox, log } = needs;
  const mailer = await mailerOf(settings);
  const loop = deliveryLoop(needs);
  const takeStored = takeStoredLoop(needs);
  const mail = createMailLoop({ mails: createMails(database, needs.sealing), mailer, media, log });
  const webhooks = webhookLoop(settings, needs);
  const photos = photoLoop(settings, needs);
  needs.cameAlive.hear(loop.wake);
  needs.stored.hear(takeStored.wake);
  await database.listen('owed', () => {
    loop.wake();
    mail.wake();
    webhooks.wake();
    photos.wake();
  });
  const carryOut = createCarryOut({ store, clock, words, log });
  const sweeps = createSweeps({ tasks: createTasks(database), upkeep, media, clock, carryOut, log });

  return {
    tick: sweeps.tick,
    idle: () => untilIdle(needs),
    stop: async () => void (await Promise.all([sweeps.stop(), takeStored.stop()])),
    close: async () => {
      await inbox.idle();
      await Promise.all([loop.stop(DRAIN_SECONDS), mail.stop(), webhooks.stop(), photos.stop()]);
    },
  };
}

/** Loaded only where mail is sent. */
async function mailerOf({ mail }: Settings) {
  if (mail.is === 'kept') return undefined;
  const { createMailer } = await import('#adapters/mail/create-mailer.ts');
  return createMailer(mail);
}

function deliveryLoop({ deliveries, channels, times, metrics, log }: Needs) {
  return createDeliveryLoop({
    deliveries,
    live: channels.live,
    log,
    by: randomUUID(),
    ticks: () => performance.now(),
    settled: (was, { account, address, kind }) => {
      metrics.count('tesoro_deliveries_total', { was });
      if (was !== 'again' && isAnswer(kind)) times.settled(account, address, was === 'sent');
    },
  });
}

/** What is said to whoever did something, and not by itself. */
const isAnswer = (kind: DeliveryKind): boolean => kind === 'screen' || RECEIPTS.some((receipt) => receipt === kind);

function takeStoredLoop({ database, events, inbox, media, channels, log }: Needs) {
  const door = createFileDoor(database);
  const prepare = { preparePhoto, prepareVoice, prepareDocument };
  const files = createBringFile({ fetchers: channels.fetchers, door, media, ...prepare, log });
  return createTakeStored({ events, inbox, files, readers: channels.readers, markers: channels.markers, log });
}

function webhookLoop(
  { egressAllow }: Settings,
  { webhookDeliveries, store, words, address, secretKey, clock, log }: Needs,
) {
  const sender = createWebhookSender({ secretKey, clock, egressAllow });
  const loop = createWebhookLoop({
    deliveries: webhookDeliveries,
    sender,
    failed: ({ company, webhook }) =>
      store.transaction(company, (kept) =>
        giveUpWebhook({ ...kept, words, page: address.deskPageUrl('settings/access') }, webhook),
      ),
    log,
  });
  return {
    wake: loop.wake,
    stop: async () => {
      const told = loop.stop();
      // A slow receiver is told again later; nobody waits for it here.
      await sender.close();
      await told;
    },
  };
}

function photoLoop({ egressAllow }: Settings, { database, media, newId, log }: Needs) {
  const fetcher = createPhotoFetcher({ egressAllow });
  const fetches = createPhotoFetches(database);
  const loop = createPhotoLoop({ fetches, fetchPhoto: fetcher.fetch, preparePhoto, media, newId, log });
  return {
    wake: loop.wake,
    stop: async () => {
      const over = loop.stop();
      // What is half fetched is fetched again after the next start.
      await fetcher.close();
      await over;
    },
  };
}

async function untilIdle({ inbox, deliveries, events }: Needs): Promise<void> {
  for (;;) {
    await inbox.idle();
    const [isSent, { pending }] = await Promise.all([deliveries.idle(), events.count()]);
    if (isSent && pending === 0 && inbox.inHand === 0) return;
    await new Promise((resolve) => setTimeout(resolve, IDLE_LOOK_MS));
  }
}
