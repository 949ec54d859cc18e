import type { PropertyId, UserId, ViewingId } from '#core/ids.ts';

/** An agreed viewing, as far as it stands in the way of another one. */
export type Taken = {
  readonly viewing: ViewingId;
  readonly owner: UserId | null;
  readonly property: { readonly id: PropertyId; readonly name: string; readonly city: string | null };
  readonly start: Date;
  readonly end: Date;
};

/** The agreed viewings of the office. */
export interface Diary {
  /** Those of any of these users or these properties that are not over at `from` and begin before `until`. */
  taken(wanted: {
    readonly owners: readonly UserId[];
    readonly properties: readonly PropertyId[];
    readonly from: Date;
    readonly until: Date;
  }): Promise<readonly Taken[]>;
}
