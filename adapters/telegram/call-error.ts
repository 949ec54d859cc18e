import { GrammyError, HttpError } from 'grammy';

/** How a call of the Bot API failed. `words` never hold the token or anybody's text. */
export type CallError =
  /** Telegram said no. */
  | { readonly is: 'said'; readonly code: number; readonly words: string; readonly retryAfter: number | undefined }
  /** The request never left. */
  | { readonly is: 'unsent'; readonly words: string }
  /** Cut or timed out after it may have been written. */
  | { readonly is: 'cut'; readonly words: string };

/** Of the connection, before anything is written (libuv, Node TLS, undici). */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETDOWN',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UND_ERR_INVALID_ARG',
]);

/** Sorts what grammY throws; anything that is not of a call is thrown on. */
export function callError(error: unknown): CallError {
  if (error instanceof GrammyError) {
    const { error_code: code, description, parameters } = error;
    return { is: 'said', code, words: clean(description), retryAfter: parameters.retry_after };
  }
  if (!(error instanceof HttpError)) throw error;
  const codes = codesOf(error.error);
  const words = codes.join(', ') || 'no proper answer in time';
  return { is: codes.length > 0 && codes.every((code) => UNSENT.has(code)) ? 'unsent' : 'cut', words };
}

/** Several addresses of a host fail with one error each (AggregateError). */
function codesOf(error: unknown): readonly string[] {
  if (error instanceof AggregateError && error.errors.length > 0) return [...new Set(error.errors.flatMap(codesOf))];
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return [];
  return [error.code];
}

/** What has the shape of a bot token is taken out. */
const clean = (words: string) => words.replace(/\d+:[\w-]{30,}/g, '…');
