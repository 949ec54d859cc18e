import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Intent } from '#core/chat/intent.ts';
import { type Body, type Message, type Paragraph, pressesOf } from '#core/chat/message.ts';
import { readText } from '#core/chat/read-text.ts';
import { RETIRED_PHRASES } from '#core/chat/retired-phrases.ts';
import type { Choice, Question } from '#core/chat/screen.ts';
import { TASKS } from '#core/crm/tasks.ts';
import { PRESSES } from './presses.ts';
import { STEPS } from './steps.ts';
import {
  readShown,
  readStep,
  readStoredMessage,
  readTask,
  storedMessage,
  storedShown,
  storedStep,
  storedTask,
} from './stored.ts';

/**
 * What stands in databases as JSON: a folder a version, a file a kind of it, a line a sample. Samples are added, and
 * never changed: chats that were left years ago have such rows.
 */
const FOLDER = new URL('./fixtures/stored/', import.meta.url);
const VERSIONS = readdirSync(FOLDER);

type Kind = 'step' | 'shown' | 'message' | 'task';
type Json = Readonly<Record<string, object>>;

const samplesIn = (version: string, kind: Kind): Json =>
  JSON.parse(readFileSync(new URL(`${version}/${kind}.json`, FOLDER), 'utf8'));

/** Every sample of a kind that some version stored. */
const samplesOf = (kind: Kind): readonly object[] =>
  VERSIONS.flatMap((version) => Object.values(samplesIn(version, kind)));

const BODIES: Readonly<Record<Body['is'], true>> = { written: true, card: true, album: true, place: true, event: true };
const PARAGRAPHS: Readonly<Record<Paragraph['is'], true>> = { title: true, text: true, list: true };
const CHOICES: Readonly<Record<Choice['is'], true>> = { press: true, link: true };
const QUESTIONS: Readonly<Record<Question['is'], true>> = { words: true, dates: true };

const STORED = {
  step: (json: unknown) => {
    const step = readStep(json);
    return step && storedStep(step);
  },
  shown: (json: unknown) => storedShown(readShown(json)),
  message: (json: unknown) => {
    const message = readStoredMessage(json);
    return message && storedMessage(message);
  },
  task: (json: unknown) => {
    const task = readTask(json);
    return task && storedTask(task);
  },
} satisfies Record<Kind, (json: unknown) => object | undefined>;

/** No longer a step's: in which message a note was written stands with the note. */
const GONE: readonly string[] = ['.said'];
/** The first version whose cards' lines have roles. */
const WITH_ROLES = 'version-2';
type OldCard = { readonly body: { readonly is: 'card'; readonly card: { title: unknown; lines: readonly unknown[] } } };
const isOldCard = (json: object): json is OldCard =>
  'body' in json && typeof json.body === 'object' && json.body !== null && 'card' in json.body;
/** An old card as it stands today: its title is the home's name, and its first line in bold; each line became one without a role. */
function translated(json: object): object {
  if (!isOldCard(json)) return json;
  const { title, lines, ...rest } = json.body.card;
  const roles = [{ text: title, as: 'headline' }, ...lines.map((text) => ({ text }))];
  return { ...json, body: { ...json.body, card: { ...rest, name: title, lines: roles } } };
}

/** Letters of a sample that is tried with every damage; longer ones hold more of the same. */
const DAMAGED_LENGTH = 2500;

const plain = (json: unknown): unknown => JSON.parse(JSON.stringify(json));
const messages = samplesOf('message').flatMap((json) => readStoredMessage(json) ?? []);
const kindsIn = (found: readonly string[]) => [...new Set(found)].toSorted();
const kindsOf = (all: object) => Object.keys(all).toSorted();
const intentsIn = (message: Message): readonly Intent[] => pressesOf(message).map(({ intent }) => intent);

describe.each(['step', 'shown', 'message', 'task'] as const)('a stored %s', (kind) => {
  it.each(VERSIONS)('of %s is read whole', (version) => {
    for (const [name, json] of Object.entries(samplesIn(version, kind))) {
      const wanted = version < WITH_ROLES ? translated(json) : json;
      const lost = lostIn(withSuccessors(plain(wanted)), plain(STORED[kind](json))).filter(
        (path) => !GONE.includes(path),
      );
      expect(lost, name).toEqual([]);
    }
  });

  it('of the version before stands as this one stores it today', () => {
    const [before = {}, now = {}] = VERSIONS.slice(-2).map((version) => samplesIn(version, kind));

    const stored = Object.entries(before).map(([name, json]) => [name, STORED[kind](json)]);
    expect(withSuccessors(plain(now))).toMatchObject(plain(Object.fromEntries(stored)) as object);
  });

  it('that is cut, changed or of a later version is never believed, and never thrown at', () => {
    for (const json of samplesOf(kind)) {
      const damages = JSON.stringify(json).length < DAMAGED_LENGTH ? damagesOf(plain(json)) : [];
      for (const damaged of damages) expect(() => STORED[kind](damaged)).not.toThrow();
      const later = STORED[kind]({ ...json, v: 99 });
      expect(later).toEqual(kind === 'shown' ? storedShown({ answer: [], push: [] }) : undefined);
    }
    for (const nothing of [null, undefined, 0, '', 'x', true, [], {}, { is: 'toString' }, { is: '__proto__' }])
      expect(() => STORED[kind](nothing)).not.toThrow();
  });
});

it('shows an old card with its title in bold, then its lines', () => {
  const message = readStoredMessage({
    body: {
      is: 'card',
      card: {
        offer: '0192f1c4-0002-7000-8000-000000000001',
        title: { verbatim: 'Casa Azul' },
        lines: [{ verbatim: 'Jávea' }, 7, { verbatim: '€1' }],
      },
    },
    choices: [],
    from: 1,
  });

  expect(message?.body).toMatchObject({
    card: {
      name: { verbatim: 'Casa Azul' },
      lines: [
        { text: { verbatim: 'Casa Azul' }, as: 'headline' },
        { text: { verbatim: 'Jávea' } },
        { text: { verbatim: '€1' } },
      ],
    },
  });
});

describe('the samples of what is stored', () => {
  it('have every dialogue', () => {
    const found = samplesOf('step').flatMap((json) => readStep(json)?.is ?? []);
    expect(kindsIn(found)).toEqual(kindsOf(STEPS));
  });

  it.each(['answer', 'push'] as const)('have every press, shown by an %s', (by) => {
    const found = samplesOf('shown').flatMap((json) => readShown(json)[by].map(({ intent }) => intent.to));
    expect(kindsIn(found)).toEqual(kindsOf(PRESSES));
  });

  it('have every press on a message but More, which a channel draws by itself', () => {
    const { showMore: _, ...offered } = PRESSES;
    expect(kindsIn(messages.flatMap(intentsIn).map(({ to }) => to))).toEqual(kindsOf(offered));
  });

  it('have every kind of message, paragraph, choice and question', () => {
    const paragraphs = messages.flatMap(({ body }) => (body.is === 'written' ? body.paragraphs : []));
    expect(kindsIn(messages.map(({ body }) => body.is))).toEqual(kindsOf(BODIES));
    expect(kindsIn(paragraphs.map((each) => each.is))).toEqual(kindsOf(PARAGRAPHS));
    expect(kindsIn(messages.flatMap(({ choices }) => choices.map((each) => each.is)))).toEqual(kindsOf(CHOICES));
    expect(kindsIn(messages.flatMap(({ asks }) => (asks ? [asks.is] : [])))).toEqual(kindsOf(QUESTIONS));
  });

  it('have everything that is to be done later', () => {
    expect(kindsIn(samplesOf('task').flatMap((json) => readTask(json)?.is ?? []))).toEqual(kindsOf(TASKS));
  });
});

describe('what another version stored', () => {
  it.each([
    [
      { say: 'list.newTitle', with: { count: 3 } },
      { say: 'list.groupTitle', with: { group: { say: 'label.newProperties' }, total: 3 } },
    ],
    [
      { say: 'list.favouritesTitle', with: { count: 2 } },
      { say: 'list.groupTitle', with: { group: { say: 'label.favourites' }, total: 2 } },
    ],
    [{ say: 'reject.askAgain' }, { say: 'reject.ask' }],
  ])('says today’s words in the place of those that are no more: %j', (before, now) => {
    expect(readText(before)).toEqual(now);
  });

  const card = { is: 'press', label: { say: 'label.home' }, intent: '1h' };

  it('loses a choice whose press is no more, or whose words are, and keeps the others', () => {
    const gone = { ...card, intent: '1zzzz' };
    const unsaid = { ...card, label: { say: 'label.ofLongAgo' } };
    const body = { is: 'written', paragraphs: [{ is: 'text', text: { verbatim: 'Hello' } }] };

    const message = readStoredMessage({ v: 1, body, choices: [gone, card, unsaid], from: 1 });

    expect(message?.choices).toEqual([{ is: 'press', label: { say: 'label.home' }, intent: { to: 'goHome' } }]);
  });

  it('is no message where nothing of it can be said', () => {
    const body = { is: 'written', paragraphs: [{ is: 'text', text: { say: 'gone.words' } }] };

    expect(readStoredMessage({ v: 1, body, choices: [card], from: 1 })).toBeUndefined();
  });

  it.each(['list.groupTitle', 'list.newTitle'])('is no phrase where what fills its holes is missing: %s', (say) => {
    const [pressable] = readShown({
      answer: [{ number: 1, label: { say, with: {} }, intent: '1h' }],
      push: [],
    }).answer;

    expect(pressable).toBeUndefined();
  });
});

/** Where something of the sample is not in what was read and stored again. Intents and steps have other names since. */
function lostIn(before: unknown, after: unknown, path = ''): readonly string[] {
  if (path.endsWith('.intent') || path === '.v' || path === '.is') return after === undefined ? [path] : [];
  if (typeof before !== 'object' || before === null) return before === after ? [] : [path];
  if (typeof after !== 'object' || after === null) return [path];
  const kept = new Map(Object.entries(after));
  return Object.entries(before).flatMap(([name, value]) => lostIn(value, kept.get(name), `${path}.${name}`));
}

/** It names the home no more, which stands on the card above it. */
const WITHOUT_HOME = 'reject.ask';
/** The same with what is said today in the place of phrases that are no more. */
function withSuccessors(json: unknown): unknown {
  if (typeof json !== 'object' || json === null) return json;
  if ('say' in json && (RETIRED_PHRASES.has(json.say) || json.say === WITHOUT_HOME)) return readText(json);
  if (Array.isArray(json)) return json.map(withSuccessors);
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, withSuccessors(value)]));
}

/** The sample with each of its values in turn taken out, or changed for another kind of value; of long lists the first two. */
function* damagesOf(json: unknown): Generator<unknown> {
  if (typeof json !== 'object' || json === null) return;
  const fields = Object.entries(json);
  for (const [name, value] of Array.isArray(json) ? fields.slice(0, 2) : fields) {
    const wrongs = [undefined, null, 7, 'x', [], {}, { to: 'nowhere' }, [null]];
    for (const wrong of wrongs) yield put(json, name, wrong);
    for (const inside of damagesOf(value)) yield put(json, name, inside);
  }
}

const put = (json: object, name: string, value: unknown): unknown =>
  Array.isArray(json) ? json.map((each, at) => (String(at) === name ? value : each)) : { ...json, [name]: value };
