import type { Method } from './call.ts';
import { badRequest } from './errors.ts';
import { CALLBACK_ANSWER_LENGTH } from './limits.ts';
import { flagParam, textParam } from './params.ts';

export const answerCallbackQuery: Method = ({ world, bot, params }) => {
  const queryId = textParam(params, 'callback_query_id');
  const text = textParam(params, 'text');
  const press = bot.presses.get(queryId);
  if (!press || world.now() - press.at > world.callbackAnswerMs) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if (text.length > CALLBACK_ANSWER_LENGTH) throw badRequest('MESSAGE_TOO_LONG');
  const { chat, messageId, data } = press;
  chat.answers.push({ queryId, messageId, data, text, alert: flagParam(params, 'show_alert'), at: world.now() });
  world.changes.tell({ bot: bot.id, person: chat.person.id, what: 'answered' });
  return true;
};
