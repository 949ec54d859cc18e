import { Type } from 'typebox';
import { dayOf, isDay, momentOf } from '#core/clock.ts';
import { createAnswerDue } from '#core/crm/answer-due.ts';
import { cancelViewingByAgent } from '#core/crm/cancel-viewing-by-agent.ts';
import { completeViewing } from '#core/crm/complete-viewing.ts';
import { confirmViewing } from '#core/crm/confirm-viewing.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { keepViewing } from '#core/crm/keep-viewing.ts';
import { markAttendance } from '#core/crm/mark-attendance.ts';
import { MEETING_MEANINGS, type MeetingOutcome } from '#core/crm/meanings.ts';
import { moveViewing } from '#core/crm/move-viewing.ts';
import { MOST_WORD, proposeTime } from '#core/crm/propose-time.ts';
import type { CompanyRecord, MeetingRecord } from '#core/crm/record.ts';
import { rejectViewing } from '#core/crm/reject-viewing.ts';
import type { ViewingId } from '#core/ids.ts';
import { ATTENDANCES } from '#core/viewings/attendance.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import type { Answer } from './door.ts';
import { accepted, invalid } from './errors.ts';
import { meetingSchema, meetingStatus } from './record-schemas.ts';
import { byId, found, idOf, listOf, listQuery, moment, noBody, problems, words } from './schema-parts.ts';

const tags = ['Meetings'];
const closed = { additionalProperties: false };
const response = { 200: meetingSchema, ...problems('notFound', 'conflict', 'invalid') };
const reasonBody = Type.Object(
  { reason: words(1000, 'what the client reads, 1 to 1000 characters') },
  { ...closed, examples: [{ reason: 'The owners are away that week.' }] },
);
const word = Type.Optional(words(MOST_WORD, 'what the client reads beside the time, 1 to 200 characters'));
const startBody = Type.Object(
  { start_date: moment, reason: word },
  {
    ...closed,
    examples: [
      { start_date: '2026-11-26T10:00:00Z' },
      { start_date: '2026-11-26T10:00:00Z', reason: 'The light is best then.' },
    ],
  },
);
const bound = Type.Optional(
  Type.String({ maxLength: 40, description: 'a day in the company’s zone, as 2026-11-26, or a moment as ISO 8601' }),
);

const waiting = Type.Boolean({
  description: 'only those whose client waits for an answer, each with `answer_due`',
});

export const meetingRoutes: Routes = (api, door) => {
  api.get(
    '/meetings',
    {
      config: { deed: 'readRecords' },
      schema: {
        tags,
        summary: 'Viewings, newest first',
        description:
          'Both ends of `from` and `to` belong to it. A pending viewing goes by the days that were wished for.',
        querystring: listQuery({
          status: Type.Optional(meetingStatus),
          waiting: Type.Optional(waiting),
          from: bound,
          to: bound,
        }),
        response: { 200: listOf(meetingSchema), ...problems('invalid') },
      },
    },
    (request, reply) => {
      const { status, waiting: isWaiting, from, to } = request.query;
      const span = spanOf(request.query);
      return door.answer(request, reply, async ({ kept }) => {
        const company = await kept.records.company.get();
        const { time_zone: zone } = company;
        const filter = {
          ...(status ? { status } : {}),
          ...(isWaiting ? { isWaiting } : {}),
          ...(from === undefined ? {} : { from: boundOf('from', from, zone) }),
          ...(to === undefined ? {} : { to: boundOf('to', to, zone) }),
        };
        const { items, next } = await kept.records.meetings.list(filter, span);
        return { status: 200, body: listBody({ items: isWaiting ? withDue(items, company) : items, next }) };
      });
    },
  );

  api.get(
    '/meetings/:id',
    {
      config: { deed: 'readRecords' },
      schema: { tags, summary: 'One viewing', params: byId, response: { 200: meetingSchema, ...problems('notFound') } },
    },
    (request, reply) => door.answer(request, reply, ({ kept }) => show(kept, idOf(request.params.id, 'meeting'))),
  );

  api.post(
    '/meetings/:id/confirm',
    {
      config: { deed: 'arrangeViewings' },
      schema: {
        tags,
        summary: 'Confirms a requested viewing',
        description:
          'Sets its time, free to differ from the wishes; as long as the company’s viewings take where no end is given.',
        params: byId,
        body: Type.Object(
          { start_date: moment, end_date: Type.Optional(moment), reason: word },
          { ...closed, examples: [{ start_date: '2026-11-26T10:00:00Z' }] },
        ),
        response,
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const id = idOf(request.params.id, 'meeting');
        const { start_date, end_date, reason } = request.body;
        const end = end_date === undefined ? undefined : new Date(end_date);
        const start = new Date(start_date);
        return shown(kept, id, await confirmViewing({ ...kept, clock }, agent, id, start, { end, reason }));
      }),
  );

  api.post(
    '/meetings/:id/propose',
    {
      config: { deed: 'arrangeViewings' },
      schema: {
        tags,
        summary: 'Offers another time for a requested viewing',
        description: 'The client accepts it or answers with other dates. They read `reason` on it.',
        params: byId,
        body: startBody,
        response,
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const id = idOf(request.params.id, 'meeting');
        const { start_date, reason } = request.body;
        return shown(kept, id, await proposeTime({ ...kept, clock }, agent, id, new Date(start_date), reason));
      }),
  );

  api.post(
    '/meetings/:id/move',
    {
      config: { deed: 'arrangeViewings' },
      schema: {
        tags,
        summary: 'Moves a confirmed viewing',
        description: 'It stays as long as it was; the client is told the old and the new time.',
        params: byId,
        body: startBody,
        response,
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const id = idOf(request.params.id, 'meeting');
        const { start_date, reason } = request.body;
        return shown(kept, id, await moveViewing({ ...kept, clock }, agent, id, new Date(start_date), reason));
      }),
  );

  api.post(
    '/meetings/:id/reject',
    {
      config: { deed: 'arrangeViewings' },
      schema: { tags, summary: 'Declines a requested viewing', params: byId, body: reasonBody, response },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const id = idOf(request.params.id, 'meeting');
        return shown(kept, id, await rejectViewing({ ...kept, clock }, agent, id, request.body.reason));
      }),
  );

  api.post(
    '/meetings/:id/cancel',
    {
      config: { deed: 'arrangeViewings' },
      schema: { tags, summary: 'Cancels a requested or confirmed viewing', params: byId, body: reasonBody, response },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const id = idOf(request.params.id, 'meeting');
        return shown(kept, id, await cancelViewingByAgent({ ...kept, clock }, agent, id, request.body.reason));
      }),
  );

  api.post(
    '/meetings/:id/keep',
    {
      config: { deed: 'arrangeViewings' },
      schema: {
        tags,
        summary: 'Keeps the time of a viewing for which another one is wished',
        description: 'The wish is gone; the client reads that the time stands, and the reason where one is given.',
        params: byId,
        body: Type.Partial(reasonBody, { ...closed, examples: [{}, { reason: 'The owners are at home then only.' }] }),
        response,
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const id = idOf(request.params.id, 'meeting');
        return shown(kept, id, await keepViewing({ ...kept, clock }, agent, id, request.body.reason));
      }),
  );

  api.post(
    '/meetings/:id/attendance',
    {
      config: { deed: 'arrangeViewings' },
      schema: {
        tags,
        summary: 'Notes what a client said otherwise about coming',
        description: 'As on the telephone. It counts as their answer to the reminder.',
        params: byId,
        body: Type.Object({ answer: Type.Enum([...ATTENDANCES]) }, { ...closed, examples: [{ answer: 'coming' }] }),
        response,
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const id = idOf(request.params.id, 'meeting');
        return shown(kept, id, await markAttendance({ ...kept, clock }, agent, id, request.body.answer));
      }),
  );

  api.post(
    '/meetings/:id/complete',
    {
      config: { deed: 'arrangeViewings' },
      schema: {
        tags,
        summary: 'Notes that a viewing took place',
        description: 'From its calendar day on, in the company’s zone.',
        params: byId,
        body: noBody,
        response,
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const id = idOf(request.params.id, 'meeting');
        return shown(kept, id, await completeViewing({ ...kept, clock }, agent, id));
      }),
  );
};

async function show({ records }: Pick<CrmKept, 'records'>, id: ViewingId): Promise<Answer> {
  return { status: 200, body: found(await records.meetings.find(id), 'meeting') };
}

/** The viewing as it is now, or what came between. */
async function shown(kept: Pick<CrmKept, 'records'>, id: ViewingId, outcome: MeetingOutcome): Promise<Answer> {
  accepted(MEETING_MEANINGS, outcome);
  return show(kept, id);
}

/** With the time by which each is to be answered. */
function withDue(meetings: readonly MeetingRecord[], company: CompanyRecord) {
  const due = createAnswerDue(company);
  return meetings.map((each) => ({
    ...each,
    answer_due: each.waiting_since ? (due.of(new Date(each.waiting_since))?.toISOString() ?? null) : null,
  }));
}

function boundOf(field: 'from' | 'to', given: string, zone: string) {
  if (isDay(given)) {
    const moment = momentOf(given, field === 'from' ? '00:00' : '23:59', zone);
    return { moment: field === 'from' ? moment : new Date(moment.getTime() + 59_999), day: given };
  }
  const moment = new Date(given);
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/i.test(given) || Number.isNaN(moment.getTime()))
    throw invalid({ field, detail: 'must be a day, as 2026-11-26, or a moment as ISO 8601 with its offset' });
  return { moment, day: dayOf(moment, zone) };
}
