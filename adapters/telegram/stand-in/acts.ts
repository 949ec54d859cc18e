import { randomInt } from 'node:crypto';
import { openChat, putMessage } from './chat.ts';
import { withFoundEntities } from './find-entities.ts';
import { MESSAGE_LIFE_MS } from './limits.ts';
import type { Content, Message } from './message.ts';
import { wireBot, wireChat, wireMessage, wirePerson } from './wire.ts';
import type { BotState, ChatState, PersonState, World } from './world.ts';

/** Presses remembered a bot; older ones are answered "query is too old". */
const PRESSES = 10_000;

/** A person sends something; the bot gets it as an update. */
export function say(world: World, bot: BotState, person: PersonState, content: Content, albumId?: string): Message {
  const chat = openChat(bot, person);
  if (chat.blocked) throw new Error(`${person.firstName} has blocked @${bot.username}; unblock it first`);
  const message: Message = {
    id: bot.nextMessageId(),
    from: 'person',
    at: world.now(),
    content,
    buttons: [],
    ...(albumId === undefined ? {} : { albumId }),
  };
  putMessage(world, chat, message, 'message');
  bot.updates.add('message', person.id, wireMessage(chat, message));
  return message;
}

/** A person changes the words of an own message. */
export function rewrite(world: World, chat: ChatState, messageId: number, text: string) {
  const message = chat.messages.get(messageId);
  if (message?.from !== 'person') throw new Error(`${chat.person.firstName} has no own message ${messageId}`);
  if (!('words' in message.content)) throw new Error(`message ${messageId} has no words to edit`);
  const content = { ...message.content, words: withFoundEntities({ text, entities: [] }) };
  const edited = putMessage(world, chat, { ...message, content, editedAt: world.now() }, 'edited');
  chat.bot.updates.add('edited_message', chat.person.id, wireMessage(chat, edited));
}

/** A press of a button; the message may be gone or may never have had it. Answers with the query's id. */
export function press(world: World, chat: ChatState, messageId: number, data: string): string {
  const { bot, person } = chat;
  const id = `${randomInt(2 ** 47)}${messageId}`;
  const message = chat.messages.get(messageId);
  const isSeen = message !== undefined && world.now() - message.at <= MESSAGE_LIFE_MS;
  if (bot.presses.size >= PRESSES) {
    const [oldest] = bot.presses.keys();
    if (oldest !== undefined) bot.presses.delete(oldest);
  }
  bot.presses.set(id, { chat, messageId, data, at: world.now() });
  bot.updates.add('callback_query', person.id, {
    id,
    from: wirePerson(person),
    message: isSeen ? wireMessage(chat, message) : { chat: wireChat(person), message_id: messageId, date: 0 },
    chat_instance: `${bot.id}${person.id}`,
    data,
  });
  return id;
}

/** A person blocks the bot or lets it in again. */
export function setBlocked(world: World, chat: ChatState, blocked: boolean) {
  if (chat.blocked === blocked) return;
  chat.blocked = blocked;
  const user = wireBot(chat.bot);
  const member = { user, status: 'member' };
  const kicked = { user, status: 'kicked', until_date: 0 };
  chat.bot.updates.add('my_chat_member', chat.person.id, {
    chat: wireChat(chat.person),
    from: wirePerson(chat.person),
    date: Math.floor(world.now() / 1000),
    old_chat_member: blocked ? member : kicked,
    new_chat_member: blocked ? kicked : member,
  });
  world.changes.tell({ bot: chat.bot.id, person: chat.person.id, what: blocked ? 'blocked' : 'unblocked' });
}
