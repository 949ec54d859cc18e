/** 1 Poor to 5 Excellent (rule 22). */
export const STARS = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof STARS)[number];

/** So many of five: `★★★★☆`. */
export const shownStars = (stars: number): string => `${'★'.repeat(stars)}${'☆'.repeat(STARS.length - stars)}`;
