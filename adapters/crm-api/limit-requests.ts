import fastifyRateLimit from '@fastify/rate-limit';
import { sha256 } from '#adapters/hashes.ts';
import type { Api } from './api.ts';
import { Problem } from './errors.ts';

/** 50 a second: enough to bring a whole CRM over in one go, and a program that runs in circles takes no more. */
export const MOST_REQUESTS = 3000;
const WINDOW_MS = 60_000;

/**
 * Holds each key to so many requests a minute, counted by this process and before anything is read for them, and says with
 * each answer how many are left. Who sends no key is refused anyhow.
 */
export async function limitRequests(api: Api, most: number = MOST_REQUESTS): Promise<void> {
  await api.register(fastifyRateLimit, {
    global: false,
    max: most,
    timeWindow: WINDOW_MS,
    enableDraftSpec: true,
    keyGenerator: ({ headers }) => sha256(String(headers['x-api-key'])),
    allowList: ({ headers }) => headers['x-api-key'] === undefined,
    errorResponseBuilder: () => new Problem('tooMany'),
  });
  api.addHook('onRequest', api.rateLimit());
}
