import { Type } from 'typebox';
import { MEETING_MEANINGS } from '#core/crm/meanings.ts';
import { suggestTimes } from '#core/crm/suggest-times.ts';
import type { InTheWay, Slot, Suggested, WishTime } from '#core/crm/time-for-wish.ts';
import type { Routes } from './api.ts';
import { accepted } from './errors.ts';
import { wishFields } from './record-schemas.ts';
import { byId, day, id, idOf, moment, nullable, problems } from './schema-parts.ts';

const closed = { additionalProperties: false };
const slot = { start_date: moment, end_date: moment };
const inTheWay = [
  Type.Object({ code: Type.Literal('elsewhere'), city: Type.String(), meeting_id: id }, closed),
  Type.Object({ code: Type.Literal('showing'), property: Type.String(), meeting_id: id }, closed),
  Type.Object({ code: Type.Literal('home_taken'), meeting_id: id }, closed),
];
/** A wish with the time that fits it; `cause` where there is none. */
export const wishTimeSchema = Type.Object(
  {
    ...wishFields,
    start_date: nullable(moment),
    end_date: nullable(moment),
    cause: Type.Union([
      ...inTheWay,
      Type.Object({ code: Type.Literal('past') }, closed),
      Type.Object({ code: Type.Literal('no_time') }, closed),
      Type.Null(),
    ]),
  },
  closed,
);
export const timesSchema = Type.Object(
  {
    wishes: Type.Array(wishTimeSchema),
    next: Type.Array(Type.Object(slot, closed)),
    days: Type.Array(
      Type.Object(
        {
          date: day,
          times: Type.Array(Type.Object({ ...slot, cause: Type.Union([...inTheWay, Type.Null()]) }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const timeRoutes: Routes = (api, door) => {
  api.get(
    '/meetings/:id/times',
    {
      config: { deed: 'readRecords' },
      schema: {
        tags: ['Meetings'],
        summary: 'Times for a viewing',
        description:
          'For each wish the time that fits it, or why none does; the next free times that are none of these; and the next days on which the office is open with all its times. Nothing is held: whoever confirms first has it.',
        params: byId,
        response: { 200: timesSchema, ...problems('notFound', 'conflict') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, clock }) => {
        const found = await suggestTimes({ ...kept, clock }, idOf(request.params.id, 'meeting'));
        const { wishes, next, days } = accepted(MEETING_MEANINGS, found);
        const body = {
          wishes: wishes.map(shownWish),
          next: next.map(shownSlot),
          days: days.map(({ date, times }) => ({
            date,
            times: times.map((time) => ({
              ...shownSlot(time),
              cause: time.inTheWay ? shownCause(time.inTheWay) : null,
            })),
          })),
        };
        return { status: 200, body };
      }),
  );
};

const shownSlot = ({ start, end }: Slot) => ({ start_date: start.toISOString(), end_date: end.toISOString() });

export function shownWish({ suggested, partOfDay, ...wish }: WishTime) {
  const free = suggested.was === 'free' ? shownSlot(suggested) : { start_date: null, end_date: null };
  return { ...wish, part_of_day: partOfDay, ...free, cause: suggested.was === 'free' ? null : shownCause(suggested) };
}

function shownCause(cause: InTheWay | Exclude<Suggested, { was: 'free' }>) {
  switch (cause.was) {
    case 'elsewhere':
      return { code: cause.was, city: cause.city, meeting_id: cause.viewing };
    case 'showing':
      return { code: cause.was, property: cause.property, meeting_id: cause.viewing };
    case 'homeTaken':
      return { code: 'home_taken', meeting_id: cause.viewing };
    case 'past':
      return { code: cause.was };
    case 'noTime':
      return { code: 'no_time' };
  }
}
