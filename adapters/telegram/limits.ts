import type { ChannelPace } from '#core/delivery/pace.ts';

/** What Telegram takes. Sources: core.telegram.org/bots/api (10.3), core.telegram.org/bots/faq. */

/** UTF-16 units after entities are parsed (Bot API, sendMessage.text). */
export const TEXT_LENGTH = 4096;
/** UTF-16 units after entities are parsed (Bot API, sendPhoto.caption). */
export const CAPTION_LENGTH = 1024;
/** Practice: more is answered "reply markup is too long". */
export const BUTTONS = 100;
/** Practice: apps show no more in a row. */
export const BUTTONS_IN_ROW = 8;
/** Metres of an area around a point (Bot API, sendLocation.horizontal_accuracy). */
export const ACCURACY = 1500;
/** Photos in one album (Bot API, sendMediaGroup.media). */
export const ALBUM = { least: 2, most: 10 } as const;
/** Bot API, BotCommand. */
export const COMMAND_DESCRIPTION_LENGTH = 256;
/** Bot API, setMyDescription and setMyShortDescription. */
export const DESCRIPTION_LENGTH = 512;
export const SHORT_DESCRIPTION_LENGTH = 120;
/** Letters of what is shown on a tap (Bot API, answerCallbackQuery.text). */
export const NOTICE_LENGTH = 200;
/** Seconds that a getUpdates waits for news. */
export const POLL_SECONDS = 30;
/** Updates in one answer (Bot API, getUpdates.limit). */
export const POLLED_UPDATES = 100;
/** Bytes of a webhook's body; the largest updates are some tens of KB. */
export const UPDATE_BYTES = 1024 * 1024;

/** Always the same kinds, since Telegram remembers the last ones it was told (Bot API, getUpdates.allowed_updates). */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** Bots FAQ: about 30 messages a second over all chats, about one a second in one chat, short bursts allowed. */
export const TELEGRAM_PACE: ChannelPace = {
  account: { perSecond: 30, burst: 30 },
  chat: { perSecond: 1, burst: 10 },
};
