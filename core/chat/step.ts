/**
 * The dialogues that wait for input, by name, with what they hold. Each feature adds its own, in its `steps.ts`.
 * Nothing in them is a record of the CRM yet. They are stored as JSON and outlive versions of the product: a field that
 * is added later is optional, or its reader fills it in.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the features fill it
export interface Steps {}

/** A dialogue half done; it outlives a restart. */
export type Step = { readonly [Is in keyof Steps]: { readonly is: Is } & Steps[Is] }[keyof Steps];

/** The step of one kind. */
export type StepOf<Is extends Step['is']> = Extract<Step, { readonly is: Is }>;
