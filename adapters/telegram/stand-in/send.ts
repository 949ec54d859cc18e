import type { Call } from './call.ts';
import { chatOf, putMessage } from './chat.ts';
import { badRequest } from './errors.ts';
import { type Markup, markupOf } from './keyboard.ts';
import type { Content, Message } from './message.ts';
import { type Fields, flagParam, integerParam, isFields, jsonParam } from './params.ts';
import { wireMessage } from './wire.ts';
import type { ChatState, World } from './world.ts';

/** Puts one message of the bot into the chat the call names, and answers with it. */
export function send(call: Call, content: Content): Fields {
  const markup = markupOf(call.params);
  const [message] = sendAll(call, [content], markup);
  if (!message) throw badRequest('there are no messages to send');
  return message;
}

/** The same for several messages, an album where `albumId` is given. */
export function sendAll(call: Call, contents: readonly Content[], markup?: Markup, albumId?: string): Fields[] {
  const { world, bot, params } = call;
  const chat = chatOf(world, bot, params);
  const replyTo = repliedOf(call, chat);
  bot.rate.spend(chat.person.id);
  setReplyKeyboard(world, chat, markup);
  delete chat.action;
  return contents.map((content) => {
    const message: Message = {
      id: bot.nextMessageId(),
      from: 'bot',
      at: world.now(),
      content,
      buttons: markup?.is === 'inline' ? markup.rows : [],
      ...(albumId === undefined ? {} : { albumId }),
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(flagParam(params, 'protect_content') ? { protected: true } : {}),
      ...(flagParam(params, 'disable_notification') ? { silent: true } : {}),
    };
    return wireMessage(chat, putMessage(world, chat, message, 'message'));
  });
}

function repliedOf({ params }: Call, chat: ChatState): number | undefined {
  const given = jsonParam(params, 'reply_parameters', 'reply parameters');
  if (given === undefined) return undefined;
  if (!isFields(given)) throw badRequest('object expected as reply parameters');
  const id = integerParam(given, 'message_id');
  if (id !== undefined && chat.messages.has(id)) return id;
  if (flagParam(given, 'allow_sending_without_reply')) return undefined;
  throw badRequest('message to be replied not found');
}

function setReplyKeyboard(world: World, chat: ChatState, markup: Markup | undefined) {
  if (markup?.is === 'reply') chat.replyKeyboard = markup.rows;
  else if (markup?.is === 'removed') delete chat.replyKeyboard;
  else return;
  world.changes.tell({ bot: chat.bot.id, person: chat.person.id, what: 'keyboard' });
}
