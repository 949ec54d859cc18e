import { readFileSync, writeFileSync } from 'node:fs';
import type { Deed } from './a-trial.ts';

const FILE = new URL('./fixtures/old-database/answers.json', import.meta.url);
/** Between the messages of an answer, and before what changed besides. */
const BETWEEN = '\n--\n';

type Tried<Answer> = {
  /** The account, and what the chat was left at. */
  readonly chat: string;
  readonly id: string;
  readonly tries: readonly (readonly [deed: Deed, answer: Answer])[];
};
/** As it is kept: an answer by its number, and each is the numbers of its messages and what changed besides. */
type Kept = {
  readonly at: string;
  readonly chats: readonly Tried<number>[];
  readonly answers: readonly (readonly (number | string)[])[];
  readonly messages: readonly string[];
};

/** What was answered to each deed in each chat that the old version left; `at`: the time then. */
export type OldAnswers = { readonly at: string; readonly chats: readonly Tried<string>[] };

export function readOldAnswers(): OldAnswers {
  const { at, chats, answers, messages }: Kept = JSON.parse(readFileSync(FILE, 'utf8'));
  const whole = answers.map((parts) =>
    parts.map((part) => (typeof part === 'number' ? messages[part] : part)).join(BETWEEN),
  );
  return {
    at,
    chats: chats.map(({ chat, id, tries }) => ({
      ...{ chat, id },
      tries: tries.map(([deed, answer]) => [deed, whole[answer] ?? '']),
    })),
  };
}

/** Puts others in their place, a line each, so that a change of many answers reads as one of few messages. */
export function writeOldAnswers({ at, chats }: OldAnswers): void {
  const messages = numbered();
  const answers = numbered();
  const told = chats.map(({ chat, id, tries }) => {
    const lines = tries.map(([deed, answer]) => {
      const [...parts] = answer.split(BETWEEN);
      const rest = parts.pop();
      return JSON.stringify([deed, answers.of(JSON.stringify([...parts.map(messages.of), rest]))]);
    });
    return `{ "chat": ${JSON.stringify(chat)}, "id": "${id}", "tries": ${listOf(lines)} }`;
  });
  const said = listOf(messages.all().map((message) => JSON.stringify(message)));
  const kept = `"at": "${at}",\n"chats": ${listOf(told)},\n"answers": ${listOf(answers.all())},\n"messages": ${said}`;
  writeFileSync(FILE, `{\n${kept}\n}\n`);
}

const listOf = (lines: readonly string[]): string => `[\n${lines.join(',\n')}\n]`;

/** Gives each text a number, and the same one again. */
function numbered() {
  const known = new Map<string, number>();
  return {
    of: (text: string): number => {
      if (!known.has(text)) known.set(text, known.size);
      return known.get(text) ?? 0;
    },
    all: (): readonly string[] => [...known.keys()],
  };
}
