import type { Clock } from '#core/clock.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Store } from '#core/store.ts';
import type { Answers, RequestKey } from './answers.ts';

/** How long a repeated request meets the answer to the first (P7). */
const KEPT_FOR = 24 * 3600_000;

/** A request that carries a key; `bodyHash` tells the same one repeated from another one. */
type Asked = RequestKey & { readonly bodyHash: string };

export type AnsweredOnce<Answer> =
  /** `replayed`: the answer to an earlier request with this key; nothing was done. */
  | { readonly was: 'answered'; readonly answer: Answer; readonly replayed: boolean }
  /** One with this key is under way. */
  | { readonly was: 'busy' }
  /** The key was used for another body. */
  | { readonly was: 'keyReused' };

type Work<All, Answer> = {
  /** Done in one transaction, with the answer kept in it. */
  readonly answer: (kept: All) => Promise<Answer>;
  /** What a thrown refusal answers, where a repeated request is to meet the same; undefined for what may end otherwise next time. */
  readonly refused: (error: unknown) => Answer | undefined;
};

/** Does a request's work once, however often it comes; what `answer` throws is thrown on. */
export async function answerOnce<All extends { readonly answers: Answers }, Answer extends { readonly status: number }>(
  { store, clock }: { readonly store: Store<All>; readonly clock: Clock },
  company: CompanyId,
  { route, key, bodyHash }: Asked,
  work: Work<All, Answer>,
): Promise<AnsweredOnce<Answer>> {
  const request = { route, key };
  const keep = (answers: Answers, answer: Answer) =>
    answers.keep(request, { bodyHash, status: answer.status, answer }, clock.now());
  try {
    return await store.transaction(company, async (kept): Promise<AnsweredOnce<Answer>> => {
      const known = await kept.answers.take(request, new Date(clock.now().getTime() - KEPT_FOR));
      if (known === 'busy') return { was: 'busy' };
      if (known !== 'new')
        return known.bodyHash === bodyHash
          ? { was: 'answered', answer: known.answer as Answer, replayed: true }
          : { was: 'keyReused' };
      const answer = await work.answer(kept);
      await keep(kept.answers, answer);
      return { was: 'answered', answer, replayed: false };
    });
  } catch (error) {
    // What was refused left nothing behind, so its answer is kept by itself.
    const refusal = work.refused(error);
    if (refusal) await store.transaction(company, ({ answers }) => keep(answers, refusal));
    throw error;
  }
}
