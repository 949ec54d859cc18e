import type { Api } from 'grammy';
import type { CheckStep } from '#core/crm/channel-accounts.ts';
import { callError } from './call-error.ts';
import type { Inbound } from './set-up.ts';

/** A failed call counts only while what it brought still waits at Telegram. */
const LATELY_SECONDS = 600;

/** Asks Telegram whether it knows the bot, and whether it reaches us; nobody is written to. `now`: in milliseconds. */
export async function checkBot(
  api: Pick<Api, 'getMe' | 'getWebhookInfo'>,
  inbound: Inbound,
  now: number,
): Promise<readonly CheckStep[]> {
  try {
    const { username } = await api.getMe();
    const signedIn: CheckStep = { step: 'signedIn', isGood: true, words: `@${username}` };
    if (inbound.by === 'polling') return [signedIn];
    const {
      url = '',
      last_error_date: at = 0,
      last_error_message: why,
      pending_update_count: waiting,
    } = await api.getWebhookInfo();
    const isThere = inbound.url === undefined ? url !== '' : url === inbound.url;
    const failsNow = waiting > 0 && now / 1000 - at < LATELY_SECONDS;
    const words = isThere ? (failsNow ? why : undefined) : url === '' ? 'no address is set' : 'another address is set';
    return [signedIn, { step: 'called', isGood: isThere && !failsNow, ...(words ? { words } : {}) }];
  } catch (error) {
    return [{ step: 'signedIn', isGood: false, words: callError(error).words }];
  }
}
