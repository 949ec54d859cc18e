export type FieldError = { readonly field: string; readonly detail: string };

/** Why something can't be done, said to whoever of the office asked for it, by whichever door they came. */
export type Refusal =
  | { readonly is: 'notAllowed' }
  | { readonly is: 'notFound'; readonly detail: string }
  /** `now`: what stands in the way, in the records' own field names. */
  | { readonly is: 'conflict'; readonly detail: string; readonly now?: Readonly<Record<string, unknown>> }
  /** What was given is not as it must be; each field is named. */
  | { readonly is: 'invalid'; readonly errors: readonly FieldError[] };

export const notAllowed: Refusal = { is: 'notAllowed' };
export const noSuch = (what: string): Refusal => ({ is: 'notFound', detail: `There is no such ${what}.` });
export const conflict = (detail: string, now?: Readonly<Record<string, unknown>>): Refusal => ({
  is: 'conflict',
  detail,
  ...(now ? { now } : {}),
});
export const invalid = (...errors: readonly FieldError[]): Refusal => ({ is: 'invalid', errors });
