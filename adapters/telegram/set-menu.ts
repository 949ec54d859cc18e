import type { Api } from 'grammy';
import type { BotCommand, LanguageCode } from 'grammy/types';
import type { Text } from '#core/chat/text.ts';
import type { Command } from '#core/chat/turn.ts';
import { LANGUAGES, type Language } from '#core/language.ts';
import type { Words } from '#core/words.ts';
import { COMMAND_DESCRIPTION_LENGTH, DESCRIPTION_LENGTH, SHORT_DESCRIPTION_LENGTH } from './limits.ts';
import { type Retrying, retrying } from './retrying.ts';

/** What the bot says of itself. */
export type Menu = {
  readonly commands: readonly { readonly command: Command; readonly does: Text }[];
  /** Shown before the first message. */
  readonly about: Text;
  /** Shown on the bot's page, and with links to it; at most 120 characters in any language. */
  readonly short: Text;
};

/** Bokmål and Nynorsk have codes of their own (ISO 639-1), which Telegram's apps may tell. */
const CODES: Partial<Record<Language, readonly LanguageCode[]>> = { no: ['no', 'nb', 'nn'] };

/**
 * Puts commands, descriptions and the menu button in ten languages, `fallback` for all others. What is so already is
 * left alone, since Telegram lets these be changed only now and then.
 */
export async function setMenu(
  { api, words, menu, fallback }: { api: Api; words: Words; menu: Menu; fallback: Language },
  retry: Retrying,
): Promise<void> {
  const all = LANGUAGES.flatMap((language) => (CODES[language] ?? [language]).map((code) => ({ language, code })));
  for (const { language, code } of [{ language: fallback, code: undefined }, ...all]) {
    const of = code === undefined ? {} : { language_code: code };
    const [about, short] = [words.say(menu.about, language), words.say(menu.short, language)];
    const commands = menu.commands.map(
      ({ command, does }): BotCommand => ({
        command,
        description: fitting(words.say(does, language), COMMAND_DESCRIPTION_LENGTH),
      }),
    );
    await retrying(retry, () => setCommands(api, commands, of));
    await retrying(retry, () => setDescription(api, fitting(about, DESCRIPTION_LENGTH), of));
    await retrying(retry, () => setShortDescription(api, fitting(short, SHORT_DESCRIPTION_LENGTH), of));
  }
  await retrying(retry, () => api.setChatMenuButton({ menu_button: { type: 'commands' } }));
}

type Of = { readonly language_code?: LanguageCode };

async function setCommands(api: Api, commands: readonly BotCommand[], of: Of): Promise<void> {
  const present = await api.getMyCommands(of);
  const listed = (list: readonly BotCommand[]) =>
    list.map(({ command, description }) => `${command} ${description}`).join('\n');
  if (listed(present) !== listed(commands)) await api.setMyCommands([...commands], of);
}

async function setDescription(api: Api, about: string, of: Of): Promise<void> {
  const { description } = await api.getMyDescription(of);
  if (description !== about) await api.setMyDescription(about, of);
}

async function setShortDescription(api: Api, short: string, of: Of): Promise<void> {
  const { short_description: present } = await api.getMyShortDescription(of);
  if (present !== short) await api.setMyShortDescription(short, of);
}

/** Ours are short in every language; one that is not is a mistake in locales/ that must not keep the menu away. */
const fitting = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/\s+\S*$/, '')}…`;
