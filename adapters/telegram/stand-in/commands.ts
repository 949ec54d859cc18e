import { badRequest } from './errors.ts';
import { COMMAND_DESCRIPTION_LENGTH, COMMAND_NAME, COMMANDS } from './limits.ts';
import { type Fields, isFields, jsonParam, textField, textParam } from './params.ts';
import type { BotState, Command, PersonState } from './world.ts';

/** The checked list of a setMyCommands call. */
export function commandsOf(params: Fields): Command[] {
  const given = jsonParam(params, 'commands', 'commands') ?? [];
  if (!Array.isArray(given)) throw badRequest('expected an Array of BotCommand');
  if (given.length > COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  return given.map((item: unknown) => {
    if (!isFields(item)) throw badRequest("can't parse BotCommand: expected an Object");
    const command = textField(item, 'command');
    const description = textField(item, 'description');
    if (!COMMAND_NAME.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (description === '' || description.length > COMMAND_DESCRIPTION_LENGTH) {
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    }
    return { command, description };
  });
}

/** Where a list of commands is kept: its scope and language. */
export function commandsKey(params: Fields): string {
  const scope = jsonParam(params, 'scope', 'BotCommandScope') ?? { type: 'default' };
  if (!isFields(scope)) throw badRequest("can't parse BotCommandScope: BotCommandScope must be an Object");
  const chat = textField(scope, 'chat_id');
  return keyOf(textField(scope, 'type') + (chat ? `:${chat}` : ''), languageOf(params));
}

/** The two letters of language_code, or '' for everybody else. */
export function languageOf(params: Fields): string {
  const language = textParam(params, 'language_code');
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified');
  return language;
}

/** What the menu shows this person (Bot API, determining list of commands, private chats). */
export function commandsFor(bot: BotState, person: PersonState): readonly Command[] {
  const language = person.languageCode?.slice(0, 2) ?? '';
  for (const scope of [`chat:${person.id}`, 'all_private_chats', 'default']) {
    const commands = bot.commands.get(keyOf(scope, language)) ?? bot.commands.get(keyOf(scope, ''));
    if (commands) return commands;
  }
  return [];
}

function keyOf(scope: string, language: string): string {
  return `${scope}|${language}`;
}
