import { fieldsIn, idIn, isFields } from '#core/fields.ts';
import { type CallError, callError } from './call-error.ts';
import type { GetUpdates } from './connect-telegram.ts';
import { ALLOWED_UPDATES, POLL_SECONDS, POLLED_UPDATES } from './limits.ts';
import type { Log } from './log.ts';
import { backoffSeconds, whyOf } from './retrying.ts';
import { wait as realWait, type Wait } from './wait.ts';

/** How the asking goes; `failing` holds since the last answer. */
type PollState =
  | { readonly is: 'running' }
  | { readonly is: 'failing'; readonly why: string }
  | { readonly is: 'stopped' };

export type Poll = {
  readonly state: PollState;
  /** Asks no more, and resolves when what was received is done. */
  stop(): Promise<void>;
};

type Needs = {
  readonly getUpdates: GetUpdates;
  /** Resolves once the update's effect, or the update itself, is committed. Throws where it can't be; it then comes again. */
  readonly receive: (update: unknown) => Promise<void>;
  readonly log: Log;
  readonly wait?: Wait;
  readonly pollSeconds?: number;
};

/** Another process that asks with the same token has to go first. */
const CONFLICT_SECONDS = 10;

/**
 * Asks Telegram for updates. Those of one chat are received in order, chats side by side; Telegram is told to forget
 * only what was received (P1), so that a killed process loses nothing.
 */
export function poll({ getUpdates, receive, log, wait = realWait, pollSeconds = POLL_SECONDS }: Needs): Poll {
  const stopping = new AbortController();
  let state: PollState = { is: 'running' };
  let offset: number | undefined;

  /** A poll that is still not answered after twice its time hangs; ending it makes the next one a new connection. */
  const ask = async () => {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(pollSeconds * 2000)]);
    const asked = {
      timeout: pollSeconds,
      limit: POLLED_UPDATES,
      allowed_updates: ALLOWED_UPDATES,
      ...(offset === undefined ? {} : { offset }),
    };
    return getUpdates(asked, signal);
  };

  /** Answers whether it went well. */
  const turn = async (): Promise<Failing | undefined> => {
    let updates: readonly unknown[];
    try {
      updates = await ask();
    } catch (error) {
      return failingOf(callError(error));
    }
    const { next, failed } = await receiveAll(updates, receive);
    offset = next ?? offset;
    return failed === undefined ? undefined : { why: 'an update could not be kept', error: failed };
  };

  const run = async () => {
    for (let failures = 0; !stopping.signal.aborted; ) {
      const failing = await turn().catch((error: unknown): Failing => ({ why: 'what came could not be read', error }));
      if (stopping.signal.aborted) break;
      if (failing) {
        const { why, seconds, error } = failing;
        if (state.is !== 'failing' || state.why !== why)
          log.warn({ why, error }, 'Telegram polling fails, trying again');
        state = { is: 'failing', why };
        await wait(seconds ?? backoffSeconds(failures), stopping.signal);
        failures += 1;
      } else {
        if (state.is === 'failing') log.info({}, 'Telegram polling works again');
        state = { is: 'running' };
        failures = 0;
      }
    }
    state = { is: 'stopped' };
  };
  const running = run();

  return {
    get state() {
      return state;
    },
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

type Failing = { readonly why: string; readonly seconds?: number | undefined; readonly error?: unknown };

function failingOf(problem: CallError): Failing {
  if (problem.is === 'said' && problem.code === 409)
    return {
      why: 'another process asks for updates with the same bot token, or a webhook is set',
      seconds: CONFLICT_SECONDS,
    };
  return { why: whyOf(problem), seconds: problem.is === 'said' ? problem.retryAfter : undefined };
}

/** `next`: the offset that leaves none behind which failed. */
async function receiveAll(updates: readonly unknown[], receive: Needs['receive']) {
  const failures = new Map<number, unknown>();
  const receiveInOrder = async (lane: readonly unknown[]) => {
    for (const update of lane) {
      try {
        await receive(update);
      } catch (error) {
        failures.set(numberOf(update), error);
        return;
      }
    }
  };
  await Promise.all([...Map.groupBy(updates, laneOf).values()].map(receiveInOrder));
  if (failures.size > 0) {
    const next = Math.min(...failures.keys());
    return { next, failed: failures.get(next) };
  }
  return { next: updates.length > 0 ? Math.max(...updates.map(numberOf)) + 1 : undefined, failed: undefined };
}

/** Every update has one (Bot API, Update.update_id). */
function numberOf(update: unknown): number {
  const id = isFields(update) ? idIn(update, 'update_id') : undefined;
  if (id === undefined) throw new Error('an update without update_id');
  return Number(id);
}

/** Updates of one chat are one lane; those without a chat are one too. */
function laneOf(update: unknown): string {
  const kinds = ['message', 'edited_message', 'my_chat_member'].map((kind) => fieldsIn(update, kind));
  const holders = [...kinds, fieldsIn(fieldsIn(update, 'callback_query'), 'message')];
  return holders.map((holder) => idIn(fieldsIn(holder, 'chat'), 'id')).find((id) => id !== undefined) ?? '';
}
