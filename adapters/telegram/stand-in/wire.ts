import type { StoredFile } from './files.ts';
import type { Formatted } from './formatted.ts';
import type { Content, Message } from './message.ts';
import type { Fields } from './params.ts';
import type { BotState, ChatState, PersonState } from './world.ts';

export function wireBot(bot: BotState): Fields {
  return { id: bot.id, is_bot: true, first_name: bot.firstName, username: bot.username };
}

export function wirePerson(person: PersonState): Fields {
  return {
    id: person.id,
    is_bot: false,
    ...namesOf(person),
    ...(person.languageCode ? { language_code: person.languageCode } : {}),
  };
}

export function wireChat(person: PersonState): Fields {
  return { id: person.id, ...namesOf(person), type: 'private' };
}

/** A message as the bot gets it, in answers and in updates. */
export function wireMessage(chat: ChatState, message: Message, isReply = false): Fields {
  const wire: Record<string, unknown> = {
    message_id: message.id,
    from: message.from === 'bot' ? wireBot(chat.bot) : wirePerson(chat.person),
    chat: wireChat(chat.person),
    date: seconds(message.at),
  };
  if (message.editedAt !== undefined) wire.edit_date = seconds(message.editedAt);
  if (message.albumId !== undefined) wire.media_group_id = message.albumId;
  if (message.protected) wire.has_protected_content = true;
  const replied = isReply || message.replyTo === undefined ? undefined : chat.messages.get(message.replyTo);
  if (replied) wire.reply_to_message = wireMessage(chat, replied, true);
  Object.assign(wire, wireContent(message.content));
  if (message.buttons.length > 0) wire.reply_markup = { inline_keyboard: message.buttons };
  return wire;
}

export function wireFile(file: StoredFile): Fields {
  return { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.bytes.length };
}

export function wireSize(file: StoredFile): Fields {
  return { ...wireFile(file), width: file.width ?? 0, height: file.height ?? 0 };
}

function wireContent(content: Content): Fields {
  switch (content.is) {
    case 'text':
      return wireWords(content.words, 'text', 'entities');
    case 'photo':
      return { photo: content.sizes.map(wireSize), ...wireCaption(content.words) };
    case 'document':
      return { document: wireNamed(content.file), ...wireCaption(content.words) };
    case 'voice':
      return {
        voice: { ...wireFile(content.file), duration: content.duration, mime_type: content.file.mime ?? 'audio/ogg' },
        ...wireCaption(content.words),
      };
    case 'venue':
      return {
        location: content.place,
        venue: { location: content.place, title: content.title, address: content.address },
      };
    case 'location':
      return { location: content.place };
    case 'contact':
      return {
        contact: {
          phone_number: content.phone,
          first_name: content.firstName,
          ...(content.lastName ? { last_name: content.lastName } : {}),
          ...(content.userId ? { user_id: content.userId } : {}),
        },
      };
    case 'sticker':
      return {
        sticker: {
          ...wireSize(content.file),
          type: 'regular',
          is_animated: false,
          is_video: false,
          emoji: content.emoji,
        },
      };
  }
}

function wireNamed(file: StoredFile): Fields {
  return {
    ...(file.name ? { file_name: file.name } : {}),
    ...(file.mime ? { mime_type: file.mime } : {}),
    ...wireFile(file),
  };
}

function wireCaption(words: Formatted): Fields {
  return words.text === '' ? {} : wireWords(words, 'caption', 'caption_entities');
}

function wireWords({ text, entities }: Formatted, textName: string, entitiesName: string): Fields {
  return entities.length === 0 ? { [textName]: text } : { [textName]: text, [entitiesName]: entities };
}

function namesOf({ firstName, lastName, username }: PersonState): Fields {
  return {
    first_name: firstName,
    ...(lastName ? { last_name: lastName } : {}),
    ...(username ? { username } : {}),
  };
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
