import { Type } from 'typebox';
import { changeUser } from '#core/crm/change-user.ts';
import { handOver } from '#core/crm/hand-over.ts';
import { HAND_OVER_MEANINGS, INVITATION_MEANINGS, USER_MEANINGS } from '#core/crm/meanings.ts';
import { addPerson, type InviteTools, inviteAgain } from '#core/sessions/invite-user.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { accepted } from './errors.ts';
import { userFields, userSchema } from './record-schemas.ts';
import { byId, found, idOf, listOf, listQuery, problems, userId } from './schema-parts.ts';

const tags = ['Users'];
const { name, email, role, ...rest } = userFields;
const body = Type.Object(
  { name, email, role: Type.Optional(role), ...Type.Partial(Type.Object(rest)).properties },
  {
    additionalProperties: false,
    examples: [{ name: 'Marta Ruiz', email: 'marta@costa.example', job_title: 'Sales agent', role: 'Employee' }],
  },
);
const change = Type.Partial(Type.Object(userFields, { additionalProperties: false }), { additionalProperties: false });

/** The people of the office; who is added gets a mail with a link to set a password. */
export const userRoutes =
  (tools: InviteTools): Routes =>
  (api, door) => {
    api.get(
      '/users',
      {
        config: { deed: 'readRecords' },
        schema: {
          tags,
          summary: 'The people of the office, newest first',
          querystring: listQuery({}),
          response: { 200: listOf(userSchema), ...problems('invalid') },
        },
      },
      (request, reply) => {
        const span = spanOf(request.query);
        return door.answer(request, reply, async ({ kept }) => ({
          status: 200,
          body: listBody(await kept.records.users.list({}, span)),
        }));
      },
    );

    api.post(
      '/users',
      {
        config: { deed: 'addUser' },
        schema: {
          tags,
          summary: 'Adds a person to the office',
          description:
            'For Admins. The person is `Pending`, whatever `status` says, and gets a mail with a link to set a password, good for 7 days; with that they are `Active`. Meanwhile they may own deals and contacts.',
          body,
          response: { 201: userSchema, ...problems('notAllowed', 'conflict', 'invalid') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent }) => {
          const { status: _, ...wanted } = request.body;
          const added = await addPerson({ ...kept, ...tools }, agent, { role: 'Employee', ...wanted });
          const { user } = accepted(USER_MEANINGS, added);
          return { status: 201, body: user, location: `/api/v1/users/${user.id}` };
        }),
    );

    api.get(
      '/users/:id',
      {
        config: { deed: 'readRecords' },
        schema: { tags, summary: 'One user', params: byId, response: { 200: userSchema, ...problems('notFound') } },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept }) => ({
          status: 200,
          body: found(await kept.records.users.find(idOf(request.params.id, 'user')), 'user'),
        })),
    );

    api.post(
      '/users/:id/invite',
      {
        config: { deed: 'addUser' },
        schema: {
          tags,
          summary: 'Sends the invitation again',
          description: 'For Admins. The link of the mail before is good no longer.',
          params: byId,
          response: { 200: userSchema, ...problems('notAllowed', 'notFound', 'conflict') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent }) => {
          const invited = await inviteAgain({ ...kept, ...tools }, agent, idOf(request.params.id, 'user'));
          return { status: 200, body: accepted(INVITATION_MEANINGS, invited).user };
        }),
    );

    api.post(
      '/users/:id/hand-over',
      {
        config: { deed: 'changeUser' },
        schema: {
          tags,
          summary: 'Gives a colleague what a user looks after',
          description: 'For Admins. Contacts, deals and viewings that are to come.',
          params: byId,
          body: Type.Object({ to: userId }, { additionalProperties: false }),
          response: {
            200: Type.Object(
              { contacts: Type.Integer(), deals: Type.Integer(), viewings: Type.Integer() },
              { additionalProperties: false },
            ),
            ...problems('notAllowed', 'notFound', 'invalid'),
          },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent }) => {
          const handed = await handOver(kept, agent, idOf(request.params.id, 'user'), request.body.to);
          const { was: _, ...counts } = accepted(HAND_OVER_MEANINGS, handed);
          return { status: 200, body: counts };
        }),
    );

    api.patch(
      '/users/:id',
      {
        config: { deed: 'changeOwnSettings' },
        schema: {
          tags,
          summary: 'Changes a user',
          description: 'An Employee changes only their own settings, and neither role nor status.',
          params: byId,
          body: change,
          response: { 200: userSchema, ...problems('notAllowed', 'notFound', 'conflict', 'invalid') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent }) => {
          const changed = await changeUser(kept, agent, idOf(request.params.id, 'user'), request.body);
          return { status: 200, body: accepted(USER_MEANINGS, changed).user };
        }),
    );
  };
