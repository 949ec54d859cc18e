import { vi } from 'vitest';
import type { GraphPerson } from '#adapters/whatsapp/cloud/stand-in/person.ts';
import type { SeenMessage } from '#adapters/whatsapp/cloud/stand-in/seen.ts';

/** Somebody's WhatsApp, who does one thing after the other and reads what comes. */
export type WhatsAppPhone = {
  readonly person: GraphPerson;
  /** Does something and reads all of its answer. */
  does(deed: () => unknown): Promise<readonly SeenMessage[]>;
  writes(words: string): Promise<readonly SeenMessage[]>;
  /** Taps the newest button or row of that name, behind More where the message has no room for it. */
  taps(label: string, on?: string): Promise<readonly SeenMessage[]>;
  /** Reads what comes by itself. */
  gets(isIt: (message: SeenMessage) => boolean): Promise<SeenMessage>;
  readonly all: () => readonly SeenMessage[];
};

const MORE_PAGES = 5;

/** `settled` resolves once nothing that came in waits and nothing is unsent; `more`: the label of More. */
export function aWhatsAppPhone(person: GraphPerson, settled: () => Promise<void>, more = 'More'): WhatsAppPhone {
  const all = () =>
    person
      .chat()
      .messages()
      .filter(({ from }) => from === 'bot');
  const find = (label: string, on?: string) =>
    all().findLast((message) => (on === undefined || message.id === on) && titlesOf(message).includes(label));

  const phone: WhatsAppPhone = {
    person,
    all,
    does: async (deed) => {
      const before = new Set(all().map(({ id }) => id));
      await deed();
      await vi.waitUntil(() => all().some(({ id }) => !before.has(id)), { timeout: 10_000, interval: 5 });
      await settled();
      return all().filter(({ id }) => !before.has(id));
    },
    writes: (words) => phone.does(() => person.writes(words)),
    taps: async (label, on) => {
      let found = find(label, on);
      let last = on ?? all().findLast((message) => titlesOf(message).includes(more))?.id;
      for (let page = 0; !found && last !== undefined && page < MORE_PAGES; page += 1) {
        const from = last;
        const came = await phone.does(() => person.taps(from, more));
        found = came.find((message) => titlesOf(message).includes(label));
        last = came.find((message) => titlesOf(message).includes(more))?.id;
      }
      if (!found) throw new Error(`no "${label}" in: ${all().flatMap(titlesOf).join(' | ')}`);
      const { id } = found;
      return phone.does(() => person.taps(id, label));
    },
    gets: async (isIt) => {
      const message = await vi.waitUntil(() => all().findLast(isIt), { timeout: 10_000, interval: 5 });
      await settled();
      return message;
    },
  };
  return phone;
}

/** Everything that can be tapped on a message. */
export const titlesOf = ({ buttons, sections }: SeenMessage): readonly string[] => [
  ...buttons.map(({ title }) => title),
  ...sections.flatMap(({ rows }) => rows.map(({ title }) => title)),
];
