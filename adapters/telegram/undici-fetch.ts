import { type Dispatcher, Pool } from 'undici';
import { USER_AGENT } from '#core/user-agent.ts';

/** What grammY hands to its `fetch`; the signal is a polyfill's, which undici does not take (nodejs/undici#1605). */
type Init = {
  readonly method?: Dispatcher.HttpMethod;
  readonly headers?: Record<string, string>;
  readonly body?: Dispatcher.DispatchOptions['body'];
  readonly signal?: {
    readonly aborted: boolean;
    addEventListener(type: 'abort', listener: () => void): void;
    removeEventListener(type: 'abort', listener: () => void): void;
  };
};
/** All that grammY reads of a response. */
type Answer = { readonly status: number; readonly json: () => Promise<unknown> };

export type UndiciFetch = {
  /** `cut` ends the call too. */
  readonly fetch: (url: string | URL, init: Init, cut?: AbortSignal) => Promise<Answer>;
  close(): Promise<void>;
};

const CONNECTIONS = 64;
const CONNECT_MS = 5_000;
/** Node's own 250 ms are too short for far hosts that have both kinds of address (nodejs/node#54359). */
const NEXT_ADDRESS_MS = 1_000;
/** Longer than the longest poll. */
const SILENCE_MS = 90_000;

/** A `fetch` for grammY over one pool of connections: cheaper than its own, its aborts are real, and no error of it shows the token. */
export function createUndiciFetch(apiRoot: string): UndiciFetch {
  const { origin } = new URL(apiRoot);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    headersTimeout: SILENCE_MS,
    bodyTimeout: SILENCE_MS,
    connect: { timeout: CONNECT_MS, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS },
  });
  return {
    fetch: async (url, { method = 'POST', headers = {}, body = null, signal: given }, cut) => {
      const abort = new AbortController();
      const stop = () => abort.abort();
      if (given?.aborted) stop();
      given?.addEventListener('abort', stop);
      try {
        const path = String(url).slice(origin.length);
        const signal = cut ? AbortSignal.any([abort.signal, cut]) : abort.signal;
        const ours = { ...headers, 'user-agent': USER_AGENT };
        const response = await pool.request({ path, method, headers: ours, body, signal });
        const text = await response.body.text();
        return { status: response.statusCode, json: async () => answerOf(response.statusCode, text) };
      } finally {
        given?.removeEventListener('abort', stop);
      }
    },
    close: () => pool.destroy(),
  };
}

/** Telegram answers in JSON. What does not comes from a gateway before it, and an error from there is a 502 to us. */
function answerOf(status: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (status < 300) throw new Error('the answer was not JSON');
    return { ok: false, error_code: 502, description: `the answer was not JSON (status ${status})` };
  }
}
