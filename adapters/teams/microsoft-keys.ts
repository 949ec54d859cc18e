import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import { request } from 'undici';
import { isFields, textIn } from '#core/fields.ts';
import { USER_AGENT } from '#core/user-agent.ts';
import { CALL_MS } from './limits.ts';

/** What the library keeps of an address, for all bots: it looks for new keys a day later, or where one is missing. */
type Kept = { keys?: unknown; lastUpdated: number; refreshCache(): Promise<void> };
type Extractor = { getOrAddOpenIdMetadata(openIdUrl: string): Kept };

/**
 * Lets Microsoft's keys be fetched by us, once for all who wait and within `ms` for the whole: the library waits without
 * end, anew with every activity, for a host that drips. What can't be had is thrown, and the activity comes again.
 */
export function fetchKeysOurselves(openIdUrl: string, ms = CALL_MS): void {
  // Private, and the only place where it asks (botframework-connector, openIdMetadata).
  const kept = (JwtTokenExtractor as unknown as Extractor).getOrAddOpenIdMetadata(openIdUrl);
  let fetching: Promise<void> | undefined;
  kept.refreshCache = () => {
    fetching ??= fetchKeys(openIdUrl, ms)
      .then((keys) => {
        kept.keys = keys;
        kept.lastUpdated = Date.now();
      })
      .finally(() => {
        fetching = undefined;
      });
    return fetching;
  };
}

async function fetchKeys(openIdUrl: string, ms: number): Promise<readonly unknown[]> {
  const signal = AbortSignal.timeout(ms);
  const told = await fetchJson(openIdUrl, signal);
  const { keys } = await fetchJson(textIn(told, 'jwks_uri') ?? '', signal);
  if (!Array.isArray(keys)) throw new Error('Microsoft’s keys are no list');
  return keys;
}

async function fetchJson(url: string, signal: AbortSignal) {
  const { statusCode, body } = await request(url, { headers: { 'user-agent': USER_AGENT }, signal });
  const said: unknown = await body.json().catch((error: unknown) => {
    // A page of a proxy is no wrong token.
    throw new Error('Microsoft’s keys can’t be read', { cause: error });
  });
  if (statusCode !== 200 || !isFields(said)) throw new Error(`Microsoft’s keys were answered ${statusCode}`);
  return said;
}
