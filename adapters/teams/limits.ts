import type { ChannelPace } from '#core/delivery/pace.ts';

/** What Teams takes. Source: Microsoft's Teams documentation (rate limits, format your bot messages, cards), 2026. */

/** Cards for bots are of this version (cards reference). */
export const CARD_VERSION = '1.5';
/** Actions of one set: Teams shows six (msteams-docs#5356), other readers of cards five by default (adaptivecards, maxActions). */
export const ACTIONS_IN_SET = 5;
/** Bytes of one card, our own and well below the 100 KB of a message. */
export const CARD_BYTES = 20 * 1024;
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
