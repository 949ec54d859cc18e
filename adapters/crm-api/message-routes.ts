import { Type } from 'typebox';
import { plainText } from '#core/chat/plain-text.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { MESSAGE_MEANINGS, REMINDER_MEANINGS } from '#core/crm/meanings.ts';
import { remindMe } from '#core/crm/remind-me.ts';
import { sendMessage } from '#core/crm/send-message.ts';
import { setTakenOver } from '#core/crm/set-taken-over.ts';
import { settleMessages } from '#core/crm/settle-messages.ts';
import type { MessageRecord } from '#core/crm/thread.ts';
import type { ContactId } from '#core/ids.ts';
import { MESSAGE_LENGTH } from '#core/messages/message-turns.ts';
import type { Words } from '#core/words.ts';
import type { Routes } from './api.ts';
import { listBody, spanOf } from './cursor.ts';
import type { Answer } from './door.ts';
import { accepted, Problem } from './errors.ts';
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
  words as text,
} from './schema-parts.ts';

const tags = ['Messages'];
const closed = { additionalProperties: false };
export const messageSchema = Type.Object(
  {
    id,
    at: moment,
    from: Type.Enum(['client', 'user', 'bot']),
    text: Type.String(),
    media: Type.Array(id),
    channel,
    state: nullable(Type.String()),
    platform_id: nullable(Type.String()),
    failure: Type.Optional(failure),
  },
  closed,
);

/** The thread with a client, answering in it, and taking it over from the bot. `words`: what the bot said is read in the client's language. */
export const messageRoutes =
  (words: Words): Routes =>
  (api, door) => {
    const shown = ({ said, language, failure, ...record }: MessageRecord) => ({
      ...record,
      text: typeof said === 'string' ? said : plainText(said.body, (each) => words.say(each, language)),
      media: [...record.media],
      ...(failure ? { failure } : {}),
    });
    const one = async ({ thread }: CrmKept, contact: ContactId, message: string) =>
      shown(found(await thread.find(contact, message), 'message'));

    api.get(
      '/contacts/:id/messages',
      {
        config: { deed: 'readRecords' },
        schema: {
          tags,
          summary: 'The thread with a client, newest first',
          description: 'What the client and users wrote, and what the bot said, each with what became of it.',
          params: byId,
          querystring: listQuery({}),
          response: { 200: listOf(messageSchema), ...problems('notFound', 'invalid') },
        },
      },
      (request, reply) => {
        const span = spanOf(request.query);
        return door.answer(request, reply, async ({ kept }) => {
          const contact = found(await kept.records.contacts.find(idOf(request.params.id, 'contact')), 'contact');
          const { items, next } = await kept.thread.list(contact.id, span);
          return { status: 200, body: listBody({ items: items.map(shown), next }) };
        });
      },
    );

    api.post(
      '/contacts/:id/messages',
      {
        config: { deed: 'writeToClients' },
        schema: {
          tags,
          summary: 'Writes to a client',
          description:
            'In the chat that the client used last; with `channel`, in the one of that channel that they used last.',
          params: byId,
          body: Type.Object(
            { text: text(MESSAGE_LENGTH), channel: Type.Optional(channel) },
            { ...closed, examples: [{ text: 'The owner can show it on Friday. Does that suit you?' }] },
          ),
          response: { 201: messageSchema, ...problems('notFound', 'conflict', 'invalid') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent, clock }) => {
          const contact = idOf(request.params.id, 'contact') as ContactId;
          const { text: words, channel } = request.body;
          const sent = await sendMessage({ ...kept, clock }, agent, contact, words, channel);
          return { status: 201, body: await one(kept, contact, accepted(MESSAGE_MEANINGS, sent).message) };
        }),
    );

    api.post(
      '/contacts/:id/messages/settle',
      {
        config: { deed: 'writeToClients' },
        schema: {
          tags,
          summary: 'Says that what a client wrote needs no answer',
          description: 'It waits no longer. The same again changes nothing.',
          params: byId,
          body: noBody,
          response: { 200: Type.Object({ settled: Type.Integer() }, closed), ...problems('notFound') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent, clock }) => {
          const outcome = await settleMessages({ ...kept, clock }, agent, idOf(request.params.id, 'contact'));
          return { status: 200, body: { settled: accepted(MESSAGE_MEANINGS, outcome).count } };
        }),
    );

    api.post(
      '/contacts/:id/remind',
      {
        config: { deed: 'writeToClients' },
        schema: {
          tags,
          summary: 'Takes a client’s messages off one’s own list until a time',
          description:
            'For the user alone: colleagues see them, and the time in which they are to be answered runs on.',
          params: byId,
          body: Type.Object({ at: moment }, { ...closed, examples: [{ at: '2026-11-26T09:00:00+01:00' }] }),
          response: {
            200: Type.Object({ contact_id: id, at: moment }, closed),
            ...problems('notFound', 'invalid'),
          },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent, clock }) => {
          const contact = idOf(request.params.id, 'contact');
          const outcome = await remindMe({ ...kept, clock }, agent, contact, new Date(request.body.at));
          const { at } = accepted(REMINDER_MEANINGS, outcome);
          return { status: 200, body: { contact_id: contact, at: at.toISOString() } };
        }),
    );

    for (const deed of ['hold', 'release'] as const)
      api.post(
        `/contacts/:id/${deed}`,
        {
          config: { deed: 'writeToClients' },
          schema: {
            tags,
            summary: deed === 'hold' ? 'Takes a client’s chats from the bot' : 'Hands a client’s chats back to the bot',
            description:
              'Buttons work meanwhile; what the client writes comes as messages. A chat goes back by itself where neither wrote for the company’s `hold_hours`.',
            params: byId,
            body: noBody,
            response: { 200: Type.Object({ held_by: nullable(id) }, closed), ...problems('notFound') },
          },
        },
        (request, reply) =>
          door.answer(request, reply, async ({ kept, agent, clock }): Promise<Answer> => {
            const by = deed === 'hold' ? agent : null;
            accepted(MESSAGE_MEANINGS, await setTakenOver({ ...kept, clock }, idOf(request.params.id, 'contact'), by));
            return { status: 200, body: { held_by: by?.id ?? null } };
          }),
      );

    api.post(
      '/messages/:id/resend',
      {
        config: { deed: 'writeToClients' },
        schema: {
          tags,
          summary: 'Sends a failed or uncertain message again',
          params: byId,
          body: noBody,
          response: { 201: messageSchema, ...problems('notFound', 'conflict') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept }) => {
          const again = await kept.thread.resend(idOf(request.params.id, 'message'));
          if (!again?.contact) throw new Problem('conflict', 'Only a failed or uncertain message can be sent again.');
          return { status: 201, body: await one(kept, again.contact, again.id) };
        }),
    );
  };
