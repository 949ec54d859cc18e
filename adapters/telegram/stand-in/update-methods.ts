import type { Method } from './call.ts';
import { badRequest, conflict } from './errors.ts';
import { POLL_SECONDS, POLLED_UPDATES, SECRET_TOKEN_LENGTH, WEBHOOK_CONNECTIONS } from './limits.ts';
import { type Fields, flagParam, integerParam, jsonParam, textParam } from './params.ts';
import type { BotState } from './world.ts';

export const getUpdates: Method = ({ bot, params, gone }) => {
  if (bot.delivery.webhook) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  allow(bot, params);
  const limit = within(integerParam(params, 'limit') ?? POLLED_UPDATES, 1, POLLED_UPDATES);
  const seconds = within(integerParam(params, 'timeout') ?? 0, 0, POLL_SECONDS);
  return bot.updates.poll(integerParam(params, 'offset') ?? 0, limit, seconds * 1000, gone);
};

/** The real one asks for https on four ports; the stand-in also takes plain http, since it stays on this machine. */
export const setWebhook: Method = (call) => {
  const { bot, params } = call;
  const url = textParam(params, 'url').trim();
  if (url === '') return deleteWebhook(call);
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw badRequest('bad webhook: An HTTPS URL must be provided');
  const secret = textParam(params, 'secret_token');
  if (secret.length > SECRET_TOKEN_LENGTH) throw badRequest('secret token is too long');
  if (!/^[\w-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');

  allow(bot, params);
  bot.updates.endPoll('terminated by setWebhook request');
  if (flagParam(params, 'drop_pending_updates')) bot.updates.drop();
  const given = integerParam(params, 'max_connections') ?? WEBHOOK_CONNECTIONS.usual;
  const connections = within(given, 1, WEBHOOK_CONNECTIONS.most);
  bot.delivery.start({ url, secret, connections }, bot.updates.all());
  return true;
};

export const deleteWebhook: Method = ({ bot, params }) => {
  bot.delivery.stop();
  if (flagParam(params, 'drop_pending_updates')) bot.updates.drop();
  return true;
};

export const getWebhookInfo: Method = ({ bot }) => {
  const { webhook, lastProblem } = bot.delivery;
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: bot.updates.count,
    ...(webhook ? { max_connections: webhook.connections, ip_address: '127.0.0.1' } : {}),
    ...(webhook && lastProblem
      ? { last_error_date: Math.floor(lastProblem.at / 1000), last_error_message: lastProblem.text }
      : {}),
    ...(bot.updates.allowed.length > 0 ? { allowed_updates: bot.updates.allowed } : {}),
  };
};

/** Stays as it was where the call does not name it (Bot API, getUpdates.allowed_updates). */
function allow(bot: BotState, params: Fields) {
  const kinds = jsonParam(params, 'allowed_updates', 'allowed_updates');
  if (kinds === undefined) return;
  if (!Array.isArray(kinds)) throw badRequest('expected an Array of String');
  bot.updates.allow(kinds.map(String));
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
