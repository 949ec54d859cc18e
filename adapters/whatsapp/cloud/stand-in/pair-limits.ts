import { GraphError } from './graph-error.ts';

/** Messages a second of one number (Cloud API, throughput). */
const PER_SECOND = 80;
/** One message in six seconds to one person, and so many borrowed from the next minutes (Cloud API, pair rate limits). */
const PAIR_SECONDS = 6;
const PAIR_BURST = 45;

/** Refuses what is too fast, as Meta does. */
export function createLimits(now: () => number): (to: string) => void {
  const pairs = new Map<string, { left: number; at: number }>();
  let sent: number[] = [];

  return (to) => {
    const at = now();
    sent = sent.filter((each) => at - each < 1000);
    if (sent.length >= PER_SECOND) throw new GraphError(429, 130429, 'Cloud API message throughput has been reached');
    const before = pairs.get(to) ?? { left: PAIR_BURST, at };
    const left = Math.min(PAIR_BURST, before.left + (at - before.at) / 1000 / PAIR_SECONDS);
    if (left < 1) throw new GraphError(429, 131056, 'Too many messages to the same person');
    pairs.set(to, { left: left - 1, at });
    sent.push(at);
  };
}
