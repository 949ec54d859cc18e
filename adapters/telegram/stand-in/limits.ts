/** What the real Bot API takes and refuses. Sources: core.telegram.org/bots/api, tdlib/telegram-bot-api, core.telegram.org/bots/faq. */

/** UTF-16 units after entities are parsed (Bot API, sendMessage.text). */
export const TEXT_LENGTH = 4096;
/** UTF-16 units after entities are parsed (Bot API, sendPhoto.caption). */
export const CAPTION_LENGTH = 1024;
/** UTF-8 bytes before entities are parsed (telegram-bot-api, Client::get_formatted_text). */
export const RAW_TEXT_BYTES = 1 << 15;
/** Entities beyond these are silently left out (Bot API, limits of messages). */
export const ENTITIES = 100;

/** UTF-8 bytes (Bot API, InlineKeyboardButton.callback_data). */
export const CALLBACK_DATA_BYTES = 64;
/** Practice: more is answered "reply markup is too long". */
export const BUTTONS = 100;
/** Practice: apps show no more than eight in a row. */
export const BUTTONS_IN_ROW = 8;
/** Characters (Bot API, CopyTextButton.text). */
export const COPY_TEXT_LENGTH = 256;
/** Characters (Bot API, answerCallbackQuery.text). */
export const CALLBACK_ANSWER_LENGTH = 200;
/** A press must be answered within this time (tdlib/telegram-bot-api, "query is too old"). */
export const CALLBACK_ANSWER_MS = 15_000;

/** Bytes of an uploaded photo (Bot API, sendPhoto.photo). */
export const PHOTO_BYTES = 10 * 1024 * 1024;
/** Pixels, width and height together (Bot API, sendPhoto.photo). */
export const PHOTO_SIDES = 10_000;
/** The long side over the short one (Bot API, sendPhoto.photo). */
export const PHOTO_RATIO = 20;
/** Bytes of any other upload (Bot API, sending files). */
export const UPLOAD_BYTES = 50 * 1024 * 1024;
/** Bytes a bot may download (Bot API, getFile). */
export const DOWNLOAD_BYTES = 20 * 1024 * 1024;
/** Messages in one album (Bot API, sendMediaGroup.media). */
export const ALBUM = { least: 2, most: 10 } as const;

/** Messages in one call (Bot API, deleteMessages.message_ids). */
export const DELETED_AT_ONCE = 100;
/** A message may be deleted, and is shown in full in a callback query, for this long (Bot API, deleteMessage). */
export const MESSAGE_LIFE_MS = 48 * 60 * 60 * 1000;

/** Bot API, setMyCommands, BotCommand. */
export const COMMANDS = 100;
export const COMMAND_NAME = /^[a-z0-9_]{1,32}$/;
export const COMMAND_DESCRIPTION_LENGTH = 256;
/** Characters (Bot API, setMyDescription, setMyShortDescription). */
export const DESCRIPTION_LENGTH = 512;
export const SHORT_DESCRIPTION_LENGTH = 120;

/** Characters (Bot API, setWebhook.secret_token). */
export const SECRET_TOKEN_LENGTH = 256;
/** Bot API, setWebhook.max_connections. */
export const WEBHOOK_CONNECTIONS = { usual: 40, most: 100 } as const;
/** Seconds (tdlib/telegram-bot-api, LONG_POLL_MAX_TIMEOUT). */
export const POLL_SECONDS = 50;
/** Updates in one answer (Bot API, getUpdates.limit). */
export const POLLED_UPDATES = 100;

/** Bots FAQ: about 30 messages a second over all chats, about one a second in one chat, short bursts allowed. */
export const RATE = { perBotSecond: 30, perChatSecond: 1, chatBurst: 20 } as const;
