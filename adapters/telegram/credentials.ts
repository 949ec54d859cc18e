/** What BotFather gives of a bot, as the API takes it. */
export const TELEGRAM_CREDENTIALS = {
  bot_token: { pattern: '^[0-9]{1,20}:[A-Za-z0-9_-]{1,200}$', is: 'the token from BotFather, as 123456:ABC…' },
} as const;

/** A token begins with the bot's id. */
export const botIdIn = (token: string): string => token.split(':')[0] ?? '';
