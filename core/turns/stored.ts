import type { Pressable, Shown } from '#core/chat/chat.ts';
import type { Message } from '#core/chat/message.ts';
import { readPace } from '#core/chat/pace.ts';
import { readText } from '#core/chat/read-text.ts';
import type { Step } from '#core/chat/step.ts';
import type { Task } from '#core/chat/task.ts';
import { TASKS } from '#core/crm/tasks.ts';
import { aNumber, type Reader, readableOf, recordOf } from '#core/reader.ts';
import { encodeIntent } from './intent-code.ts';
import { readIntent } from './read-intent.ts';
import { readMessage } from './read-message.ts';
import { STEPS } from './steps.ts';

/**
 * What chats, deliveries and tasks hold as JSON, between one version of the product and the next. Rows outlive deployments,
 * so they are never believed: what can't be read is as if it were not there. 0, before versions were written: intents as
 * objects. 1: intents as the codes that stand on buttons. 2: what a card says as lines that have roles.
 */
const VERSION = 2;

/** Reads what this version or one before stored; what a later one stored may mean something else. */
const readStored =
  <Value>(read: Reader<Value>): Reader<Value> =>
  (json) => {
    if (typeof json !== 'object' || json === null) return undefined;
    const version = 'v' in json ? json.v : 0;
    return typeof version === 'number' && version <= VERSION ? read(json) : undefined;
  };

/** The same as JSON that any later version reads. */
const store = <Value extends object>(value: Value): object => ({ v: VERSION, ...withCodes(value) });

/** Every intent as its code. */
function withCodes<Value extends object>(value: Value): object {
  return Array.isArray(value) ? value.map(coded) : Object.fromEntries(Object.entries(value).map(codedField));
}
const coded = (value: unknown): unknown => (typeof value === 'object' && value !== null ? withCodes(value) : value);
const codedField = ([name, value]: [string, unknown]): [string, unknown] => [
  name,
  name === 'intent' && isIntent(value) ? encodeIntent(value) : coded(value),
];
const isIntent = (value: unknown): value is Pressable['intent'] =>
  typeof value === 'object' && value !== null && 'to' in value;

/** One of the kinds in a table, by its `is`. */
const readKind =
  <Of extends { readonly is: string }>(
    kinds: Readonly<Record<Of['is'], { readonly read: Reader<object> }>>,
  ): Reader<Of> =>
  (json) => {
    if (typeof json !== 'object' || json === null || !('is' in json)) return undefined;
    const { is } = json;
    if (typeof is !== 'string' || !Object.hasOwn(kinds, is)) return undefined;
    const found = kinds[is as Of['is']].read(json);
    return found && ({ is, ...found } as Of);
  };

/** A step under the name that it has now; version 0 had others. */
const renamed = (json: unknown): unknown =>
  typeof json === 'object' && json !== null && 'is' in json && json.is === 'whichHome'
    ? { ...json, is: 'whichProperty' }
    : json;

/** `chats.step`. */
export const readStep: Reader<Step> = readStored((json) => readKind<Step>(STEPS)(renamed(json)));
export const storedStep = (step: Step): object => store(step);

const readPressable: Reader<Pressable> = recordOf(
  { number: aNumber, label: readText, intent: readIntent },
  { of: readText },
);
const oneTrue: Reader<true> = (json) => (json === true ? json : undefined);
const NOTHING_SHOWN: Shown = { answer: [], push: [] };
const readWholeShown = readStored<Shown>(
  recordOf(
    { answer: readableOf(readPressable), push: readableOf(readPressable) },
    { spoke: oneTrue, talkedAt: aNumber, gathers: oneTrue, pace: readPace },
  ),
);

/** `chats.shown`: as much of it as can be read. */
export const readShown = (json: unknown): Shown => readWholeShown(json) ?? NOTHING_SHOWN;
export const storedShown = (shown: Shown): object => store(shown);

/** `deliveries.message`. */
export const readStoredMessage: Reader<Message> = readStored(readMessage);
export const storedMessage = (message: Message): object => store(message);

/** `tasks.task`. */
export const readTask: Reader<Task> = readStored(readKind<Task>(TASKS));
export const storedTask = (task: Task): object => store(task);
