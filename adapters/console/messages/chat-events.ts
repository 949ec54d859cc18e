import type { Visit } from '#adapters/console/door.ts';
import type { Hole } from '#adapters/console/html.ts';
import { homeLink } from '#adapters/console/records/homes.ts';
import type { Say } from '#adapters/console/say.ts';
import type { HomeLine } from '#core/crm/overviews.ts';
import type { ActivityRecord, ContactRecord } from '#core/crm/record.ts';
import type { Stand } from '#core/crm/talks.ts';
import { firstName } from './names.ts';

/** Something that happened beside what was said. */
export type ChatEvent = { readonly id: string; readonly at: Date; readonly words: Hole };

/** Lines of the timeline that a talk is understood by, as it says them. */
const TOLD = {
  verdict_interested: (say, { home }) => say.rich('talk.event.interested', { home }),
  verdict_rejected: (say, { home }) => say.rich('talk.event.notInterested', { home }),
  viewing_requested: (say, named) => say.rich('talk.event.requested', named),
  viewing_proposed: (say, named) => say.rich('talk.event.proposed', named),
  viewing_confirmed: (say, named) => say.rich('talk.event.confirmed', named),
  viewing_moved: (say, named) => say.rich('talk.event.moved', named),
  viewing_kept: (say, named) => say.rich('talk.event.kept', named),
  viewing_rejected: (say, named) => say.rich('talk.event.rejected', named),
  viewing_cancelled: (say, named) => say.rich('talk.event.cancelled', named),
  viewing_completed: (say, named) => say.rich('talk.event.completed', named),
  message_settled: (say, { who }) => say.rich('talk.event.settled', { who }),
  chat_signed_out: (say, { who }) => say.rich('talk.event.signedOut', { who }),
} as const satisfies Readonly<Record<string, (say: Say, named: Named) => Hole>>;
type Named = { readonly who: string; readonly home: Hole };
const isTold = (type: string): type is keyof typeof TOLD => Object.hasOwn(TOLD, type);

/** How many lines of the timeline are looked at. */
const LOOKED_AT = 200;

/** What happened since; all of it where the talk is shown from its beginning. */
export async function eventsBetween(
  visit: Visit,
  contact: ContactRecord,
  stand: Stand,
  since: Date | undefined,
): Promise<readonly ChatEvent[]> {
  const { items } = await visit.kept.records.activities.list(
    { contact: contact.id },
    { limit: LOOKED_AT, before: null },
  );
  const happened = items.flatMap((line) =>
    isTold(line.type) && (since === undefined || new Date(line.at) >= since) ? [{ ...line, type: line.type }] : [],
  );
  const named = [...new Set(happened.map((line) => line.property_id).filter((id) => id !== null))];
  const homes = await visit.kept.overviews.homes(named);
  const told = happened.map((line) => eventOf(visit, line, line.property_id && homes.get(line.property_id)));
  return [...told, ...takenOver(visit, stand)];
}

type Told = ActivityRecord & { readonly type: keyof typeof TOLD };

function eventOf({ say, agent }: Visit, { id, at, type, actor }: Told, about?: HomeLine | null): ChatEvent {
  const who = actor.kind === 'user' && actor.id === agent.id ? say('talk.you') : firstName(actor.name);
  const home = about ? homeLink(about) : say('talk.event.someHome');
  return { id, at: new Date(at), words: TOLD[type](say, { who, home }) };
}

function takenOver({ say, agent, times }: Visit, { heldBy }: Stand): readonly ChatEvent[] {
  if (!heldBy?.since) return [];
  const time = times.clock(heldBy.since);
  const words =
    heldBy.id === agent.id
      ? say('talk.event.youTook', { time })
      : say('talk.event.took', { name: firstName(heldBy.name), time });
  return [{ id: 'held', at: heldBy.since, words }];
}
