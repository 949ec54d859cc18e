import { Type } from 'typebox';
import { listWaits } from '#core/crm/list-waits.ts';
import type { HomeShown, Matter, Wait, Waiting } from '#core/crm/waits.ts';
import type { Routes } from './api.ts';
import { MOST_LIMIT, USUAL_LIMIT } from './cursor.ts';
import { channel, failure, id, mediaId, moment, nullable, problems } from './schema-parts.ts';
import { shownWish, wishTimeSchema } from './time-routes.ts';
import { waitsCursorOf, waitsPlaceOf } from './waits-cursor.ts';

const closed = { additionalProperties: false };
const person = Type.Object({ id, name: Type.String() }, closed);
export const homeSchema = Type.Object(
  {
    id,
    name: Type.String(),
    tesoro_reference: Type.String(),
    city: nullable(Type.String()),
    photo: nullable(mediaId),
  },
  closed,
);
export const clientSchema = Type.Object(
  {
    id,
    first_name: Type.String(),
    last_name: Type.String(),
    language: nullable(Type.String()),
    phone: nullable(Type.String()),
    channels: Type.Array(channel),
  },
  closed,
);
const every = {
  id: Type.String({ description: 'of the viewing, the delivery or the contact that it is about' }),
  contact: clientSchema,
  owner: nullable(person),
  waiting_since: moment,
  answer_due: nullable(moment),
  is_overdue: Type.Boolean(),
};
const ofMeeting = {
  meeting_id: id,
  deal_id: id,
  start_date: nullable(moment),
  end_date: nullable(moment),
  property: homeSchema,
};
const wishes = Type.Array(wishTimeSchema);
const kind = <Name extends string>(name: Name) => ({ kind: Type.Literal(name) });

/** One thing that waits; by its `kind`. */
export const waitSchema = Type.Union([
  Type.Object({ ...kind('viewing_requested'), ...every, ...ofMeeting, wishes, is_again: Type.Boolean() }, closed),
  Type.Object({ ...kind('another_time'), ...every, ...ofMeeting, wishes }, closed),
  Type.Object({ ...kind('no_answer'), ...every, ...ofMeeting }, closed),
  Type.Object({ ...kind('late'), ...every, ...ofMeeting }, closed),
  Type.Object(
    {
      ...kind('message'),
      ...every,
      text: Type.String({ description: 'what was written last' }),
      media: Type.Array(mediaId),
      at: moment,
      count: Type.Integer({ description: 'how many messages are unanswered' }),
      channel,
      window_closes_at: nullable(moment),
      property: nullable(homeSchema),
      held_by: nullable(id),
    },
    closed,
  ),
  Type.Object({ ...kind('new_lead'), ...every, lead_source: nullable(Type.String()) }, closed),
  Type.Object(
    {
      ...kind('delivery_failed'),
      ...every,
      delivery_kind: Type.String(),
      channel,
      failure,
    },
    closed,
  ),
  Type.Object({ ...kind('erasure_requested'), ...every }, closed),
  Type.Object({ ...kind('reminder'), ...every, remind_at: moment }, closed),
]);

export const whose = Type.Enum(['mine', 'office'], {
  default: 'office',
  description: '`mine`: what the key’s user owns, or looks after because its owner left it too long',
});

export const waitRoutes: Routes = (api, door) => {
  api.get(
    '/waits',
    {
      config: { deed: 'readRecords' },
      schema: {
        tags: ['Waits'],
        summary: 'What waits for an answer of the office',
        description:
          'Overdue first, then by due time; what has none comes last. `total` counts all of it. Requests to be erased are shown to Admins; what somebody wanted to be reminded of, to themselves.',
        querystring: Type.Object(
          {
            whose: Type.Optional(whose),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_LIMIT, default: USUAL_LIMIT })),
            cursor: Type.Optional(Type.String({ maxLength: 1000, description: 'the next_cursor of the part before' })),
          },
          closed,
        ),
        response: {
          200: Type.Object(
            { items: Type.Array(waitSchema), next_cursor: nullable(Type.String()), total: Type.Integer() },
            closed,
          ),
          ...problems('invalid'),
        },
      },
    },
    (request, reply) => {
      const { whose: asked = 'office', limit = USUAL_LIMIT, cursor } = request.query;
      const after = waitsPlaceOf(cursor);
      return door.answer(request, reply, async ({ kept, agent, clock }) => {
        const { items, next, total } = await listWaits({ ...kept, clock }, agent, { whose: asked, limit, after });
        return { status: 200, body: { items: items.map(shownWait), next_cursor: waitsCursorOf(next), total } };
      });
    },
  );
};

export const shownClient = ({ id, firstName, lastName, language, phone, channels }: Waiting) => ({
  id,
  first_name: firstName,
  last_name: lastName,
  language,
  phone,
  channels,
});
export const shownHome = ({ reference, ...rest }: HomeShown) => ({ ...rest, tesoro_reference: reference });
const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

function shownWait(wait: Wait) {
  const { client, owner } = wait;
  return {
    ...shownMatter(wait),
    id: wait.id,
    contact: shownClient(client),
    owner: owner && { id: owner.id, name: owner.name },
    waiting_since: wait.since.toISOString(),
    answer_due: iso(wait.due),
    is_overdue: wait.isOverdue,
  };
}

function shownMatter(matter: Matter) {
  switch (matter.is) {
    case 'request':
      return {
        kind: 'viewing_requested',
        ...shownViewing(matter),
        wishes: matter.wishes.map(shownWish),
        is_again: matter.isAgain,
      };
    case 'anotherTime':
      return { kind: 'another_time', ...shownViewing(matter), wishes: matter.wishes.map(shownWish) };
    case 'noAnswer':
      return { kind: 'no_answer', ...shownViewing(matter) };
    case 'late':
      return { kind: 'late', ...shownViewing(matter) };
    case 'message':
      return {
        kind: 'message',
        text: matter.words,
        media: matter.media,
        at: matter.at.toISOString(),
        count: matter.count,
        channel: matter.channel,
        window_closes_at: iso(matter.windowClosesAt),
        property: matter.home && shownHome(matter.home),
        held_by: matter.takenOverBy,
      };
    case 'newLead':
      return { kind: 'new_lead', lead_source: matter.source };
    case 'undelivered': {
      const { code, cause, nextStep } = matter.failure;
      return {
        kind: 'delivery_failed',
        delivery_kind: matter.kind,
        channel: matter.channel,
        failure: { code, cause, next_step: nextStep },
      };
    }
    case 'erasure':
      return { kind: 'erasure_requested' };
    case 'reminder':
      return { kind: 'reminder', remind_at: matter.remindAt.toISOString() };
  }
}

const shownViewing = ({
  viewing,
  home: shown,
}: Extract<Matter, { is: 'request' | 'anotherTime' | 'noAnswer' | 'late' }>) => ({
  meeting_id: viewing.id,
  deal_id: viewing.deal,
  start_date: iso(viewing.start),
  end_date: iso(viewing.end),
  property: shownHome(shown),
});
