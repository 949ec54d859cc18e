import type { StoredFile } from './files.ts';
import type { Formatted } from './formatted.ts';
import type { InlineButton } from './inline-keyboard.ts';

export type Place = {
  readonly latitude: number;
  readonly longitude: number;
  /** Metres around it, of an area. */
  readonly accuracy?: number;
};

/** What a message holds. */
export type Content =
  | { readonly is: 'text'; readonly words: Formatted }
  | { readonly is: 'photo'; readonly sizes: readonly StoredFile[]; readonly words: Formatted }
  | { readonly is: 'document'; readonly file: StoredFile; readonly words: Formatted }
  | { readonly is: 'voice'; readonly file: StoredFile; readonly duration: number; readonly words: Formatted }
  | { readonly is: 'venue'; readonly place: Place; readonly title: string; readonly address: string }
  | { readonly is: 'location'; readonly place: Place }
  | {
      readonly is: 'contact';
      readonly phone: string;
      readonly firstName: string;
      readonly lastName?: string;
      readonly userId?: number;
    }
  | { readonly is: 'sticker'; readonly file: StoredFile; readonly emoji: string };

/** A message as the chat holds it; an edit replaces it by another one with the same id. */
export type Message = {
  readonly id: number;
  readonly from: 'bot' | 'person';
  /** Milliseconds. */
  readonly at: number;
  readonly editedAt?: number;
  readonly content: Content;
  readonly buttons: readonly (readonly InlineButton[])[];
  readonly albumId?: string;
  readonly replyTo?: number;
  readonly protected?: true;
  readonly silent?: true;
  readonly reaction?: string;
};

/** The text or caption; undefined where such a message has none. */
export function wordsOf(content: Content): Formatted | undefined {
  return 'words' in content ? content.words : undefined;
}
