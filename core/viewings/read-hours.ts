import type { PartOfDay } from '#core/chat/text.ts';
import type { Language } from '#core/language.ts';
import { fold } from './fold.ts';

/** What stands before an hour or between two, as people type it, by language. */
type Row = Readonly<Record<'at' | 'after' | 'before' | 'between' | 'to', string>> & {
  /** `halb fünf` is half an hour before five. */
  readonly half?: string;
};

const ROWS: Readonly<Record<Language, Row>> = {
  en: {
    at: 'at|around|about|@',
    after: 'after|from|past',
    before: 'before|until|till|by',
    between: 'between|from',
    to: 'to|and|until|till',
  },
  nl: {
    at: 'om|rond|omstreeks',
    after: 'na|vanaf',
    before: 'voor|vóór|tot',
    between: 'tussen|van',
    to: 'tot|en',
    half: 'half',
  },
  de: {
    at: 'um|gegen|so um',
    after: 'nach|ab',
    before: 'vor|bis',
    between: 'zwischen|zw\\.?|von',
    to: 'bis|und',
    half: 'halb',
  },
  fr: {
    at: 'à|a|vers|vers les',
    after: 'après|apres|dès|à partir de|a partir de',
    before: "avant|jusqu['’]à|jusqu['’]a",
    between: 'entre|de',
    to: 'à|a|et',
  },
  es: {
    at: 'a las|a la|sobre las|hacia las',
    after: 'después de las|despues de las|a partir de las|desde las',
    before: 'antes de las|hasta las',
    between: 'entre las|de las|entre|de',
    to: 'y las|a las|hasta las|y|a',
  },
  pt: {
    at: 'às|as|à|pelas|por volta das',
    after: 'depois das|a partir das|após as|apos as',
    before: 'antes das|até às|até as|ate as',
    between: 'entre as|das|entre|de',
    to: 'e as|às|as|e|a',
  },
  it: {
    at: "alle|verso le|alle ore|ore|all['’]",
    after: 'dopo le|dalle',
    before: 'prima delle|entro le|fino alle',
    between: 'tra le|fra le|dalle',
    to: 'e le|alle|e',
  },
  pl: {
    at: 'o|około|okolo|o godz\\.?|godz\\.?|o godzinie',
    after: 'po|od',
    before: 'przed|do',
    between: 'między|miedzy|od',
    to: 'do|a|i',
  },
  sv: {
    at: 'kl\\.?|klockan|runt|vid',
    after: 'efter|från|efter kl\\.?|från kl\\.?',
    before: 'före|innan|till',
    between: 'mellan|från',
    to: 'till|och',
    half: 'halv',
  },
  no: {
    at: 'kl\\.?|klokken|rundt|ved',
    after: 'etter|fra|etter kl\\.?|fra kl\\.?',
    before: 'før|innen|til',
    between: 'mellom|fra',
    to: 'til|og',
    half: 'halv',
  },
};

const UNIT = "o['’]?clock|uhr|uur|heures?|horas?|hrs?|h|u|ore|godz|a\\.?m\\.?|p\\.?m\\.?";
/** An hour with its minutes and its unit; by `mark` its groups are told apart. */
const hour = (mark: string) =>
  `(?<hour${mark}>\\d{1,2})(?:(?<sign${mark}>[:hu.])(?<minutes${mark}>[0-5]\\d))?(?:\\s*(?<unit${mark}>${UNIT})(?![\\p{L}\\p{N}]))?`;
/** What would make something else of it: a date, a longer number, a word. */
const BEGINS = '(?<![\\p{L}\\p{N}:./-])';
const ENDS = '(?![\\p{L}\\p{N}:]|\\s?[./-]\\s?\\p{N})';

/** What was typed with each hour in it as one sign that no keyboard has. */
export type Hours = {
  readonly words: string;
  /** The part of the day that a sign stands for; undefined where the word is none. */
  readonly partOf: (word: string) => PartOfDay | undefined;
  /** The words as they were typed. */
  readonly shown: (words: string) => string;
};

/** The first of the signs that stand for hours, and as many as there may be (Unicode, private use). */
const FIRST_SIGN = 0xe100;
const MOST = 64;
const SIGNS = /[\ue100-\ue13f]/gu;

/**
 * Finds the hours in what was typed: `at 10:30`, `16h`, `after 5`, `10-12 Uhr`, each as the part of the day that holds
 * it. `isMonth`: whether a word, folded, is one, since `from 5 May` is no hour.
 */
export function readHours(typed: string, language: Language, isMonth: (word: string) => boolean): Hours {
  const found: { readonly typed: string; readonly part: PartOfDay }[] = [];
  const hide = (words: string, pattern: RegExp, partIn: (groups: Groups) => PartOfDay | undefined): string => {
    let left = '';
    let end = 0;
    for (const match of words.matchAll(pattern)) {
      const [all] = match;
      const after = words.slice(match.index + all.length);
      const part = isMonth(fold(/^[\s.]*([\p{L}\p{M}]+)/u.exec(after)?.[1] ?? ''))
        ? undefined
        : partIn(match.groups ?? {});
      if (part === undefined || found.length >= MOST) continue;
      left += `${words.slice(end, match.index)} ${String.fromCharCode(FIRST_SIGN + found.length)} `;
      end = match.index + all.length;
      found.push({ typed: all, part });
    }
    return left + words.slice(end);
  };
  const known = patternsOf(language);
  const given = typed.replace(SIGNS, ' ').replace(/[^\S\n]+/gu, ' ');
  const words = hide(hide(given, known.span, spanIn), known.single, singleIn);
  const at = (sign: string) => found[sign.charCodeAt(0) - FIRST_SIGN];
  return {
    words,
    partOf: (word) => (word.length === 1 ? at(word)?.part : undefined),
    shown: (some) =>
      some
        .replace(SIGNS, (sign) => at(sign)?.typed ?? '')
        .replace(/\s+/gu, ' ')
        .trim(),
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

/** `4 - 6 pm`, `between 10 and 12`: clear by a unit, by minutes, or by the word before it. */
function spanIn(groups: Groups): PartOfDay | undefined {
  const { between, at, unit1, unit2, sign1, sign2 } = groups;
  const isClear = between ?? at ?? unit1 ?? unit2 ?? [sign1, sign2].find((sign) => sign && sign !== '.');
  const [from, to] = [minutesIn(groups, '1'), minutesIn(groups, '2')];
  return isClear && from !== undefined && to !== undefined && from <= to ? partOf({ from, to }) : undefined;
}

function singleIn(groups: Groups): PartOfDay | undefined {
  const { at, after, before, half, unit1, sign1 } = groups;
  // `5.12` is a date where nothing says that it is none.
  const isClear = unit1 ?? (sign1 === '.' ? at : (sign1 ?? at ?? after ?? before ?? half));
  const said = minutesIn(groups, '1');
  if (!isClear || said === undefined) return undefined;
  const minutes = half ? said - 30 : said;
  if (after) return partOf({ from: minutes });
  return partOf(before ? { to: minutes } : { from: minutes, to: minutes });
}

const HOUR = 60;
const NOON = 12 * HOUR;
/** When the evening begins. */
const EVENING = 17 * HOUR;
/** Nobody looks at a home before eight: a bare hour up to this one is of the afternoon. */
const LATEST_BARE = 7;

/** Minutes since midnight; undefined where there is no such hour. */
function minutesIn(groups: Groups, mark: '1' | '2'): number | undefined {
  const said = groups[`hour${mark}`] ?? '';
  const unit = (groups[`unit${mark}`] ?? groups.unit2 ?? '').toLowerCase();
  const hours = Number(said);
  if (hours > 24) return undefined;
  const isBare = hours >= 1 && hours <= LATEST_BARE && !said.startsWith('0');
  const isAfternoon = unit.startsWith('p') || (!unit.startsWith('a') && isBare);
  const onClock = unit.startsWith('a') || unit.startsWith('p') || isBare ? hours % 12 : hours;
  return (isAfternoon ? onClock + 12 : onClock) * HOUR + Number(groups[`minutes${mark}`] ?? 0);
}

/** The part that holds the time whole; an open end is held by none but the evening and the morning. */
function partOf({ from, to }: { readonly from?: number; readonly to?: number }): PartOfDay {
  if (from === undefined) return to !== undefined && to <= NOON ? 'morning' : 'any';
  if (to === undefined) return from < NOON ? 'any' : from < EVENING ? 'afternoon' : 'evening';
  if (from >= EVENING) return 'evening';
  if (from >= NOON) return to <= EVENING ? 'afternoon' : 'any';
  return to <= NOON ? 'morning' : 'any';
}

type Patterns = { readonly span: RegExp; readonly single: RegExp };
const made = new Map<Language, Patterns>();

function patternsOf(language: Language): Patterns {
  let patterns = made.get(language);
  if (!patterns) {
    patterns = makePatterns(language === 'en' ? [ROWS.en] : [ROWS[language], ROWS.en]);
    made.set(language, patterns);
  }
  return patterns;
}

function makePatterns(rows: readonly Row[]): Patterns {
  const oneOf = (kind: keyof Row) =>
    rows
      .flatMap((row) => row[kind]?.split('|') ?? [])
      // The longest first: `a las` before `a`.
      .sort((one, other) => other.length - one.length)
      .join('|');
  const half = oneOf('half');
  const lead = (['after', 'before', 'at'] as const).map((kind) => `(?<${kind}>${oneOf(kind)})`).join('|');
  return {
    span: new RegExp(
      `${BEGINS}(?:(?:(?<between>${oneOf('between')})|(?<at>${oneOf('at')}))\\s*)?${hour('1')}\\s*(?:[-–—]|(?:${oneOf('to')})(?=[\\s\\d]))\\s*${hour('2')}${ENDS}`,
      'giu',
    ),
    single: new RegExp(`${BEGINS}(?:(?:${lead})\\s*)?${half && `(?:(?<half>${half})\\s+)?`}${hour('1')}${ENDS}`, 'giu'),
  };
}
