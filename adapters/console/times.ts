import { addDays, dayOf } from '#core/clock.ts';
import { type Language, LOCALES } from '#core/language.ts';
import { type Html, html } from './html.ts';

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
  /** What the zone is called after: `Madrid`. */
  readonly city: string;
};

const WEEK_DAYS = 6;

export function createTimes(zone: string, language: Language, now: Date): Times {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, ...options });
    return (at: Date) => made.format(at).replace(',', '');
  };
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekday = format({ weekday: 'short' });
  const date = format({ day: 'numeric', month: 'short' });
  const dateAndYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
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
    city: (zone.split('/').at(-1) ?? zone).replaceAll('_', ' '),
  };
}
