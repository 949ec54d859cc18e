/** The three tabs of viewings (SPEC 3.2). */
export const TABS = ['upcoming', 'recent', 'unconfirmed'] as const;
export type Tab = (typeof TABS)[number];
/** How many viewings stand in each. */
export type TabCounts = Readonly<Record<Tab, number>>;
