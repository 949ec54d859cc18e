import type { Visit } from '#adapters/console/door.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { liveAttributes } from '#adapters/console/parts.ts';
import { dayOf } from '#core/clock.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import type { Stand } from '#core/crm/talks.ts';
import type { MessageRecord } from '#core/crm/thread.ts';
import type { Words } from '#core/words.ts';
import { type ChatEvent, eventsBetween } from './chat-events.ts';
import { type Seen, said } from './said.ts';

/** Messages that are shown at first, more with each "Earlier", and at most. */
export const PART = 50;
const MOST = 500;

export const manyIn = (asked: string | undefined): number => {
  const many = Number(asked);
  return Number.isInteger(many) && many > PART ? Math.min(many, MOST) : PART;
};

type Line = { readonly at: Date; readonly shows: Html };

/** What was said and what happened, the oldest first. */
export async function logOf(
  visit: Visit,
  words: Words,
  contact: ContactRecord,
  stand: Stand,
  many: number,
): Promise<Html> {
  const { say, path, kept } = visit;
  const { items, next } = await kept.thread.list(contact.id, { limit: many, before: null });
  const seen = await seenOf(visit, words, contact, stand, items);
  const oldest = next === null ? undefined : items.at(-1);
  const events = await eventsBetween(visit, contact, stand, oldest && new Date(oldest.at));
  const lines = [...items.map((item) => ({ at: new Date(item.at), shows: said(seen, item) })), ...events.map(lineOf)];
  const name = `${contact.first_name} ${contact.last_name}`;
  const earlier =
    next !== null &&
    many < MOST &&
    html`<a class="btn plain earlier" href="${path.split('?')[0] ?? path}?many=${many + PART}">${say('talk.earlier')}</a>`;
  const none = lines.length === 0 && html`<p class="note">${say('talk.nothingSaid')}</p>`;
  return html`<div class="thread" id="log" role="log" aria-label="${say('talk.log', { name })}" tabindex="0" data-log${liveAttributes({ path, part: 'log', on: [`contact-${contact.id}`, 'messages'] })}>
${earlier}${none}${withDays(visit, lines)}
</div>`;
}

const lineOf = ({ at, words, id }: ChatEvent): Line => ({
  at,
  shows: html`<p class="note" id="event-${id}">${words}</p>`,
});

function withDays({ say, times, company, clock }: Visit, lines: readonly Line[]): readonly Hole[] {
  const today = dayOf(clock.now(), company.timeZone);
  let before = '';
  return lines
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .flatMap(({ at, shows }): readonly Hole[] => {
      const day = dayOf(at, company.timeZone);
      if (day === before) return [shows];
      before = day;
      return [html`<h2 class="on" id="day-${day}">${day === today ? say('talk.today') : times.day(at)}</h2>`, shows];
    });
}

async function seenOf(
  visit: Visit,
  words: Words,
  contact: ContactRecord,
  stand: Stand,
  items: readonly MessageRecord[],
): Promise<Seen> {
  const { talks } = visit.kept;
  const more = await talks.more(items.map(({ id }) => id));
  const files = await talks.files(items.flatMap(({ media }) => media));
  return { visit, words, contact, stand, more, files };
}
