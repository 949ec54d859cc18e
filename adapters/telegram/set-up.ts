import type { Api } from 'grammy';
import { ALLOWED_UPDATES } from './limits.ts';
import { type Retrying, retrying } from './retrying.ts';

/** Where updates are to come: to an address of ours with a secret in a header, to one that the operator tells Telegram, or by asking. */
export type Inbound =
  | { readonly by: 'webhook'; readonly url: string | undefined; readonly secret: string }
  | { readonly by: 'polling' };

/** Who the bot is to Telegram; its name makes the links `t.me/<username>?start=…`. */
export type BotIdentity = { readonly id: string; readonly username: string };

/**
 * Makes updates come the way we want, however long Telegram can't be reached; what waits there is never dropped.
 * Undefined where it was stopped before.
 */
export async function setUpBot(api: Api, inbound: Inbound, retry: Retrying): Promise<BotIdentity | undefined> {
  const me = await retrying(retry, () => api.getMe());
  const isSet = me && (await retrying(retry, () => direct(api, inbound)));
  return isSet ? { id: String(me.id), username: me.username } : undefined;
}

async function direct(api: Api, inbound: Inbound): Promise<true> {
  if (inbound.by === 'polling') return api.deleteWebhook();
  if (inbound.url === undefined) return true;
  return api.setWebhook(inbound.url, { secret_token: inbound.secret, allowed_updates: ALLOWED_UPDATES });
}
