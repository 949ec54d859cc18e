import type { SavedAnswerId, UserId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';

/** Words that the office answers with often. */
export type SavedAnswer = {
  readonly id: SavedAnswerId;
  /** Whose it is; null: the whole office's. */
  readonly user: UserId | null;
  readonly title: string;
  /** At least one; may have holes (`HOLES`). */
  readonly texts: Texts;
  /** Words of a client that it answers. */
  readonly forWords: readonly string[];
};
export type Texts = Readonly<Partial<Record<Language, string>>>;
export type NewSavedAnswer = Omit<SavedAnswer, 'id'>;

/** One company's saved answers. Those of another user are as missing. */
export interface SavedAnswers {
  /** The office's and this user's own, in the order in which they were made. */
  seenBy(user: UserId): Promise<readonly SavedAnswer[]>;
  /** Taken for this transaction. */
  take(id: SavedAnswerId, user: UserId): Promise<SavedAnswer | undefined>;
  add(fresh: NewSavedAnswer): Promise<SavedAnswer>;
  change(id: SavedAnswerId, change: Partial<NewSavedAnswer>): Promise<void>;
  remove(id: SavedAnswerId): Promise<void>;
}
