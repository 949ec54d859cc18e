/** The five groups that a client sees; each visible property stands in exactly one (SPEC 3.1). */
export const GROUPS = ['toRate', 'interested', 'rejected', 'visited', 'approved'] as const;
export type Group = (typeof GROUPS)[number];
