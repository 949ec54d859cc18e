import { type DestinationStream, type Logger, pino } from 'pino';
import { scrub } from './scrub.ts';
import type { LogLevel } from './settings/settings.ts';

/** Fields that would hold what must not be logged, wherever somebody put them. */
const NEVER = [
  ...['password', 'token', 'secret', 'authorization', 'headers'],
  ...['email', 'name', 'phone', 'text', 'words', 'body', 'to'],
];

/** JSON lines without names, e-mails, tokens or texts (P12). */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: NEVER.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[redacted]' },
      serializers: { err: errorOf, error: errorOf, req: () => undefined, res: () => undefined },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
}

/** An error without what it may quote: a statement's values, what a person wrote, a token in an address. */
function errorOf(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error ? { code: String(error.code) } : {};
  const message = tellsValues(error) ? {} : { message: scrub(error.message.split('\n')[0] ?? '').slice(0, 300) };
  const stack =
    error.stack
      ?.match(/^\s+at .+$/gm)
      ?.slice(0, 12)
      .map((line) => line.trim()) ?? [];
  const cause = error.cause === undefined ? {} : { cause: errorOf(error.cause) };
  return { type: error.constructor.name, ...code, ...message, stack, ...cause };
}

/** Messages of the database and of parsers quote the very values that they failed on. */
function tellsValues(error: Error): boolean {
  const isDatabase =
    'severity' in error || 'query' in error || /^(Drizzle|Postgres|Database)/.test(error.constructor.name);
  return isDatabase || error instanceof SyntaxError;
}
