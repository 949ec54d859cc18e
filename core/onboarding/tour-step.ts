/** Three slides of welcome, then Home part by part. */
export const TOUR_STEPS = [1, 2, 3, 4, 5, 6] as const;
export type TourStep = (typeof TOUR_STEPS)[number];
