/**
 * The same question with its answers kept by key, for what is asked thousands of times of the same few. A question without
 * a key is asked each time. `most`: how many are kept before all are dropped, so that memory has an end.
 */
export function remembered<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Answer,
  keyOf: (...asked: Asked) => string | undefined,
  most: number,
): (...asked: Asked) => Answer {
  const known = new Map<string, Answer>();
  return (...asked) => {
    const key = keyOf(...asked);
    const before = key === undefined ? undefined : known.get(key);
    if (before !== undefined) return before;
    const answer = ask(...asked);
    if (key === undefined) return answer;
    if (known.size >= most) known.clear();
    known.set(key, answer);
    return answer;
  };
}
