import type { TSchema } from 'typebox';
import { Type } from 'typebox';
import { CHANNEL_IDS } from '#core/chat/channels.ts';
import type { ContactId, MediaId, UserId } from '#core/ids.ts';
import { isId } from '#core/ids.ts';
import { MOST_LIMIT, USUAL_LIMIT } from './cursor.ts';
import type { ProblemKind } from './errors.ts';
import { notFound, PROBLEMS } from './errors.ts';

/** What a field has to be, as its error says it. */
export const EMAIL = 'an e-mail address that mail can be sent to';
export const PHONE = 'a phone number in international form (E.164), as +34600111222';
export const PERSON_NAME = '1 to 100 characters, no digits';

/* The small parts that the routes' schemas are made of. */

export const nullable = <Part extends TSchema>(part: Part) => Type.Union([part, Type.Null()]);
export const words = (most: number, description?: string) =>
  Type.String({ minLength: 1, maxLength: most, pattern: '\\S', description: description ?? `1 to ${most} characters` });
export const long = Type.String({ maxLength: 50_000 });
export const email = Type.String({ maxLength: 254, description: EMAIL });
export const phone = Type.String({
  maxLength: 50,
  description: PHONE,
});
export const moment = Type.String({
  format: 'date-time',
  description: 'a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z',
});
export const clockTime = Type.String({
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
  description: 'a time of day, HH:MM',
});
export const day = Type.String({
  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  description: 'a day of the calendar, as 2026-11-26',
});
export const currency = Type.String({ pattern: '^[A-Z]{3}$', description: 'a currency by ISO 4217, as EUR' });
export const languageTag = Type.String({
  pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$',
  description: 'a language tag, as en or pt-PT',
});
export const money = Type.Number({ minimum: 0, maximum: 999_999_999_999.99 });
export const area = Type.Number({ minimum: 0, maximum: 1_000_000_000, description: 'm²' });
export const count = Type.Integer({ minimum: 0, maximum: 10_000 });
export const tags = Type.Array(words(100), { maxItems: 100 });
export const webUrl = Type.String({
  pattern: '^https?://[^\\s]+$',
  maxLength: 2000,
  description: 'an http or https address',
});

/** Where a client talks. */
export const channel = Type.Enum([...CHANNEL_IDS]);

const anId = { format: 'uuid', pattern: '^[0-9a-f-]{36}$', description: 'an id' };
export const userId = Type.Unsafe<UserId>(Type.String(anId));
export const contactId = Type.Unsafe<ContactId>(Type.String(anId));
export const mediaId = Type.Unsafe<MediaId>(Type.String(anId));
export const id = Type.String(anId);

export const byId = Type.Object({ id: Type.String({ description: 'its id' }) });
/** No field at all; the body may be left out. */
export const noBody = Type.Object({}, { additionalProperties: false });

const span = {
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: MOST_LIMIT, default: USUAL_LIMIT, description: 'how many at most' }),
  ),
  cursor: Type.Optional(Type.String({ maxLength: 100, description: 'the next_cursor of the part before' })),
};
/** What a list may be asked for, with filters of its own. */
export const listQuery = <Filters extends Record<string, TSchema>>(filters: Filters) =>
  Type.Object({ ...span, ...filters }, { additionalProperties: false });

export const listOf = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), next_cursor: nullable(Type.String()) }, { additionalProperties: false });

const problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  errors: Type.Optional(Type.Array(Type.Object({ field: Type.String(), detail: Type.String() }))),
});

/** Why a message did not arrive, and what can be done. */
export const failure = Type.Object(
  { code: Type.String(), cause: Type.String(), next_step: Type.String() },
  { additionalProperties: false },
);

/** What is said with 429; all but Retry-After with every answer. */
const LIMIT_HEADERS = {
  'RateLimit-Limit': { type: 'integer', description: 'how many requests a key may send in the window' },
  'RateLimit-Remaining': { type: 'integer', description: 'how many of them are left' },
  'RateLimit-Reset': { type: 'integer', description: 'seconds until the window begins anew' },
  'Retry-After': { type: 'integer', description: 'seconds after which the request may be repeated' },
};

/** The problems that a route may answer with, besides those that every route has. */
export function problems(...kinds: readonly ProblemKind[]) {
  const all: readonly ProblemKind[] = ['unknownKey', 'tooMany', ...kinds];
  const content = { 'application/problem+json': { schema: problem } };
  return Object.fromEntries([
    ...all.map((kind) => [
      PROBLEMS[kind].status,
      { description: PROBLEMS[kind].title, content, ...(kind === 'tooMany' ? { headers: LIMIT_HEADERS } : {}) },
    ]),
    ['default', { description: 'Any other problem', content }],
  ]);
}

/** An id of a path; what can't be one is as missing. */
export function idOf(given: string, what: string) {
  if (!isId(given)) throw notFound(what);
  return given;
}

/** The record, or the answer that there is none. */
export function found<Kind>(record: Kind | undefined, what: string): Kind {
  if (record === undefined) throw notFound(what);
  return record;
}
