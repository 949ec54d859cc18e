import { addDays, type Day, dayOf, momentOf } from '#core/clock.ts';
import { LOCALES } from '#core/language.ts';
import { type Html, html } from './html.ts';
import type { ConsoleLanguage } from './say.ts';

/** Moments as the console shows them: in the company's zone, with the exact one at hand. */
export type Times = {
  /** `09:44` today, `Sat 12:02` within a week, else `21 Nov`, with the year where it is another one. */
  short(at: Date): string;
  /** The same as an element that names the exact moment. */
  element(at: Date): Html;
  /** `Monday 30 November` */
  day(at: Date): string;
  /** `30 Nov` */
  date(at: Date): string;
  /** `09:44` */
  clock(at: Date): string;
  /** `Wed 2 Dec, 10:00` */
  dayAndClock(at: Date): string;
  /** `Wed 2 Dec` of a calendar day. */
  dayOnly(day: Day): string;
  isToday(at: Date): boolean;
  /** How long something takes or is ahead, in milliseconds: `3 h 20 min`, `45 min`. */
  span(milliseconds: number): string;
  /** What the zone is called after: `Madrid`. */
  readonly city: string;
};

const WEEK_DAYS = 6;
const HOUR_SIGN: Readonly<Record<ConsoleLanguage, string>> = { en: 'h', nl: 'u' };

export function createTimes(zone: string, language: ConsoleLanguage, now: Date): Times {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, ...options });
    // On a board most stand several times.
    const known = new Map<number, string>();
    return (at: Date) => {
      const words = known.get(at.getTime()) ?? made.format(at).replace(',', '');
      known.set(at.getTime(), words);
      return words;
    };
  };
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekday = format({ weekday: 'short' });
  const date = format({ day: 'numeric', month: 'short' });
  const dateAndYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayAndMonth = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const exact = format({ dateStyle: 'full', timeStyle: 'short' });
  const today = dayOf(now, zone);
  const short = (at: Date) => {
    const day = dayOf(at, zone);
    if (day === today) return clock(at);
    if (day < addDays(today, WEEK_DAYS) && day > addDays(today, -WEEK_DAYS)) return `${weekday(at)} ${clock(at)}`;
    return day.slice(0, 4) === today.slice(0, 4) ? date(at) : dateAndYear(at);
  };
  return {
    short,
    element: (at) => html`<time datetime="${at.toISOString()}" title="${exact(at)}">${short(at)}</time>`,
    day: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    date,
    clock,
    dayAndClock: (at) => `${dayAndMonth(at)}, ${clock(at)}`,
    dayOnly: (day) => dayAndMonth(momentOf(day, '12:00', zone)),
    isToday: (at) => dayOf(at, zone) === today,
    span: (milliseconds) => {
      const minutes = Math.max(Math.ceil(milliseconds / 60_000), 0);
      const hours = Math.floor(minutes / 60);
      const parts = [hours > 0 && `${hours} ${HOUR_SIGN[language]}`, minutes % 60 > 0 && `${minutes % 60} min`];
      return parts.filter(Boolean).join(' ') || '0 min';
    },
    city: (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
  };
}
