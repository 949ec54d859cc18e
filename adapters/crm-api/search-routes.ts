import { Type } from 'typebox';
import { MOST_FOUND } from '#core/crm/search.ts';
import type { Routes } from './api.ts';
import { contactSchema, dealSchema, propertySchema } from './record-schemas.ts';
import { id, nullable, problems } from './schema-parts.ts';

const closed = { additionalProperties: false };
const named = Type.Object({ id, name: Type.String() }, closed);
export const foundSchema = Type.Object(
  {
    contacts: Type.Array(Type.Pick(contactSchema, ['id', 'kind', 'first_name', 'last_name', 'email', 'phone'])),
    deals: Type.Array(Type.Pick(dealSchema, ['id', 'name', 'stage', 'status'])),
    properties: Type.Array(
      Type.Object(
        {
          ...Type.Pick(propertySchema, ['id', 'name', 'status', 'reference', 'tesoro_reference']).properties,
          city: nullable(Type.String()),
        },
        closed,
      ),
    ),
    requests: Type.Array(
      Type.Object(
        { id, status: Type.Enum(['pending', 'confirmed']), contact: nullable(named), property: named },
        closed,
      ),
    ),
  },
  closed,
);

export const searchRoutes: Routes = (api, door) => {
  api.get(
    '/search',
    {
      config: { deed: 'readRecords' },
      schema: {
        tags: ['Search'],
        summary: 'Contacts, deals, properties and open viewing requests by what they are called',
        description: `Each word of \`q\` begins a word of a name, an e-mail, a reference or a phone number. Accents and case do not matter. At most ${MOST_FOUND} of a kind.`,
        querystring: Type.Object({ q: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
        response: { 200: foundSchema, ...problems('invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => ({
        status: 200,
        body: await kept.search.find(request.query.q),
      })),
  );
};
