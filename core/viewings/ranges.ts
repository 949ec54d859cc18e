import { addDays, type Day } from '#core/clock.ts';
import type { Language } from '#core/language.ts';

/** A range of more days is no wish for a viewing but a calendar. */
const MOST_DAYS = 7;

/** What stands before the first day of a range, and between its two; alternatives stand between bars. */
type Row = { readonly from: string; readonly between: string; readonly and: string; readonly to: string };
const ROWS: Readonly<Record<Language, Row>> = {
  en: { from: 'from', between: 'between', and: 'and', to: 'to|until|till|through|thru' },
  nl: { from: 'van', between: 'tussen', and: 'en', to: 'tot en met|tot|tm' },
  de: { from: 'von|vom', between: 'zwischen', and: 'und', to: 'bis zum|bis' },
  fr: { from: 'du|de', between: 'entre', and: 'et', to: "jusqu['’]au|au|à|a" },
  es: { from: 'desde el|desde|del|de', between: 'entre', and: 'y', to: 'hasta el|hasta|al|a' },
  pt: { from: 'desde|de|do|da', between: 'entre', and: 'e', to: 'até|ate|ao|à|a' },
  it: { from: 'dal|da', between: 'tra|fra', and: 'e', to: 'fino al|al|a' },
  pl: { from: 'od', between: 'między|miedzy|pomiędzy', and: 'a|i', to: 'do' },
  sv: { from: 'från', between: 'mellan', and: 'och', to: 'till och med|t\\.?o\\.?m\\.?|till' },
  no: { from: 'fra', between: 'mellom', and: 'og', to: 'til og med|t\\.?o\\.?m\\.?|til' },
};

type Patterns = { readonly between: RegExp; readonly from: RegExp; readonly to: RegExp; readonly numbers: RegExp };
const made = new Map<Language, Patterns>();

function patternsOf(language: Language): Patterns {
  let patterns = made.get(language);
  if (!patterns) {
    const of = (each: keyof Row) => [...new Set([ROWS[language][each], ROWS.en[each]])].join('|');
    patterns = {
      between: new RegExp(`(?<!\\p{L})(?:${of('between')})\\s+([^,;\\n]+?)\\s+(?:${of('and')})\\s+`, 'giu'),
      from: new RegExp(`^(?:${of('from')})\\s+`, 'iu'),
      to: new RegExp(`\\s*[–—]\\s*|\\s+(?:${of('to')})\\s+|(?<=[\\p{L}\\p{N}.])\\s?-\\s?(?=[\\p{L}\\p{N}])`, 'giu'),
      numbers: new RegExp(
        `(?<!\\p{L})(?:(?:${of('from')})\\s+)?(\\d{1,2}\\.?)\\s+(?:${of('to')})\\s+(?=\\d{1,2}\\.?\\s+(?:(?:of|de|di)\\s+)?(\\p{L}+))`,
        'giu',
      ),
    };
    made.set(language, patterns);
  }
  return patterns;
}

/**
 * A range with a dash in place of its words, so that the "and" of "between 3 and 5 December" parts no list, and "from 3
 * to 5 December" are no hours. `isMonth`: whether a word is one.
 */
export function withDashes(typed: string, language: Language, isMonth: (word: string) => boolean): string {
  const { between, numbers } = patternsOf(language);
  return typed
    .replace(/(?<!\p{L})t\/m(?!\p{L})/giu, '–')
    .replace(between, (all, first: string, at: number, whole: string) => {
      const isHours =
        /^\d/u.test(first) &&
        !isMonth(/^\d{1,2}\.?\s+(?:(?:of|de|di)\s+)?(\p{L}+)/u.exec(whole.slice(at + all.length))?.[1] ?? '');
      return isHours ? all : `${first} – `;
    })
    .replace(numbers, (all, first: string, month: string) => (isMonth(month) ? `${first} – ` : all));
}

/** The ways in which words can be a range, each as what stands before and behind its middle. */
export function rangesIn(raw: string, language: Language): readonly (readonly [string, string])[] {
  const { from, to } = patternsOf(language);
  // Who knows which of them is the year.
  if (/^\d+-\d+-\d+$/u.test(raw)) return [];
  const words = raw.replace(from, '');
  return [...words.matchAll(to)].map(({ 0: middle, index }) => [
    words.slice(0, index).trim(),
    words.slice(index + middle.length).trim(),
  ]);
}

/** All days of a range, both ends too; `isWeekday`: the last one is the next such day. Undefined where it goes back, or is too long. */
export function daysBetween(first: Day, last: Day, isWeekday: boolean): readonly Day[] | undefined {
  const days = Array.from({ length: MOST_DAYS }, (_, ahead) => addDays(first, ahead));
  const end = isWeekday && last <= first ? addDays(last, MOST_DAYS) : last;
  const length = days.indexOf(end) + 1;
  return length > 1 ? days.slice(0, length) : undefined;
}
