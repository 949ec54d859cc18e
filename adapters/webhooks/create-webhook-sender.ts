import { createHmac } from 'node:crypto';
import { Agent, request } from 'undici';
import type { Clock } from '#core/clock.ts';
import type { WebhookSender } from '#core/delivery/webhook-deliveries.ts';
import { USER_AGENT } from '#core/user-agent.ts';
import { isAllowed, lookUpPublic, mayCall, type Target } from './public-only.ts';
import { unseal } from './seal.ts';

type Needs = {
  readonly secretKey: string;
  readonly clock: Clock;
  readonly egressAllow: readonly Target[];
  /** How long a call may take as a whole. */
  readonly patienceMs?: number;
};

/** A receiver has so long to take an event; what it does with it should come after its answer. */
const CALL_MS = 10_000;
/** Standard Webhooks: the secret is base64 behind this. */
export const SECRET_PREFIX = 'whsec_';

/** Sends events signed by Standard Webhooks, to public addresses only, following nobody anywhere else. */
export function createWebhookSender({
  secretKey,
  clock,
  egressAllow,
  patienceMs = CALL_MS,
}: Needs): WebhookSender & { close(): Promise<void> } {
  const outside = new Agent({ connect: { timeout: CALL_MS, lookup: lookUpPublic } });
  const inside = new Agent({ connect: { timeout: CALL_MS } });

  return {
    send: async ({ id, url: address, secret, payload }) => {
      const url = URL.parse(address);
      if (!url || !mayCall(url, egressAllow)) return { was: 'refused', why: 'the address may not be called' };
      const body = JSON.stringify(payload);
      const timestamp = Math.floor(clock.now().getTime() / 1000);
      try {
        const key = Buffer.from(unseal(secret, secretKey).slice(SECRET_PREFIX.length), 'base64');
        const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
        const answer = await request(url, {
          method: 'POST',
          dispatcher: isAllowed(url, egressAllow) ? inside : outside,
          headers: {
            'content-type': 'application/json',
            'user-agent': USER_AGENT,
            'webhook-id': id,
            'webhook-timestamp': `${timestamp}`,
            'webhook-signature': `v1,${signature}`,
          },
          body,
          signal: AbortSignal.timeout(patienceMs),
        });
        await answer.body.dump({ limit: 64 * 1024 });
        const { statusCode } = answer;
        return statusCode >= 200 && statusCode < 300
          ? { was: 'taken' }
          : { was: 'refused', why: `the receiver answered ${statusCode}` };
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
        return { was: 'refused', why: `${error instanceof Error ? error.name : 'unknown'}${code}` };
      }
    },
    close: async () => {
      await Promise.all([outside.destroy(), inside.destroy()]);
    },
  };
}
