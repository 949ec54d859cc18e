import { Type } from 'typebox';
import type { PortalUser } from '#core/accounts/portal-users.ts';
import { ACCESS_MEANINGS } from '#core/crm/meanings.ts';
import {
  type AccessChanged,
  type AccessNeeds,
  createPortalUser,
  resetPassword,
  setBlocked,
} from '#core/crm/portal-access.ts';
import { sendCodeAgain } from '#core/crm/send-code-again.ts';
import type { Routes } from './api.ts';
import type { Answer } from './door.ts';
import { accepted, refused } from './errors.ts';
import { byId, found, id, idOf, moment, noBody, nullable, problems } from './schema-parts.ts';

/** What the routes need besides a transaction. */
export type PortalUserNeeds = Pick<
  AccessNeeds,
  'words' | 'passwords' | 'newPassword' | 'newCode' | 'newToken' | 'pageUrl' | 'goUrl'
>;

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

    api.get(
      path,
      {
        config: { deed: 'readRecords' },
        schema: { tags, summary: 'The account of a contact', params: byId, response },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept }) => {
          const user = await kept.portalUsers.of(idOf(request.params.id, 'contact'));
          return { status: 200, body: shown(found(user, 'portal user')) };
        }),
    );

    api.post(
      path,
      {
        config: { deed: 'givePortalAccess' },
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
      'send-code': {
        summary: 'Mails a new code to a client who has begun to sign in',
        act: sendCodeAgain,
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
        { config: { deed: 'givePortalAccess' }, schema: { tags, summary, params: byId, body: noBody, response } },
        (request, reply) =>
          door.answer(request, reply, async ({ kept, agent, clock }) => {
            const needs = { ...kept, ...outside, clock };
            return answerOf(await act(needs, agent, idOf(request.params.id, 'contact')), 200);
          }),
      );
  };

function answerOf(changed: AccessChanged, done: 200 | 201): Answer {
  const paused = changed.was === 'paused' ? refused(ACCESS_MEANINGS, changed) : undefined;
  if (paused) return paused;
  const { user, links } = accepted(ACCESS_MEANINGS, changed);
  return { status: done, body: { ...shown(user), ...(links.web ? { links } : {}) } };
}

const shown = (user: PortalUser) => ({
  id: user.id,
  contact_id: user.contact.id,
  email: user.email,
  status: user.status,
  password_is_temporary: user.passwordIsTemporary,
  last_sign_in: user.lastSignIn?.toISOString() ?? null,
});
