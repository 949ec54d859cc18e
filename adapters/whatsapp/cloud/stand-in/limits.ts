/** What Meta takes. Source: Cloud API reference, messages (interactive, text, media, templates), 2026. */
export const TEXT = 4096;
export const CAPTION = 1024;
export const BUTTON_BODY = 1024;
export const LIST_BODY = 4096;
export const FOOTER = 60;
export const HEADER_TEXT = 60;
export const BUTTONS = 3;
export const BUTTON_TITLE = 20;
export const BUTTON_ID = 256;
export const SECTIONS = 10;
export const ROWS = 10;
export const SECTION_TITLE = 24;
export const ROW_TITLE = 24;
export const ROW_DESCRIPTION = 72;
export const ROW_ID = 200;
export const OPAQUE = 512;
/** Bytes (Cloud API, supported media types). */
export const MEDIA_BYTES = { image: 5_000_000, audio: 16_000_000, video: 16_000_000, document: 100_000_000 } as const;
/** A free message is delivered for so long after the person's last one (Cloud API, customer service windows). */
export const WINDOW_MS = 24 * 60 * 60 * 1000;
/** A media address answers for so long (Cloud API, media). */
export const MEDIA_URL_MS = 5 * 60 * 1000;
