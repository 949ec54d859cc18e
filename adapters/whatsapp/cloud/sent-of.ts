import type { Sent } from '#core/chat/channel.ts';
import type { Failure } from '#core/chat/failure.ts';
import type { CloudFailure } from './client.ts';

/** A token or a permission that was taken away is looked at again after this long. */
const OFFICE_SECONDS = 300;
/** Pauses of one person's chat after Meta's own limit of a pair was hit: one message in six seconds. */
const PAIR_SECONDS = 12;

export const WINDOW_CLOSED: Failure = {
  code: 'window_closed',
  cause: 'The client wrote more than 24 hours ago, and WhatsApp takes no free message then.',
  nextStep: 'It goes out by itself as soon as the client writes or taps; call in urgent cases.',
};

type Meaning =
  | { readonly is: 'soon'; readonly pauses: 'message' | 'chat' | 'account'; readonly afterSeconds?: number }
  | { readonly is: 'window' }
  | { readonly is: 'final'; readonly cause: string; readonly nextStep: string; readonly unreachable?: true };

const soon = (pauses: 'message' | 'chat' | 'account', afterSeconds?: number): Meaning => ({
  is: 'soon',
  pauses,
  ...(afterSeconds === undefined ? {} : { afterSeconds }),
});
const final = (cause: string, nextStep: string) => ({ is: 'final', cause, nextStep }) as const;
const OFFICE = soon('account', OFFICE_SECONDS);
const OURS = final('WhatsApp refused how the message was put together.', 'Report it to whoever runs this server.');
const CALL = 'Call or write another way.';

/** By the code, never by the title (Cloud API, error codes). Codes that are not here: by their status. */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  1: soon('message'),
  2: soon('account'),
  4: soon('account', 60),
  80007: soon('account', 60),
  130429: soon('account', 5),
  131000: soon('message'),
  131016: soon('account'),
  131056: soon('chat', PAIR_SECONDS),
  131057: soon('account', 60),
  133004: soon('account', 60),
  131047: { is: 'window' },
  131026: {
    ...final('WhatsApp can not reach this client: no WhatsApp, an old version, or the office is blocked.', CALL),
    unreachable: true,
  },
  131021: final('The number is the office’s own.', 'Mend the contact’s WhatsApp number.'),
  131030: final(
    'The number is not in the list that a test number may write to.',
    'Add it at Meta, or use a real number.',
  ),
  130472: final('WhatsApp keeps this client out of marketing messages for an experiment of its own.', CALL),
  131049: final('WhatsApp holds back marketing for this client to keep chats healthy.', 'Wait a day, or call.'),
  131050: final('The client stopped marketing messages from the office in WhatsApp.', CALL),
  33: OURS,
  100: OURS,
  131008: OURS,
  131009: OURS,
  131051: OURS,
  131052: OURS,
  131053: OURS,
  132000: OURS,
  132005: OURS,
  132012: OURS,
  0: OFFICE,
  3: OFFICE,
  10: OFFICE,
  190: OFFICE,
  368: OFFICE,
  131031: final('Meta locked the office’s WhatsApp account.', 'Ask whoever runs the account at Meta to settle it.'),
  131042: final('WhatsApp wants a way to pay for messages.', 'Add one at Meta, then send it again.'),
  131048: OFFICE,
  133010: OFFICE,
};

/** Whether Meta refuses the office's account, and not one message of it. */
export const isRefusal = (failed: CloudFailure): boolean => failed.is === 'said' && meaningOf(failed.code) === OFFICE;

/** What became of a message after a call failed (P5). */
export function sentOf(failed: CloudFailure): Sent {
  switch (failed.is) {
    case 'unsent':
      return { was: 'notYet', pauses: 'account', why: `WhatsApp could not be reached (${failed.words})` };
    case 'cut':
      return { was: 'uncertain', why: `WhatsApp did not answer (${failed.words})` };
    case 'said':
      return ofCode(failed);
  }
}

/** 200 to 299 are permissions that were not given (Graph API, error codes). */
const meaningOf = (code: number): Meaning | undefined => (code >= 200 && code <= 299 ? OFFICE : MEANINGS[code]);

function ofCode({ status, code, words }: CloudFailure & { is: 'said' }): Sent {
  const meaning = meaningOf(code) ?? (status >= 500 ? soon('chat') : undefined);
  const why = `WhatsApp answered ${code}: ${words}`;
  switch (meaning?.is) {
    case 'soon': {
      const { pauses, afterSeconds } = meaning;
      return { was: 'notYet', pauses, ...(afterSeconds === undefined ? {} : { afterSeconds }), why };
    }
    case 'window':
      return { was: 'held', why: WINDOW_CLOSED, prompted: false };
    case 'final': {
      const { cause, nextStep, unreachable = false } = meaning;
      return { was: 'refused', code: `whatsapp_${code}`, cause, nextStep, unreachable };
    }
    case undefined: {
      const nextStep = 'Write to the client another way, and report it to whoever runs this server.';
      return { was: 'refused', code: `whatsapp_${code}`, cause: why, nextStep, unreachable: false };
    }
  }
}
