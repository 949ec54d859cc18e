import { createCloudClient } from '#adapters/whatsapp/cloud/client.ts';
import { createCloudFiles } from '#adapters/whatsapp/cloud/fetch-file.ts';
import { markRead } from '#adapters/whatsapp/cloud/mark-read.ts';
import { type CloudReader, readStored, readWebhook } from '#adapters/whatsapp/cloud/read.ts';
import { createCloudSender } from '#adapters/whatsapp/cloud/send.ts';
import { webhookRoute } from '#adapters/whatsapp/cloud/webhook-route.ts';
import type { Log } from '#bots/log.ts';
import type { Metrics } from '#bots/metrics.ts';
import type { ChannelState } from '#bots/readiness.ts';
import type { WhatsAppSettings } from '#bots/settings/whatsapp-settings.ts';
import type { LiveAccount } from '#bots/work/deliver.ts';
import type { Inbox } from '#bots/work/inbox.ts';
import type { ReadAgain } from '#bots/work/retry-events.ts';
import { createSleeper } from '#bots/work/sleeper.ts';
import type { Clock } from '#core/clock.ts';
import type { Deliveries } from '#core/delivery/deliveries.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { FetchFile, MediaStore, Uploads } from '#core/media.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import type { ChannelAccounts } from '#db/channel-accounts.ts';
import type { Companies } from '#db/companies.ts';
import type { LiveChannel } from './channel.ts';
import { findAccount } from './find-account.ts';

type Needs = {
  readonly inbox: Pick<Inbox, 'receive'>;
  readonly accounts: ChannelAccounts;
  readonly companies: Pick<Companies, 'inviteCodeOf'>;
  readonly deliveries: Pick<Deliveries, 'receive'>;
  readonly words: Words;
  readonly media: MediaStore;
  readonly calendar: Calendar;
  readonly uploads: Uploads;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Metrics['count'];
  /** Slug of the company that the account belongs to; undefined: the first made. */
  readonly company: string | undefined;
  readonly pace: ChannelPace;
  /** Told when messages may be sent that could not before. */
  readonly cameAlive: () => void;
};

/** Brings the Cloud API account of the settings to life, as soon as its company exists. */
export function startWhatsAppCloud(settings: WhatsAppSettings & { is: 'cloud' }, needs: Needs): LiveChannel {
  const { phoneNumberId, accessToken, appSecret, verifyToken, apiRoot } = settings;
  const { log } = needs;
  const client = createCloudClient({ phoneNumberId, accessToken, apiRoot });
  const sleeper = createSleeper();
  const live = new Map<ChannelAccountId, LiveAccount>();
  const readers = new Map<ChannelAccountId, ReadAgain>();
  const fetchers = new Map<ChannelAccountId, FetchFile>();
  let state: ChannelState = { state: 'waits', why: 'there is no company yet' };
  let reader: CloudReader | undefined;
  let stopping = false;

  const run = async () => {
    const wanted = {
      channel: 'whatsapp',
      transport: 'cloud',
      name: 'WhatsApp',
      externalId: phoneNumberId,
      handle: null,
      company: needs.company,
    } as const;
    const { accounts } = needs;
    const account = await findAccount({ accounts, wanted, sleeper, stopping: () => stopping, log });
    if (!account) return;
    const inviteCode = await needs.companies.inviteCodeOf(account.company);
    const isInvite = (word: string) => word === inviteCode;
    const mine = { company: account.company, account: account.id, phoneNumberId, isInvite };
    readers.set(account.id, ({ body }) => readStored(body, mine));
    const { words, media, uploads, calendar, clock } = needs;
    const sender = createCloudSender({ client, words, media, uploads, calendar, clock, log });
    fetchers.set(account.id, createCloudFiles({ accessToken, apiRoot }));
    live.set(account.id, { sender, pace: needs.pace });
    reader = mine;
    state = { state: 'up' };
    await needs.accounts.setState(account.id, 'active');
    needs.cameAlive();
    const number = await client.displayNumber();
    if ('done' in number) await accounts.ensure({ ...wanted, handle: number.done });
    else log.warn({ why: number.failed.words }, 'WhatsApp did not tell the number; links into its chat are left out');
  };

  /** One body may hold messages of many people: each person's in order, people side by side. */
  const receive = async (body: unknown) => {
    if (!reader || stopping) throw new Error('the account is not at work');
    const { turns, receipts, foreign, ignored } = readWebhook(body, reader);
    for (const _ of foreign) needs.count('tesoro_whatsapp_foreign_total');
    if (ignored > 0) log.debug({ ignored }, 'parts of a webhook say nothing to us');
    const { account } = reader;
    const byPerson = Map.groupBy(turns, ({ turn }) => turn.address);
    await Promise.all([
      ...[...byPerson.values()].map(async (theirs) => {
        for (const each of theirs) {
          void markRead(client, each.turn.event);
          await needs.inbox.receive(each);
        }
      }),
      receipts.length > 0 ? needs.deliveries.receive(account, receipts) : undefined,
    ]);
    if (receipts.length > 0) needs.cameAlive();
  };

  const running = run().catch((error: unknown) => {
    state = { state: 'down', why: 'it could not be started; the log has the details' };
    log.error({ err: error }, 'WhatsApp could not be started');
  });

  return {
    get state() {
      return state;
    },
    live,
    readers,
    fetchers,
    routes: webhookRoute({ path: '/webhooks/whatsapp', verifyToken, appSecret, receive, log }),
    look: sleeper.wake,
    stop: async () => {
      stopping = true;
      sleeper.close();
    },
    close: async () => {
      await client.close();
      await running;
    },
  };
}
