import type { Visit } from '#adapters/console/door.ts';
import type { Hole } from '#adapters/console/html.ts';
import { html } from '#adapters/console/html.ts';
import type { ActivityRecord, ContactRecord } from '#core/crm/record.ts';
import type { Stand } from '#core/crm/talks.ts';
import { firstName } from './names.ts';

/** Something that happened beside what was said. */
export type ChatEvent = { readonly id: string; readonly at: Date; readonly words: Hole };

/** Lines of the timeline that a talk is understood by, and their phrases. */
const TOLD = {
  viewing_requested: 'talk.event.requested',
  viewing_proposed: 'talk.event.proposed',
  viewing_confirmed: 'talk.event.confirmed',
  viewing_moved: 'talk.event.moved',
  viewing_rejected: 'talk.event.rejected',
  viewing_cancelled: 'talk.event.cancelled',
  message_settled: 'talk.event.settled',
  chat_signed_out: 'talk.event.signedOut',
} as const;
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
  const happened = items
    .filter(({ type, at }) => isTold(type) && (since === undefined || new Date(at) >= since))
    .map((each) => eventOf(visit, each));
  return [...happened, ...takenOver(visit, stand)];
}

function eventOf({ say, agent }: Visit, { id, at, type, actor, property_id: property }: ActivityRecord): ChatEvent {
  const who = actor.kind === 'user' && actor.id === agent.id ? say('talk.you') : firstName(actor.name);
  const told = isTold(type) ? TOLD[type] : 'talk.event.settled';
  const words = say.rich(told, { who });
  const link = property ? html` <a class="link" href="/crm/properties/${property}">${say('talk.event.home')}</a>` : '';
  return { id, at: new Date(at), words: html`${words}${link}` };
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
