import type { DayValue, Moment, PartOfDay, Text, Value } from '#core/chat/text.ts';
import { type Language, LOCALES } from '#core/language.ts';
import { cityOf } from './cities.ts';

/** What stands around values; Intl has no words for the city of a zone, nor for a part of a day in a date. */
type Habit = {
  moment(day: string, time: string, zone: string): string;
  /** A time, or two with a dash, beside a short day. */
  hours?(time: string): string;
  zone(city: string): string;
  readonly parts: Readonly<Record<Exclude<PartOfDay, 'any'>, string>>;
};

const HABITS: Readonly<Record<Language, Habit>> = {
  en: {
    moment: (day, time, zone) => `${day} at ${time} (${zone})`,
    zone: (city) => `${city} time`,
    parts: { morning: 'morning', afternoon: 'afternoon', evening: 'evening' },
  },
  nl: {
    moment: (day, time, zone) => `${day} om ${time} uur (${zone})`,
    hours: (time) => `${time} uur`,
    zone: (city) => `lokale tijd in ${city}`,
    parts: { morning: 'ochtend', afternoon: 'middag', evening: 'avond' },
  },
  de: {
    moment: (day, time, zone) => `${day} um ${time} Uhr (${zone})`,
    hours: (time) => `${time} Uhr`,
    zone: (city) => `Ortszeit ${city}`,
    parts: { morning: 'vormittags', afternoon: 'nachmittags', evening: 'abends' },
  },
  fr: {
    moment: (day, time, zone) => `${day} à ${time} (${zone})`,
    zone: (city) => (/^[aeiouh]/i.test(bare(city)) ? `heure d’${city}` : `heure de ${city}`),
    parts: { morning: 'matin', afternoon: 'après-midi', evening: 'soir' },
  },
  es: {
    moment: (day, time, zone) => `${day}, a las ${time} (${zone})`,
    zone: (city) => `hora de ${city}`,
    parts: { morning: 'por la mañana', afternoon: 'por la tarde', evening: 'última hora de la tarde' },
  },
  pt: {
    moment: (day, time, zone) => `${day}, às ${time} (${zone})`,
    zone: (city) => `hora de ${city}`,
    parts: { morning: 'de manhã', afternoon: 'à tarde', evening: 'ao fim do dia' },
  },
  it: {
    moment: (day, time, zone) => `${day} alle ore ${time} (${zone})`,
    hours: (time) => `ore ${time}`,
    zone: (city) => `ora di ${city}`,
    parts: { morning: 'mattina', afternoon: 'pomeriggio', evening: 'sera' },
  },
  pl: {
    moment: (day, time, zone) => `${day}, godz. ${time} (${zone})`,
    hours: (time) => `godz. ${time}`,
    zone: (city) => `czas lokalny: ${city}`,
    parts: { morning: 'rano', afternoon: 'po południu', evening: 'wieczorem' },
  },
  sv: {
    moment: (day, time, zone) => `${day} kl. ${time} (${zone})`,
    hours: (time) => `kl. ${time}`,
    zone: (city) => `lokal tid i ${city}`,
    parts: { morning: 'förmiddag', afternoon: 'eftermiddag', evening: 'kväll' },
  },
  no: {
    moment: (day, time, zone) => `${day} kl. ${time} (${zone})`,
    hours: (time) => `kl. ${time}`,
    zone: (city) => `lokal tid i ${city}`,
    parts: { morning: 'formiddag', afternoon: 'ettermiddag', evening: 'kveld' },
  },
};

/** A value as a language writes it. Texts inside a phrase are for whoever says the phrase. */
export function sayValue(value: Exclude<Value, Text>, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numbers(language).format(value);
  if ('moment' in value) return sayMoment(value, language);
  if ('day' in value) return sayDay(value, language);
  if ('amount' in value) return moneys(language, value.currency).format(value.amount);
  return `${numbers(language).format(value.squareMetres)}\u00a0m²`;
}

function sayMoment({ moment, zone, as, until, inYear = false }: Moment, language: Language): string {
  const at = new Date(moment);
  const time = times(language, zone).format(at);
  if (as === undefined) return HABITS[language].moment(dateIn(language, zone, at), time, zoneIn(language, zone));
  const end = until === undefined ? '' : `–${times(language, zone).format(new Date(until))}`;
  const { hours } = HABITS[language];
  const said = `${briefIn(language, zone, at, inYear)}, ${hours ? hours(time + end) : time + end}`;
  return as === 'bare' ? said : `${said} (${zoneIn(language, zone)})`;
}

function zoneIn(language: Language, zone: string): string {
  const city = cityOf(zone, language);
  return city === undefined ? zone.replace(/^Etc\//, '') : HABITS[language].zone(city);
}

function sayDay({ day, part = 'any', brief = false }: DayValue, language: Language): string {
  const at = new Date(`${day}T12:00:00Z`);
  const date = brief ? briefIn(language, 'UTC', at, false) : dateIn(language, 'UTC', at);
  return part === 'any' ? date : `${date}, ${HABITS[language].parts[part]}`;
}

/** The first of a month is an ordinal in French, which Intl does not know. */
function dateIn(language: Language, zone: string, at: Date): string {
  return ordinalIn(language, days(language, zone).format(at));
}

function briefIn(language: Language, zone: string, at: Date, inYear: boolean): string {
  return ordinalIn(language, (inYear ? briefDaysInYear : briefDays)(language, zone).format(at));
}

const ordinalIn = (language: Language, date: string): string =>
  language === 'fr' ? date.replace(' 1 ', ' 1er ') : date;

/** Making a formatter takes 20 µs, using one far less. */
function cached<Args extends readonly string[], Format>(make: (...args: Args) => Format): (...args: Args) => Format {
  const made = new Map<string, Format>();
  return (...args) => {
    const key = args.join(' ');
    const format = made.get(key) ?? make(...args);
    made.set(key, format);
    return format;
  };
}

const numbers = cached((language: Language) => new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }));
const moneys = cached(
  (language: Language, currency: string) =>
    new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }),
);
const days = cached(
  (language: Language, timeZone: string) => new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'full', timeZone }),
);
const BRIEF = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const briefDays = cached(
  (language: Language, timeZone: string) => new Intl.DateTimeFormat(LOCALES[language], { ...BRIEF, timeZone }),
);
const briefDaysInYear = cached(
  (language: Language, timeZone: string) =>
    new Intl.DateTimeFormat(LOCALES[language], { ...BRIEF, year: 'numeric', timeZone }),
);
const times = cached(
  (language: Language, timeZone: string) =>
    new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
);

const bare = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '');
