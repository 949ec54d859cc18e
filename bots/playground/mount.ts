import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { TelegramStandIn } from '#adapters/telegram/stand-in/server.ts';
import { playgroundPage } from './page.ts';

export type PlaygroundParts = {
  readonly standIn: TelegramStandIn;
  /** The bot's username at the stand-in. */
  readonly bot: string;
  readonly people: readonly { readonly id: number; readonly name: string }[];
  readonly office: string;
  /** The agent as whom the desk beside the chat is open, by their e-mail. */
  readonly agent: string;
  readonly inviteCode: string;
  /** The contact that a person's chat is signed in to, by the platform's address. */
  readonly contactOf: (address: string) => Promise<string | undefined>;
  /** The newest mails that were kept, newest first. */
  readonly mails: () => Promise<
    readonly { readonly recipient: string; readonly subject: string; readonly text: string }[]
  >;
};

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
/** What a person in the playground can do; the names are those of the stand-in's Person. */
const DEEDS = ['writes', 'taps', 'opens'] as const;

/** Mounts /playground: the clients' chats beside their agent's desk. For loopback and the demo only. */
export async function mountPlayground(server: FastifyInstance, parts: PlaygroundParts): Promise<void> {
  const { standIn, bot } = parts;
  const send = (reply: FastifyReply, mime: string, body: string) => reply.type(`${mime}; charset=utf-8`).send(body);

  server.get('/', (_request, reply) => reply.redirect('/playground'));
  server.get('/playground', async (request, reply) => {
    const cookies = await enter(server, parts.agent, request.headers.cookie);
    return send(reply.header('set-cookie', cookies), 'text/html', playgroundPage(parts.office));
  });
  server.get('/playground/page.css', (_request, reply) => send(reply, 'text/css', file('page.css')));
  server.get('/playground/page.js', (_request, reply) => send(reply, 'text/javascript', file('page.js')));
  server.get('/playground/icon.svg', (_request, reply) => send(reply, 'image/svg+xml', file('icon.svg')));
  server.get('/playground/mails', async () => ({ items: await parts.mails() }));

  server.get('/playground/people', async () => ({ people: await peopleOf(parts) }));
  server.get<{ Params: { person: string } }>('/playground/chat/:person', async ({ params }) => {
    const person = standIn.who(Number(params.person));
    const chat = person.chat(bot);
    return { bot: { firstName: standIn.bot(bot).firstName }, messages: chat.messages(), commands: chat.commands };
  });
  server.post<{ Params: { person: string; deed: string }; Body: Record<string, unknown> }>(
    '/playground/chat/:person/:deed',
    async ({ params, body }, reply) => {
      const deed = DEEDS.find((each) => each === params.deed);
      if (!deed) return reply.code(404).send({ error: 'No such deed' });
      const payload = deed === 'opens' ? { payload: parts.inviteCode } : body;
      const path = `/stand-in/chats/${bot}/${params.person}/${deed}`;
      const field = 'data' in payload ? { ...payload, button: payload.data } : payload;
      const answer = await fetch(standIn.root + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(field),
      });
      return reply.code(answer.status).send(await answer.json());
    },
  );
  server.get<{ Params: { id: string } }>('/playground/files/:id', async ({ params }, reply) => {
    const bytes = standIn.file(params.id);
    return bytes
      ? reply.type('image/jpeg').header('cache-control', 'private, max-age=3600').send(Buffer.from(bytes))
      : reply.code(404).send({ error: 'No such file' });
  });
  server.get('/playground/changes', async (request, reply) => {
    const gone = new AbortController();
    request.raw.on('close', () => gone.abort());
    const changes = await fetch(`${standIn.root}/stand-in/events?bot=${bot}`, { signal: gone.signal });
    if (!changes.body) return reply.code(502).send({ error: 'No changes to follow' });
    const stream = Readable.fromWeb(changes.body as import('node:stream/web').ReadableStream);
    stream.on('error', () => reply.raw.end());
    return reply.type('text/event-stream').header('cache-control', 'no-store').send(stream);
  });
}

/** The cookies of a session as the agent, by the demo's own way in; none where the browser is signed in already. */
async function enter(server: FastifyInstance, agent: string, cookie: string | undefined): Promise<readonly string[]> {
  const headers = { 'sec-fetch-site': 'same-origin', ...(cookie === undefined ? {} : { cookie }) };
  const there = await server.inject({ url: '/crm/today?part=feed', headers });
  if (there.statusCode === 200) return [];
  const entered = await server.inject({
    method: 'POST',
    url: '/crm/sign-in/demo',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ who: agent }).toString(),
  });
  return [entered.headers['set-cookie'] ?? []].flat();
}

/** Everybody who can hold the phone, with the contact that their chat is signed in to. */
const peopleOf = ({ people, contactOf }: PlaygroundParts) =>
  Promise.all(people.map(async ({ id, name }) => ({ id, name, contactId: (await contactOf(String(id))) ?? null })));
