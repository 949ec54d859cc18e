import { Type } from 'typebox';
import type { PortalUser } from '#core/accounts/portal-users.ts';
import {
  type AccessNeeds,
  createPortalUser,
  type Given,
  type Refused,
  resetPassword,
  setBlocked,
} from '#core/crm/portal-access.ts';
import type { Routes } from './api.ts';
import type { Answer } from './door.ts';
import { notFound, Problem } from './errors.ts';
import { byId, id, idOf, moment, noBody, nullable, problems } from './schema-parts.ts';

/** What the routes need besides a transaction. */
export type PortalUserNeeds = Pick<AccessNeeds, 'words' | 'passwords' | 'newPassword' | 'newToken' | 'pageUrl'>;

const tags = ['Portal users'];
const links = Type.Object(
  {
    telegram: Type.Optional(Type.String()),
    whatsapp: Type.Optional(Type.String()),
    teams: Type.Optional(Type.String()),
    web: Type.Optional(Type.String()),
  },
  { additionalProperties: false, description: 'one way in a channel, each good once a channel for 30 days' },
);
export const portalUserSchema = Type.Object(
  {
    id,
    contact_id: id,
    email: Type.String(),
    status: Type.Enum(['Draft', 'Active', 'Blocked']),
    password_is_temporary: Type.Boolean(),
    last_sign_in: nullable(moment),
    links: Type.Optional(links),
  },
  { additionalProperties: false },
);
const response = { 200: portalUserSchema, ...problems('notFound', 'conflict', 'invalid') };

/** Accounts of clients, made, reset, blocked and opened again by an agent. No answer has a password. */
export const portalUserRoutes =
  (outside: PortalUserNeeds): Routes =>
  (api, door) => {
    const path = '/contacts/:id/portal-user';

    api.get(path, { schema: { tags, summary: 'The account of a contact', params: byId, response } }, (request, reply) =>
      door.answer(request, reply, async ({ kept }) => {
        const user = await kept.portalUsers.of(idOf(request.params.id, 'contact'));
        if (!user) throw notFound('portal user');
        return { status: 200, body: shown(user) };
      }),
    );

    api.post(
      path,
      {
        schema: {
          tags,
          summary: 'Lets a contact into the portal',
          description: 'Active at once; the temporary password and the ways in go to the contact by mail.',
          params: byId,
          body: noBody,
          response: { 201: portalUserSchema, ...problems('notFound', 'conflict', 'invalid') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent, clock }) => {
          const needs = { ...kept, ...outside, clock };
          return answerOf(await createPortalUser(needs, agent, idOf(request.params.id, 'contact')), 201);
        }),
    );

    const deeds = {
      'reset-password': {
        summary: 'Mails a new temporary password and signs all chats out',
        act: resetPassword,
      },
      block: {
        summary: 'Shuts the client out',
        act: (...[needs, agent, contact]: Parameters<typeof resetPassword>) =>
          setBlocked(needs, agent, contact, 'Blocked'),
      },
      unblock: {
        summary: 'Lets the client in again',
        act: (...[needs, agent, contact]: Parameters<typeof resetPassword>) =>
          setBlocked(needs, agent, contact, 'Active'),
      },
    };
    for (const [deed, { summary, act }] of Object.entries(deeds))
      api.post(
        `${path}/${deed}`,
        { schema: { tags, summary, params: byId, body: noBody, response } },
        (request, reply) =>
          door.answer(request, reply, async ({ kept, agent, clock }) => {
            const needs = { ...kept, ...outside, clock };
            return answerOf(await act(needs, agent, idOf(request.params.id, 'contact')), 200);
          }),
      );
  };

function answerOf(done: Given | Refused, status: 200 | 201): Answer {
  switch (done.was) {
    case 'missing':
      throw notFound('contact');
    case 'noUser':
      throw notFound('portal user');
    case 'already':
      throw new Problem('conflict', 'This contact, or another one with its e-mail, has an account already.');
    case 'given':
      return { status, body: { ...shown(done.user), ...(done.links.web ? { links: done.links } : {}) } };
  }
}

const shown = (user: PortalUser) => ({
  id: user.id,
  contact_id: user.contact.id,
  email: user.email,
  status: user.status,
  password_is_temporary: user.passwordIsTemporary,
  last_sign_in: user.lastSignIn?.toISOString() ?? null,
});
