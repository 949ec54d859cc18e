import type { Method } from './call.ts';
import { commandsKey, commandsOf, languageOf } from './commands.ts';
import { badRequest } from './errors.ts';
import { DESCRIPTION_LENGTH, SHORT_DESCRIPTION_LENGTH } from './limits.ts';
import { integerParam, isFields, jsonParam, textField, textParam } from './params.ts';
import { wireBot } from './wire.ts';

const MENU_BUTTONS = new Set(['default', 'commands', 'web_app']);

export const getMe: Method = ({ bot }) => ({
  ...wireBot(bot),
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
});

export const setMyCommands: Method = ({ bot, params, world }) => {
  const commands = commandsOf(params);
  bot.commands.set(commandsKey(params), commands);
  world.changes.tell({ bot: bot.id, what: 'commands' });
  return true;
};

export const getMyCommands: Method = ({ bot, params }) => bot.commands.get(commandsKey(params)) ?? [];

export const deleteMyCommands: Method = ({ bot, params }) => {
  bot.commands.delete(commandsKey(params));
  return true;
};

export const setMyDescription = describing('description', DESCRIPTION_LENGTH);
export const getMyDescription = described('description');
export const setMyShortDescription = describing('short_description', SHORT_DESCRIPTION_LENGTH);
export const getMyShortDescription = described('short_description');

export const setChatMenuButton: Method = ({ bot, params }) => {
  const button = jsonParam(params, 'menu_button', 'menu button') ?? { type: 'default' };
  if (!isFields(button)) throw badRequest("can't parse menu button: MenuButton must be an Object");
  if (!MENU_BUTTONS.has(textField(button, 'type'))) {
    throw badRequest("can't parse menu button: MenuButton has unsupported type");
  }
  bot.menuButtons.set(integerParam(params, 'chat_id') ?? 0, button);
  return true;
};

export const getChatMenuButton: Method = ({ bot, params }) =>
  bot.menuButtons.get(integerParam(params, 'chat_id') ?? 0) ?? bot.menuButtons.get(0) ?? { type: 'default' };

function describing(name: string, most: number): Method {
  return ({ bot, params }) => {
    const text = textParam(params, name);
    if (text.length > most) throw badRequest(`bot ${name.replace('_', ' ')} is too long`);
    bot.descriptions.set(`${name}|${languageOf(params)}`, text);
    return true;
  };
}

function described(name: string): Method {
  return ({ bot, params }) => {
    const text = bot.descriptions.get(`${name}|${languageOf(params)}`) || bot.descriptions.get(`${name}|`);
    return { [name]: text ?? '' };
  };
}
