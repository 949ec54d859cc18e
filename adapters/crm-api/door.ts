import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Routing } from '#core/accounts/accounts.ts';
import type { Clock } from '#core/clock.ts';
import type { Agent } from '#core/crm/agent.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Store } from '#core/store.ts';
import { invalid, Problem } from './errors.ts';

/** Who asks: the user that the key acts as. */
type Caller = { readonly company: CompanyId; readonly agent: Agent };
/** What a route's work can reach: its company's records, in one transaction. */
type Call<All = CrmKept> = { readonly kept: All; readonly agent: Agent; readonly clock: Clock };
export type Answer = { readonly status: number; readonly body: unknown; readonly location?: string };

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    /** Only for users with the role Admin. */
    adminOnly?: boolean;
  }
}

/** How every route comes in: by key, in one transaction, and a repeated POST only once (P7). */
export type Door<All = CrmKept> = {
  /** Refuses what comes without a good key, or with a role that may not. */
  enter(request: FastifyRequest): Promise<void>;
  /** Does the work in a transaction. `same` tells a repeated request from another one; the body where left out. */
  decide(request: FastifyRequest, work: (call: Call<All>) => Promise<Answer>, same?: string): Promise<Decided>;
  send(reply: FastifyReply, decided: Decided): void;
  /** Both: decides and sends. */
  answer(request: FastifyRequest, reply: FastifyReply, work: (call: Call<All>) => Promise<Answer>): Promise<void>;
};

/** An answer; `replayed` where it is the one to an earlier request with the same key, and nothing was done. */
type Decided = Answer & { readonly replayed?: true };

export type DoorNeeds<All = CrmKept> = {
  readonly store: Store<All>;
  readonly routing: Pick<Routing, 'companyOfApiKey'>;
  readonly clock: Clock;
};

const KEPT_FOR = 24 * 3600_000;

export function createDoor<All extends CrmKept>({ store, routing, clock }: DoorNeeds<All>): Door<All> {
  return {
    async enter(request) {
      request.caller = await callerOf(request.headers['x-api-key']);
      if (request.routeOptions.config.adminOnly && request.caller.agent.role !== 'Admin')
        throw new Problem('notAllowed');
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
    const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined;
    const inside = (kept: All) => work({ kept, agent, clock });
    if (key === undefined) return store.transaction(company, inside);
    return once(company, { route: routeOf(request), key: keyOf(key) }, sha256(same), inside);
  }

  async function callerOf(key: string | string[] | undefined): Promise<Caller> {
    if (typeof key !== 'string' || key === '') throw new Problem('unknownKey');
    const hash = sha256(key);
    const company = await routing.companyOfApiKey(hash);
    if (!company) throw new Problem('unknownKey');
    const agent = await store.transaction(company, (kept) => kept.records.users.ofApiKey(hash));
    if (!agent) throw new Problem('unknownKey');
    return { company, agent };
  }

  async function once(
    company: CompanyId,
    request: { route: string; key: string },
    bodyHash: string,
    work: (kept: All) => Promise<Answer>,
  ): Promise<Decided> {
    try {
      return await store.transaction(company, async (kept) => {
        const now = clock.now();
        const known = await kept.answers.take(request, new Date(now.getTime() - KEPT_FOR));
        if (known === 'busy') throw new Problem('inFlight');
        if (known !== 'new') {
          if (known.bodyHash !== bodyHash) throw new Problem('keyReused');
          return { ...(known.answer as Answer), replayed: true as const };
        }
        const answer = await work(kept);
        await kept.answers.keep(request, { bodyHash, status: answer.status, answer }, now);
        return answer;
      });
    } catch (error) {
      if (error instanceof Problem && REPEATED.has(error.kind)) await keepRefusal(company, request, bodyHash, error);
      throw error;
    }
  }

  /** What was refused left nothing behind, so its answer is kept by itself. */
  async function keepRefusal(
    company: CompanyId,
    request: { route: string; key: string },
    bodyHash: string,
    problem: Problem,
  ): Promise<void> {
    const { status } = problem;
    await store.transaction(company, (kept) =>
      kept.answers.keep(request, { bodyHash, status, answer: { status, body: problem.body() } }, clock.now()),
    );
  }
}

function send(reply: FastifyReply, { status, body, location, replayed }: Decided): void {
  if (replayed) reply.header('idempotency-replayed', 'true');
  if (location) reply.header('location', location);
  reply.code(status).send(body);
}

/** The refusals that a route's work decides, and that a repeated request meets again. */
const REPEATED: ReadonlySet<string> = new Set(['notAllowed', 'notFound', 'conflict', 'invalid']);

function callerIn(request: FastifyRequest): Caller {
  if (!request.caller) throw new Problem('unknownKey');
  return request.caller;
}

function keyOf(header: string | string[]): string {
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header))
    throw invalid({ field: 'Idempotency-Key', detail: 'must be 1 to 255 visible ASCII characters' });
  return header;
}

const routeOf = (request: FastifyRequest) => `${request.method} ${request.url.split('?')[0]}`;

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The same JSON, whatever the order of its names. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
