import { type Language, LOCALES } from '#core/language.ts';
import { fold } from './fold.ts';

/** The words that a language has for days, folded as `fold` does. */
export type DateWords = {
  /** 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** 0 (Sunday) to 6. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Whole expressions, as days from today. */
  readonly fromToday: ReadonlyMap<string, number>;
  /** Whole expressions for the coming weekend. "Next weekend" is none: some mean the one after. */
  readonly weekend: ReadonlySet<string>;
  /** The first of a month, where a word stands for it. */
  readonly first: ReadonlySet<string>;
  /** "next" and the like; they only strengthen a weekday. */
  readonly next: ReadonlySet<string>;
  /** Articles and prepositions, which say nothing. */
  readonly fillers: ReadonlySet<string>;
  /** What stands between two dates. */
  readonly between: readonly string[];
};

type Row = {
  readonly today: string;
  readonly tomorrow: string;
  readonly dayAfter: string;
  readonly months: Readonly<Record<string, number>>;
  readonly weekdays: Readonly<Record<string, number>>;
  readonly weekend: string;
  readonly first: string;
  readonly next: string;
  readonly fillers: string;
  readonly between: string;
};

/** What Intl does not know: alternatives stand between bars, single words between spaces. */
const ROWS: Readonly<Record<Language, Row>> = {
  en: {
    today: 'today',
    tomorrow: 'tomorrow|tomorow|tommorow|tmrw|tmr|2morrow',
    dayAfter: 'the day after tomorrow|day after tomorrow',
    months: { sep: 9, sept: 9 },
    weekdays: { tues: 2, weds: 3, thur: 4, thurs: 4 },
    weekend:
      'weekend|wknd|this weekend|the weekend|at the weekend|on the weekend|over the weekend|in the weekend|during the weekend|this coming weekend|coming weekend|the coming weekend',
    first: 'first',
    next: 'next this coming',
    fillers: 'the of on either',
    between: 'and or',
  },
  nl: {
    today: 'vandaag',
    tomorrow: 'morgen',
    dayAfter: 'overmorgen',
    months: { mar: 3, sept: 9 },
    weekdays: { maa: 1, din: 2, woe: 3, don: 4, vri: 5, zat: 6, zon: 0 },
    weekend:
      'weekend|dit weekend|het weekend|in het weekend|van het weekend|komend weekend|komende weekend|het komende weekend|aankomend weekend|weekeinde|dit weekeinde|in het weekeinde|komend weekeinde',
    first: 'eerste',
    next: 'volgende komende aanstaande aankomende deze a s',
    fillers: 'op de',
    between: 'en of',
  },
  de: {
    today: 'heute',
    tomorrow: 'morgen',
    dayAfter: 'übermorgen|uebermorgen',
    months: { jänner: 1, feber: 2, maerz: 3, juno: 6, julei: 7 },
    weekdays: { sonnabend: 6, don: 4 },
    weekend:
      'wochenende|am wochenende|dieses wochenende|diesem wochenende|an diesem wochenende|das wochenende|kommendes wochenende|am kommenden wochenende|übers wochenende',
    first: 'erster ersten erste',
    next: 'nächster nächsten nächste naechsten kommender kommenden kommende diesen dieser',
    fillers: 'am den der dem',
    between: 'und oder',
  },
  fr: {
    today: "aujourd'hui|aujourdhui",
    tomorrow: 'demain',
    dayAfter: 'après-demain',
    months: { jan: 1, fev: 2, juil: 7 },
    weekdays: {},
    weekend: 'week-end|weekend|ce week-end|ce weekend|pendant le week-end|pendant le weekend',
    first: 'premier',
    next: 'prochain ce cet qui vient',
    fillers: 'le l du de',
    between: 'et ou',
  },
  es: {
    today: 'hoy',
    tomorrow: 'mañana',
    dayAfter: 'pasado mañana',
    months: { setiembre: 9, sep: 9, set: 9 },
    weekdays: {},
    weekend: 'fin de semana|este fin de semana|el fin de semana|finde|este finde|el finde',
    first: 'primero',
    next: 'próximo este siguiente que viene',
    fillers: 'el de del día',
    between: 'y e o u',
  },
  pt: {
    today: 'hoje',
    tomorrow: 'amanhã',
    dayAfter: 'depois de amanhã',
    months: {},
    weekdays: { seg: 1, ter: 2, qua: 3, qui: 4, sex: 5, sab: 6, dom: 0 },
    weekend:
      'fim de semana|este fim de semana|neste fim de semana|no fim de semana|o fim de semana|fim-de-semana|este fim-de-semana|no fim-de-semana',
    first: 'primeiro',
    next: 'próximo próxima este esta que vem',
    fillers: 'o a de do da no na em dia feira',
    between: 'e ou',
  },
  it: {
    today: 'oggi',
    tomorrow: 'domani',
    dayAfter: 'dopodomani|dopo domani',
    months: { sett: 9, mag: 5 },
    weekdays: {},
    weekend: 'weekend|week-end|questo weekend|nel weekend|questo fine settimana|fine settimana|nel fine settimana',
    first: 'primo',
    next: 'prossimo prossima questo questa che viene',
    fillers: 'il l lo la di del dell dello giorno',
    between: 'e ed o oppure',
  },
  pl: {
    today: 'dziś|dzisiaj',
    tomorrow: 'jutro',
    dayAfter: 'pojutrze|po jutrze',
    months: {},
    weekdays: { środę: 3, sobotę: 6, niedzielę: 0, ndz: 0, nd: 0, sb: 6, pn: 1, cz: 4 },
    weekend:
      'weekend|ten weekend|w ten weekend|w weekend|najbliższy weekend|w najbliższy weekend|nadchodzący weekend|w nadchodzący weekend',
    first: 'pierwszy pierwszego',
    next: 'najbliższy najbliższą najbliższa następny następną następna przyszły przyszłą przyszła ten tę tą',
    fillers: 'w we dnia na r roku',
    between: 'i oraz lub albo czy',
  },
  sv: {
    today: 'idag|i dag',
    tomorrow: 'imorgon|i morgon|imorron|i morron',
    dayAfter: 'övermorgon|i övermorgon|iövermorgon',
    months: {},
    weekdays: { månd: 1, tisd: 2, onsd: 3, torsd: 4, fred: 5, lörd: 6, sönd: 0, tor: 4 },
    weekend: 'helgen|i helgen|till helgen|nu i helgen|denna helg|den här helgen|kommande helg',
    first: 'första',
    next: 'nästa kommande',
    fillers: 'den på',
    between: 'och eller',
  },
  no: {
    today: 'i dag|idag',
    tomorrow: 'i morgen|imorgen|i morgon|imorgon',
    dayAfter: 'overmorgen|i overmorgen|iovermorgen|over i morgen',
    months: {},
    weekdays: { tirs: 2, tors: 4, måndag: 1, tysdag: 2, laurdag: 6, sundag: 0 },
    weekend:
      'helgen|helga|i helgen|i helga|til helgen|til helga|nå i helgen|denne helgen|kommende helg|førstkommende helg',
    first: 'første',
    next: 'neste førstkommende kommende',
    fillers: 'den på',
    between: 'og eller',
  },
};

const made = new Map<Language, DateWords>();

/** The words of a language together with those of English, in which anybody may write. */
export function dateWords(language: Language): DateWords {
  let words = made.get(language);
  if (!words) {
    const own = wordsOf(language);
    words = language === 'en' ? own : merged(own, dateWords('en'));
    made.set(language, words);
  }
  return words;
}

function wordsOf(language: Language): DateWords {
  const row = ROWS[language];
  return {
    months: new Map([...monthNames(language), ...folded(row.months)]),
    weekdays: new Map([...weekdayNames(language), ...folded(row.weekdays)]),
    fromToday: new Map(
      [row.today, row.tomorrow, row.dayAfter].flatMap((names, days) =>
        names.split('|').map((name): [string, number] => [fold(name), days]),
      ),
    ),
    weekend: new Set(row.weekend.split('|').map((name) => withoutOf(fold(name)))),
    first: wordSet(row.first),
    next: wordSet(row.next),
    fillers: wordSet(row.fillers),
    between: row.between.split(' '),
  };
}

function merged(own: DateWords, english: DateWords): DateWords {
  return {
    months: new Map([...english.months, ...own.months]),
    weekdays: new Map([...english.weekdays, ...own.weekdays]),
    fromToday: new Map([...english.fromToday, ...own.fromToday]),
    weekend: own.weekend.union(english.weekend),
    first: own.first.union(english.first),
    next: own.next.union(english.next),
    fillers: own.fillers.union(english.fillers),
    between: [...new Set([...own.between, ...english.between])],
  };
}

/** Alone and beside a day: Polish says `listopad`, but `26 listopada`. */
function monthNames(language: Language): [string, number][] {
  const shapes = (['long', 'short'] as const).flatMap((month) => [{ month }, { month, day: 'numeric' } as const]);
  return shapes.flatMap((shape) => {
    const format = new Intl.DateTimeFormat(LOCALES[language], { ...shape, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month): [string, number] => {
      const name = format.formatToParts(Date.UTC(2026, month, 5)).find((part) => part.type === 'month')?.value ?? '';
      return [fold(name), month + 1];
    }).filter(([name]) => !/\d/.test(name));
  });
}

/** `segunda-feira` is known by its first word; the second is a filler. */
function weekdayNames(language: Language): [string, number][] {
  const aSunday = 22;
  return (['long', 'short'] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(LOCALES[language], { weekday, timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, day): [string, number] => {
      const name = format.format(Date.UTC(2026, 10, aSunday + day));
      return [fold(name).split(' ')[0] ?? '', day];
    });
  });
}

const folded = (numbers: Readonly<Record<string, number>>) =>
  Object.entries(numbers).map(([name, number]): [string, number] => [fold(name), number]);
/** `fin de semana`: where a part of the day is taken out, so are the prepositions. */
export const withoutOf = (words: string): string => words.replaceAll(' de ', ' ');
const wordSet = (names: string): ReadonlySet<string> => new Set(names.split(' ').map(fold));
