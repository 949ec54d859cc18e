import type { ContactId, DealId } from './ids.ts';

/** Who is on which deal: its offers and viewings are theirs, and what one of them does the others hear of (rule 24). */
export interface People {
  /** Everybody on the deal, in their order there. */
  on(deal: DealId): Promise<readonly ContactId[]>;
}
