import { answerTap } from '#adapters/telegram/answer-tap.ts';
import { checkBot } from '#adapters/telegram/check-bot.ts';
import { connectTelegram } from '#adapters/telegram/connect-telegram.ts';
import { deleteMessage } from '#adapters/telegram/delete-message.ts';
import { createTelegramFiles } from '#adapters/telegram/fetch-file.ts';
import { markTaken } from '#adapters/telegram/mark-taken.ts';
import { MENU } from '#adapters/telegram/menu.ts';
import { type Poll, poll } from '#adapters/telegram/poll.ts';
import { type Reader, read } from '#adapters/telegram/read.ts';
import { createTelegramSender } from '#adapters/telegram/send.ts';
import { setMenu } from '#adapters/telegram/set-menu.ts';
import { type Inbound, setUpBot } from '#adapters/telegram/set-up.ts';
import { wait } from '#adapters/telegram/wait.ts';
import type { Log } from '#bots/log.ts';
import type { ChannelState } from '#bots/readiness.ts';
import type { Inbox } from '#bots/work/inbox.ts';
import { redact } from '#core/chat/redact.ts';
import type { Turn } from '#core/chat/turn.ts';
import type { MediaStore, Uploads } from '#core/media.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import type { ChannelAccounts } from '#db/channel-accounts.ts';
import type { LiveAccount, Opening } from './channel-driver.ts';
import { type InTurn, pollInTurn } from './poll-in-turn.ts';

export type TelegramAccount = { readonly token: string; readonly inbound: Inbound };

export type TelegramNeeds = {
  readonly inbox: Pick<Inbox, 'receive'>;
  readonly accounts: Pick<ChannelAccounts, 'mayPoll' | 'endPoll'>;
  readonly words: Words;
  readonly media: MediaStore;
  readonly calendar: Calendar;
  readonly uploads: Uploads;
  readonly log: Log;
  /** Another Bot API server. */
  readonly apiRoot: string | undefined;
  /** Of this process. */
  readonly process: string;
  /** Whether no other process can be on the database. */
  readonly alone: boolean;
};

/** Brings one bot to life. It can be sent through at once; Telegram is asked who it is meanwhile. */
export function openTelegram(
  { account, isInvite, learned }: Opening,
  { token, inbound }: TelegramAccount,
  needs: TelegramNeeds,
): LiveAccount<unknown, void> {
  const { apiRoot, words, media, uploads, calendar, log } = needs;
  const connection = connectTelegram({ token, apiRoot });
  const { api } = connection;
  const stopping = new AbortController();
  const reader: Reader = { company: account.company, account: account.id, isInvite };
  let state: ChannelState = { state: 'waits', why: 'Telegram has not answered yet' };
  let polling: Poll | undefined;
  let turn: InTurn | undefined;

  const retry = {
    signal: stopping.signal,
    wait,
    failed: (why: string) => {
      state = { state: 'down', why };
      log.warn({ why, account: account.id }, 'Telegram could not be set up yet');
    },
  };
  /** A menu that is not there yet stops nobody. */
  const menuRetry = { ...retry, failed: (why: string) => log.warn({ why }, 'the menu could not be set yet') };

  const run = async () => {
    const me = await setUpBot(api, inbound, retry);
    if (!me) return;
    await learned({ handle: me.username, name: `@${me.username}` });
    if (stopping.signal.aborted) return;
    if (inbound.by === 'polling') turn = pollInTurn({ take, free, begin, log });
    state = { state: 'up' };
    await setMenu({ api, words, menu: MENU, fallback: 'en' }, menuRetry);
  };
  const take = (seconds: number) => needs.accounts.mayPoll(account.id, needs.process, seconds, needs.alone);
  const free = () => needs.accounts.endPoll(account.id, needs.process);
  const begin = () => {
    polling = poll({ getUpdates: connection.getUpdates, receive, log });
    return polling;
  };

  const mark = ({ address, said }: Pick<Turn, 'address' | 'said'>) => {
    if (said !== undefined) void markTaken(api, address, said);
  };

  const receive = async (update: unknown) => {
    const came = read(update, reader);
    if ('is' in came) {
      log.debug({ why: came.why }, 'an update says nothing to us');
      return;
    }
    // One tick too many is refused on the tap itself; no other tap waits for its turn.
    const isTick = came.did.is === 'pressed' && came.did.intent?.to === 'tickDay';
    if (!isTick) void answerTap(api, update);
    const taken = await needs.inbox.receive({ turn: came, body: Buffer.from(redact(update, isInvite)) });
    if (isTick) void answerTap(api, update, taken.was === 'answered' ? taken.notice : undefined);
    const isRead = taken.was === 'answered' && taken.kept;
    if (taken.was === 'answered' && taken.passedOn) mark(came);
    // Whatever became of it: a password is not left where it may be read.
    if (came.did.is === 'wroteSecret' && !isRead) void deleteMessage(api, came.address, came.did.message);
  };

  const running = run().catch((error: unknown) => {
    state = { state: 'down', why: 'it could not be started; the log has the details' };
    log.error({ err: error, account: account.id }, 'Telegram could not be started');
  });

  return {
    get state() {
      if (state.state === 'up' && polling?.state.is === 'failing')
        return { state: 'down' as const, why: polling.state.why };
      return state;
    },
    sender: createTelegramSender({ api, words, media, uploads, calendar, log }),
    mark,
    read: ({ body }) => {
      const came = read(JSON.parse(Buffer.from(body).toString('utf8')), reader);
      return 'is' in came ? undefined : came;
    },
    fetch: createTelegramFiles({ api, token, apiRoot }),
    receive,
    check: () => checkBot(api, inbound, Date.now()),
    stop: async () => {
      stopping.abort();
      await turn?.stop();
    },
    close: async () => {
      await connection.close();
      await running;
    },
  };
}
