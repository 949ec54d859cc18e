import { CHANNELS } from '#core/chat/channels.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';

/** What the Cloud API takes. Source: Meta's Cloud API reference (messages, media, webhooks, limits), 2026. */

/** Characters of a text message (messages, text.body). */
export const TEXT_LENGTH = 4096;
/** Characters of an image's caption, and of the body above buttons or a link. */
export const CAPTION_LENGTH = 1024;
/** Characters of the body above a list. */
export const LIST_BODY_LENGTH = 4096;
/** Reply buttons of a message, and characters of each; their titles differ. */
export const BUTTONS = 3;
export const BUTTON_LENGTH = 20;
/** Rows of a list over all sections, characters of a row's title and of the line below it. */
export const ROWS = 10;
export const ROW_LENGTH = 24;
export const DESCRIPTION_LENGTH = 72;
/** Free messages are delivered for so long after the person's last one (customer service windows). */
export const WINDOW_HOURS = CHANNELS.whatsapp.windowHours.cloud;
/** What is on its way when the window closes would be lost. */
export const WINDOW_MARGIN_SECONDS = 60;
/** Characters of one value in a template, well below the 1,024 of the whole body. */
export const TEMPLATE_VALUE_LENGTH = 200;
/** Uploaded files live for 30 days (media); each is uploaded anew at least this often. */
export const UPLOAD_DAYS = 14;
/** Bytes of a webhook's body (webhooks: payloads up to 3 MB). */
export const WEBHOOK_BYTES = 3 * 1024 * 1024;

/** 80 messages a second of a number; one in six seconds to one person, 45 at once borrowed from the next minutes (throughput, pair rate limits). */
export const CLOUD_PACE: ChannelPace = {
  account: { perSecond: 80, burst: 80 },
  chat: { perSecond: 1 / 6, burst: 45 },
};
