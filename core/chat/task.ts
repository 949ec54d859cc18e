/**
 * What is owed for later, by name, with what it needs. The features add theirs. They are stored as JSON and outlive versions
 * of the product: a field that is added later is optional, or its reader fills it in.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the features fill it
export interface Tasks {}

/** Something to do later. */
export type Task = { readonly [Is in keyof Tasks]: { readonly is: Is } & Tasks[Is] }[keyof Tasks];

/** The task of one kind. */
export type TaskOf<Is extends Task['is']> = Extract<Task, { readonly is: Is }>;
