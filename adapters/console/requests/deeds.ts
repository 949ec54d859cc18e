import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { channelName } from '#adapters/console/waits/parts.ts';
import { completeViewing } from '#core/crm/complete-viewing.ts';
import { confirmViewing } from '#core/crm/confirm-viewing.ts';
import { keepViewing } from '#core/crm/keep-viewing.ts';
import { markAttendance } from '#core/crm/mark-attendance.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { MEETING_MEANINGS, type MeetingOutcome } from '#core/crm/meanings.ts';
import { moveViewing } from '#core/crm/move-viewing.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { isId, type ViewingId } from '#core/ids.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { cameBetween } from './came-between.ts';
import { isNowWords } from './is-now.ts';

/** What answers a request in one click. */
export function requestDeeds(door: Door): void {
  const deed = 'arrangeViewings' as const;

  door.deed({
    path: '/requests/:id/accept',
    deed,
    work: (visit, form, { params }) =>
      withViewing(visit, params.id, async (viewing) => {
        const start = new Date(form.text('start'));
        if (Number.isNaN(start.getTime())) return { is: 'refused', refusal: noSuch('time') };
        const between = cameBetween(visit, viewing, form, start);
        if (between) return between;
        // What somebody else has agreed meanwhile is not moved by a button that was to confirm.
        const isMove = viewing.status === 'confirmed' && viewing.openWish;
        return isMove ? moved(visit, viewing, start) : confirmed(visit, viewing, start);
      }),
  });

  door.deed({
    path: '/requests/:id/complete',
    deed,
    work: (visit, _form, { params }) =>
      withViewing(visit, params.id, async (viewing) => {
        const { agent, kept, clock, say } = visit;
        const outcome = await completeViewing({ ...kept, clock }, agent, viewing.id);
        return said(visit, viewing, outcome, () => say('request.completed'));
      }),
  });

  door.deed({
    path: '/requests/:id/keep',
    deed,
    work: (visit, _form, { params }) =>
      withViewing(visit, params.id, async (viewing) => {
        const { agent, kept, clock, say, times } = visit;
        const outcome = await keepViewing({ ...kept, clock }, agent, viewing.id);
        const time = viewing.start ? times.dayAndClock(viewing.start) : '';
        return said(visit, viewing, outcome, (told) => say('request.kept', { time, ...told }));
      }),
  });

  door.deed({
    path: '/requests/:id/coming',
    deed,
    work: (visit, _form, { params }) =>
      withViewing(visit, params.id, async (viewing) => {
        const { agent, kept, clock, say } = visit;
        const outcome = await markAttendance({ ...kept, clock }, agent, viewing.id, 'coming');
        return said(visit, viewing, outcome, () => say('request.markedComing'));
      }),
  });
}

/** Confirms a request for a time, or says why not. */
export async function confirmed(visit: Visit, viewing: Viewing, start: Date, reason?: string): Promise<Outcome> {
  const { agent, kept, clock, say, times } = visit;
  const outcome = await confirmViewing({ ...kept, clock }, agent, viewing.id, start, { reason });
  return said(visit, viewing, outcome, (told) => say('request.confirmed', { time: times.dayAndClock(start), ...told }));
}

/** Moves what is agreed to another time, or says why not. */
export async function moved(visit: Visit, viewing: Viewing, start: Date, reason?: string): Promise<Outcome> {
  const { agent, kept, clock, say, times } = visit;
  const outcome = await moveViewing({ ...kept, clock }, agent, viewing.id, start, reason);
  return said(visit, viewing, outcome, (told) => say('request.moved', { time: times.dayAndClock(start), ...told }));
}

/** The viewing that a form is about, taken for this transaction. */
export async function withViewing(
  { kept }: Visit,
  id: string | undefined,
  work: (viewing: Viewing) => Promise<Outcome>,
): Promise<Outcome> {
  const viewing = id && isId(id) ? await kept.viewings.get(id as ViewingId) : undefined;
  return viewing ? work(viewing) : { is: 'refused', refusal: noSuch('viewing') };
}

/** How the client hears of it. */
type Tells = (say: Visit['say'], who: { readonly name: string; readonly channel: string }) => string;
const told: Tells = (say, who) => say('request.told', who);
/** An offered time is a question. */
export const asked: Tells = (say, who) => say('request.asked', who);

/** What came of it in words: what was done and who hears of it where, or what is so now. */
export async function said(
  visit: Visit,
  viewing: Viewing,
  outcome: MeetingOutcome,
  done: (told: { readonly told: string }) => string,
  tells = told,
): Promise<Outcome> {
  const meaning = meaningOf(MEETING_MEANINGS, outcome);
  if (meaning.is === 'done') return { is: 'done', said: done({ told: await toldWords(visit, viewing, tells) }) };
  const { refusal } = meaning;
  return { is: 'refused', refusal, ...isNowWords(visit, refusal) };
}

/** `Emma is told on Telegram.`, or what is so where nobody can be reached. */
async function toldWords({ kept, say }: Visit, { contact }: Viewing, tells: Tells): Promise<string> {
  if (!contact) return '';
  const client = (await kept.waits.clients([contact])).get(contact);
  if (!client) return '';
  const [channel] = client.channels;
  return channel
    ? tells(say, { name: client.firstName, channel: channelName(channel) })
    : say('request.notTold', { name: client.firstName });
}
