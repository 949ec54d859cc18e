import { Type } from 'typebox';
import { plainText } from '#core/chat/plain-text.ts';
import { LOST, type LostDelivery } from '#core/crm/lost-deliveries.ts';
import { mailLost } from '#core/crm/mail-lost.ts';
import { DELIVERY_MEANINGS, LOST_MEANINGS } from '#core/crm/meanings.ts';
import { settleDelivery } from '#core/crm/settle-delivery.ts';
import type { Words } from '#core/words.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { accepted } from './errors.ts';
import {
  byId,
  channel,
  failure,
  found,
  id,
  idOf,
  listOf,
  listQuery,
  moment,
  noBody,
  nullable,
  problems,
} from './schema-parts.ts';
import { whose } from './wait-routes.ts';

const closed = { additionalProperties: false };
const tags = ['Deliveries'];
export const deliverySchema = Type.Object(
  {
    id,
    state: Type.Enum([...LOST]),
    kind: Type.String(),
    channel,
    contact: nullable(Type.Object({ id, first_name: Type.String(), last_name: Type.String() }, closed)),
    text: Type.String({ description: 'what the client would have read' }),
    failure: nullable(failure),
    at: moment,
    settled_at: nullable(moment),
    settled_by: nullable(id),
  },
  closed,
);

/** What did not reach clients. `words`: what it says is read in the client's language. */
export const deliveryRoutes =
  (words: Words): Routes =>
  (api, door) => {
    const shown = ({ contact, message, language, failure, settled, ...rest }: LostDelivery) => ({
      ...rest,
      at: rest.at.toISOString(),
      contact: contact && { id: contact.id, first_name: contact.firstName, last_name: contact.lastName },
      text: message ? plainText(message.body, (each) => words.say(each, language)) : '',
      failure: failure && { code: failure.code, cause: failure.cause, next_step: failure.nextStep },
      settled_at: settled?.at.toISOString() ?? null,
      settled_by: settled?.by ?? null,
    });

    api.get(
      '/deliveries',
      {
        config: { deed: 'readRecords' },
        schema: {
          tags,
          summary: 'What did not reach clients, newest first',
          description: '`failed` surely did not, of `uncertain` nobody knows. Until somebody deals with it.',
          querystring: listQuery({ state: Type.Optional(Type.Enum([...LOST])), whose: Type.Optional(whose) }),
          response: { 200: listOf(deliverySchema), ...problems('invalid') },
        },
      },
      (request, reply) => {
        const { state, whose: asked } = request.query;
        const span = spanOf(request.query);
        return door.answer(request, reply, async ({ kept, agent }) => {
          const filter = { ...(state ? { state } : {}), ...(asked === 'mine' ? { owner: agent.id } : {}) };
          const { items, next } = await kept.lostDeliveries.list(filter, span);
          return { status: 200, body: listBody({ items: items.map(shown), next }) };
        });
      },
    );

    api.post(
      '/deliveries/:id/settle',
      {
        config: { deed: 'writeToClients' },
        schema: {
          tags,
          summary: 'Says that somebody dealt with what did not arrive',
          description: 'It is listed no longer, and who said so is kept. The same again changes nothing.',
          params: byId,
          body: noBody,
          response: { 200: deliverySchema, ...problems('notFound') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent, clock }) => {
          const outcome = await settleDelivery({ ...kept, clock }, agent, idOf(request.params.id, 'delivery'));
          return { status: 200, body: shown(accepted(DELIVERY_MEANINGS, outcome).delivery) };
        }),
    );

    api.post(
      '/deliveries/:id/mail',
      {
        config: { deed: 'writeToClients' },
        schema: {
          tags,
          summary: 'Sends by e-mail what did not arrive',
          description: 'The same words, in the client’s language. It is dealt with then.',
          params: byId,
          body: noBody,
          response: { 200: deliverySchema, ...problems('notFound', 'conflict') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent, clock }) => {
          const delivery = idOf(request.params.id, 'delivery');
          accepted(LOST_MEANINGS, await mailLost({ ...kept, clock, words }, agent, delivery));
          return { status: 200, body: shown(found(await kept.lostDeliveries.find(delivery), 'delivery')) };
        }),
    );
  };
