import { format } from 'node:util';
import type { Log } from './log.ts';
import { scrub } from './scrub.ts';

/** Letters of what a library printed, which may be a whole error with keys in it. */
const PRINTED_LENGTH = 200;
/** Lines a minute: anybody at the door may make a library print. */
const LINES_A_MINUTE = 10;
const METHODS = ['log', 'info', 'debug', 'warn', 'error', 'trace'] as const;

/** Makes what libraries print one short line of the log each, and of many in a minute only the first. Answers how to stop. */
export function catchPrints(
  log: Pick<Log, 'warn'>,
  printer: Pick<Console, (typeof METHODS)[number]> = console,
  now: () => number = () => performance.now(),
): () => void {
  let [since, lines] = [now(), 0];
  const print = (...all: readonly unknown[]) => {
    if (now() - since >= 60_000) [since, lines] = [now(), 0];
    lines += 1;
    if (lines > LINES_A_MINUTE) return;
    const [first = ''] = format(...all)
      .trim()
      .split('\n');
    log.warn({ printed: scrub(first).slice(0, PRINTED_LENGTH) }, 'a library printed something');
  };
  const before = METHODS.map((method) => [method, printer[method]] as const);
  for (const method of METHODS) printer[method] = print;
  return () => {
    for (const [method, printed] of before) printer[method] = printed;
  };
}
