/** What Meta answers instead of doing it: an HTTP status and the error object of the Graph API. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, details: string) {
    super(details);
    this.status = status;
    this.code = code;
  }
}

/** Titles of the codes that the stand-in gives (Cloud API, error codes). */
const TITLES: Readonly<Record<number, string>> = {
  1: 'API Unknown',
  100: 'Invalid parameter',
  190: 'Access token has expired',
  130429: 'Rate limit hit',
  131008: 'Required parameter is missing',
  131009: 'Parameter value is not valid',
  131026: 'Message undeliverable',
  131047: 'Re-engagement message',
  131053: 'Media upload error',
  131056: '(Business Account, Consumer Account) pair rate limit hit',
  132000: 'Number of parameters does not match the expected number of params',
  132001: 'Template name does not exist in the translation',
};

const titleOf = (code: number): string => TITLES[code] ?? 'Error';

/** The body of an HTTP answer. */
export const errorBody = ({ code, message }: GraphError) => ({
  error: {
    message: `(#${code}) ${titleOf(code)}`,
    type: 'OAuthException',
    code,
    error_data: { messaging_product: 'whatsapp', details: message },
    fbtrace_id: 'A0standin',
  },
});

/** The same as a status of a message tells it. */
export const statusError = (code: number) => ({
  code,
  title: titleOf(code),
  message: titleOf(code),
  error_data: { details: titleOf(code) },
});
