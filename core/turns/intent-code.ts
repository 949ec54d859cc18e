import type { Intent } from '#core/chat/intent.ts';
import type { Field, Maybe } from '#core/chat/press-field.ts';
import { PRESSES } from './presses.ts';

/** What every channel can carry on a button: Telegram's callback_data, the smallest, takes 64 bytes. */
export const INTENT_BYTES = 64;

/** First letter of every code. A change of meaning takes the next number; codes of another one decode to undefined. */
const VERSION = '1';

type Named = readonly [name: string, field: Field<unknown> & Partial<Pick<Maybe<unknown>, 'isOptional'>>];
type Kind = { readonly to: Intent['to']; readonly head: string; readonly fields: readonly Named[] };

const KINDS: readonly Kind[] = Object.entries(PRESSES).map(([to, { code, fields = {} }]) => ({
  to: to as Intent['to'],
  head: code,
  fields: Object.entries(fields),
}));
const BY_NAME = new Map<string, Kind>(KINDS.map((kind) => [kind.to, kind]));
const BY_HEAD = new Map(KINDS.map((kind) => [kind.head, kind]));

/** The intent as a short reference to put on a button: at most 64 bytes of ASCII. It says where to go, not who may. */
export function encodeIntent(intent: Intent): string {
  const kind = BY_NAME.get(intent.to);
  if (!kind) throw new Error(`no press leads to ${intent.to}`);
  const values: Readonly<Record<string, unknown>> = intent;
  const written = kind.fields.flatMap(([name, field]) =>
    values[name] === undefined && field.isOptional ? [] : [field.write(values[name])],
  );
  const code = [VERSION + kind.head, ...written].join('.');
  if (code.length > INTENT_BYTES) throw new Error(`a button can't carry ${intent.to}: ${code.length} bytes`);
  return code;
}

/** The intent behind a reference that came back; undefined where it is forged, cut, or older than we can read. Never throws. */
export function decodeIntent(code: string): Intent | undefined {
  if (code.length > INTENT_BYTES || !code.startsWith(VERSION)) return undefined;
  const [head = '', ...codes] = code.slice(VERSION.length).split('.');
  const kind = BY_HEAD.get(head);
  if (!kind) return undefined;
  const intent: Record<string, unknown> = { to: kind.to };
  for (const [at, [name, field]] of kind.fields.entries()) {
    const value = field.read(codes[at] ?? '');
    if (value !== undefined) intent[name] = value;
    else if (!field.isOptional) return undefined;
  }
  // One intent has one code: what reads the same but was written otherwise is not ours.
  return encodeIntent(intent as Intent) === code ? (intent as Intent) : undefined;
}
