/** The slides of welcome. */
export const TOUR_STEPS = [1, 2, 3, 4] as const;
export type TourStep = (typeof TOUR_STEPS)[number];
/** Those of the versions before, which still stand on their buttons. */
export const FORMER_STEPS = [5, 6] as const;
