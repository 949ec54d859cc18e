import { fastify } from 'fastify';
import { createFaults, type Faults } from './faults.ts';
import { errorBody, GraphError } from './graph-error.ts';
import { graphRoutes, mediaRoutes } from './graph-routes.ts';
import { type BusinessNumber, createNumber, type NumberOptions, type PersonIds } from './number.ts';
import { createLimits } from './pair-limits.ts';
import { createPerson, type GraphPerson } from './person.ts';
import type { HeldWebhooks } from './webhooks.ts';

export type GraphStandInOptions = {
  readonly numbers: readonly NumberOptions[];
  /** Off only where a test is not about them. */
  readonly rateLimits?: boolean;
  readonly clock?: () => Date;
};

/** Meta's Cloud API on loopback: its protocol, its refusals, and the people at the other end. */
export type GraphStandIn = {
  /** With the version, as WHATSAPP_API_ROOT wants it. */
  readonly root: string;
  readonly faults: Faults;
  readonly people: readonly GraphPerson[];
  /** Somebody new, at the first number unless another is named. */
  person(ids: PersonIds, phoneNumberId?: string): GraphPerson;
  /** Has the number call this address; throws where it does not answer the challenge. */
  webhook(phoneNumberId: string, url: string): Promise<void>;
  /** Approves the templates of a language, those still to come too. */
  approve(language: string, name?: string): void;
  /** Keeps back what happens from now on. */
  holdWebhooks(): HeldWebhooks;
  /** How many messages were taken. */
  readonly count: number;
  number(phoneNumberId?: string): BusinessNumber;
  /** Told whenever a chat changes. Returns how to stop. */
  onChange(listener: () => void): () => void;
  /** Resolves once a chat has changed so that it is so; rejects after half a minute. */
  until(isSo: () => boolean): Promise<void>;
  close(): Promise<void>;
};

const PATIENCE_MS = 30_000;

const VERSION = '/v25.0';

export async function createGraphStandIn(options: GraphStandInOptions): Promise<GraphStandIn> {
  const now = () => (options.clock?.() ?? new Date()).getTime();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const numbers = options.numbers.map((each) => createNumber(each, now, changed));
  const faults = createFaults();
  const people: GraphPerson[] = [];
  const number = (id?: string): BusinessNumber => {
    const found = numbers.find((each) => id === undefined || each.options.phoneNumberId === id);
    if (!found) throw new Error(`there is no number ${id}`);
    return found;
  };

  const server = fastify({ forceCloseConnections: true });
  server.setErrorHandler((error, _request, reply) => {
    const refused = error instanceof GraphError ? error : new GraphError(400, 100, String(error));
    return reply.code(refused.status).send(errorBody(refused));
  });
  // Cloud API, media download: its host refuses a request that does not say who asks.
  server.addHook('onRequest', async (request) => {
    if (!request.headers['user-agent']) throw new GraphError(403, 10, 'There is no User-Agent');
  });
  const limit = options.rateLimits === false ? undefined : createLimits(now);
  await server.register(graphRoutes, { prefix: VERSION, numbers, faults, limit });
  await server.register(mediaRoutes, { numbers });
  const address = await server.listen({ host: '127.0.0.1', port: 0 });

  return {
    root: address + VERSION,
    faults,
    people,
    number,
    person: (ids, at) => {
      const person = createPerson(ids, people.length, number(at));
      people.push(person);
      return person;
    },
    webhook: (id, url) => number(id).webhooks.listen(url),
    approve: (language, name) => {
      for (const each of numbers) each.templates.approve(language, name);
    },
    holdWebhooks: () => number().webhooks.hold(),
    get count() {
      return numbers.reduce((sum, each) => sum + each.count, 0);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    until: (isSo) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(() => reject(new Error('the chat did not change so'))), PATIENCE_MS);
        const end = (settle: () => void) => {
          clearTimeout(timer);
          listeners.delete(look);
          settle();
        };
        const look = () => {
          if (isSo()) end(resolve);
        };
        listeners.add(look);
        look();
      }),
    close: async () => {
      for (const each of numbers) each.webhooks.stop();
      await server.close();
    },
  };
}
