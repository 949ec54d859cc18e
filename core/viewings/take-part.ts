import type { PartOfDay } from '#core/chat/text.ts';
import { withoutThanks } from '#core/typed/without-manners.ts';
import type { DateWords } from './date-words.ts';
import { fold } from './fold.ts';
import type { PartWords } from './part-words.ts';

/** What is left of a piece, folded, where its part of the day is taken out; `fromToday` where that names the day too. */
export type Left = { readonly words: string; readonly part?: PartOfDay; readonly fromToday?: number };

type About = {
  readonly dates: DateWords;
  readonly parts: PartWords;
  /** What a sign that stands for an hour means. */
  readonly partOfHour: (word: string) => PartOfDay | undefined;
};

/** The ways in which a piece may be read, the likeliest first: German "morgen" is tomorrow, and the morning beside a day. */
export function takePart(raw: string, about: About): readonly Left[] {
  const { parts } = about;
  const folded = fold(raw.replace(/[()?!]|:(?=\s|$)/g, ' '));
  const words = withoutThanks(folded)
    .split(' ')
    .map((word) => parted(word, about))
    .join(' ');
  const dated = [...parts.dated].find(([name]) => without(words, name) !== undefined);
  if (dated) {
    const [name, { fromToday, part }] = dated;
    return [{ words: bare(without(words, name) ?? '', parts), part, fromToday }];
  }
  const found = partIn(words, about);
  if (found) return [found, { ...found, words: bare(found.words, parts) }];
  const rest = parts.morning === undefined ? undefined : without(words, parts.morning);
  const mornings = rest ? [{ words: rest, part: 'morning' as const }] : [];
  return [{ words }, ...mornings, ...mornings.map((each) => ({ ...each, words: bare(each.words, parts) }))];
}

/** Words without a phrase in them; undefined where it is not there. */
function without(words: string, phrase: string): string | undefined {
  const at = ` ${words} `.indexOf(` ${phrase} `);
  return at < 0 ? undefined : `${words.slice(0, at)}${words.slice(at + phrase.length + 1)}`.trim();
}

/** The part that a phrase or an hour says; two that differ are any time. */
function partIn(words: string, { parts, partOfHour }: About): Left | undefined {
  let left = words;
  let part: PartOfDay | undefined;
  const say = (said: PartOfDay, rest: string) => {
    part = part === undefined || part === said ? said : 'any';
    left = rest;
  };
  for (const [phrase, said] of parts.parts) {
    const rest = without(left, phrase);
    if (rest !== undefined) say(said, rest);
  }
  for (const word of left.split(' ')) {
    const said = partOfHour(word);
    const rest = said && without(left, word);
    // An hour is nearer than the part that it is in: "Saturday evening, 18:00".
    if (said && rest !== undefined) say(part ?? said, rest);
  }
  return part && { words: left, part };
}

/** Without what stands before a part of the day, and is nothing by itself. */
const bare = (words: string, { around }: PartWords): string =>
  words
    .split(' ')
    .filter((word) => !around.has(word))
    .join(' ');

/** The least letters of a day's name that another word may be written behind. */
const LEAST = 4;

/** `zaterdagmiddag`, `Samstagnachmittag`, `lördagseftermiddag` in two words. */
function parted(word: string, { dates, parts }: About): string {
  if (word.length < 2 * LEAST) return word;
  for (const day of [...dates.weekdays.keys(), ...dates.fromToday.keys()]) {
    if (day.length < LEAST || !word.startsWith(day)) continue;
    const rest = word.slice(day.length).replace(/^s(?=.{2})/, '');
    if (rest === parts.morning || parts.parts.some(([name]) => name === rest)) return `${day} ${rest}`;
  }
  return word;
}
