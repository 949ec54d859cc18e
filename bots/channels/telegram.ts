import { answerTap } from '#adapters/telegram/answer-tap.ts';
import { connectTelegram } from '#adapters/telegram/connect-telegram.ts';
import { deleteMessage } from '#adapters/telegram/delete-message.ts';
import { createTelegramFiles } from '#adapters/telegram/fetch-file.ts';
import { type Poll, poll } from '#adapters/telegram/poll.ts';
import { type Reader, read } from '#adapters/telegram/read.ts';
import { createTelegramSender } from '#adapters/telegram/send.ts';
import { type Menu, setMenu } from '#adapters/telegram/set-menu.ts';
import { type Inbound, setUpBot } from '#adapters/telegram/set-up.ts';
import { wait } from '#adapters/telegram/wait.ts';
import { webhookRoute } from '#adapters/telegram/webhook-route.ts';
import type { Log } from '#bots/log.ts';
import type { ChannelState } from '#bots/readiness.ts';
import type { TelegramSettings } from '#bots/settings/telegram-settings.ts';
import type { LiveAccount } from '#bots/work/deliver.ts';
import type { Inbox } from '#bots/work/inbox.ts';
import type { ReadAgain } from '#bots/work/retry-events.ts';
import { createSleeper } from '#bots/work/sleeper.ts';
import { redact } from '#core/chat/redact.ts';
import { phrase } from '#core/chat/text.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { FetchFile, MediaStore, Uploads } from '#core/media.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import type { ChannelAccount, ChannelAccounts } from '#db/channel-accounts.ts';
import type { Companies } from '#db/companies.ts';
import type { LiveChannel } from './channel.ts';

type Needs = {
  readonly inbox: Pick<Inbox, 'receive'>;
  readonly accounts: ChannelAccounts;
  readonly companies: Pick<Companies, 'inviteCodeOf'>;
  readonly words: Words;
  readonly media: MediaStore;
  readonly calendar: Calendar;
  readonly uploads: Uploads;
  readonly log: Log;
  /** Slug of the company that the account belongs to; undefined: the first made. */
  readonly company: string | undefined;
  readonly pace: ChannelPace;
  /** Told when messages may be sent that could not before. */
  readonly cameAlive: () => void;
};

const LOOK_SECONDS = 2;

/** Brings the Telegram account of the settings to life, as soon as its company exists. */
export function startTelegram(settings: Exclude<TelegramSettings, { is: 'off' }>, needs: Needs): LiveChannel {
  const connection = connectTelegram({ token: settings.token, apiRoot: settings.apiRoot });
  const stopping = new AbortController();
  const sleeper = createSleeper();
  const live = new Map<ChannelAccountId, LiveAccount>();
  const readers = new Map<ChannelAccountId, ReadAgain>();
  const fetchers = new Map<ChannelAccountId, FetchFile>();
  const inbound = inboundOf(settings);
  let state: ChannelState = { state: 'waits', why: 'there is no company yet' };
  let receive: ((update: unknown) => Promise<void>) | undefined;
  let polling: Poll | undefined;

  const retry = {
    signal: stopping.signal,
    wait,
    failed: (why: string) => {
      state = { state: 'down', why };
      needs.log.warn({ why }, 'Telegram could not be set up yet');
    },
  };

  const run = async () => {
    const account = await findAccount();
    if (!account) return;
    const reader = await readerOf(account, needs.companies);
    const { words, media, uploads, calendar, log } = needs;
    const sender = createTelegramSender({ api: connection.api, words, media, uploads, calendar, log });
    fetchers.set(
      account.id,
      createTelegramFiles({ api: connection.api, token: settings.token, apiRoot: settings.apiRoot }),
    );
    live.set(account.id, { sender, pace: needs.pace });
    readers.set(account.id, ({ body }) => {
      const turn = read(JSON.parse(Buffer.from(body).toString('utf8')), reader);
      return 'is' in turn ? undefined : turn;
    });
    receive = (update) => take(update, reader);
    state = { state: 'waits', why: 'Telegram has not answered yet' };
    needs.cameAlive();
    const me = await setUpBot(connection.api, inbound, retry);
    if (!me) return;
    await needs.accounts.ensure({ ...wanted(), handle: me.username, name: `@${me.username}` });
    await needs.accounts.setState(account.id, 'active');
    if (inbound.by === 'polling') polling = poll({ getUpdates: connection.getUpdates, receive, log });
    state = { state: 'up' };
    await setMenu({ api: connection.api, words, menu: MENU, fallback: 'en' }, menuRetry);
  };

  /** A menu that is not there yet stops nobody. */
  const menuRetry = { ...retry, failed: (why: string) => needs.log.warn({ why }, 'the menu could not be set yet') };

  const wanted = () => {
    const [externalId = ''] = settings.token.split(':');
    const channel = 'telegram' as const;
    return {
      channel,
      transport: 'bot_api' as const,
      name: 'Telegram',
      externalId,
      handle: null,
      company: needs.company,
    };
  };

  /** The bot's id is in its token, so that work goes on while Telegram itself can't be asked. */
  const findAccount = async (): Promise<ChannelAccount | undefined> => {
    while (!stopping.signal.aborted) {
      try {
        const { channel, externalId } = wanted();
        const all = await needs.accounts.list();
        const known = all.find((each) => each.channel === channel && each.externalId === externalId);
        const account = known ?? (await needs.accounts.ensure(wanted()));
        if (account) return account;
      } catch (error) {
        needs.log.error({ err: error }, 'the Telegram account could not be looked up');
      }
      await sleeper.sleep(LOOK_SECONDS);
    }
    return undefined;
  };

  const take = async (update: unknown, reader: Reader) => {
    const turn = read(update, reader);
    if ('is' in turn) {
      needs.log.debug({ why: turn.why }, 'an update says nothing to us');
      return;
    }
    void answerTap(connection.api, update);
    if (turn.did.is === 'wroteSecret') void deleteMessage(connection.api, turn.address, turn.did.message);
    await needs.inbox.receive({ turn, body: Buffer.from(redact(update, reader.isInvite)) });
  };

  const hook = {
    secret: settings.is === 'webhook' ? settings.secret : '',
    receive: (update: unknown) => takeIn(update),
  };
  const takeIn = (update: unknown) =>
    receive && !stopping.signal.aborted ? receive(update) : Promise.reject(new Error('the bot is not at work'));
  const running = run().catch((error: unknown) => {
    state = { state: 'down', why: 'it could not be started; the log has the details' };
    needs.log.error({ err: error }, 'Telegram could not be started');
  });

  return {
    get state() {
      if (state.state === 'up' && polling?.state.is === 'failing')
        return { state: 'down' as const, why: polling.state.why };
      return state;
    },
    live,
    readers,
    fetchers,
    routes:
      settings.is === 'webhook'
        ? webhookRoute({ path: '/webhooks/telegram', hookOf: () => hook, log: needs.log })
        : undefined,
    look: sleeper.wake,
    stop: async () => {
      stopping.abort();
      sleeper.close();
      await polling?.stop();
    },
    close: async () => {
      await connection.close();
      await running;
    },
  };
}

const inboundOf = (settings: Exclude<TelegramSettings, { is: 'off' }>): Inbound =>
  settings.is === 'webhook' ? { by: 'webhook', url: settings.url, secret: settings.secret } : { by: 'polling' };

async function readerOf({ id, company }: ChannelAccount, companies: Needs['companies']): Promise<Reader> {
  const inviteCode = await companies.inviteCodeOf(company);
  return { company, account: id, isInvite: (word) => word === inviteCode };
}

const MENU: Menu = {
  about: phrase('bot.about'),
  commands: [
    { command: 'start', does: phrase('command.start') },
    { command: 'home', does: phrase('command.home') },
    { command: 'properties', does: phrase('command.properties') },
    { command: 'viewings', does: phrase('command.viewings') },
    { command: 'favourites', does: phrase('command.favourites') },
    { command: 'agent', does: phrase('command.agent') },
    { command: 'profile', does: phrase('command.profile') },
    { command: 'language', does: phrase('command.language') },
    { command: 'help', does: phrase('command.help') },
    { command: 'stop', does: phrase('command.stop') },
  ],
};
