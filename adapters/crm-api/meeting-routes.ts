import { Type } from 'typebox';
import { dayOf, isDay, momentOf } from '#core/clock.ts';
import { cancelViewingByAgent } from '#core/crm/cancel-viewing-by-agent.ts';
import { completeViewing } from '#core/crm/complete-viewing.ts';
import { confirmViewing } from '#core/crm/confirm-viewing.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { type Moved, moveViewing } from '#core/crm/move-viewing.ts';
import { type Proposed, proposeTime } from '#core/crm/propose-time.ts';
import type { Ended } from '#core/crm/reject-viewing.ts';
import { rejectViewing } from '#core/crm/reject-viewing.ts';
import type { ViewingId } from '#core/ids.ts';
import type { ViewingStatus } from '#core/viewings/viewing.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import type { Answer } from './door.ts';
import { invalid, notFound, Problem } from './errors.ts';
import { meetingSchema, meetingStatus } from './record-schemas.ts';
import { byId, found, idOf, listOf, listQuery, moment, noBody, problems, words } from './schema-parts.ts';

const tags = ['Meetings'];
const closed = { additionalProperties: false };
const response = { 200: meetingSchema, ...problems('notFound', 'conflict', 'invalid') };
const reasonBody = Type.Object(
  { reason: words(1000, 'what the client reads, 1 to 1000 characters') },
  { ...closed, examples: [{ reason: 'The owners are away that week.' }] },
);
const startBody = Type.Object(
  { start_date: moment },
  { ...closed, examples: [{ start_date: '2026-11-26T10:00:00Z' }] },
);
const bound = Type.Optional(
  Type.String({ maxLength: 40, description: 'a day in the company’s zone, as 2026-11-26, or a moment as ISO 8601' }),
);

export const meetingRoutes: Routes = (api, door) => {
  api.get(
    '/meetings',
    {
      schema: {
        tags,
        summary: 'Viewings, newest first',
        description:
          'Both ends of `from` and `to` belong to it. A pending viewing goes by the days that were wished for.',
        querystring: listQuery({ status: Type.Optional(meetingStatus), from: bound, to: bound }),
        response: { 200: listOf(meetingSchema), ...problems('invalid') },
      },
    },
    (request, reply) => {
      const { status, from, to } = request.query;
      const span = spanOf(request.query);
      return door.answer(request, reply, async ({ kept }) => {
        const { time_zone: zone } = await kept.records.company.get();
        const filter = {
          ...(status ? { status } : {}),
          ...(from === undefined ? {} : { from: boundOf('from', from, zone) }),
          ...(to === undefined ? {} : { to: boundOf('to', to, zone) }),
        };
        return { status: 200, body: listBody(await kept.records.meetings.list(filter, span)) };
      });
    },
  );

  api.get(
    '/meetings/:id',
    {
      schema: { tags, summary: 'One viewing', params: byId, response: { 200: meetingSchema, ...problems('notFound') } },
    },
    (request, reply) => door.answer(request, reply, ({ kept }) => show(kept, idOf(request.params.id, 'meeting'))),
  );

  api.post(
    '/meetings/:id/confirm',
    {
      schema: {
        tags,
        summary: 'Confirms a requested viewing',
        description: 'Sets its time, free to differ from the wishes; 45 minutes where no end is given.',
        params: byId,
        body: Type.Object(
          { start_date: moment, end_date: Type.Optional(moment) },
          { ...closed, examples: [{ start_date: '2026-11-26T10:00:00Z' }] },
        ),
        response,
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const id = idOf(request.params.id, 'meeting');
        const { start_date, end_date } = request.body;
        const end = end_date === undefined ? undefined : new Date(end_date);
        const confirmed = await confirmViewing({ ...kept, clock }, agent, id, new Date(start_date), end);
        switch (confirmed.was) {
          case 'confirmed':
          case 'already':
            return show(kept, id);
          case 'missing':
            throw notFound('meeting');
          case 'past':
            throw invalid({ field: 'start_date', detail: 'must be in the future' });
          case 'endsBeforeStart':
            throw invalid({ field: 'end_date', detail: 'must be after start_date' });
          case 'otherwise':
            throw otherwise(confirmed.status);
        }
      }),
  );

  api.post(
    '/meetings/:id/propose',
    {
      schema: {
        tags,
        summary: 'Offers another time for a requested viewing',
        description: 'The client accepts it or answers with other dates.',
        params: byId,
        body: startBody,
        response,
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const id = idOf(request.params.id, 'meeting');
        return timed(kept, id, await proposeTime({ ...kept, clock }, agent, id, new Date(request.body.start_date)));
      }),
  );

  api.post(
    '/meetings/:id/move',
    {
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
        return timed(kept, id, await moveViewing({ ...kept, clock }, agent, id, new Date(request.body.start_date)));
      }),
  );

  api.post(
    '/meetings/:id/reject',
    { schema: { tags, summary: 'Declines a requested viewing', params: byId, body: reasonBody, response } },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const id = idOf(request.params.id, 'meeting');
        return ended(kept, id, await rejectViewing({ ...kept, clock }, agent, id, request.body.reason));
      }),
  );

  api.post(
    '/meetings/:id/cancel',
    { schema: { tags, summary: 'Cancels a requested or confirmed viewing', params: byId, body: reasonBody, response } },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const id = idOf(request.params.id, 'meeting');
        return ended(kept, id, await cancelViewingByAgent({ ...kept, clock }, agent, id, request.body.reason));
      }),
  );

  api.post(
    '/meetings/:id/complete',
    {
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
        const completed = await completeViewing({ ...kept, clock }, agent, id);
        switch (completed.was) {
          case 'completed':
          case 'already':
            return show(kept, id);
          case 'missing':
            throw notFound('meeting');
          case 'tooEarly':
            throw otherwise('confirmed', 'The viewing is confirmed; it can be completed from its day on.');
          case 'otherwise':
            throw otherwise(completed.status);
        }
      }),
  );
};

async function show({ records }: Pick<CrmKept, 'records'>, id: ViewingId): Promise<Answer> {
  return { status: 200, body: found(await records.meetings.find(id), 'meeting') };
}

async function ended(kept: Pick<CrmKept, 'records'>, id: ViewingId, done: Ended): Promise<Answer> {
  if (done.was === 'missing') throw notFound('meeting');
  if (done.was === 'otherwise') throw otherwise(done.status);
  return show(kept, id);
}

async function timed(kept: Pick<CrmKept, 'records'>, id: ViewingId, done: Proposed | Moved): Promise<Answer> {
  if (done.was === 'missing') throw notFound('meeting');
  if (done.was === 'past') throw invalid({ field: 'start_date', detail: 'must be in the future' });
  if (done.was === 'otherwise') throw otherwise(done.status);
  return show(kept, id);
}

const otherwise = (status: ViewingStatus, detail = `The viewing is ${status}.`) =>
  new Problem('conflict', detail, { current_status: status });

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
