import { drawCode } from '#adapters/whatsapp/web/draw-code.ts';
import { type LinkedPhone, openLinkedPhone, type PhoneState } from '#adapters/whatsapp/web/linked-phone.ts';
import { readStored, storable, turnOf, type WebReader } from '#adapters/whatsapp/web/read.ts';
import { receiptOf } from '#adapters/whatsapp/web/receipt-of.ts';
import { createWebSender } from '#adapters/whatsapp/web/send.ts';
import type { Report, WebMessage } from '#adapters/whatsapp/web/wire.ts';
import type { Log } from '#bots/log.ts';
import type { ChannelState } from '#bots/readiness.ts';
import type { WhatsAppSettings } from '#bots/settings/whatsapp-settings.ts';
import type { Inbox } from '#bots/work/inbox.ts';
import { createLanes } from '#bots/work/lanes.ts';
import { createSleeper } from '#bots/work/sleeper.ts';
import type { Sender } from '#core/chat/channel.ts';
import type { Deliveries } from '#core/delivery/deliveries.ts';
import type { MediaStore } from '#core/media.ts';
import type { Store } from '#core/store.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import type { Companies } from '#db/companies.ts';
import type { LiveAccount, Opening } from './channel-driver.ts';
import { tellOffice } from './tell-office.ts';

export type WebAccount = Pick<WhatsAppSettings & { is: 'web' }, 'chromium' | 'session' | 'standIn'> & {
  /** The address of the page that links the phone. */
  readonly page: string;
};

export type WebNeeds = {
  readonly inbox: Pick<Inbox, 'receive'>;
  readonly companies: Pick<Companies, 'officeOf'>;
  readonly deliveries: Pick<Deliveries, 'receive'>;
  readonly store: Store;
  readonly words: Words;
  readonly media: MediaStore;
  readonly calendar: Calendar;
  readonly log: Log;
  /** What the operator reads, who started this. */
  readonly show: (words: string) => void;
  readonly chance: () => number;
  /** Whether clients see that an answer is being written before it comes. */
  readonly types: boolean;
};

/** What could not be kept is tried again after so long; WhatsApp has it as unread until then. */
const AGAIN_SECONDS = 1;
/** A terminal keeps every code it was shown; the page shows the newest only. */
const CODES_SHOWN = 6;

/** Brings the office's own phone to life, and links it where it is not linked. */
export function openWhatsAppWeb(
  { account, isInvite, learned, cameAlive }: Opening,
  { page, ...browser }: WebAccount,
  needs: WebNeeds,
): LiveAccount<never, void> & { readonly phone: LinkedPhone } {
  const { inbox, deliveries, words, media, calendar, chance, types, log } = needs;
  const sleeper = createSleeper();
  const lanes = createLanes();
  const reader: WebReader = { company: account.company, account: account.id, isInvite };
  /** The chats of messages that have not taken effect yet, by the messages' ids. */
  const unread = new Map<string, string>();
  let sender: Sender | undefined;
  let codesShown = 0;
  let stopping = false;

  const changed = (state: PhoneState) => {
    if (state.is === 'linking') void showCode(state.code);
    sender = state.is === 'ready' ? createWebSender({ phone, words, media, calendar, chance, types, log }) : undefined;
    if (state.is !== 'ready') return;
    cameAlive();
    if (state.phone) void learned({ handle: state.phone });
  };

  const showCode = async (code: string) => {
    codesShown += 1;
    if (codesShown > CODES_SHOWN) return;
    const drawn = await drawCode(code);
    needs.show(`Link the office's WhatsApp phone (Settings, Linked devices), here or at\n${page}\n${drawn}\n`);
  };

  /** One chat's messages in their order; it is marked as read once all of them took effect. */
  const take = (message: WebMessage) => {
    const turn = turnOf(message, reader);
    unread.set(message.id, message.chat);
    void lanes.run(message.chat, async () => {
      while (turn && !stopping) {
        try {
          await inbox.receive({ turn, body: storable(message, reader) });
          break;
        } catch (error) {
          log.warn({ err: error }, 'a message could not be kept yet');
          await sleeper.sleep(AGAIN_SECONDS);
        }
      }
      if (stopping && turn) return;
      unread.delete(message.id);
      if (![...unread.values()].includes(message.chat)) phone.seen(message.chat);
    });
  };

  const received = async (report: Report & { is: 'receipt' }) => {
    await deliveries.receive(account.id, [receiptOf(report)]).catch((error: unknown) => {
      log.warn({ err: error }, 'a receipt could not be written down');
    });
  };

  const { chromium, session: profile, standIn } = browser;
  const phone = openLinkedPhone({
    browser: { chromium, profile, ...(standIn === undefined ? {} : { standIn }) },
    changed,
    message: take,
    receipt: (report) => void received(report),
    lost: (why) => void tellOffice(needs, account.company, why, page),
    log,
  });

  return {
    phone,
    get state() {
      return stateOf(phone.state);
    },
    get sender() {
      return sender;
    },
    read: ({ body }) => readStored(body, reader),
    fetch: phone.fetch,
    stop: async () => {
      stopping = true;
      sleeper.close();
      await lanes.idle();
    },
    close: () => phone.close(),
  };
}

function stateOf(state: PhoneState): ChannelState {
  switch (state.is) {
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
