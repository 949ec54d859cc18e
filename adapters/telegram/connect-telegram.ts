import { Api } from 'grammy';
import { POLL_SECONDS } from './limits.ts';
import { createUndiciFetch } from './undici-fetch.ts';

/** Asks for updates with the patience of a long poll, until the signal ends it. */
export type GetUpdates = (asked: Parameters<Api['getUpdates']>[0], signal: AbortSignal) => Promise<readonly unknown[]>;

/** One bot's way to the Bot API. */
export type TelegramConnection = {
  readonly api: Api;
  readonly getUpdates: GetUpdates;
  /** Cuts what is under way. */
  close(): Promise<void>;
};

export type TelegramAccess = {
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiRoot?: string | undefined;
  /** How long a call may take. */
  readonly timeoutSeconds?: number;
};

const API_ROOT = 'https://api.telegram.org';
/** grammY's own 500 s would hold a chat up for minutes. */
const CALL_SECONDS = 20;

export function connectTelegram({
  token,
  apiRoot = API_ROOT,
  timeoutSeconds = CALL_SECONDS,
}: TelegramAccess): TelegramConnection {
  const { fetch, close } = createUndiciFetch(apiRoot);
  const patience = 2 * POLL_SECONDS + timeoutSeconds;
  return {
    api: new Api(token, { apiRoot, fetch, timeoutSeconds }),
    // grammY takes a polyfill's signals only, so the signal goes around it.
    getUpdates: (asked, signal) => {
      const cutFetch: typeof fetch = (url, init) => fetch(url, init, signal);
      return new Api(token, { apiRoot, fetch: cutFetch, timeoutSeconds: patience }).getUpdates(asked);
    },
    close,
  };
}
