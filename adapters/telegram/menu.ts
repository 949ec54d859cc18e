import { phrase } from '#core/chat/text.ts';
import type { Menu } from './set-menu.ts';

/** What every bot says of itself. */
export const MENU: Menu = {
  about: phrase('bot.about'),
  short: phrase('bot.short'),
  commands: [
    { command: 'home', does: phrase('command.home') },
    { command: 'properties', does: phrase('command.properties') },
    { command: 'viewings', does: phrase('command.viewings') },
    { command: 'favourites', does: phrase('command.favourites') },
    { command: 'agent', does: phrase('command.agent') },
    { command: 'profile', does: phrase('command.profile') },
    { command: 'language', does: phrase('command.language') },
    { command: 'help', does: phrase('command.help') },
    { command: 'stop', does: phrase('command.stop') },
    { command: 'start', does: phrase('command.start') },
  ],
};
