import type { Call, Method } from './call.ts';
import { chatOf, putMessage } from './chat.ts';
import { badRequest } from './errors.ts';
import { inlineMarkupOf } from './keyboard.ts';
import { mediaItem } from './media-item.ts';
import { type Content, type Message, wordsOf } from './message.ts';
import { integerParam, jsonParam } from './params.ts';
import { wireMessage } from './wire.ts';
import { captionOf, textOf } from './words.ts';
import type { ChatState } from './world.ts';

/** Refused by TDLib's process of MESSAGE_NOT_MODIFIED; "success" to whoever repeats an edit. */
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

export const editMessageText: Method = (call) => {
  const words = textOf(call.params);
  const { chat, message } = editedOf(call);
  if (message.content.is !== 'text') throw badRequest('there is no text in the message to edit');
  return change(call, chat, message, { is: 'text', words });
};

export const editMessageCaption: Method = (call) => {
  const words = captionOf(call.params);
  const { chat, message } = editedOf(call);
  const { content } = message;
  if (content.is === 'text' || !('words' in content)) throw badRequest('there is no caption in the message to edit');
  return change(call, chat, message, { ...content, words });
};

export const editMessageMedia: Method = async (call) => {
  const content = await mediaItem(call, jsonParam(call.params, 'media', 'input media'));
  const { chat, message } = editedOf(call);
  if (!wordsOf(message.content)) throw badRequest("message can't be edited");
  if (message.albumId !== undefined && message.content.is !== content.is) {
    throw badRequest("can't use the media of the specified type in the album");
  }
  return change(call, chat, message, content);
};

export const editMessageReplyMarkup: Method = (call) => {
  const { chat, message } = editedOf(call);
  return change(call, chat, message, message.content);
};

function editedOf({ world, bot, params }: Call): { chat: ChatState; message: Message } {
  const id = integerParam(params, 'message_id');
  if (id === undefined) throw badRequest('message identifier is not specified');
  const chat = chatOf(world, bot, params);
  const message = chat.messages.get(id);
  if (!message) throw badRequest('message to edit not found');
  if (message.from !== 'bot') throw badRequest("message can't be edited");
  return { chat, message };
}

/** An edit without reply_markup takes the buttons away, as the real one does. */
function change({ world, bot, params }: Call, chat: ChatState, message: Message, content: Content) {
  const buttons = inlineMarkupOf(params);
  if (message.albumId !== undefined && buttons.length > 0) throw badRequest("message can't be edited");
  if (keyOf(content, buttons) === keyOf(message.content, message.buttons)) throw badRequest(NOT_MODIFIED);
  bot.rate.spend(chat.person.id);
  const edited = { ...message, content, buttons, editedAt: world.now() };
  return wireMessage(chat, putMessage(world, chat, edited, 'edited'));
}

function keyOf(content: Content, buttons: Message['buttons']): string {
  const file = content.is === 'photo' ? content.sizes.at(-1) : 'file' in content ? content.file : undefined;
  return JSON.stringify([content.is, file?.uniqueId, wordsOf(content), buttons]);
}
