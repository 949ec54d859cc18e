import type { Opinion } from '#core/crm/overviews.ts';
import type { PropertyId } from '#core/ids.ts';

/** Whether of those who said something one wants the home and another does not. */
export const disagree = (opinions: readonly Opinion[]): boolean =>
  opinions.some(({ verdict }) => verdict === 'interested') && opinions.some(({ verdict }) => verdict === 'rejected');

/** The homes that clients disagree on. */
export const disputed = (opinions: readonly Opinion[]): ReadonlySet<PropertyId> =>
  new Set(
    [...Map.groupBy(opinions, ({ property }) => property)].flatMap(([home, all]) => (disagree(all) ? [home] : [])),
  );
