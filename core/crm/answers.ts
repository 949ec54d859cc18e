/** The answer to a request that carried an `Idempotency-Key`. */
type KeptAnswer = {
  /** Tells whether a repeated request is the same one. */
  readonly bodyHash: string;
  readonly status: number;
  readonly answer: unknown;
};

/** Which request it is: the route with its ids, and the caller's key. */
export type RequestKey = { readonly route: string; readonly key: string };

/** Answers to POSTs, kept for 24 hours so that a repeated request changes nothing (P7). */
export interface Answers {
  /** Takes the key for this transaction; `busy` where another transaction holds it, `new` where nothing younger than `since` is kept. */
  take(request: RequestKey, since: Date): Promise<KeptAnswer | 'new' | 'busy'>;
  /** Where an answer is kept already, that one stays. */
  keep(request: RequestKey, answer: KeptAnswer, at: Date): Promise<void>;
}
