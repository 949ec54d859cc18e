/**
 * Everywhere a press can lead, by name, with what it carries. Each feature adds its own, in its `presses.ts`; here stands
 * only what any message may offer: its choices from the n-th on, counted from 0, on channels that show few at once.
 */
export interface Presses {
  readonly showMore: { readonly from: number };
}

/** Where a press leads: the map of the conversation. */
export type Intent = { readonly [To in keyof Presses]: { readonly to: To } & Presses[To] }[keyof Presses];

/** The intents of one kind of press. */
export type IntentTo<To extends Intent['to']> = Extract<Intent, { readonly to: To }>;
