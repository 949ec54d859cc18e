import type { Call } from './call.ts';
import { ApiError, errorBody } from './errors.ts';
import type { Mishap } from './faults.ts';
import { methodOf } from './method-table.ts';
import { type Fields, integerParam, isFields } from './params.ts';

/** What goes back over the wire; `cut` and `held` leave the caller without an answer. */
export type Outcome =
  | { readonly is: 'answer'; readonly status: number; readonly body: unknown }
  | { readonly is: 'cut' }
  | { readonly is: 'held' };

/** Runs one call with its mishaps and writes it into the journal. */
export async function execute(call: Call, methodName: string): Promise<Outcome> {
  const method = methodOf(methodName);
  const name = method?.name ?? methodName;
  const at = call.world.now();
  const started = performance.now();
  const mishap = call.world.faults.strike(name, integerParam(call.params, 'chat_id'));
  if (mishap && 'resetBefore' in mishap) return { is: 'cut' };
  if (mishap && 'delayMs' in mishap) await delay(mishap.delayMs, call.gone);

  const answer = await answerOf(call, method?.run, mishap);
  record(call, name, at, performance.now() - started, answer);
  if (mishap && 'hang' in mishap) return { is: 'held' };
  if (mishap && 'resetAfter' in mishap) return { is: 'cut' };
  return { is: 'answer', ...answer };
}

type Answered = { readonly status: number; readonly body: unknown };

async function answerOf(
  call: Call,
  run: ((call: Call) => unknown) | undefined,
  mishap: Mishap | undefined,
): Promise<Answered> {
  if (mishap && 'hang' in mishap) return { status: 0, body: undefined };
  if (mishap && 'status' in mishap) {
    const { status, description = 'Internal Server Error', retryAfter } = mishap;
    return { status, body: errorBody(status, description, retryAfter) };
  }
  if (!run) return { status: 404, body: errorBody(404, 'Not Found') };
  try {
    return { status: 200, body: { ok: true, result: await run(call) } };
  } catch (error) {
    if (!(error instanceof ApiError)) return { status: 500, body: errorBody(500, `Internal Server Error: ${error}`) };
    return { status: error.code, body: errorBody(error.code, error.message, error.retryAfter) };
  }
}

function record(
  { world, bot, params, uploads }: Call,
  method: string,
  at: number,
  ms: number,
  { status, body }: Answered,
) {
  const chatId = integerParam(params, 'chat_id');
  const description = isFields(body) && typeof body.description === 'string' ? body.description : undefined;
  world.journal.add({
    is: 'call',
    at,
    ms,
    bot: bot.id,
    method,
    ...(chatId === undefined ? {} : { chatId }),
    params: uploads.size === 0 ? params : { ...params, ...sizesOf(uploads) },
    status,
    ...(description === undefined ? {} : { description }),
    messageIds: isFields(body) ? messageIdsOf(body.result) : [],
  });
}

function sizesOf(uploads: Call['uploads']): Fields {
  return Object.fromEntries(
    [...uploads].map(([field, { name, bytes }]) => [field, { file: name, bytes: bytes.length }]),
  );
}

function messageIdsOf(result: unknown): number[] {
  const items: unknown[] = Array.isArray(result) ? result : [result];
  return items.flatMap((item) => {
    const id = isFields(item) ? item.message_id : undefined;
    return typeof id === 'number' ? [id] : [];
  });
}

function delay(ms: number, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      gone.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    gone.addEventListener('abort', end);
  });
}
