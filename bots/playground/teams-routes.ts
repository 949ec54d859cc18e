import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';
import hostConfig from '#adapters/teams/stand-in/host-config.json' with { type: 'json' };
import type { TeamsStandIn } from '#adapters/teams/stand-in/server.ts';

type Parts = {
  readonly teams: TeamsStandIn;
  /** The place of a person in the stand-in, by the handle that the page has. */
  readonly placeOf: (person: string) => number;
  readonly inviteCode: string;
};
type Deed = {
  readonly Params: { readonly person: string; readonly deed: string };
  readonly Body: {
    readonly text?: string;
    readonly message?: string;
    readonly ref?: string;
    readonly filled?: Readonly<Record<string, string>>;
  };
};

const { resolve } = createRequire(import.meta.url);
/** A file of Microsoft's own reader of cards, which draws them as Teams does: what is cut there is cut here. */
const readerFile = (name: string): string => readFileSync(resolve(`adaptivecards/dist/${name}`), 'utf8');

/** The Teams-like chat of the playground. */
export async function teamsRoutes(server: FastifyInstance, { teams, placeOf, inviteCode }: Parts): Promise<void> {
  const script = readFileSync(new URL('teams.js', import.meta.url), 'utf8');
  const [reader, style] = [readerFile('adaptivecards.min.js'), readerFile('adaptivecards.css')];
  const personOf = (person: string) => {
    const found = teams.people[placeOf(person)];
    if (!found) throw Object.assign(new Error('nobody of that name has Teams'), { statusCode: 404 });
    return found;
  };

  server.get('/playground/teams.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  server.get('/playground/cards.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(reader));
  server.get('/playground/cards.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  server.get('/playground/teams-host.json', () => hostConfig);
  server.get<{ Params: { person: string } }>('/playground/teams/:person', ({ params }) => ({
    messages: personOf(params.person).messages(),
  }));
  server.post<Deed>('/playground/teams/:person/:deed', async ({ params, body }, reply) => {
    const person = personOf(params.person);
    const { text, message, ref, filled } = body;
    if (params.deed === 'writes' && text) return { status: await person.writes(text) };
    if (params.deed === 'taps' && message && ref) return { status: await person.taps(message, ref, filled) };
    if (params.deed === 'opens') return { status: await person.writes(`START ${inviteCode}`) };
    return reply.code(404).send({ error: 'No such deed' });
  });
  server.get('/playground/teams/changes', (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write(': open\n\n');
    const stop = teams.onChange(() => void reply.raw.write('event: change\ndata: {}\n\n'));
    reply.raw.once('close', stop);
  });
}
