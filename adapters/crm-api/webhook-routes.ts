import { Type } from 'typebox';
import { addWebhook, type WebhookNeeds } from '#core/crm/add-webhook.ts';
import { GIVEN_UP_AFTER_DAYS } from '#core/crm/give-up-webhook.ts';
import { WEBHOOK_MEANINGS } from '#core/crm/meanings.ts';
import { redeliver } from '#core/crm/redeliver.ts';
import { testWebhook } from '#core/crm/test-webhook.ts';
import { WEBHOOK_EVENTS } from '#core/crm/webhooks.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { accepted, notFound } from './errors.ts';
import { byId, found, id, idOf, listOf, listQuery, moment, noBody, nullable, problems } from './schema-parts.ts';

const tags = ['Webhooks'];
const closed = { additionalProperties: false };
const events = Type.Array(Type.Enum([...WEBHOOK_EVENTS]), { minItems: 1, maxItems: WEBHOOK_EVENTS.length });
const shown = { id, url: Type.String(), events, disabled_at: nullable(moment) };
const webhookSchema = Type.Object(shown, closed);
const deliverySchema = Type.Object(
  {
    id,
    event: Type.String(),
    state: Type.Enum(['queued', 'sent', 'failed']),
    attempts: Type.Integer(),
    last_error: nullable(Type.String()),
    due_at: moment,
    created_at: moment,
  },
  closed,
);
const config = { deed: 'keepWebhooks' } as const;

/** Where the company is told of what happens, signed by Standard Webhooks. For Admins. */
export const webhookRoutes =
  (outside: WebhookNeeds): Routes =>
  (api, door) => {
    api.get(
      '/webhooks',
      {
        config,
        schema: {
          tags,
          summary: 'Where the company is told of what happens',
          description: `An address that took nothing for ${GIVEN_UP_AFTER_DAYS} days is told nothing more: \`disabled_at\` says since when, the Admins get a mail, and PATCH enables it again.`,
          querystring: listQuery({}),
          response: { 200: listOf(webhookSchema), ...problems('notAllowed', 'invalid') },
        },
      },
      (request, reply) => {
        const span = spanOf(request.query);
        return door.answer(request, reply, async ({ kept }) => ({
          status: 200,
          body: listBody(await kept.webhooks.list(span)),
        }));
      },
    );

    api.post(
      '/webhooks',
      {
        config,
        schema: {
          tags,
          summary: 'Tells another address',
          description: 'The secret that signs is answered once. https to public addresses only.',
          body: Type.Object(
            { url: Type.String({ maxLength: 2000 }), events },
            { ...closed, examples: [{ url: 'https://crm.example/hooks', events: ['*'] }] },
          ),
          response: {
            201: Type.Object({ ...shown, secret: Type.String() }, closed),
            ...problems('notAllowed', 'invalid'),
          },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept }) => {
          const added = accepted(WEBHOOK_MEANINGS, await addWebhook({ ...kept, ...outside }, request.body));
          return { status: 201, body: { ...added.webhook, secret: added.secret } };
        }),
    );

    api.patch(
      '/webhooks/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Tells an address again that was disabled',
          description: 'What happened meanwhile is not sent; what failed before can be sent again.',
          params: byId,
          body: Type.Object({ enabled: Type.Literal(true) }, closed),
          response: { 200: webhookSchema, ...problems('notAllowed', 'notFound', 'invalid') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept }) => ({
          status: 200,
          body: found(await kept.webhooks.enable(idOf(request.params.id, 'webhook')), 'webhook'),
        })),
    );

    api.delete(
      '/webhooks/:id',
      {
        config,
        schema: {
          tags,
          summary: 'Tells this address no more',
          params: byId,
          response: { 204: Type.Null(), ...problems('notAllowed', 'notFound') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept }) => {
          if (!(await kept.webhooks.remove(idOf(request.params.id, 'webhook')))) throw notFound('webhook');
          return { status: 204, body: null };
        }),
    );

    api.post(
      '/webhooks/:id/test',
      {
        config,
        schema: {
          tags,
          summary: 'Tells it a test',
          description: 'An event `webhook.test` with empty `data`, whatever events the webhook asked for.',
          params: byId,
          body: noBody,
          response: { 200: deliverySchema, ...problems('notAllowed', 'notFound', 'conflict') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, clock }) => {
          const told = await testWebhook({ ...kept, clock }, idOf(request.params.id, 'webhook'));
          return { status: 200, body: accepted(WEBHOOK_MEANINGS, told).delivery };
        }),
    );

    api.get(
      '/webhooks/:id/deliveries',
      {
        config,
        schema: {
          tags,
          summary: 'What an address was told, newest first',
          params: byId,
          querystring: listQuery({}),
          response: { 200: listOf(deliverySchema), ...problems('notAllowed', 'notFound', 'invalid') },
        },
      },
      (request, reply) => {
        const span = spanOf(request.query);
        return door.answer(request, reply, async ({ kept }) => {
          const all = await kept.webhooks.deliveries(idOf(request.params.id, 'webhook'), span);
          return { status: 200, body: listBody(found(all, 'webhook')) };
        });
      },
    );

    api.post(
      '/webhooks/:id/deliveries/:delivery/redeliver',
      {
        config,
        schema: {
          tags,
          summary: 'Tells it once more',
          params: Type.Object({ id: Type.String(), delivery: Type.String() }),
          body: noBody,
          response: { 200: deliverySchema, ...problems('notAllowed', 'notFound', 'conflict') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept }) => {
          const { id: webhook, delivery } = request.params;
          const again = await redeliver(kept, idOf(webhook, 'webhook'), idOf(delivery, 'delivery'));
          return { status: 200, body: accepted(WEBHOOK_MEANINGS, again).delivery };
        }),
    );
  };
