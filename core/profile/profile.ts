export const DETAILS = ['name', 'phone', 'email'] as const;
export type Detail = (typeof DETAILS)[number];
