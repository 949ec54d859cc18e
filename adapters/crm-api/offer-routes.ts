import { Type } from 'typebox';
import { OFFER_MEANINGS } from '#core/crm/meanings.ts';
import { LANES, moveOffer } from '#core/crm/move-offer.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { accepted } from './errors.ts';
import { dealPropertySchema } from './record-schemas.ts';
import { byId, found, idOf, listOf, listQuery, moment, nullable, problems } from './schema-parts.ts';

const tags = ['Offers'];
const body = Type.Object(
  {
    status: Type.Enum([...LANES]),
    push: Type.Optional(
      Type.Enum(['now', 'bundle'], {
        default: 'bundle',
        description: 'when clients are told of an offer: at once, or with the next bundle; never in quiet hours',
      }),
    ),
  },
  { additionalProperties: false, examples: [{ status: 'proposed', push: 'now' }] },
);
const moved = Type.Object(
  {
    ...dealPropertySchema.properties,
    push: Type.Optional(nullable(Type.Object({ at: moment }, { description: 'when the clients are told' }))),
  },
  { additionalProperties: false },
);
const pair = Type.Object({ id: Type.String({ description: 'the deal' }), property_id: Type.String() });

export const offerRoutes: Routes = (api, door) => {
  api.get(
    '/deals/:id/properties',
    {
      config: { deed: 'readRecords' },
      schema: {
        tags,
        summary: 'The properties in a deal, with their lanes',
        params: byId,
        querystring: listQuery({}),
        response: { 200: listOf(dealPropertySchema), ...problems('notFound', 'invalid') },
      },
    },
    (request, reply) => {
      const span = spanOf(request.query);
      return door.answer(request, reply, async ({ kept }) => {
        const deal = found(await kept.records.deals.find(idOf(request.params.id, 'deal')), 'deal');
        return { status: 200, body: listBody(await kept.records.dealProperties.list(deal.id, span)) };
      });
    },
  );

  api.put(
    '/deals/:id/properties/:property_id',
    {
      config: { deed: 'moveOffer' },
      schema: {
        tags,
        summary: 'Puts a property into a lane of a deal',
        description:
          '`proposed` offers it to the deal’s clients; `push` of the answer names when they are told, null while the portal is switched off. The same lane again changes nothing.',
        params: pair,
        body,
        response: { 200: moved, ...problems('notFound', 'conflict', 'invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent, clock }) => {
        const { status: lane, push = 'bundle' } = request.body;
        const deal = idOf(request.params.id, 'deal');
        const property = idOf(request.params.property_id, 'property');
        const moved = await moveOffer({ ...kept, clock }, agent, { deal, property, lane, push });
        const done = accepted(OFFER_MEANINGS, moved);
        return { status: 200, body: { ...done.record, ...(done.was === 'moved' ? pushBody(done.push) : {}) } };
      }),
  );
};

const pushBody = (at: Date | null | undefined) =>
  at === undefined ? {} : { push: at === null ? null : { at: at.toISOString() } };
