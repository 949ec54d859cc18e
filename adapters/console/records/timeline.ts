import type { Visit } from '#adapters/console/door.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { type Icon, icon } from '#adapters/console/icons.ts';
import { empty, liveAttributes } from '#adapters/console/parts.ts';
import type { Say } from '#adapters/console/say.ts';
import { CHANNELS, isChannel } from '#core/chat/channels.ts';
import type { FileLine, HomeLine, Person } from '#core/crm/overviews.ts';
import type { ActivityRecord } from '#core/crm/record.ts';
import type { ActivityFilter, Slice, Span } from '#core/crm/records.ts';
import type { MediaId } from '#core/ids.ts';
import { homeLink, stars } from './homes.ts';
import { paging } from './paging.ts';
import { readReasons } from './reasons.ts';
import { recordings } from './recordings.ts';
import { segments, withQuery } from './tabs.ts';

type Look = { readonly drawing: Icon; readonly tone: '' | 'good' | 'bad' | 'wait' | 'accent' };
const look = (drawing: Icon, tone: Look['tone'] = ''): Look => ({ drawing, tone });

/** How each kind of line looks. What is not here shows its own title, as the CRM keeps it. */
const LOOKS = {
  portal_user_created: look('user-plus', 'accent'),
  chat_linked: look('smartphone', 'good'),
  chat_signed_out: look('log-out'),
  property_offered: look('house-plus'),
  property_opened: look('eye'),
  verdict_interested: look('heart', 'good'),
  verdict_rejected: look('x', 'bad'),
  favourite_added: look('star', 'good'),
  favourite_removed: look('star'),
  viewing_requested: look('calendar-clock', 'wait'),
  viewing_proposed: look('calendar-clock'),
  viewing_confirmed: look('calendar-check', 'good'),
  viewing_rejected: look('calendar', 'bad'),
  viewing_moved: look('calendar-clock'),
  viewing_cancelled: look('calendar', 'bad'),
  viewing_completed: look('check', 'good'),
  note_added: look('file-text'),
  note_edited: look('file-text'),
  note_deleted: look('file-text'),
  photos_added: look('images', 'accent'),
  voice_note_added: look('mic', 'accent'),
  rating_given: look('star', 'good'),
  message_from_client: look('message-square', 'accent'),
  message_from_user: look('reply'),
  consent_given: look('bell', 'good'),
  consent_withdrawn: look('bell', 'bad'),
  erasure_requested: look('trash-2', 'bad'),
  lead_created: look('user-plus', 'accent'),
  lead_converted: look('contact', 'good'),
  contact_given: look('contact'),
  data_exported: look('download'),
} as const satisfies Readonly<Record<string, Look>>;
type Known = keyof typeof LOOKS;
const isKnown = (type: string): type is Known => Object.hasOwn(LOOKS, type);

/** The beginnings of the titles that lines about an offer have. */
const APPROVED = 'Property approved';
const WITHDRAWN = 'Offer withdrawn';
const RATED = /^Rated (\d) of 5/;
/** The part of a page that holds the lines. */
export const TIMELINE = 'timeline';

/** What a line says was done, in the reader's words. */
export function deedOf(say: Say, { type, title }: { readonly type: string; readonly title: string }): string {
  if (type === 'property_offered' && title.startsWith(APPROVED)) return say('activity.property_approved');
  if (type === 'property_offered' && title.startsWith(WITHDRAWN)) return say('activity.property_withdrawn');
  return isKnown(type) ? say(`activity.${type}`) : title;
}

/** Moments as the CRM writes them into lines about viewings. */
const MOMENT = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;
const withTimes = (times: Visit['times'], text: string): string =>
  text.replaceAll(MOMENT, (moment) => times.dayAndClock(new Date(moment)));

/** What lines name, read at once. */
type Named = {
  readonly homes: ReadonlyMap<string, HomeLine>;
  readonly people: ReadonlyMap<string, Person>;
  readonly files: ReadonlyMap<MediaId, FileLine>;
};

/** The lines of somebody, some deal or everybody, with who did what. `path`: of the page, without what is asked for. */
export async function timeline(
  visit: Visit,
  {
    whose,
    path,
    span,
    show,
    on,
  }: {
    readonly whose: ActivityFilter;
    readonly path: string;
    readonly span: Span;
    readonly show: string | undefined;
    /** What it is read anew for. */
    readonly on: readonly string[];
  },
): Promise<Html> {
  const { kept, say } = visit;
  const by = show === 'client' || show === 'office' ? show : undefined;
  const lines = await kept.records.activities.list(by ? { ...whose, by } : whose, span);
  const named = await namedIn(visit, lines, !('contact' in whose));
  const before = span.before === null ? undefined : String(span.before);
  const views = (['all', 'client', 'office'] as const).map((each) => ({
    to: withQuery(path, { show: each === 'all' ? undefined : each }),
    label: say(`activity.${each}`),
    isCurrent: (by ?? 'all') === each,
  }));
  // Older parts stand still: what is new belongs to the newest.
  const live = before === undefined && liveAttributes({ path: withQuery(path, { show: by }), part: TIMELINE, on });
  return html`<section id="${TIMELINE}" aria-labelledby="timeline-title"${live}><div class="b4 flex between wrap"><h2 id="timeline-title" tabindex="-1">${say('activity.timeline')}</h2>${segments(say('activity.show'), views)}</div>
${lines.items.length === 0 ? empty(undefined, undefined, say('activity.none')) : html`<ol class="timeline">${lines.items.map((line) => lineOf(visit, line, named))}</ol>`}
${paging(say, path, { show: by, before }, lines.next)}</section>`;
}

async function namedIn({ kept }: Visit, { items }: Slice<ActivityRecord>, withPeople: boolean): Promise<Named> {
  const { overviews } = kept;
  const of = <Id>(ids: readonly (Id | null)[]): readonly Id[] => [...new Set(ids.filter((id) => id !== null))];
  return {
    homes: await overviews.homes(of(items.map((line) => line.property_id))),
    people: withPeople ? await overviews.people(of(items.map((line) => line.contact_id))) : new Map(),
    files: await overviews.files(items.flatMap(({ media }) => media)),
  };
}

function lineOf({ say, times }: Visit, line: ActivityRecord, { homes, people, files }: Named): Html {
  const { drawing, tone } = isKnown(line.type) ? LOOKS[line.type] : look('pencil');
  const home = line.property_id === null ? undefined : homes.get(line.property_id);
  const person = people.get(line.contact_id);
  const rated = Number(RATED.exec(line.title)?.[1] ?? 0);
  const by =
    line.actor.kind === 'client'
      ? line.channel && isChannel(line.channel) && CHANNELS[line.channel].name
      : line.actor.name;
  const { reasons, words } =
    line.type === 'verdict_rejected' && line.text !== null
      ? readReasons(say, line.text)
      : { reasons: '', words: withTimes(times, line.text ?? '') };
  const what = html`<b class="strong">${deedOf(say, line)}</b>`;
  const said: Hole[] = [
    person && html`<a class="link" href="/crm/contacts/${person.id}">${person.name}</a> · `,
    home && isKnown(line.type) ? say.rich('activity.about', { what, home: homeLink(home) }) : what,
    rated > 0 && html` ${stars(say, rated)}`,
    reasons !== '' && html`: ${reasons}`,
    words !== '' && html`<div class="t1 quote">${words}</div>`,
    recordings(
      say,
      line.media.map((id) => files.get(id)).filter((file) => file !== undefined),
      home?.name ?? '',
    ),
  ];
  return html`<li id="line-${line.id}"><span class="ic ${tone}">${icon(drawing)}</span><div class="t">${said}</div><span class="at">${times.element(new Date(line.at))}${by && html` · ${by}`}</span></li>`;
}
