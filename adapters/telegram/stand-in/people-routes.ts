import type { FastifyInstance } from 'fastify';
import { actOf } from './people-acts.ts';
import type { StandIn } from './stand-in.ts';
import type { World } from './world.ts';

type Chat = { Params: { bot: string; person: number } };
type Deed = { Params: { bot: string; person: number; deed: string }; Body: unknown };
type Events = { Querystring: { bot?: string; person?: string } };

const CHAT_PARAMS = { type: 'object', properties: { bot: { type: 'string' }, person: { type: 'integer' } } } as const;

/** What people do and see, for a page: JSON and a stream of events under /stand-in/. */
export async function peopleRoutes(server: FastifyInstance, { standIn, world }: { standIn: StandIn; world: World }) {
  server.get('/bots', () => standIn.bots.map(({ id, username, firstName }) => ({ id, username, firstName })));
  server.get('/people', () => [...world.people.values()].map((person) => ({ ...person, photo: undefined })));
  server.post<{ Body: Parameters<StandIn['person']>[0] }>('/people', { schema: { body: NEW_PERSON } }, ({ body }) => ({
    id: standIn.person(body).id,
  }));

  server.get<Chat>('/chats/:bot/:person', { schema: { params: CHAT_PARAMS } }, ({ params }) => {
    const chat = standIn.chat(params.bot, params.person);
    const { answers, action, keyboard, commands, blocked } = chat;
    return { messages: chat.messages(), answers, action, keyboard, commands, blocked };
  });
  server.post<Deed>('/chats/:bot/:person/:deed', { schema: { params: CHAT_PARAMS } }, ({ params, body }, reply) => {
    const act = actOf(params.deed);
    if (!act) return reply.code(404).send({ error: `nobody can ${params.deed}` });
    const { token } = standIn.bot(params.bot);
    return { result: act(standIn.who(params.person).turnsTo(token), token, body) ?? null };
  });

  server.get<{ Params: { bot: string; file: string } }>('/files/:bot/:file', ({ params }, reply) => {
    const file = standIn.bot(params.bot).files.find(params.file);
    if (!file) return reply.code(404).send({ error: 'no such file' });
    // Never a type a browser would run as a page.
    const type = /^(image\/(jpeg|png|webp)|audio\/[\w-]+|application\/pdf)$/.test(file.mime ?? '')
      ? file.mime
      : undefined;
    void reply.header('x-content-type-options', 'nosniff');
    return reply
      .type(type ?? (file.kind === 'Photo' ? 'image/jpeg' : 'application/octet-stream'))
      .send(Buffer.from(file.bytes));
  });

  server.get('/journal', () => world.journal.entries());
  server.post<{ Body: Parameters<StandIn['faults']['add']>[0] }>('/faults', ({ body }) => {
    world.faults.add(body);
    return {};
  });
  server.delete('/faults', () => {
    world.faults.clear();
    return {};
  });

  server.get<Events>('/events', ({ query }, reply) => {
    const bot = query.bot === undefined ? undefined : standIn.bot(query.bot).id;
    const person = query.person === undefined ? undefined : Number(query.person);
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value);
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write(': open\n\n');
    const stop = world.changes.listen((change) => {
      const isBot = bot === undefined || change.bot === bot;
      const isPerson = person === undefined || change.person === person || change.what === 'commands';
      if (isBot && isPerson) reply.raw.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
    });
    reply.raw.once('close', stop);
  });
}

const NEW_PERSON = {
  type: 'object',
  required: ['firstName'],
  properties: {
    id: { type: 'integer' },
    firstName: { type: 'string', minLength: 1 },
    lastName: { type: 'string' },
    username: { type: 'string' },
    languageCode: { type: 'string' },
  },
} as const;
