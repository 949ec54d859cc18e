import type { Sent } from '#core/chat/channel.ts';
import type { CallError } from './call-error.ts';

/** A revoked token is looked at again after this long. */
const TOKEN_SECONDS = 300;

type Refusal = Omit<Extract<Sent, { was: 'refused' }>, 'was'>;

/** What Telegram says where a person can't be reached, and what it means to an agent. */
const UNREACHABLE: readonly (readonly [said: RegExp, refusal: Refusal])[] = [
  [
    /bot was blocked by the user/i,
    {
      code: 'blocked',
      cause: 'The client blocked the bot in Telegram.',
      nextStep: 'Call or write another way; messages go out again once the client unblocks the bot.',
      unreachable: true,
    },
  ],
  [
    /user is deactivated/i,
    {
      code: 'deactivated',
      cause: "The client's Telegram account was deleted.",
      nextStep: 'Call or write another way.',
      unreachable: true,
    },
  ],
  [
    /can't initiate conversation|bot was kicked|chat not found|user not found|PEER_ID_INVALID|chat_write_forbidden/i,
    {
      code: 'no_chat',
      cause: 'The client has no open chat with the bot in Telegram.',
      nextStep: 'Send the client the invite link again, or call.',
      unreachable: true,
    },
  ],
];

/**
 * What became of a message after a call failed (P5). Edits may be repeated freely; of a send that was cut nobody knows
 * whether it arrived. `isGlobal`: the limit that was hit is the bot's, not the chat's.
 */
export function sentOf(error: CallError, step: 'send' | 'edit', isGlobal: boolean): Sent {
  switch (error.is) {
    case 'unsent':
      return { was: 'notYet', pauses: 'account', why: `Telegram could not be reached (${error.words})` };
    case 'cut':
      if (step === 'send') return { was: 'uncertain', why: `Telegram did not answer (${error.words})` };
      return { was: 'notYet', pauses: 'message', why: `Telegram did not answer (${error.words})` };
    case 'said':
      return sentOfAnswer(error, isGlobal);
  }
}

function sentOfAnswer({ code, words, retryAfter }: CallError & { is: 'said' }, isGlobal: boolean): Sent {
  if (code === 429) {
    const pauses = isGlobal ? 'account' : 'chat';
    return { was: 'notYet', afterSeconds: retryAfter ?? 1, pauses, why: 'Telegram asked for a pause' };
  }
  if (code >= 500) return { was: 'notYet', pauses: 'chat', why: `Telegram has a problem of its own (${code})` };
  // 404 is what a token that was never right is answered with.
  if (code === 401 || code === 404)
    return {
      was: 'notYet',
      afterSeconds: TOKEN_SECONDS,
      pauses: 'account',
      why: 'Telegram does not know the bot token',
    };
  const [, refusal] = UNREACHABLE.find(([said]) => said.test(words)) ?? [];
  if (refusal) return { was: 'refused', ...refusal };
  return {
    was: 'refused',
    code: `telegram_${code}`,
    cause: `Telegram refused the message: ${words}`,
    nextStep: 'Write to the client another way, and report it to whoever runs this server.',
    unreachable: code === 403,
  };
}
