import type { ContactId, DealId, PropertyId, ViewingId } from '#core/ids.ts';
import type { ContactRecord, DealRecord, PropertyRecord } from './record.ts';

/** Of each kind so many are shown; who sees none of theirs types one more letter. */
export const MOST_FOUND = 8;

/** A request is open while it waits for an answer of the office or of the client. */
type FoundRequest = {
  readonly id: ViewingId;
  /** The client who asked; null where nobody is known any more. */
  readonly contact: { readonly id: ContactId; readonly name: string } | null;
  readonly property: { readonly id: PropertyId; readonly name: string };
  readonly status: 'pending' | 'confirmed';
};

/** What was found, of each kind at most `MOST_FOUND`; the nearest word first. */
export type Found = {
  readonly contacts: readonly (Pick<ContactRecord, 'kind' | 'first_name' | 'last_name' | 'email' | 'phone'> & {
    readonly id: ContactId;
  })[];
  readonly deals: readonly (Pick<DealRecord, 'name' | 'stage' | 'status'> & { readonly id: DealId })[];
  readonly properties: readonly (Pick<PropertyRecord, 'name' | 'status' | 'reference' | 'tesoro_reference'> & {
    readonly id: PropertyId;
    readonly city: string | null;
  })[];
  readonly requests: readonly FoundRequest[];
};

/** Finds records by what people call them. */
export interface Search {
  /**
   * What has a word that begins so, for each word of `words`: of names, e-mails, references and numbers. Accents, signs
   * and case do not matter; a number may be typed in groups, and without its country's code.
   */
  find(words: string): Promise<Found>;
}
