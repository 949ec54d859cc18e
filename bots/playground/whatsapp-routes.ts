import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { GraphStandIn } from '#adapters/whatsapp/cloud/stand-in/server.ts';

type Parts = {
  readonly graph: GraphStandIn;
  /** The place of a person in the stand-in, by the handle that the page has. */
  readonly placeOf: (person: string) => number;
  readonly inviteCode: string;
};
type Deed = {
  readonly Params: { readonly person: string; readonly deed: string };
  readonly Body: { readonly text?: string; readonly message?: string; readonly choice?: string };
};

/** The WhatsApp-like phone of the playground. */
export async function whatsAppRoutes(server: FastifyInstance, { graph, placeOf, inviteCode }: Parts): Promise<void> {
  const script = readFileSync(new URL('whatsapp.js', import.meta.url), 'utf8');
  const personOf = (person: string) => {
    const found = graph.people[placeOf(person)];
    if (!found) throw Object.assign(new Error('nobody of that name has WhatsApp'), { statusCode: 404 });
    return found;
  };

  server.get('/playground/whatsapp.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  server.get<{ Params: { person: string } }>('/playground/whatsapp/:person', ({ params }) => ({
    messages: personOf(params.person).chat().messages(),
  }));
  server.post<Deed>('/playground/whatsapp/:person/:deed', ({ params, body }, reply) => {
    const person = personOf(params.person);
    const { text, message, choice } = body;
    if (params.deed === 'writes' && text) return { id: person.writes(text) };
    if (params.deed === 'taps' && message && choice) return { id: person.taps(message, choice) };
    if (params.deed === 'opens') return { id: person.writes(`START ${inviteCode}`) };
    return reply.code(404).send({ error: 'No such deed' });
  });
  server.get<{ Params: { id: string } }>('/playground/whatsapp/files/:id', ({ params }, reply) => {
    const file = graph.number().files.find(params.id);
    if (!file) return reply.code(404).send({ error: 'No such file' });
    return reply.type(file.mime).header('cache-control', 'private, max-age=3600').send(file.data);
  });
  server.get('/playground/whatsapp/changes', (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write(': open\n\n');
    const stop = graph.onChange(() => void reply.raw.write('event: change\ndata: {}\n\n'));
    reply.raw.once('close', stop);
  });
}
