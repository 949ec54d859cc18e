import { createCloudClient } from '#adapters/whatsapp/cloud/client.ts';
import { createCloudFiles } from '#adapters/whatsapp/cloud/fetch-file.ts';
import { markRead } from '#adapters/whatsapp/cloud/mark-read.ts';
import { readStored, readWebhook } from '#adapters/whatsapp/cloud/read.ts';
import { createCloudSender } from '#adapters/whatsapp/cloud/send.ts';
import { isRefusal } from '#adapters/whatsapp/cloud/sent-of.ts';
import type { Log } from '#bots/log.ts';
import type { Metrics } from '#bots/metrics.ts';
import type { ChannelState } from '#bots/readiness.ts';
import type { Inbox } from '#bots/work/inbox.ts';
import type { Clock } from '#core/clock.ts';
import type { Deliveries } from '#core/delivery/deliveries.ts';
import type { MediaStore, Uploads } from '#core/media.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import type { LiveAccount, Opening } from './channel-driver.ts';
import { checkCloud } from './check-cloud.ts';
import { keepAsking } from './keep-asking.ts';

export type CloudAccount = {
  readonly phoneNumberId: string;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
};

export type CloudNeeds = {
  readonly inbox: Pick<Inbox, 'receive'>;
  readonly deliveries: Pick<Deliveries, 'receive'>;
  readonly words: Words;
  readonly media: MediaStore;
  readonly calendar: Calendar;
  readonly uploads: Uploads;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Metrics['count'];
  /** With the version, without a slash at the end. */
  readonly apiRoot: string;
};

/** Brings one number at the Cloud API to life. It is at work at once; Meta is asked for what people dial meanwhile. */
export function openWhatsAppCloud(
  { account, isInvite, learned, cameAlive }: Opening,
  { phoneNumberId, accessToken }: CloudAccount,
  { inbox, deliveries, words, media, calendar, uploads, clock, log, count, apiRoot }: CloudNeeds,
): LiveAccount<unknown, void> {
  const client = createCloudClient({ phoneNumberId, accessToken, apiRoot });
  const reader = { company: account.company, account: account.id, phoneNumberId, isInvite };
  let state: ChannelState = { state: 'up' };

  const ask = async () => {
    const number = await client.displayNumber();
    if ('done' in number) {
      await learned({ handle: number.done });
      return undefined;
    }
    const { failed } = number;
    log.warn({ why: failed.words }, 'WhatsApp did not tell the number; links into its chat are left out');
    return isRefusal(failed) ? `WhatsApp refuses the number or its token: ${failed.words}` : undefined;
  };
  const asking = keepAsking({
    ask,
    told: (why) => {
      state = why === undefined ? { state: 'up' } : { state: 'down', why };
    },
  });

  /** One body may hold messages of many people: each person's in order, people side by side. */
  const receive = async (body: unknown) => {
    const { turns, receipts, foreign, ignored } = readWebhook(body, reader);
    for (const _ of foreign) count('tesoro_whatsapp_foreign_total');
    if (ignored > 0) log.debug({ ignored }, 'parts of a webhook say nothing to us');
    const byPerson = Map.groupBy(turns, ({ turn }) => turn.address);
    await Promise.all([
      ...[...byPerson.values()].map(async (theirs) => {
        for (const each of theirs) {
          void markRead(client, each.turn.event);
          await inbox.receive(each);
        }
      }),
      receipts.length > 0 ? deliveries.receive(account.id, receipts) : undefined,
    ]);
    if (receipts.length > 0) cameAlive();
  };

  return {
    get state() {
      return state;
    },
    sender: createCloudSender({ client, words, media, uploads, calendar, clock, log }),
    read: ({ body }) => readStored(body, reader),
    fetch: createCloudFiles({ accessToken, apiRoot }),
    receive,
    check: () => checkCloud(client, clock),
    stop: async () => {
      void asking.stop();
    },
    close: async () => {
      await client.close();
      await asking.stop();
    },
  };
}
