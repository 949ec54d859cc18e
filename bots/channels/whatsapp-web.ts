import { createHmac } from 'node:crypto';
import { drawCode } from '#adapters/whatsapp/web/draw-code.ts';
import { linkPage } from '#adapters/whatsapp/web/link-page.ts';
import { type LinkedPhone, openLinkedPhone, type PhoneState } from '#adapters/whatsapp/web/linked-phone.ts';
import { readStored, storable, turnOf, type WebReader } from '#adapters/whatsapp/web/read.ts';
import { createWebSender } from '#adapters/whatsapp/web/send.ts';
import type { Report, WebMessage } from '#adapters/whatsapp/web/wire.ts';
import type { Log } from '#bots/log.ts';
import type { ChannelState } from '#bots/readiness.ts';
import type { WhatsAppSettings } from '#bots/settings/whatsapp-settings.ts';
import type { LiveAccount } from '#bots/work/deliver.ts';
import type { Inbox } from '#bots/work/inbox.ts';
import { createLanes } from '#bots/work/lanes.ts';
import type { ReadAgain } from '#bots/work/retry-events.ts';
import { createSleeper } from '#bots/work/sleeper.ts';
import { phrase } from '#core/chat/text.ts';
import type { Deliveries } from '#core/delivery/deliveries.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import { languageFor } from '#core/language.ts';
import type { FetchFile, MediaStore } from '#core/media.ts';
import type { Store } from '#core/store.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import type { ChannelAccount, ChannelAccounts } from '#db/channel-accounts.ts';
import type { Companies } from '#db/companies.ts';
import type { LiveChannel } from './channel.ts';
import { findAccount } from './find-account.ts';

type Needs = {
  readonly inbox: Pick<Inbox, 'receive'>;
  readonly accounts: ChannelAccounts;
  readonly companies: Pick<Companies, 'inviteCodeOf' | 'officeOf'>;
  readonly deliveries: Pick<Deliveries, 'receive'>;
  readonly store: Store;
  readonly words: Words;
  readonly media: MediaStore;
  readonly calendar: Calendar;
  readonly log: Log;
  /** Signs the address of the link page. */
  readonly secretKey: string;
  /** Where that page is reached. */
  readonly publicUrl: string;
  /** What the operator reads, who started this. */
  readonly show: (words: string) => void;
  readonly chance: () => number;
  /** Slug of the company that the account belongs to; undefined: the first made. */
  readonly company: string | undefined;
  readonly pace: ChannelPace;
  /** Whether clients see that an answer is being written before it comes. */
  readonly types: boolean;
  /** Told when messages may be sent that could not before. */
  readonly cameAlive: () => void;
};

/** What could not be kept is tried again after so long; WhatsApp has it as unread until then. */
const AGAIN_SECONDS = 1;
/** A terminal keeps every code it was shown; the page shows the newest only. */
const CODES_SHOWN = 6;
const CHANNEL = { channel: 'whatsapp', transport: 'web', externalId: 'web' } as const;

/** Brings the office's own phone to life, as soon as its company exists. */
export function startWhatsAppWeb(settings: WhatsAppSettings & { is: 'web' }, needs: Needs): LiveChannel {
  const { log, company } = needs;
  const sleeper = createSleeper();
  const lanes = createLanes();
  const live = new Map<ChannelAccountId, LiveAccount>();
  const readers = new Map<ChannelAccountId, ReadAgain>();
  const fetchers = new Map<ChannelAccountId, FetchFile>();
  const key = createHmac('sha256', needs.secretKey).update('whatsapp link page').digest('base64url');
  const page = `${needs.publicUrl}/whatsapp/link/${key}`;
  /** The chats of messages that have not taken effect yet, by the messages' ids. */
  const unread = new Map<string, string>();
  let codesShown = 0;
  let phone: LinkedPhone | undefined;
  let office: string | undefined;
  let stopping = false;

  const run = async () => {
    const wanted = { ...CHANNEL, name: 'WhatsApp Web', handle: null, company } as const;
    const { accounts } = needs;
    const account = await findAccount({ accounts, wanted, sleeper, stopping: () => stopping, log });
    if (!account) return;
    const inviteCode = await needs.companies.inviteCodeOf(account.company);
    office = (await needs.companies.officeOf(account.company))?.name;
    const isInvite = (word: string) => word === inviteCode;
    const reader: WebReader = { company: account.company, account: account.id, isInvite };
    readers.set(account.id, ({ body }) => readStored(body, reader));
    if (stopping) return;
    phone = openLinkedPhone({
      browser: { chromium: settings.chromium, profile: settings.session, ...standIn(settings) },
      changed: (state) => changed(account, state),
      message: (message) => take(message, reader),
      receipt: (receipt) => void received(account, receipt),
      lost: (why) => void tellOffice(account, why),
      log,
    });
    fetchers.set(account.id, phone.fetch);
  };

  const changed = (account: ChannelAccount, state: PhoneState) => {
    if (state.is === 'linking') void showCode(state.code);
    if (state.is !== 'ready') return void live.delete(account.id);
    if (!phone) return;
    const { words, media, calendar, chance, types } = needs;
    live.set(account.id, {
      sender: createWebSender({ phone, words, media, calendar, chance, types, log }),
      pace: needs.pace,
    });
    needs.cameAlive();
    void linked(account, state.phone);
  };

  /** Links that invite to the chat need the number. */
  const linked = async (account: ChannelAccount, handle: string) => {
    try {
      await needs.accounts.ensure({ ...CHANNEL, name: 'WhatsApp Web', handle: handle || null, company });
      await needs.accounts.setState(account.id, 'active');
    } catch (error) {
      log.error({ err: error }, 'the linked phone could not be written down');
    }
  };

  const showCode = async (code: string) => {
    codesShown += 1;
    if (codesShown > CODES_SHOWN) return;
    const drawn = await drawCode(code);
    needs.show(`Link the office's WhatsApp phone (Settings, Linked devices), here or at\n${page}\n${drawn}\n`);
  };

  /** One chat's messages in their order; it is marked as read once all of them took effect. */
  const take = (message: WebMessage, reader: WebReader) => {
    const turn = turnOf(message, reader);
    unread.set(message.id, message.chat);
    void lanes.run(message.chat, async () => {
      while (turn && !stopping) {
        try {
          await needs.inbox.receive({ turn, body: storable(message, reader) });
          break;
        } catch (error) {
          log.warn({ err: error }, 'a message could not be kept yet');
          await sleeper.sleep(AGAIN_SECONDS);
        }
      }
      if (stopping && turn) return;
      unread.delete(message.id);
      if (![...unread.values()].includes(message.chat)) phone?.seen(message.chat);
    });
  };

  const received = async (account: ChannelAccount, { id, was }: Report & { is: 'receipt' }) => {
    const lost = {
      failure: {
        code: 'whatsapp_web_failed',
        cause: 'WhatsApp did not take the message to this client.',
        nextStep: 'Check the contact’s WhatsApp number, then send it again.',
      },
      unreachable: false,
    };
    const receipt = was === 'failed' ? { platformId: id, was, ...lost } : { platformId: id, was };
    await needs.deliveries.receive(account.id, [receipt]).catch((error: unknown) => {
      log.warn({ err: error }, 'a receipt could not be written down');
    });
  };

  const tellOffice = async ({ company: owner }: ChannelAccount, why: 'loggedOut' | 'blocked') => {
    try {
      const found = await needs.companies.officeOf(owner);
      if (!found) return;
      const language = languageFor(found.language);
      const say = needs.words.say;
      const [subject, text] =
        why === 'loggedOut'
          ? [
              say(phrase('office.loggedOutSubject', { company: found.name }), language),
              say(phrase('office.loggedOutText', { company: found.name, page }), language),
            ]
          : [
              say(phrase('office.blockedSubject', { company: found.name }), language),
              say(phrase('office.blockedText', { company: found.name }), language),
            ];
      await needs.store.transaction(owner, ({ owed }) => owed.mail({ to: found.email, subject, text }));
    } catch (error) {
      log.error({ err: error, why }, 'the office could not be told that its phone is lost');
    }
  };

  const running = run().catch((error: unknown) => log.error({ err: error }, 'WhatsApp Web could not be started'));

  return {
    get state() {
      return stateOf(phone?.state);
    },
    live,
    readers,
    fetchers,
    routes: linkPage({ key, state: () => phone?.state ?? { is: 'starting' }, office: () => office }),
    look: sleeper.wake,
    stop: async () => {
      stopping = true;
      sleeper.close();
      await lanes.idle();
    },
    close: async () => {
      await running;
      await phone?.close();
    },
  };
}

const standIn = ({ standIn: host }: WhatsAppSettings & { is: 'web' }) => (host === undefined ? {} : { standIn: host });

function stateOf(state: PhoneState | undefined): ChannelState {
  switch (state?.is) {
    case undefined:
      return { state: 'waits', why: 'there is no company yet' };
    case 'ready':
      return { state: 'up' };
    case 'linking':
      return { state: 'waits', why: "the office's phone is not linked; its code is on the link page" };
    case 'starting':
    case 'authenticating':
      return { state: 'waits', why: 'the browser is starting' };
    case 'reconnecting':
      return { state: 'down', why: 'the line to WhatsApp is gone; it is tried again' };
    case 'blocked':
      return { state: 'down', why: 'WhatsApp has shut out the number' };
    case 'closed':
      return { state: 'down', why: 'it is closing' };
  }
}
