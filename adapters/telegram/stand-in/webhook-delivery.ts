import { Agent, request } from 'undici';
import type { Pending } from './updates.ts';

type Webhook = { readonly url: string; readonly secret: string; readonly connections: number };
export type DeliveryTimes = {
  /** An answer must come within this time. */
  readonly timeoutMs: number;
  /** The wait after the first failure; it doubles with each further one. */
  readonly firstRetryMs: number;
  readonly lastRetryMs: number;
};
export type Attempt = {
  readonly update: Pending;
  readonly attempt: number;
  readonly at: number;
  readonly status: number;
  readonly problem?: string;
};

/** Hands updates to the webhook: of one chat one at a time and in order, chats side by side. */
export type WebhookDelivery = {
  readonly webhook: Webhook | undefined;
  readonly lastProblem: { readonly at: number; readonly text: string } | undefined;
  start(webhook: Webhook, waiting: Iterable<Pending>): void;
  offer(update: Pending): void;
  stop(): void;
};

type Needs = {
  readonly times: DeliveryTimes;
  readonly now: () => number;
  /** Called after every attempt, with the body of a good answer. */
  readonly tried: (attempt: Attempt, reply: string) => void;
};
type Lane = { readonly queue: Pending[]; attempts: number };
type Run = {
  readonly webhook: Webhook;
  readonly agent: Agent;
  readonly lanes: Map<number, Lane>;
  readonly ready: Lane[];
  busy: number;
};

export function createWebhookDelivery({ times, now, tried }: Needs): WebhookDelivery {
  let run: Run | undefined;
  let lastProblem: { at: number; text: string } | undefined;

  const pump = (at: Run) => {
    while (at === run && at.busy < at.webhook.connections) {
      const lane = at.ready.shift();
      if (!lane) return;
      at.busy += 1;
      void deliver(at, lane);
    }
  };

  const deliver = async (at: Run, lane: Lane) => {
    const update = lane.queue[0];
    if (!update) return;
    lane.attempts += 1;
    const started = now();
    const { status, reply, problem } = await post(at, update, times.timeoutMs);
    at.busy -= 1;
    if (at !== run) return;
    if (problem) lastProblem = { at: now(), text: problem };
    const attempt = { update, attempt: lane.attempts, at: started, status, ...(problem ? { problem } : {}) };
    if (problem) {
      const wait = Math.min(times.firstRetryMs * 2 ** (lane.attempts - 1), times.lastRetryMs);
      setTimeout(() => {
        at.ready.push(lane);
        pump(at);
      }, wait).unref();
    } else {
      lane.queue.shift();
      lane.attempts = 0;
      if (lane.queue.length > 0) at.ready.push(lane);
      else at.lanes.delete(update.chatId);
    }
    tried(attempt, problem ? '' : reply);
    pump(at);
  };

  const offer = (update: Pending) => {
    if (!run) return;
    const lane = run.lanes.get(update.chatId);
    if (lane) {
      lane.queue.push(update);
      return;
    }
    const fresh = { queue: [update], attempts: 0 };
    run.lanes.set(update.chatId, fresh);
    run.ready.push(fresh);
    pump(run);
  };

  const stop = () => {
    const ended = run;
    run = undefined;
    void ended?.agent.destroy();
  };

  return {
    get webhook() {
      return run?.webhook;
    },
    get lastProblem() {
      return lastProblem;
    },
    start: (webhook, waiting) => {
      stop();
      lastProblem = undefined;
      const agent = new Agent({ connections: webhook.connections });
      run = { webhook, agent, lanes: new Map(), ready: [], busy: 0 };
      for (const update of waiting) offer(update);
    },
    offer,
    stop,
  };
}

async function post({ webhook, agent }: Run, update: Pending, timeoutMs: number) {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (webhook.secret) headers['x-telegram-bot-api-secret-token'] = webhook.secret;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), timeoutMs);
  try {
    const answer = await request(webhook.url, {
      method: 'POST',
      headers,
      body: JSON.stringify(update.body),
      dispatcher: agent,
      headersTimeout: 0,
      bodyTimeout: 0,
      signal: timeout.signal,
    });
    const reply = await answer.body.text();
    const { statusCode: status } = answer;
    if (status >= 200 && status <= 299) return { status, reply };
    return { status, reply, problem: `Wrong response from the webhook: ${status}` };
  } catch (error) {
    if (timeout.signal.aborted) return { status: 0, reply: '', problem: 'Read timeout expired' };
    const refused = error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
    return { status: 0, reply: '', problem: refused ? 'Connection refused' : 'Webhook connection closed' };
  } finally {
    clearTimeout(timer);
  }
}
