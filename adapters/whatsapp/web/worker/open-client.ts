import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client, Message } from 'whatsapp-web.js';
import webjs from 'whatsapp-web.js';
import { SEND_SECONDS } from '#adapters/whatsapp/web/limits.ts';
import type { Browser, Ended, Order, Report } from '#adapters/whatsapp/web/wire.ts';
import { catchUp } from './catch-up.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { compat } from './compat.ts';
import { createFetchMedia } from './fetch-media.ts';
import { stanzaOf } from './ids.ts';
import type { PageWindow } from './page-window.ts';
import { createFindPerson, editIn, messageIn, reactionIn } from './read-message.ts';
import { createSendPart, wordsOf } from './send-part.ts';
import { watch } from './watch.ts';

/** Account states after which WhatsApp lets nobody in again (whatsapp-web.js, WAState). */
const BLOCKED = ['TOS_BLOCK', 'SMB_TOS_BLOCK', 'PROXYBLOCK', 'DEPRECATED_VERSION'];
const LOGGED_OUT = ['LOGOUT', 'UNPAIRED', 'UNPAIRED_IDLE'];
const ACKS: Readonly<Record<number, 'delivered' | 'read' | 'failed'>> = {
  [-1]: 'failed',
  2: 'delivered',
  3: 'read',
  4: 'read',
};

/** One client, used once: it opens its browser, tells what happens, and ends with the reason; then it is `over`. */
export function openClient(browser: Browser, tell: (report: Report) => void, over: () => void) {
  const client: Client = new webjs.Client({
    authStrategy: new webjs.LocalAuth({ dataPath: browser.profile }),
    evalOnNewDoc: compat,
    // A cache on disk would bind us to one build, and those vanish after days.
    webVersionCache: { type: 'none' },
    puppeteer: {
      executablePath: browser.chromium,
      headless: true,
      args: chromiumArguments(browser),
      // The house decides when the browser goes.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      protocolTimeout: SEND_SECONDS * 2 * 1000,
    },
  });
  let [ready, ended, lastCode] = [false, false, Date.now()];
  let unwatch = () => {};
  const findPerson = createFindPerson(client);
  const files = createFetchMedia(client);
  const sendPart = createSendPart(client, SEND_SECONDS);

  const end = async (why: Ended, words: string) => {
    if (ended) return;
    ended = true;
    unwatch();
    tell({ is: 'ended', why, words });
    await close();
    // The library takes the dead session away for one of the reasons alone, and the next browser would start on it.
    if (why === 'loggedOut') await forget(browser.profile);
    setTimeout(over, why === 'loggedOut' ? FORGET_MS : 0);
  };
  const close = async () => {
    ended = true;
    unwatch();
    const given = new Promise((done) => setTimeout(done, CLOSE_MS));
    await Promise.race([
      leaveBrowser(client)
        .then(() => client.destroy())
        .catch(() => undefined),
      given,
    ]);
    client.pupBrowser?.process()?.kill('SIGKILL');
  };

  /** One after the other, so that a chat's messages keep their order while an id is looked up. */
  let reading: Promise<void> = Promise.resolve();
  const read = (work: () => Promise<void>) => {
    reading = reading.then(work).catch(() => undefined);
  };
  const take = (message: Message) => {
    files.remember(message);
    read(async () => {
      const found = await messageIn(message, findPerson);
      if (found) tell({ is: 'message', message: found });
    });
  };

  client.on('qr', (code: string) => {
    lastCode = Date.now();
    tell({ is: 'qr', code });
  });
  client.on('authenticated', () => !ready && tell({ is: 'authenticated' }));
  client.on('message', take);
  client.on('message_reaction', (reaction) =>
    read(async () => {
      const found = await reactionIn(reaction, findPerson);
      if (found) tell({ is: 'message', message: found });
    }),
  );
  client.on('message_edit', (message: Message, words: unknown) =>
    read(async () => {
      const found = await editIn(message, typeof words === 'string' ? words : '', findPerson);
      if (found) tell({ is: 'message', message: found });
    }),
  );
  client.on('message_ack', (message: Message, ack: number) => {
    const [id, was] = [stanzaOf(message.id), ACKS[ack]];
    if (id && was && message.fromMe) tell({ is: 'receipt', id, was });
  });
  // It comes again whenever the page gets in step, and for the opposite too.
  client.on('ready', () => {
    ready = true;
    tell({ is: 'ready', phone: client.info?.wid?.user ?? '' });
    read(() => catchUp(client, take));
  });
  client.on('change_state', (state: string) => {
    if (ready && (state === 'TIMEOUT' || state === 'OPENING')) {
      ready = false;
      tell({ is: 'offline' });
    }
  });
  client.on('auth_failure', () => void end('dropped', 'the kept session was not taken'));
  client.on('disconnected', (reason: string) => {
    const why = BLOCKED.includes(reason) ? 'blocked' : LOGGED_OUT.includes(reason) ? 'loggedOut' : 'dropped';
    void end(why, `WhatsApp said ${wordsOf(reason)}`);
  });

  return {
    initialize: async () => {
      await client.initialize();
      if (ended) return;
      unwatch = watch(client, {
        isReady: () => ready,
        lastCode: () => lastCode,
        drop: (words) => void end('dropped', words),
      });
    },
    send: ({ to, part, typingMs }: Order & { is: 'send' }) => sendPart(to, part, typingMs),
    fetch: files.fetch,
    seen: async (chat: string) => {
      await client.pupPage
        ?.evaluate((id) => (window as unknown as PageWindow).WWebJS?.sendSeen(id), chat)
        .catch(() => undefined);
    },
    end,
    close,
  };
}

/** The session as the library keeps it without a name of its own (LocalAuth); a browser that still ends may write. */
const forget = (profile: string) =>
  rm(join(profile, 'session'), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(() => undefined);

const CLOSE_MS = 4_000;
/** The library takes the dead session's files away after it told of the end. */
const FORGET_MS = 1_000;

/**
 * Asks the browser to go, and waits until it is gone: it writes the session down on its way out. The library's own way
 * kills a browser whose line closes before its answer is through, and with it the session.
 */
async function leaveBrowser({ pupBrowser }: Client): Promise<void> {
  const running = pupBrowser?.process();
  if (!pupBrowser?.connected || !running || running.exitCode !== null) return;
  const gone = once(running, 'exit');
  const line = await pupBrowser.target().createCDPSession();
  line.send('Browser.close').catch(() => undefined);
  await gone;
}
