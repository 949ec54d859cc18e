import type { Stars } from '#core/chat/stars.ts';
import type { ContactId, FeedbackId, ViewingId } from '#core/ids.ts';
import type { StoredFile } from '#core/media.ts';
import type { Viewing } from '#core/viewings/viewing.ts';

/** What a client adds after a viewing (SPEC 1). */
export type Given =
  | ({ readonly kind: 'photos'; readonly file: StoredFile; readonly album?: string; readonly text?: string } & Said)
  | ({ readonly kind: 'voice_note'; readonly file: StoredFile; readonly text?: string } & Said)
  | ({ readonly kind: 'note'; readonly text: string } & Said)
  /** `before`: other stars of this property that counted until now. */
  | { readonly kind: 'rating'; readonly stars: Stars; readonly before?: Stars };

/** `saidIn`: the message that it came from, by a name that no other message has. */
type Said = { readonly saidIn?: string };

/** The words below one photo or recording; empty where there are none. */
export type Caption = Note & { readonly kind: 'photos' | 'voice_note' };

export type Note = { readonly id: FeedbackId; readonly viewing: ViewingId; readonly text: string };

/** What clients gave, as the office reads it. */
export interface Feedbacks {
  /** Keeps one item and, with it, the record of its file. Answers the item's id. */
  add(viewing: Viewing, contact: ContactId, given: Given): Promise<FeedbackId>;
  /**
   * Adds a photo to the entry that it belongs to: the contact's newest item, where that holds photos of this viewing, of
   * the same album, or without one and not older than `since`. False where there is no such entry.
   */
  join(
    viewing: Viewing,
    contact: ContactId,
    photo: Given & { kind: 'photos' },
    since: Date,
  ): Promise<number | undefined>;
  /** A note of this contact's own, taken for this transaction; undefined where it is missing or another's. */
  note(contact: ContactId, note: FeedbackId): Promise<Note | undefined>;
  /** The same by the message that it came from, or that it was written anew in. */
  noteSaidIn(contact: ContactId, message: string): Promise<Note | undefined>;
  /** The words below a photo or recording of theirs by the message that it came in; undefined where others are shown with it, as its own. */
  captionSaidIn(contact: ContactId, message: string): Promise<Caption | undefined>;
  /** Also the words below a photo or recording; empty takes them away. */
  changeNote(note: FeedbackId, text: string, saidIn?: string): Promise<void>;
  dropNote(note: FeedbackId): Promise<void>;
  /** Photos that this viewing has. */
  photosOf(viewing: Viewing): Promise<number>;
}

declare module '#core/store.ts' {
  interface Kept {
    readonly feedback: Feedbacks;
  }
}
