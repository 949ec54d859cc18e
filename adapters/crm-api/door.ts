import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { canonical, sha256 } from '#adapters/hashes.ts';
import type { Clock } from '#core/clock.ts';
import type { Agent } from '#core/crm/agent.ts';
import { answerOnce } from '#core/crm/answer-once.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { isNoteDue } from '#core/crm/keys.ts';
import { type Deed, may } from '#core/crm/rights.ts';
import { type Caller, type CallerNeeds, callerOf } from './caller-of.ts';
import { invalid, isRefusal, Problem } from './errors.ts';
import { sendProblemBody } from './send-problem.ts';

/** What a route's work can reach: its company's records, in one transaction. */
export type Call<All = CrmKept> = { readonly kept: All; readonly agent: Agent; readonly clock: Clock };
export type Answer = { readonly status: number; readonly body: unknown; readonly location?: string };

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    /** What a route does, for the rights; none starts without. */
    deed?: Deed;
  }
}

/** How every route comes in: by key, in one transaction, and a repeated POST only once (P7). */
export type Door<All = CrmKept> = {
  /** Lets nobody reach the routes mounted from here on without a good key, nor without the right to what the route does. */
  guard(api: FastifyInstance): void;
  /** Does the work in a transaction. `same` tells a repeated request from another one; the body where left out. */
  decide(request: FastifyRequest, work: (call: Call<All>) => Promise<Answer>, same?: string): Promise<Decided>;
  send(reply: FastifyReply, decided: Decided): void;
  /** Both: decides and sends. */
  answer(request: FastifyRequest, reply: FastifyReply, work: (call: Call<All>) => Promise<Answer>): Promise<void>;
};

/** An answer; `replayed` where it is the one to an earlier request with the same key, and nothing was done. */
type Decided = Answer & { readonly replayed?: boolean };

export type DoorNeeds<All = CrmKept> = CallerNeeds<All> & { readonly clock: Clock };

export function createDoor<All extends CrmKept>(needs: DoorNeeds<All>): Door<All> {
  const { store, clock } = needs;
  return {
    guard(api) {
      api.decorateRequest('caller', null);
      api.addHook('onRoute', ({ method, url, config }) => {
        if (!config?.deed) throw new Error(`${method} ${url} does not say which deed of core/crm/rights.ts it is`);
      });
      api.addHook('onRequest', async (request) => {
        const caller = await callerOf(needs, request.headers['x-api-key']);
        const { deed } = request.routeOptions.config;
        if (deed && !may(caller.agent, deed)) throw new Problem('notAllowed');
        request.caller = caller;
      });
      // After the answer, so that nobody waits for the note.
      api.addHook('onResponse', async ({ caller, log }) => {
        if (!caller || !isNoteDue(caller.holder, clock.now())) return;
        const { company, holder } = caller;
        await store
          .transaction(company, ({ keys }) => keys.used(holder.key))
          .catch((error: unknown) => log.warn({ err: error }, 'the use of a key was not noted'));
      });
    },

    decide,
    send,
    async answer(request, reply, work) {
      send(reply, await decide(request, work));
    },
  };

  async function decide(
    request: FastifyRequest,
    work: (call: Call<All>) => Promise<Answer>,
    same = canonical(request.body),
  ): Promise<Decided> {
    const { company, agent } = callerIn(request);
    const inside = (kept: All) => work({ kept, agent, clock });
    const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined;
    if (key === undefined) return store.transaction(company, inside);
    const asked = { route: routeOf(request), key: keyOf(key), bodyHash: sha256(same) };
    const done = await answerOnce(needs, company, asked, { answer: inside, refused: answerIn });
    switch (done.was) {
      case 'answered':
        return { ...done.answer, replayed: done.replayed };
      case 'busy':
        throw new Problem('inFlight');
      case 'keyReused':
        throw new Problem('keyReused');
    }
  }
}

const answerIn = (error: unknown): Answer | undefined =>
  isRefusal(error) ? { status: error.status, body: error.body() } : undefined;

function send(reply: FastifyReply, { status, body, location, replayed }: Decided): void {
  if (replayed) reply.header('idempotency-replayed', 'true');
  if (location) reply.header('location', location);
  if (status >= 400) sendProblemBody(reply, status, body);
  else reply.code(status).send(body);
}

/** Who asks, on a request that came in by the door. */
export function callerIn(request: FastifyRequest): Caller {
  if (!request.caller) throw new Problem('unknownKey');
  return request.caller;
}

function keyOf(header: string | string[]): string {
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header))
    throw invalid({ field: 'Idempotency-Key', detail: 'must be 1 to 255 visible ASCII characters' });
  return header;
}

const routeOf = (request: FastifyRequest) => `${request.method} ${request.url.split('?')[0]}`;
