import { type Done, type Meanings, meaningOf } from '#core/crm/meaning-of.ts';
import { type FieldError, noSuch, type Refusal } from '#core/crm/refusal.ts';
import { hasNoRoom } from '#core/no-room.ts';

/** Every problem that the API answers with (RFC 9457): its status, its title, and what to do. */
export const PROBLEMS = {
  badJson: { status: 400, title: 'The body is not JSON', hint: 'Send well-formed JSON in UTF-8.' },
  badRequest: { status: 400, title: 'The request can’t be read', hint: 'The detail says what is wrong with it.' },
  unknownKey: { status: 401, title: 'No valid API key', hint: 'Send a key of the company in the header X-Api-Key.' },
  notAllowed: { status: 403, title: 'Not allowed', hint: 'The user that the key acts as needs the role Admin.' },
  notFound: { status: 404, title: 'Not found', hint: 'Check the id: it is missing, or not of this company.' },
  noRoute: { status: 404, title: 'No such route', hint: 'See /api/docs for all routes.' },
  conflict: { status: 409, title: 'Not possible as things are', hint: 'The detail says what is so now.' },
  inFlight: {
    status: 409,
    title: 'The same request is under way',
    hint: 'A request with this Idempotency-Key is not finished. Repeat it in a moment.',
  },
  tooLarge: { status: 413, title: 'Too large', hint: 'Send less: 1 MB of JSON, 20 MB a photo.' },
  wrongType: { status: 415, title: 'Unsupported media type', hint: 'Send what the route takes; see /api/docs.' },
  badRange: { status: 416, title: 'No such range', hint: 'Ask for bytes within the file.' },
  invalid: { status: 422, title: 'Some fields are not valid', hint: '`errors` names every field.' },
  keyReused: {
    status: 422,
    title: 'The Idempotency-Key was used for another body',
    hint: 'Use a new key for a new request.',
  },
  tooMany: {
    status: 429,
    title: 'Too many requests',
    hint: 'Repeat the request after as many seconds as Retry-After says.',
  },
  ours: { status: 500, title: 'Something went wrong on our side', hint: 'It is logged. Repeat the request later.' },
  unavailable: { status: 503, title: 'Not available at the moment', hint: 'Repeat the request later.' },
} as const satisfies Record<string, { status: number; title: string; hint: string }>;
export type ProblemKind = keyof typeof PROBLEMS;

/** What a request meets instead of an answer. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(kind: ProblemKind, detail?: string, more: Readonly<Record<string, unknown>> = {}) {
    super(detail ?? PROBLEMS[kind].hint);
    this.kind = kind;
    this.more = more;
  }

  get status(): number {
    return PROBLEMS[this.kind].status;
  }

  /** As application/problem+json. */
  body(): Record<string, unknown> {
    const { status, title } = PROBLEMS[this.kind];
    return { type: `/api/docs#${this.kind}`, title, status, detail: this.message, ...this.more };
  }
}

/** Fields that are not as they must be, each named. */
export const invalid = (...errors: readonly FieldError[]): Problem =>
  new Problem('invalid', errors.map(({ field, detail }) => `${field} ${detail}`).join('; '), { errors });

export const notFound = (what: string): Problem => problemFor(noSuch(what));

function problemFor(refusal: Refusal): Problem {
  switch (refusal.is) {
    case 'notAllowed':
      return new Problem('notAllowed');
    case 'notFound':
      return new Problem('notFound', refusal.detail);
    case 'conflict':
      return new Problem('conflict', refusal.detail, refusal.now);
    case 'invalid':
      return invalid(...refusal.errors);
  }
}

/** Those of our problems that a route's work decides, and that a repeated request meets again. */
const REFUSALS: Readonly<Record<Refusal['is'], true>> = {
  notAllowed: true,
  notFound: true,
  conflict: true,
  invalid: true,
};
export const isRefusal = (error: unknown): error is Problem =>
  error instanceof Problem && Object.hasOwn(REFUSALS, error.kind);

/** The outcome where the thing was done; its refusal is thrown as the problem that it is here. */
export function accepted<Out extends { readonly was: string }, Table extends Meanings<Out>>(
  table: Table,
  outcome: Out,
): Done<Out, Table> {
  const meaning = meaningOf(table, outcome);
  if (meaning.is === 'refused') throw problemFor(meaning.refusal);
  return meaning.done;
}

/** The same as an answer: what was written all the same stays, the pause that was made, which a thrown problem takes back. */
export function refused<Out extends { readonly was: string }, Table extends Meanings<Out>>(table: Table, outcome: Out) {
  const meaning = meaningOf(table, outcome);
  if (meaning.is === 'done') return undefined;
  const problem = problemFor(meaning.refusal);
  return { status: problem.status, body: problem.body() };
}

/** Fastify's own refusals, by their code. */
const BY_CODE: Readonly<Record<string, ProblemKind>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'badJson',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrongType',
  FST_ERR_CTP_BODY_TOO_LARGE: 'tooLarge',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'badRequest',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'wrongType',
  FST_REQ_FILE_TOO_LARGE: 'tooLarge',
  FST_FILES_LIMIT: 'tooLarge',
  FST_PARTS_LIMIT: 'tooLarge',
  FST_FIELDS_LIMIT: 'badRequest',
};
const BY_STATUS: Readonly<Record<number, ProblemKind>> = { 404: 'noRoute', 413: 'tooLarge', 415: 'wrongType' };

/** Whatever was thrown, as one of our problems; `ours` where nobody foresaw it. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (hasNoRoom(error)) return new Problem('unavailable');
  if (error instanceof SyntaxError) return new Problem('badJson');
  const code = field(error, 'code');
  const known = typeof code === 'string' ? BY_CODE[code] : undefined;
  if (known) return new Problem(known);
  const status = field(error, 'statusCode');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new Problem(BY_STATUS[status] ?? 'badRequest', error instanceof Error ? error.message : undefined);
  return status === 503 ? new Problem('unavailable') : new Problem('ours');
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
