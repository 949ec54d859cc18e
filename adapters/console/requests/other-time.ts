import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Asked, Door, Outcome, Visit } from '#adapters/console/door.ts';
import type { Form } from '#adapters/console/form.ts';
import { html } from '#adapters/console/html.ts';
import type { RecordsNeeds } from '#adapters/console/records-needs.ts';
import { type Day, dayOf, isDay, momentOf } from '#core/clock.ts';
import { MOST_WORD, proposeTime } from '#core/crm/propose-time.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { suggestTimes } from '#core/crm/suggest-times.ts';
import { isId, type ViewingId } from '#core/ids.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { EARLIEST_VIEWING, LATEST_VIEWING } from '#core/viewings/viewing-times.ts';
import { cameBetween } from './came-between.ts';
import { clientReads } from './client-reads.ts';
import { asked, confirmed, moved, said, withViewing } from './deeds.ts';
import { type Chosen, type Found, readsPart, timeForm } from './time-form.ts';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Another time than those that were wished for, with a word to the client: offered, confirmed outright, or what is agreed
 * moved to it.
 */
export function otherTimeRoutes(door: Door, { access }: Pick<RecordsNeeds, 'access'>): void {
  const shown = async (visit: Visit, id: string | undefined, chosen: Chosen) => {
    const found = await look(visit, id);
    const start = found && startOf(visit, chosen);
    const given = start && { start, reason: chosen.word };
    return found && { ...found, start, reads: given && (await clientReads(visit, access.words, found.viewing, given)) };
  };

  dialogRoute(door, {
    path: '/requests/:id/time',
    deed: 'arrangeViewings',
    current: 'requests',
    show: async (visit, opener, { params, query }) => {
      const chosen = chosenIn(query, visit);
      const found = await shown(visit, params.id, chosen);
      if (!found) return undefined;
      const title = visit.say(found.viewing.status === 'confirmed' ? 'request.moveTitle' : 'request.otherTimeTitle');
      return { title, body: timeForm(visit, opener, found, chosen) };
    },
    parts: {
      reads: async (visit, { params, query }) => {
        const found = await shown(visit, params.id, chosenIn(query, visit));
        return found && readsPart(visit, found);
      },
    },
  });

  door.deed({
    path: '/requests/:id/offer',
    deed: 'arrangeViewings',
    work: (visit, given, { params }) =>
      withViewing(visit, params.id, async (viewing) => {
        const start = new Date(given.text('start'));
        if (Number.isNaN(start.getTime())) return { is: 'refused', refusal: noSuch('time') };
        return cameBetween(visit, viewing, given, start) ?? offered(visit, viewing, start);
      }),
  });

  door.deed({
    path: '/requests/:id/time',
    deed: 'arrangeViewings',
    work: (visit, given, { params }) =>
      withViewing(visit, params.id, async (viewing) => {
        const chosen = { day: given.text('day'), at: given.text('clock'), word: given.text('word').trim() };
        const wrong = whyNot(visit, chosen);
        const start = startOf(visit, chosen);
        if (wrong || !start) {
          const found = await shown(visit, viewing.id, chosen);
          return found ? again(visit, given, found, chosen, wrong) : said(visit, viewing, { was: 'missing' }, () => '');
        }
        const between = cameBetween(visit, viewing, given, start);
        if (between) return between;
        return answered(visit, viewing, start, chosen.word || undefined, given.text('do'));
      }),
  });
}

async function answered(
  visit: Visit,
  viewing: Viewing,
  start: Date,
  word: string | undefined,
  deed: string,
): Promise<Outcome> {
  if (viewing.status === 'confirmed') return moved(visit, viewing, start, word);
  return deed === 'confirm' ? confirmed(visit, viewing, start, word) : offered(visit, viewing, start, word);
}

/** Offers a time, or says why not. */
export async function offered(visit: Visit, viewing: Viewing, start: Date, word?: string): Promise<Outcome> {
  const { agent, kept, clock, say, times } = visit;
  const outcome = await proposeTime({ ...kept, clock }, agent, viewing.id, start, word);
  const time = times.dayAndClock(start);
  return said(visit, viewing, outcome, (told) => say('request.offered', { time, ...told }), asked);
}

async function look({ kept, clock }: Visit, id: string | undefined): Promise<Found | undefined> {
  if (!id || !isId(id)) return undefined;
  const free = await suggestTimes({ ...kept, clock }, id as ViewingId);
  const viewing = free.was === 'suggested' ? await kept.viewings.get(id as ViewingId) : undefined;
  if (free.was !== 'suggested' || !viewing) return undefined;
  const client = viewing.contact ? (await kept.waits.clients([viewing.contact])).get(viewing.contact) : undefined;
  return { viewing, free, office: await kept.records.company.get(), firstName: client?.firstName ?? '' };
}

function chosenIn({ start, day = '', clock: at = '', word = '' }: Asked['query'], { company }: Visit): Chosen {
  const moment = start === undefined ? undefined : new Date(start);
  if (!moment || Number.isNaN(moment.getTime())) return { day, at, word };
  return { day: dayOf(moment, company.timeZone), at: clockOf(moment, company.timeZone), word };
}

const clockOf = (moment: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);

const startOf = ({ company }: Visit, { day, at }: Chosen): Date | undefined =>
  isDay(day) && CLOCK.test(at) ? momentOf(day as Day, at, company.timeZone) : undefined;

function whyNot(visit: Visit, { at, word, ...chosen }: Chosen): string | undefined {
  const { say, clock } = visit;
  const start = startOf(visit, { ...chosen, at, word });
  if (!start) return say('request.chooseTime');
  if (at < EARLIEST_VIEWING || at > LATEST_VIEWING)
    return say('request.between', { from: EARLIEST_VIEWING, to: LATEST_VIEWING });
  if (start <= clock.now()) return say('request.past');
  return word.length > MOST_WORD ? say('talk.tooLong', { most: MOST_WORD, count: word.length }) : undefined;
}

function again(
  visit: Visit,
  given: Form,
  found: Parameters<typeof timeForm>[2],
  chosen: Chosen,
  wrong: string | undefined,
): Outcome {
  const opener = { csrf: visit.csrf, path: visit.path, part: given.text('part') };
  const body = timeForm(visit, opener, found, chosen, wrong);
  const title = visit.say(found.viewing.status === 'confirmed' ? 'request.moveTitle' : 'request.otherTimeTitle');
  return { is: 'again', form: body, page: () => ({ title, current: 'requests', width: 'mid', body: html`${body}` }) };
}
