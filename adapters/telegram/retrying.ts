import { type CallError, callError } from './call-error.ts';
import type { Wait } from './wait.ts';

export type Retrying = {
  readonly signal: AbortSignal;
  readonly wait: Wait;
  /** Told of every failure, in words that may be logged and shown. */
  readonly failed: (why: string) => void;
};

const LONGEST_SECONDS = 60;
/** What Telegram refuses for good (a wrong token or address) can change only by hand. */
const REFUSED_SECONDS = 300;

/** Repeats a call that may be repeated freely until it succeeds; undefined once the signal says stop. */
export async function retrying<Result>(
  { signal, wait, failed }: Retrying,
  call: () => Promise<Result>,
): Promise<Result | undefined> {
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const problem = callError(error);
      if (signal.aborted) return undefined;
      failed(whyOf(problem));
      await wait(secondsOf(problem, tries), signal);
    }
  }
  return undefined;
}

export const backoffSeconds = (tries: number): number => Math.min(2 ** Math.min(tries, 10), LONGEST_SECONDS);

export function whyOf(problem: CallError): string {
  if (problem.is !== 'said') return `Telegram could not be reached (${problem.words})`;
  const isToken = problem.code === 401 || problem.code === 404;
  return isToken ? 'Telegram does not know the bot token' : `Telegram said: ${problem.words}`;
}

function secondsOf(problem: CallError, tries: number): number {
  if (problem.is !== 'said' || problem.code >= 500) return backoffSeconds(tries);
  return problem.code === 429 ? (problem.retryAfter ?? backoffSeconds(tries)) : REFUSED_SECONDS;
}
