import { Agent, request } from 'undici';
import { isAllowed, lookUpPublic, mayFetch, type Target } from '#adapters/webhooks/public-only.ts';
import type { FetchPhoto } from '#core/imports/photo-fetches.ts';
import { DOWNLOAD_MS } from '#core/media.ts';
import { readBytes } from '#core/read-bytes.ts';
import { USER_AGENT } from '#core/user-agent.ts';

type Needs = {
  readonly egressAllow: readonly Target[];
  /** How long a download may take as a whole. */
  readonly patienceMs?: number;
};

const ANSWER_MS = 10_000;
/** A photo's host may send us on so often (as browsers would twenty times; one or two are usual). */
const MOST_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];
/** What a host answers where another try may end better (RFC 9110). */
const PASSING = [408, 425, 429];

/** Gets photos from public addresses only, also where a host sends us on or a name leads inside. */
export function createPhotoFetcher({ egressAllow, patienceMs = DOWNLOAD_MS }: Needs): {
  readonly fetch: FetchPhoto;
  close(): Promise<void>;
} {
  const outside = new Agent({ connect: { timeout: ANSWER_MS, lookup: lookUpPublic } });
  const inside = new Agent({ connect: { timeout: ANSWER_MS } });

  const follow = async (address: string, signal: AbortSignal): Promise<Awaited<ReturnType<FetchPhoto>>> => {
    let url = URL.parse(address);
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      if (!url || !mayFetch(url, egressAllow))
        return { was: 'failed', why: 'the address may not be called', isFinal: true };
      const answer = await request(url, {
        dispatcher: isAllowed(url, egressAllow) ? inside : outside,
        headers: { 'user-agent': USER_AGENT, accept: 'image/*' },
        headersTimeout: ANSWER_MS,
        bodyTimeout: ANSWER_MS,
        signal,
      });
      const { statusCode: status, headers, body } = answer;
      if (status === 200) {
        const read = await readBytes(body);
        return read.was === 'fetched' ? read : { was: 'failed', why: 'the photo is larger than 20 MB', isFinal: true };
      }
      await body.dump({ limit: 64 * 1024 });
      if (!REDIRECTS.includes(status)) {
        const isFinal = status >= 400 && status < 500 && !PASSING.includes(status);
        return { was: 'failed', why: `its host answered ${status}`, isFinal };
      }
      url = URL.parse(String(headers.location), url);
    }
    return { was: 'failed', why: 'its host sends us on and on', isFinal: true };
  };

  return {
    fetch: async (address) => {
      try {
        return await follow(address, AbortSignal.timeout(patienceMs));
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? ` ${String(error.code)}` : '';
        return { was: 'failed', why: `${error instanceof Error ? error.name : 'unknown'}${code}`, isFinal: false };
      }
    },
    close: async () => {
      await Promise.all([outside.destroy(), inside.destroy()]);
    },
  };
}
