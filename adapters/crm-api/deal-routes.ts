import { Type } from 'typebox';
import { addDeal } from '#core/crm/add-deal.ts';
import { changeDeal } from '#core/crm/change-deal.ts';
import { DEAL_MEANINGS } from '#core/crm/meanings.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { accepted } from './errors.ts';
import { dealFields, dealSchema } from './record-schemas.ts';
import { byId, found, idOf, listOf, listQuery, problems } from './schema-parts.ts';

const tags = ['Deals'];
const { name, type, contacts, assigned_to, criteria, deal_value } = dealFields;
const body = Type.Object(
  {
    name,
    type,
    contacts,
    assigned_to: Type.Optional(assigned_to),
    criteria: Type.Optional(criteria),
    deal_value: Type.Optional(deal_value),
  },
  {
    additionalProperties: false,
    examples: [{ name: 'Jansen, villa in Altea', type: 'Buy', contacts: ['0190a0a0-0000-7000-8000-000000000001'] }],
  },
);
const { type: _, ...changeable } = dealFields;
const change = Type.Partial(Type.Object(changeable, { additionalProperties: false }), { additionalProperties: false });

export const dealRoutes: Routes = (api, door) => {
  api.get(
    '/deals',
    {
      config: { deed: 'readRecords' },
      schema: {
        tags,
        summary: 'Deals, newest first',
        querystring: listQuery({}),
        response: { 200: listOf(dealSchema), ...problems('invalid') },
      },
    },
    (request, reply) => {
      const span = spanOf(request.query);
      return door.answer(request, reply, async ({ kept }) => ({
        status: 200,
        body: listBody(await kept.records.deals.list({}, span)),
      }));
    },
  );

  api.post(
    '/deals',
    {
      config: { deed: 'addDeal' },
      schema: {
        tags,
        summary: 'Opens a deal',
        description:
          'For one contact or more; a lead is converted first. Owned by the key’s user where nobody is named.',
        body,
        response: { 201: dealSchema, ...problems('invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent }) => {
        const { deal } = accepted(DEAL_MEANINGS, await addDeal(kept, agent, request.body));
        return { status: 201, body: deal, location: `/api/v1/deals/${deal.id}` };
      }),
  );

  api.get(
    '/deals/:id',
    {
      config: { deed: 'readRecords' },
      schema: { tags, summary: 'One deal', params: byId, response: { 200: dealSchema, ...problems('notFound') } },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => ({
        status: 200,
        body: found(await kept.records.deals.find(idOf(request.params.id, 'deal')), 'deal'),
      })),
  );

  api.patch(
    '/deals/:id',
    {
      config: { deed: 'changeDeal' },
      schema: {
        tags,
        summary: 'Changes a deal',
        description: 'Stage and status go together: at Won it is won, at Lost it is lost, at any other stage open.',
        params: byId,
        body: change,
        response: { 200: dealSchema, ...problems('notFound', 'invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => {
        const changed = await changeDeal(kept, idOf(request.params.id, 'deal'), request.body);
        return { status: 200, body: accepted(DEAL_MEANINGS, changed).deal };
      }),
  );
};
