import Fastify from 'fastify';
import { type ConsoleNeeds, createConsole } from '#adapters/console/console.ts';

/** An address of the console, as it is mounted: `/crm/deals/:id`. */
export type ConsoleRoute = { readonly method: 'GET' | 'POST'; readonly path: string };

const METHODS = ['GET', 'POST'] as const;

/** Answers whatever it is asked for, and is never at work: routes are mounted with it, and none is called. */
const nothing: unknown = new Proxy(() => nothing, { get: (_, name) => (name === 'then' ? undefined : nothing) });

/** All addresses of the console, by themselves: one that is added is among them. */
export async function consoleRoutes(): Promise<readonly ConsoleRoute[]> {
  const server = Fastify();
  const routes: ConsoleRoute[] = [];
  server.addHook('onRoute', ({ method, path }) => {
    const methods: readonly string[] = [method].flat();
    for (const each of METHODS) if (methods.includes(each)) routes.push({ method: each, path });
  });
  await server.register(createConsole({ ...(nothing as ConsoleNeeds), hearNudges: async () => undefined }));
  await server.ready();
  await server.close();
  return routes;
}
