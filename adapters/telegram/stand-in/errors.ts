/** An answer of the Bot API that says no: `{ok: false, error_code, description}`. */
export class ApiError extends Error {
  readonly code: number;
  /** Seconds, told in `parameters.retry_after`. */
  readonly retryAfter: number | undefined;

  constructor(code: number, description: string, retryAfter?: number) {
    super(description);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** 400 with Telegram's prefix; the first letter is lowered as the real server does unless the text is a code. */
export function badRequest(reason: string): ApiError {
  const isCode = /^.[A-Z_]/.test(reason);
  return new ApiError(400, `Bad Request: ${isCode ? reason : reason.charAt(0).toLowerCase() + reason.slice(1)}`);
}

export function forbidden(reason: string): ApiError {
  return new ApiError(403, `Forbidden: ${reason}`);
}

export function conflict(reason: string): ApiError {
  return new ApiError(409, `Conflict: ${reason}`);
}

export function tooMany(seconds: number): ApiError {
  return new ApiError(429, `Too Many Requests: retry after ${seconds}`, seconds);
}

/** The body that carries this error. */
export function errorBody(code: number, description: string, retryAfter?: number) {
  const body = { ok: false, error_code: code, description };
  return retryAfter === undefined ? body : { ...body, parameters: { retry_after: retryAfter } };
}
