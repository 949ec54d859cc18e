import { expect, vi } from 'vitest';
import type { Journal } from '#adapters/telegram/stand-in/journal.ts';
import type { Person } from '#adapters/telegram/stand-in/people.ts';
import type { Seen } from '#adapters/telegram/stand-in/seen.ts';

/** What one deed was answered with: messages that came, and messages that are otherwise now. */
export type Answered = { readonly came: readonly Seen[]; readonly changed: readonly Seen[]; readonly text: string };

/** Somebody's phone, who does one thing after the other and reads what comes. */
export type Phone = {
  readonly person: Person;
  /** Does something and reads all of its answer: three messages at most. */
  does(deed: () => unknown): Promise<Answered>;
  writes(words: string): Promise<Answered>;
  /** Taps the button of the newest message that has it, or of the message given; the press itself is answered before anything comes. */
  taps(label: string, on?: number): Promise<Answered>;
  /** Reads what comes by itself. */
  gets(isIt: (message: Seen) => boolean): Promise<Seen>;
  /** The newest message with the button. */
  has(label: string): Seen | undefined;
  /** All that the bot has said, as it stands now. */
  readonly all: () => readonly Seen[];
};

/** What becomes a message, or changes one. */
const SHOWS = /^(edit|send(?!ChatAction))/;

/** `settled` resolves once nothing that came in waits and nothing is unsent; `journal`: what the bot called. */
export function aPhone(
  person: Person,
  { journal, settled }: { readonly journal: Journal; readonly settled: () => Promise<void> },
): Phone {
  const all = () =>
    person
      .chat()
      .messages()
      .filter(({ from }) => from === 'bot');
  const has = (label: string) => all().findLast(({ buttons }) => buttons.flat().some(({ text }) => text === label));
  const looks = (message: Seen) => JSON.stringify([message.text, message.buttons, message.ids]);

  const phone: Phone = {
    person,
    all,
    has,
    does: async (deed) => {
      const before = new Map(all().map((message) => [message.id, looks(message)]));
      await deed();
      const isOther = (message: Seen) => before.get(message.id) !== looks(message);
      await vi.waitUntil(() => all().some(isOther), { timeout: 10_000, interval: 5 });
      await settled();
      const came = all().filter(({ id }) => !before.has(id));
      expect(came.length).toBeLessThanOrEqual(3);
      const changed = all().filter((message) => before.has(message.id) && isOther(message));
      return {
        came,
        changed,
        text: [...changed, ...came].map(({ text }) => text.replace(/[\u00a0\u202f]/g, ' ')).join('\n---\n'),
      };
    },
    writes: (words) => phone.does(() => person.writes(words)),
    taps: async (label, on = has(label)?.id) => {
      if (on === undefined)
        throw new Error(
          `no "${label}" among: ${all()
            .at(-1)
            ?.buttons.flat()
            .map(({ text }) => text)
            .join(' | ')}`,
        );
      // What somebody else did just before may still be on its way here.
      await settled();
      const before = journal.calls().length;
      let query = '';
      const answered = await phone.does(async () => {
        query = person.taps(on, label);
        const isAnswered = () => person.chat().answers.some(({ queryId }) => queryId === query);
        await vi.waitUntil(isAnswered, { timeout: 5000, interval: 5 });
      });
      const calls = journal.calls().slice(before);
      const answer = calls.find(({ params }) => params.callback_query_id === query);
      const shows = calls.filter(({ method, chatId }) => chatId === person.id && SHOWS.test(method));
      expect(answer?.at).toBeLessThanOrEqual(Math.min(...shows.map(({ at }) => at)));
      return answered;
    },
    gets: (isIt) => person.chat().waitForMessage(isIt, { timeoutMs: 10_000 }),
  };
  return phone;
}
