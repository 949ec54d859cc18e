import type { ChannelPace } from '#core/delivery/pace.ts';

/** What WhatsApp Web takes, and what keeps an office's own number from being shut out. */

/** Characters of a text; phones fold what is longer than some 4,000 (WhatsApp takes 65,536). */
export const TEXT_LENGTH = 4096;
/** Characters of an image's caption (WhatsApp, composer). */
export const CAPTION_LENGTH = 1024;

/**
 * Our own, since WhatsApp names no number: it shuts out those who write like a machine. A burst lets an answer of
 * three messages through at once; many people at once wait in turn.
 */
export const WEB_PACE: ChannelPace = {
  account: { perSecond: 1 / 3, burst: 6 },
  chat: { perSecond: 1 / 2, burst: 4 },
};

/** Typing is shown for this long before a message, by its length and by chance, in milliseconds. */
export const TYPING_MS = { fewest: 400, most: 2_500, perCharacter: 4 } as const;

/** One message may take so long in the page before it counts as unclear. */
export const SEND_SECONDS = 30;
/** Bytes of a picture that is given to the page. */
export const PICTURE_BYTES = 5 * 1024 * 1024;
