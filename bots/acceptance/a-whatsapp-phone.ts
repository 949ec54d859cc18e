import { vi } from 'vitest';
import type { GraphPerson } from '#adapters/whatsapp/cloud/stand-in/person.ts';
import type { SeenMessage } from '#adapters/whatsapp/cloud/stand-in/seen.ts';

/** Somebody's WhatsApp, who does one thing after the other and reads what comes. */
export type WhatsAppPhone = {
  readonly person: GraphPerson;
  /** Does something and reads all of its answer. */
  does(deed: () => unknown): Promise<readonly SeenMessage[]>;
  writes(words: string): Promise<readonly SeenMessage[]>;
  /** Taps the newest button or row of that name; where the message has no room for it, behind its More or below its Details. */
  taps(label: string, on?: string): Promise<readonly SeenMessage[]>;
  /** Reads what comes by itself. */
  gets(isIt: (message: SeenMessage) => boolean): Promise<SeenMessage>;
  readonly all: () => readonly SeenMessage[];
};

const MORE_PAGES = 5;
/** The same word in every language that is spoken here. */
const DETAILS = 'Details';

/** `settled` resolves once nothing that came in waits and nothing is unsent; `more`: the label of More. */
export function aWhatsAppPhone(person: GraphPerson, settled: () => Promise<void>, more = 'More'): WhatsAppPhone {
  const all = () =>
    person
      .chat()
      .messages()
      .filter(({ from }) => from === 'bot');
  const find = (label: string, on?: string) =>
    all().findLast((message) => (on === undefined || message.id === on) && titlesOf(message).includes(label));
  const waysOn = (message: SeenMessage) => [more, DETAILS].filter((way) => titlesOf(message).includes(way));

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
      let last = all().findLast((message) => (on === undefined || message.id === on) && waysOn(message).length > 0);
      for (let page = 0; !found && last && page < MORE_PAGES; page += 1) {
        const [way = more] = waysOn(last);
        const { id } = last;
        const came = await phone.does(() => person.taps(id, way));
        found = came.find((message) => titlesOf(message).includes(label));
        last = came.find((message) => titlesOf(message).includes(more));
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
