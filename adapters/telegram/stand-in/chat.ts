import { ApiError, badRequest, forbidden } from './errors.ts';
import type { Message } from './message.ts';
import { type Fields, integerParam, textParam } from './params.ts';
import type { BotState, ChatState, PersonState, World } from './world.ts';

/** The chat a call names, which the bot may write to. */
export function chatOf(world: World, bot: BotState, params: Fields): ChatState {
  if (textParam(params, 'chat_id') === '') throw badRequest('chat_id is empty');
  const id = integerParam(params, 'chat_id');
  const chat = id === undefined ? undefined : bot.chats.get(id);
  if (chat?.blocked) throw forbidden('bot was blocked by the user');
  if (chat) return chat;
  if (id !== undefined && world.people.has(id)) throw forbidden("bot can't initiate conversation with a user");
  throw new ApiError(400, 'Bad Request: chat not found');
}

/** The chat of a person who speaks, opened where there is none. */
export function openChat(bot: BotState, person: PersonState): ChatState {
  const known = bot.chats.get(person.id);
  if (known) return known;
  const chat: ChatState = { bot, person, blocked: false, messages: new Map(), answers: [] };
  bot.chats.set(person.id, chat);
  return chat;
}

/** Puts a new or an edited message into the chat. */
export function putMessage(world: World, chat: ChatState, message: Message, what: string): Message {
  chat.messages.set(message.id, message);
  if (chat.messages.size > world.keepMessages) {
    const [oldest] = chat.messages.keys();
    if (oldest !== undefined) chat.messages.delete(oldest);
  }
  world.changes.tell({ bot: chat.bot.id, person: chat.person.id, what });
  return message;
}
