import type { Changes } from './changes.ts';

export type WaitOptions = { readonly timeoutMs?: number; readonly what?: string };

const USUAL_TIMEOUT_MS = 5_000;

/** Resolves with the first value of `look` that is neither undefined nor null nor false, looking again at every change. */
export function waitFor<T>(
  changes: Changes,
  look: () => T | undefined | null | false,
  { timeoutMs = USUAL_TIMEOUT_MS, what = 'the awaited state' }: WaitOptions = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => {
      stop();
      clearTimeout(timer);
    };
    const check = () => {
      try {
        const found = look();
        if (found === undefined || found === null || found === false) return;
        end();
        resolve(found);
      } catch (error) {
        end();
        reject(error);
      }
    };
    const stop = changes.listen(check);
    const timer = setTimeout(() => {
      end();
      reject(new Error(`${what} did not come within ${timeoutMs} ms`));
    }, timeoutMs);
    check();
  });
}
