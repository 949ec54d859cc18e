import type { Method } from './call.ts';
import { chatOf, putMessage } from './chat.ts';
import { badRequest } from './errors.ts';
import { DELETED_AT_ONCE, MESSAGE_LIFE_MS } from './limits.ts';
import { integerParam, isFields, jsonParam, textField } from './params.ts';
import type { ChatState, World } from './world.ts';

export const deleteMessage: Method = ({ world, bot, params }) => {
  const id = integerParam(params, 'message_id');
  if (id === undefined) throw badRequest('message identifier is not specified');
  const chat = chatOf(world, bot, params);
  const message = chat.messages.get(id);
  if (!message) throw badRequest('message to delete not found');
  if (world.now() - message.at > MESSAGE_LIFE_MS) throw badRequest("message can't be deleted");
  remove(world, chat, [id]);
  return true;
};

/** Those that are not there are skipped, as the real one does. */
export const deleteMessages: Method = ({ world, bot, params }) => {
  const ids = jsonParam(params, 'message_ids', 'message_ids');
  if (ids === undefined) throw badRequest('message identifiers are not specified');
  if (!Array.isArray(ids)) throw badRequest('expected an Array of message identifiers');
  if (ids.length > DELETED_AT_ONCE) throw badRequest('too many message identifiers specified');
  const numbers = ids.map((id: unknown) => Number(id));
  if (numbers.some((id) => !Number.isSafeInteger(id) || id <= 0)) {
    throw badRequest('invalid message identifier specified');
  }
  remove(world, chatOf(world, bot, params), numbers);
  return true;
};

export const setMessageReaction: Method = ({ world, bot, params }) => {
  const reactions = jsonParam(params, 'reaction', 'reaction types') ?? [];
  if (!Array.isArray(reactions)) throw badRequest('expected an Array of ReactionType');
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  const [first]: unknown[] = reactions;
  const emoji = isFields(first) ? textField(first, 'emoji') : '';
  if (first !== undefined && !/^\p{Extended_Pictographic}/u.test(emoji)) throw badRequest('REACTION_INVALID');

  const chat = chatOf(world, bot, params);
  const message = chat.messages.get(integerParam(params, 'message_id') ?? 0);
  if (!message) throw badRequest('message to react not found');
  const { reaction: _, ...rest } = message;
  putMessage(world, chat, emoji === '' ? rest : { ...rest, reaction: emoji }, 'reaction');
  return true;
};

function remove(world: World, chat: ChatState, ids: readonly number[]) {
  for (const id of ids) chat.messages.delete(id);
  world.changes.tell({ bot: chat.bot.id, person: chat.person.id, what: 'deleted' });
}
