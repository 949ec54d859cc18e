import { Type } from 'typebox';
import { showToday } from '#core/crm/show-today.ts';
import type { Routes } from './api.ts';
import { activitySchema } from './record-schemas.ts';
import { day, id, moment, nullable, problems } from './schema-parts.ts';
import { clientSchema, homeSchema, shownClient, shownHome, whose } from './wait-routes.ts';

const closed = { additionalProperties: false };
const viewing = Type.Object(
  {
    meeting_id: id,
    deal_id: id,
    start_date: moment,
    end_date: nullable(moment),
    status: Type.Enum(['confirmed', 'completed']),
    attendance: nullable(Type.Enum(['coming', 'late'])),
    open_wish: Type.Boolean(),
    owner_id: nullable(id),
    contact: nullable(clientSchema),
    property: homeSchema,
    street: nullable(Type.String()),
    location: nullable(Type.Object({ latitude: Type.Number(), longitude: Type.Number() }, closed)),
  },
  closed,
);
export const todaySchema = Type.Object(
  {
    date: day,
    time_zone: Type.String(),
    viewings: Type.Array(viewing),
    activities: Type.Array(
      Type.Object(
        { activity: activitySchema, contact: nullable(clientSchema), property: nullable(homeSchema) },
        closed,
      ),
    ),
  },
  closed,
);

export const todayRoutes: Routes = (api, door) => {
  api.get(
    '/today',
    {
      config: { deed: 'readRecords' },
      schema: {
        tags: ['Waits'],
        summary: 'The viewings of the company’s day, and what clients did last',
        querystring: Type.Object({ whose: Type.Optional(whose) }, closed),
        response: { 200: todaySchema, ...problems('invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const found = await showToday({ ...kept, clock }, agent, request.query.whose ?? 'office');
        const body = {
          date: found.date,
          time_zone: found.timeZone,
          viewings: found.viewings.map(({ viewing: shown, home: { street, point, ...home }, client, ...rest }) => ({
            meeting_id: shown.id,
            deal_id: shown.deal,
            start_date: shown.start?.toISOString() ?? null,
            end_date: shown.end?.toISOString() ?? null,
            status: rest.status,
            attendance: rest.attendance,
            open_wish: rest.wantsAnotherTime,
            owner_id: rest.owner,
            contact: client && shownClient(client),
            property: shownHome(home),
            street,
            location: point,
          })),
          activities: found.deeds.map(({ activity, home, client }) => ({
            activity,
            contact: client && shownClient(client),
            property: home && shownHome(home),
          })),
        };
        return { status: 200, body };
      }),
  );
};
