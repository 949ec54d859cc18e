import { isFields } from '#core/fields.ts';
import { isSecret, LEFT_OUT } from './secret-in.ts';

/** Deeper than any update goes; below it everything is left out. */
const DEPTH = 60;
/** Where people's words stand, at whatever depth: messages, replies and quotes of them. File ids look like passwords too. */
const WORDS = new Set(['text', 'caption', 'body']);

/** The update as JSON that may be stored: what looks like a password is left out of it, and so is what no database takes. */
export function redact(update: unknown, isInvite?: (word: string) => boolean): string {
  return JSON.stringify(cleaned(update, isInvite, 0)) ?? 'null';
}

function cleaned(value: unknown, isInvite: ((word: string) => boolean) | undefined, depth: number): unknown {
  if (depth > DEPTH) return null;
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map((each) => cleaned(each, isInvite, depth + 1));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => {
      const isLeftOut = WORDS.has(field) && typeof inner === 'string' && isSecret(storable(inner), isInvite);
      return [storable(field), isLeftOut ? LEFT_OUT : cleaned(inner, isInvite, depth + 1)];
    }),
  );
}

const storable = (text: string) => text.replaceAll('\0', '').toWellFormed();
