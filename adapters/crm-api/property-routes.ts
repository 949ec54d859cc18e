import { Type } from 'typebox';
import { changeProperty } from '#core/crm/change-property.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { withPlainWords } from './plain-words.ts';
import { propertyFields, propertySchema } from './record-schemas.ts';
import { byId, found, idOf, listOf, listQuery, problems } from './schema-parts.ts';

const tags = ['Properties'];
const { name, type, transaction, price, ...rest } = propertyFields;
const body = Type.Object(
  { name, type, transaction, price, ...Type.Partial(Type.Object(rest)).properties },
  {
    additionalProperties: false,
    examples: [
      {
        name: 'Villa Los Naranjos',
        type: 'villa',
        transaction: 'for_sale',
        price: 495000,
        number_of_bedrooms: 3,
        address: { street: 'Calle del Mar 4', city: 'Altea' },
        location: { type: 'Point', coordinates: [-0.0514, 38.5989] },
      },
    ],
  },
);
const change = Type.Partial(Type.Object(propertyFields, { additionalProperties: false }), {
  additionalProperties: false,
});

export const propertyRoutes: Routes = (api, door) => {
  api.get(
    '/properties',
    {
      config: { deed: 'readRecords' },
      schema: {
        tags,
        summary: 'Listings, newest first',
        querystring: listQuery({}),
        response: { 200: listOf(propertySchema), ...problems('invalid') },
      },
    },
    (request, reply) => {
      const span = spanOf(request.query);
      return door.answer(request, reply, async ({ kept }) => ({
        status: 200,
        body: listBody(await kept.records.properties.list({}, span)),
      }));
    },
  );

  api.post(
    '/properties',
    {
      config: { deed: 'addProperty' },
      schema: {
        tags,
        summary: 'Adds a listing',
        description: 'The system gives it its `tesoro_reference`. The currency is the company’s where left out.',
        body,
        response: { 201: propertySchema, ...problems('invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => {
        const { currency } = await kept.records.company.get();
        const property = await kept.records.properties.add({ currency, ...withPlainWords(request.body) });
        return { status: 201, body: property, location: `/api/v1/properties/${property.id}` };
      }),
  );

  api.get(
    '/properties/:id',
    {
      config: { deed: 'readRecords' },
      schema: {
        tags,
        summary: 'One listing',
        params: byId,
        response: { 200: propertySchema, ...problems('notFound') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => ({
        status: 200,
        body: found(await kept.records.properties.find(idOf(request.params.id, 'property')), 'property'),
      })),
  );

  api.patch(
    '/properties/:id',
    {
      config: { deed: 'changeProperty' },
      schema: {
        tags,
        summary: 'Changes a listing',
        description:
          'A new status or price brings the cards up to date that clients were shown. A price that fell says for 14 days what it was. `reserved`: it can be judged, and viewings that are agreed stay, but no other can be asked for.',
        params: byId,
        body: change,
        response: { 200: propertySchema, ...problems('notFound', 'invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, clock }) => ({
        status: 200,
        body: found(
          await changeProperty({ ...kept, clock }, idOf(request.params.id, 'property'), withPlainWords(request.body)),
          'property',
        ),
      })),
  );
};
