import type { ChannelPace } from '#core/delivery/pace.ts';

/** What Teams takes. Source: Microsoft's Teams documentation (rate limits, format your bot messages, cards), 2026. */

/** Cards for bots are of this version (cards reference). */
export const CARD_VERSION = '1.5';
/** Words on actions are bold and so large, in px (adaptivecards, adaptivecards.css). */
export const ACTION_TEXT = 14;
/**
 * What the words of a row may take together, in px, by how many actions stand in it: on a card of 320 px, which has 288
 * inside, with the 8 px between two of them and 17 at each side of a word, which is more than any reader of cards takes.
 */
export const ROW_WORDS = [
  { actions: 3, px: 168 },
  { actions: 2, px: 210 },
  { actions: 1, px: 254 },
] as const;
/** Rows of actions that a card shows at once, our own; what is beyond them is behind More. */
export const ROWS = 6;
/** Bytes of one card, our own and well below the 100 KB of a message. */
export const CARD_BYTES = 20 * 1024;
/** Letters of what is said where a card can't be shown: its beginning, so that a long card is not sent twice. */
export const FALLBACK_LETTERS = 300;
/** Pixels of a side of a picture, and its bytes (format cards: images are at most 1024 × 1024 and 1 MB). */
export const PICTURE_SIDE = 1024;
export const PICTURE_BYTES = 1_000_000;
/** Bytes of an activity that comes in: words and a card's values, never a file. */
export const ACTIVITY_BYTES = 256 * 1024;
/** A call to the connector may take so long. */
export const CALL_MS = 10_000;
/** How long the address of a picture in a card is good, in days. */
export const PICTURE_DAYS = 30;

/** 50 requests a second of an app in a tenant; 7 in one second and 60 in thirty to one conversation (rate limits). */
export const TEAMS_PACE: ChannelPace = {
  account: { perSecond: 40, burst: 40 },
  chat: { perSecond: 2, burst: 6 },
};
