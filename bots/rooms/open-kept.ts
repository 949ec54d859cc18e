import { createHmac } from 'node:crypto';
import { createWords } from '#adapters/phrases/create-words.ts';
import { withDrawings } from '#adapters/pictures/with-drawings.ts';
import { seal, unseal } from '#adapters/webhooks/seal.ts';
import { mediaStoreOf } from '#bots/media-store-of.ts';
import { createNewId } from '#bots/new-id.ts';
import { openDatabase } from '#bots/open-database.ts';
import { secretKeyIn } from '#bots/secret-key.ts';
import type { Settings } from '#bots/settings/settings.ts';
import type { Gathering } from '#core/chat/owed.ts';
import type { Clock } from '#core/clock.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { REPEATED_KINDS } from '#core/delivery/backoff.ts';
import type { Deliveries } from '#core/delivery/deliveries.ts';
import type { Events } from '#core/delivery/events.ts';
import type { Upkeep } from '#core/delivery/upkeep.ts';
import type { WebhookDeliveries } from '#core/delivery/webhook-deliveries.ts';
import type { NewId } from '#core/ids.ts';
import type { MediaStore } from '#core/media.ts';
import type { Store } from '#core/store.ts';
import type { Words } from '#core/words.ts';
import { type Companies, createCompanies } from '#db/companies.ts';
import { crmPorts } from '#db/crm/crm-ports.ts';
import type { Database } from '#db/database.ts';
import { createDeliveries } from '#db/deliveries.ts';
import { createEvents } from '#db/events.ts';
import type { Sealing } from '#db/sealing.ts';
import { createStore } from '#db/store.ts';
import { createUpkeep } from '#db/upkeep.ts';
import { createWebhookDeliveries } from '#db/webhook-deliveries.ts';

/** What all the rest stands on: what is kept, and what it is kept with. */
export type KeptRoom = {
  readonly clock: Clock;
  readonly newId: NewId;
  readonly database: Database;
  /** Signs and seals. */
  readonly secretKey: string;
  readonly sealing: Sealing;
  /** All that is kept, for the chat and for the CRM. */
  readonly store: Store<CrmKept>;
  readonly companies: Companies;
  readonly events: Events;
  readonly deliveries: Deliveries;
  readonly webhookDeliveries: WebhookDeliveries;
  readonly upkeep: Upkeep;
  readonly words: Words;
  readonly media: MediaStore;
  close(): Promise<void>;
};

type Given = { readonly clock?: Clock; readonly database?: Database; readonly gathering?: Gathering };

export async function openKept(settings: Settings, given: Given): Promise<KeptRoom> {
  const clock = given.clock ?? { now: () => new Date() };
  const newId = createNewId();
  const database = given.database ?? (await openDatabase(settings));
  const secretKey = settings.secretKey ?? (await secretKeyIn(settings.dataDir));
  const sealing: Sealing = {
    seal: (words) => seal(words, secretKey),
    unseal: (sealed) => unseal(sealed, secretKey),
    sign: (words) => createHmac('sha256', secretKey).update(`kept ${words}`).digest('hex'),
  };
  const deliveries = createDeliveries(database, sealing);
  // What a killed process was sending is known to be cut: its lease need not run out where nobody else could hold it.
  if (database.durability === 'process') await deliveries.reclaim(REPEATED_KINDS, true);
  const words = createWords();
  return {
    clock,
    newId,
    database,
    secretKey,
    sealing,
    store: createStore(
      database,
      {
        ...{ clock, newId, sealing, gathering: given.gathering },
        mailSealing: settings.mail.is === 'kept' ? undefined : sealing,
      },
      crmPorts,
    ),
    companies: createCompanies(database, newId),
    events: createEvents(database, { newId }),
    deliveries,
    webhookDeliveries: createWebhookDeliveries(database),
    upkeep: createUpkeep(database),
    words,
    media: withDrawings(mediaStoreOf(settings.media), words),
    close: database.close,
  };
}
