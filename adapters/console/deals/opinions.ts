import type { Opinion } from '#core/crm/overviews.ts';

/** Whether of those who said something one wants the home and another does not. */
export const disagree = (opinions: readonly Opinion[]): boolean =>
  opinions.some(({ verdict }) => verdict === 'interested') && opinions.some(({ verdict }) => verdict === 'rejected');
