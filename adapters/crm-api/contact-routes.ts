import { Type } from 'typebox';
import { addContact } from '#core/crm/add-contact.ts';
import { changeContact } from '#core/crm/change-contact.ts';
import { convertLead } from '#core/crm/convert-lead.ts';
import { giveContact } from '#core/crm/give-contact.ts';
import { CONTACT_MEANINGS } from '#core/crm/meanings.ts';
import { readBareEmail } from '#core/typed/read-email.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import { accepted } from './errors.ts';
import { contactFields, contactKind, contactSchema, leadFields } from './record-schemas.ts';
import { byId, found, idOf, listOf, listQuery, noBody, problems, userId } from './schema-parts.ts';

const tags = ['Contacts'];
const { first_name, last_name, email, ...rest } = contactFields;
const body = Type.Object(
  {
    first_name,
    last_name,
    email,
    kind: Type.Optional(contactKind),
    ...Type.Partial(Type.Object({ ...rest, ...leadFields })).properties,
  },
  {
    additionalProperties: false,
    examples: [
      { first_name: 'Anna', last_name: 'Jansen', email: 'anna@mail.example', phone: '+31612345678', language: 'nl' },
    ],
  },
);
const change = Type.Partial(Type.Object({ ...contactFields, ...leadFields }, { additionalProperties: false }), {
  additionalProperties: false,
});
const filters = {
  kind: Type.Optional(contactKind),
  email: Type.Optional(Type.String({ maxLength: 254, description: 'the whole e-mail, in any case' })),
  q: Type.Optional(
    Type.String({ maxLength: 254, description: 'the beginning of a first name, last name or e-mail, in any case' }),
  ),
};

/** Addresses are looked for as they are kept, in whichever form they are asked for. */
function asKept<Query extends { readonly email?: string; readonly q?: string }>(query: Query): Query {
  const { email, q } = query;
  return {
    ...query,
    ...(email === undefined ? {} : { email: readBareEmail(email) ?? email }),
    ...(q === undefined ? {} : { q: q.replace(/\S+/gu, (word) => readBareEmail(word) ?? word) }),
  };
}

export const contactRoutes: Routes = (api, door) => {
  api.get(
    '/contacts',
    {
      config: { deed: 'readRecords' },
      schema: {
        tags,
        summary: 'Contacts and leads, newest first',
        querystring: listQuery(filters),
        response: { 200: listOf(contactSchema), ...problems('invalid') },
      },
    },
    (request, reply) => {
      const span = spanOf(request.query);
      return door.answer(request, reply, async ({ kept }) => ({
        status: 200,
        body: listBody(await kept.records.contacts.list(asKept(request.query), span)),
      }));
    },
  );

  api.post(
    '/contacts',
    {
      config: { deed: 'addContact' },
      schema: {
        tags,
        summary: 'Adds a contact or a lead',
        description: 'Owned by the key’s user where `assigned_to` is left out.',
        body,
        response: { 201: contactSchema, ...problems('invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent }) => {
        const added = await addContact(kept, agent, { kind: 'contact', ...request.body });
        const { contact } = accepted(CONTACT_MEANINGS, added);
        return { status: 201, body: contact, location: `/api/v1/contacts/${contact.id}` };
      }),
  );

  api.get(
    '/contacts/:id',
    {
      config: { deed: 'readRecords' },
      schema: { tags, summary: 'One contact', params: byId, response: { 200: contactSchema, ...problems('notFound') } },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => ({
        status: 200,
        body: found(await kept.records.contacts.find(idOf(request.params.id, 'contact')), 'contact'),
      })),
  );

  api.patch(
    '/contacts/:id',
    {
      config: { deed: 'changeContact' },
      schema: {
        tags,
        summary: 'Changes a contact',
        params: byId,
        body: change,
        response: { 200: contactSchema, ...problems('notFound', 'invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => {
        const changed = await changeContact(kept, idOf(request.params.id, 'contact'), request.body);
        return { status: 200, body: accepted(CONTACT_MEANINGS, changed).contact };
      }),
  );

  api.post(
    '/contacts/:id/convert',
    {
      config: { deed: 'convertLead' },
      schema: {
        tags,
        summary: 'Makes a lead a contact',
        description: 'Only a contact can be on a deal. The lead’s history stays.',
        params: byId,
        body: noBody,
        response: { 200: contactSchema, ...problems('notFound', 'conflict') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent }) => {
        const converted = await convertLead(kept, agent, idOf(request.params.id, 'contact'));
        return { status: 200, body: accepted(CONTACT_MEANINGS, converted).contact };
      }),
  );

  api.post(
    '/contacts/:id/give',
    {
      config: { deed: 'changeContact' },
      schema: {
        tags,
        summary: 'Gives a contact or lead to a colleague',
        description:
          'With their open deals, and the viewings that are to come on these. The same again changes nothing.',
        params: byId,
        body: Type.Object(
          { assigned_to: userId },
          { additionalProperties: false, examples: [{ assigned_to: '0198f0a2-0000-7000-8000-000000000001' }] },
        ),
        response: { 200: contactSchema, ...problems('notFound', 'invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent }) => {
        const id = idOf(request.params.id, 'contact');
        accepted(CONTACT_MEANINGS, await giveContact(kept, agent, id, request.body.assigned_to));
        return { status: 200, body: found(await kept.records.contacts.find(id), 'contact') };
      }),
  );
};
