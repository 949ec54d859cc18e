import type { Failure } from '#core/chat/failure.ts';
import type { Due } from './deliveries.ts';

/** Failures that we find ourselves, in words for the agent who sees the failed delivery. */
const BARRED: Readonly<Record<NonNullable<Due['barred']>, Failure>> = {
  stopped: {
    code: 'stopped',
    cause: 'The client asked for no more messages in this chat.',
    nextStep: 'Call or write another way; the client can send START to get messages again.',
  },
  signedOut: {
    code: 'signed_out',
    cause: 'The client logged out of this chat.',
    nextStep: 'Call or write another way, or ask the client to sign in again.',
  },
  blocked: {
    code: 'account_blocked',
    cause: "The client's portal account is blocked.",
    nextStep: 'Unblock the account, then send it again.',
  },
  switchedOff: {
    code: 'switched_off',
    cause: 'The client portal of the company is switched off.',
    nextStep: 'Switch the portal on, then send it again.',
  },
  unreachable: {
    code: 'unreachable',
    cause: 'The client blocked the bot or left the chat.',
    nextStep: 'Call or write another way.',
  },
};

export const barred = (why: NonNullable<Due['barred']>): Failure => BARRED[why];

export const UNREADABLE: Failure = {
  code: 'unreadable',
  cause: 'Another version of this server wrote the message, and this one can not read it.',
  nextStep: 'Call or write to the client; they see what is so now at their next step.',
};

export const NOTHING_TO_EDIT: Failure = {
  code: 'nothing_to_edit',
  cause: 'The message to be brought up to date never reached the chat.',
  nextStep: 'Nothing to do: the client sees what is so now at the next step.',
};

export const ACCOUNT_ENDED: Failure = {
  code: 'account_ended',
  cause: 'The office has taken the bot of this chat out of service.',
  nextStep: 'Write to the client on another channel.',
};

export const gaveUp = (why: string): Failure => ({
  code: 'gave_up',
  cause: `It could not be delivered for 24 hours: ${why}`,
  nextStep: 'Check the channel, then send it again.',
});

export const mayHaveArrived = (why: string): Failure => ({
  code: 'uncertain',
  cause: `The connection was cut while it was being sent, so it may or may not have arrived: ${why}`,
  nextStep: 'Ask the client, or send it again.',
});

export const BROKEN: Failure = {
  code: 'internal',
  cause: 'The message could not be put together; the log has the details.',
  nextStep: 'Report it to whoever runs this server, then send it again.',
};

/** All that we find ourselves; what a platform says comes with codes of its own. */
export const OWN_FAILURES: readonly Failure[] = [
  ...Object.values(BARRED),
  UNREADABLE,
  NOTHING_TO_EDIT,
  ACCOUNT_ENDED,
  gaveUp(''),
  mayHaveArrived(''),
  BROKEN,
];
