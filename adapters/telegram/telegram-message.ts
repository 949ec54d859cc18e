import type { MediaId } from '#core/ids.ts';
import type { Size } from '#core/media.ts';
import type { Keyboard } from './keyboard.ts';
import type { Rich } from './rich.ts';

export type Pin = {
  readonly latitude: number;
  readonly longitude: number;
  /** Metres around the point, where it means an area. */
  readonly radius?: number;
  readonly title: string;
  readonly address: string;
};

/** What one call of the Bot API sends. */
export type TelegramMessage =
  | { readonly is: 'text'; readonly text: Rich; readonly keyboard: Keyboard }
  | {
      readonly is: 'photo';
      readonly media: MediaId;
      readonly size: Size;
      readonly caption: Rich;
      readonly keyboard: Keyboard;
    }
  /** Takes no buttons (Bot API, sendMediaGroup). */
  | { readonly is: 'album'; readonly media: readonly MediaId[]; readonly size: Size; readonly caption: Rich }
  /** A pin on the map. */
  | { readonly is: 'place'; readonly place: Pin; readonly keyboard: Keyboard }
  /** A card with a calendar's file. It is words alone where no file is to come and the message has none yet. */
  | {
      readonly is: 'event';
      readonly name: string;
      readonly words: string;
      readonly caption: Rich;
      readonly keyboard: Keyboard;
      readonly isFile: boolean;
    }
  /** A file of words: what is too long for a message, with its beginning as the caption. */
  | {
      readonly is: 'file';
      readonly name: string;
      readonly words: string;
      readonly caption: Rich;
      readonly keyboard: Keyboard;
    };
