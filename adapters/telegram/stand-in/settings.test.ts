import { expect, test } from 'vitest';
import { aStandIn, refusal } from './a-stand-in.ts';

const HOME = { command: 'home', description: 'Main menu' };
const CASA = { command: 'home', description: 'Menù principale' };

test('each person sees the commands in their language, others the usual ones', async () => {
  const { standIn, api, ann } = await aStandIn();
  const carla = standIn.person({ firstName: 'Carla', languageCode: 'it-IT' });
  const bot = standIn.bot();

  await api.setMyCommands([HOME]);
  await api.setMyCommands([CASA], { language_code: 'it' });

  expect(standIn.chat(bot, ann.id).commands).toEqual([HOME]);
  expect(standIn.chat(bot, carla.id).commands).toEqual([CASA]);
  expect(await api.getMyCommands({ language_code: 'it' })).toEqual([CASA]);
  expect(await api.getMyCommands({ language_code: 'de' })).toEqual([]);
});

test('commands are at most 100, of small letters, with a description', async () => {
  const { api } = await aStandIn();
  const many = Array.from({ length: 101 }, (_, index) => ({ command: `c${index}`, description: 'x' }));

  expect(await refusal(api.setMyCommands(many))).toBe('400 Bad Request: BOT_COMMANDS_TOO_MUCH');
  expect(await refusal(api.setMyCommands([{ ...HOME, command: 'Home' }]))).toBe('400 Bad Request: BOT_COMMAND_INVALID');
  expect(await refusal(api.setMyCommands([{ ...HOME, description: '' }]))).toBe(
    '400 Bad Request: BOT_COMMAND_DESCRIPTION_INVALID',
  );
});

test('descriptions are kept by language and have their lengths', async () => {
  const { api } = await aStandIn();

  await api.setMyDescription('Homes');
  await api.setMyDescription('Case', { language_code: 'it' });
  await api.setMyShortDescription('Short');

  expect(await api.getMyDescription({ language_code: 'it' })).toEqual({ description: 'Case' });
  expect(await api.getMyDescription({ language_code: 'de' })).toEqual({ description: 'Homes' });
  expect(await api.getMyShortDescription()).toEqual({ short_description: 'Short' });
  expect(await refusal(api.setMyDescription('x'.repeat(513)))).toMatch(/^400 .*too long/);
  expect(await refusal(api.setMyShortDescription('x'.repeat(121)))).toMatch(/^400 .*too long/);
});

test('the menu button is set', async () => {
  const { api } = await aStandIn();

  await api.setChatMenuButton({ menu_button: { type: 'commands' } });

  expect(await api.getChatMenuButton()).toEqual({ type: 'commands' });
});
