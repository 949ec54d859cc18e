import type { Client } from 'whatsapp-web.js';
import { inTime } from '#adapters/in-time.ts';
import type { PageWindow } from './page-window.ts';
import { wordsOf } from './send-part.ts';

/** How long the watchdogs wait, in seconds. */
export const PATIENCE = {
  look: 1,
  /** In step, yet no `ready`: the library listened too late (wwebjs#5748). */
  ready: 2,
  /** The browser shows no code and links nothing. A code is good for some 20 s. */
  code: 120,
  answer: 10,
  liveness: 60,
  /** After the page was loaded anew it may be silent for a while. */
  grace: 60,
  /** WhatsApp greets a new device with a dialog; unread for five minutes, it unlinks it (wwebjs#3550). */
  dialogs: 300,
} as const;
const ANSWER_MS = PATIENCE.answer * 1000;
const MISSES = 2;

type Watched = {
  /** Whether `ready` came since the page was last in step. */
  isReady(): boolean;
  /** When a code was shown last, by the clock of the process. */
  lastCode(): number;
  /** The client is beyond help; another must take its place. */
  drop(words: string): void;
};

/** Watches over one client's browser, since the library tells nothing when it dies or hangs. Answers how to stop. */
export function watch(client: Client, { isReady, lastCode, drop }: Watched): () => void {
  const started = Date.now();
  let inStepSince: number | undefined;
  let [misses, lastAlive, lastLoaded] = [0, Date.now(), Date.now()];
  client.pupBrowser?.on('disconnected', () => drop('the browser is gone'));
  client.pupPage?.on('close', () => drop('the page was closed'));
  client.pupPage?.on('error', () => drop('the page crashed'));
  client.pupPage?.on('framenavigated', () => {
    lastLoaded = Date.now();
  });

  const look = async () => {
    const seen = await inTime(ANSWER_MS, lookAt(client)).catch(() => undefined);
    const now = Date.now();
    if (seen) {
      misses = 0;
      lastAlive = now;
    } else if (now - lastAlive > PATIENCE.liveness * 1000 && now - lastLoaded > PATIENCE.grace * 1000) {
      misses += 1;
      lastAlive = now;
      if (misses >= MISSES) drop('the page does not answer');
    }
    if (!seen) return;
    inStepSince = seen.inStep && !isReady() ? (inStepSince ?? now) : undefined;
    if (inStepSince !== undefined && now - inStepSince > PATIENCE.ready * 1000) {
      inStepSince = undefined;
      await ask(client, () => (window as unknown as PageWindow).onAppStateHasSyncedEvent?.());
    }
    if (seen.state === 'UNPAIRED_IDLE') await ask(client, refreshCode);
    const waits = seen.state === 'UNPAIRED' || seen.state === 'UNPAIRED_IDLE' || seen.state === 'OPENING';
    if (waits && !isReady() && now - Math.max(lastCode(), started) > PATIENCE.code * 1000) drop('no new code came');
    if (isReady() && now - started < PATIENCE.dialogs * 1000) await ask(client, acceptDialog);
  };
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    look()
      .catch((error: unknown) => drop(wordsOf(error)))
      .finally(() => {
        looking = false;
      });
  }, PATIENCE.look * 1000);
  return () => clearInterval(timer);
}

const lookAt = async (client: Client) =>
  client.pupPage?.evaluate(() => {
    const { Socket } = (window as unknown as PageWindow).require('WAWebSocketModel') as {
      Socket: { state: string; hasSynced: boolean };
    };
    return { state: Socket.state, inStep: Socket.state === 'CONNECTED' && Socket.hasSynced };
  });

const ask = async (client: Client, script: () => void) => {
  await inTime(ANSWER_MS, Promise.resolve(client.pupPage?.evaluate(script))).catch(() => undefined);
};

/** The library asks for this in the wrong place, where it can't work. */
function refreshCode(): void {
  const { Cmd } = (window as unknown as PageWindow).require('WAWebCmd') as { Cmd: { refreshQR(): void } };
  Cmd.refreshQR();
}

/** Only a dialog with one way out, which is to go on. */
function acceptDialog(): void {
  const buttons = [...document.querySelectorAll('[role="dialog"] button')];
  const [only] = buttons;
  if (buttons.length === 1 && only instanceof HTMLElement) only.click();
}
