import type { Visit } from '#adapters/console/door.ts';
import type { Icon } from '#adapters/console/icons.ts';
import { PLACES, type Place } from '#adapters/console/layout.ts';
import type { Found } from '#core/crm/search.ts';

/** Something that can be done from anywhere: it leads to the page where it is done, or is a form that does it at once. */
export type Command = { readonly words: string; readonly drawing: Icon; readonly key?: string } & (
  | { readonly href: string }
  | { readonly action: string; readonly fields: Readonly<Record<string, string>> }
);

/** Before words that are to find commands alone. */
const ONLY_COMMANDS = '>';
/** The single keys that do the same (keys.js). */
const PLACE_KEYS: Partial<Readonly<Record<Place, string>>> = {
  ...{ today: 'G T', requests: 'G R', messages: 'G M' },
  ...{ contacts: 'G C', deals: 'G D', properties: 'G P' },
};
const NEW = [
  ['contact', '/crm/contacts/new', 'user-plus'],
  ['lead', '/crm/contacts/new?kind=lead', 'user-plus'],
  ['deal', '/crm/deals/new', 'handshake'],
  ['property', '/crm/properties/new', 'house-plus'],
] as const;
type Person = Found['contacts'][number];
/** What is done with a person, by the phrase that names it. */
const WITH_PERSON = [
  ['find.messageTo', 'message-square', 'M', ({ id }: Person) => `/crm/messages/${id}#message`],
  ['find.offerTo', 'house-plus', 'P', ({ id }: Person) => `/crm/contacts/${id}/offer`],
] as const;

/** What person-deeds.ts does with a person, without whom. */
const DEEDS: readonly ((say: Visit['say']) => string)[] = [
  (say) => say('find.accept', { name: '', time: '' }),
  (say) => say('find.otherTime', { name: '', home: '' }),
  (say) => say('find.isComing', { name: '', home: '' }),
  (say) => say('find.settle', { name: '' }),
  (say) => say('find.takeOver', { name: '' }),
  (say) => say('find.handBack', { name: '' }),
];

/** What was typed: the words that records are looked for by, and those that commands are. */
export function askedFor(typed: string): { readonly words: string; readonly onlyCommands: boolean } {
  const onlyCommands = typed.trimStart().startsWith(ONLY_COMMANDS);
  return { words: onlyCommands ? typed.trimStart().slice(1).trim() : typed.trim(), onlyCommands };
}

/** The words of a person where a verb stands before them, as in `message emma`; undefined where none does. */
export function personIn({ say }: Pick<Visit, 'say'>, words: string): string | undefined {
  const typed = words.split(/\s+/);
  const verbs = [...WITH_PERSON.map(([key]) => say(key, { name: '' })), ...DEEDS.map((deed) => deed(say))];
  for (let many = typed.length - 1; many > 0; many -= 1) {
    const verb = typed.slice(0, many).join(' ');
    if (verbs.some((words) => fits(words, verb))) return typed.slice(many).join(' ');
  }
  return undefined;
}

/** What can be done with the person who was found first. */
export const withPerson = (
  { say, user }: Pick<Visit, 'say' | 'user'>,
  person: Person | undefined,
): readonly Command[] =>
  person === undefined
    ? []
    : WITH_PERSON.map(([phrase, drawing, key, href]) => ({
        words: say(phrase, { name: `${person.first_name} ${person.last_name}` }),
        ...{ drawing, href: href(person) },
        ...(user.singleKeys ? { key } : {}),
      }));

/** The places and what can be begun, as far as all these words begin words of theirs. */
export function commands({ say, user }: Pick<Visit, 'say' | 'user'>, words: string): readonly Command[] {
  const places = Object.entries(PLACES).map(([place, [href, drawing]]): Command => {
    const key = user.singleKeys ? PLACE_KEYS[place as Place] : undefined;
    return {
      words: say('find.goTo', { place: say(`frame.${place as Place}`) }),
      href,
      drawing,
      ...(key ? { key } : {}),
    };
  });
  const fresh = NEW.map(
    ([kind, href, drawing]): Command => ({
      words: say('find.newOne', { kind: say(`frame.newKind.${kind}`) }),
      href,
      drawing,
    }),
  );
  return [...places, ...fresh].filter((command) => fits(command.words, words));
}

/** Accents and case do not matter, as in the search of records. */
const plain = (words: string): string => words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether all that was typed begins words of these. */
export function fits(words: string, typed: string): boolean {
  const own = plain(words).split(/\s+/);
  return plain(typed)
    .split(/\s+/)
    .every((prefix) => own.some((word) => word.startsWith(prefix)));
}
