import { createHmac } from 'node:crypto';
import type { Fields } from './fields.ts';

/** What happened, on its way to the webhook of one number: a message or a status in Meta's envelope. */
export type Webhooks = {
  /** Checks the address as Meta does, then hands everything to it; throws where it does not answer the challenge. */
  listen(url: string): Promise<void>;
  tell(value: Fields): void;
  /** Keeps back what happens from now on. */
  hold(): HeldWebhooks;
  /** How many were answered with 200, and with something else. */
  readonly tried: { readonly taken: number; readonly refused: number };
  /** Resolves once nothing waits. */
  idle(): Promise<void>;
  stop(): void;
};

export type HeldWebhooks = {
  /** Lets all go: each so many times, in this order, in one body or one by one. */
  deliver(how?: { times?: number; order?: 'reverse'; batch?: boolean }): Promise<void>;
};

export type WebhookSecrets = { readonly appSecret: string; readonly verifyToken: string; readonly account: string };

/** Meta repeats for days with growing pauses; here they are short. */
const FIRST_PAUSE_MS = 50;
const LAST_PAUSE_MS = 1000;
const PATIENCE_MS = 10_000;

export function createWebhooks({ appSecret, verifyToken, account }: WebhookSecrets): Webhooks {
  const stopping = new AbortController();
  const tried = { taken: 0, refused: 0 };
  let url: string | undefined;
  let held: Fields[] | undefined;
  let running: Promise<void> = Promise.resolve();

  const envelope = (values: readonly Fields[]) =>
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: account, changes: values.map((value) => ({ field: 'messages', value })) }],
    });

  const post = async (body: string): Promise<boolean> => {
    if (url === undefined) return true;
    const signature = createHmac('sha256', appSecret).update(body).digest('hex');
    try {
      const { status } = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
        body,
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(PATIENCE_MS)]),
      });
      if (status === 200) tried.taken += 1;
      else tried.refused += 1;
      return status === 200;
    } catch {
      tried.refused += 1;
      return false;
    }
  };

  /** Until it is taken; what happens meanwhile waits behind it. */
  const send = (body: string) => {
    running = running.then(async () => {
      for (let pause = FIRST_PAUSE_MS; !stopping.signal.aborted; pause = Math.min(pause * 2, LAST_PAUSE_MS)) {
        if (await post(body)) return;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    });
    return running;
  };

  return {
    tried,
    listen: async (to) => {
      const asked = new URL(to);
      asked.searchParams.set('hub.mode', 'subscribe');
      asked.searchParams.set('hub.challenge', '1158201444');
      asked.searchParams.set('hub.verify_token', verifyToken);
      const answer = await fetch(asked);
      if (answer.status !== 200 || (await answer.text()) !== '1158201444')
        throw new Error(`the webhook did not answer the challenge: ${answer.status}`);
      url = to;
    },
    tell: (value) => {
      if (held) held.push(value);
      else void send(envelope([value]));
    },
    hold: () => {
      held = [];
      return {
        deliver: async ({ times = 1, order, batch = false } = {}) => {
          const values = held ?? [];
          held = undefined;
          const sorted = order === 'reverse' ? values.toReversed() : values;
          for (let time = 0; time < times; time += 1) {
            if (batch) await send(envelope(sorted));
            else for (const value of sorted) await send(envelope([value]));
          }
        },
      };
    },
    idle: () => running,
    stop: () => stopping.abort(),
  };
}
