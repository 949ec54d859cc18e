import type { Outcome } from '#adapters/console/door.ts';
import { line } from '#adapters/console/fields.ts';
import type { Html } from '#adapters/console/html.ts';
import type { Mistakes } from '#adapters/console/read-fields.ts';
import type { CompanyRecord } from '#core/crm/record.ts';

/** `HH:MM`, as the API takes it. */
export const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A time of day, typed: a browser's own field would show it by the reader's device and not by the office. */
export const timeField = (
  wrong: Mistakes,
  {
    name,
    label,
    value,
    isNeeded = false,
  }: { readonly name: string; readonly label: string; readonly value: string | undefined; readonly isNeeded?: boolean },
): Html => line({ name, label, value: value ?? null, className: 'w-time', isNeeded, most: 5, wrong: wrong[name] });

/** What somebody typed into one of the forms of the hours, and what is wrong with it. */
export type Attempt = { readonly typed: CompanyRecord; readonly wrong: Mistakes };
/** That form once more, on the page with the others as they are. */
export type Again = (attempt: Attempt, form: Html) => Outcome;
