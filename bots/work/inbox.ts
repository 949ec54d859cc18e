import type { Log } from '#bots/log.ts';
import { CHANNELS } from '#core/chat/channels.ts';
import { messagesOf } from '#core/chat/message.ts';
import type { Turn } from '#core/chat/turn.ts';
import type { Events } from '#core/delivery/events.ts';
import type { Answered } from '#core/turns/app.ts';
import type { AnswerTimes, OwedAnswer } from './answer-times.ts';
import { hasFile } from './bring-file.ts';
import { createLanes } from './lanes.ts';

/** One inbound thing as a channel read it; the bytes hold no password. */
export type Received = { readonly turn: Turn; readonly body: Uint8Array };

/** What became of it by then; `stored`: its turn comes again. */
export type Taken = Answered | { readonly was: 'stored' };

/** The door for what comes in from platforms. */
export type Inbox = {
  /**
   * Resolves once the event's effect, or the event itself, is committed: the platform may be told 2xx. Rejects where
   * neither was possible, or too much is in hand: the platform must be told 503 and keep it.
   */
  receive(received: Received): Promise<Taken>;
  /** The same for a stored event whose turn comes again; rejects with what its turn threw. */
  takeStored(turn: Turn): Promise<Answered>;
  /** Resolves once nothing is in hand. */
  idle(): Promise<void>;
  readonly inHand: number;
};

type Needs = {
  /** Commits the turn. */
  readonly answer: (turn: Turn) => Promise<Answered>;
  readonly events: Pick<Events, 'keep' | 'waits'>;
  readonly log: Log;
  /** Told where an event was stored instead of done. */
  readonly stored?: () => void;
  /** Told when an event comes and what its turn came to. */
  readonly times?: Pick<AnswerTimes, 'came' | 'took'>;
  /** How many events may be in hand at once; the platforms keep the rest. */
  readonly most?: number;
};

/** Too much is in hand: not this process's fault, and over soon. */
export class InboxFull extends Error {
  override readonly name = 'InboxFull';
}

const MOST = 1000;
/** The first of the waits of `nextTurn`; one that waits behind another is due at once. */
const FIRST_RETRY_SECONDS = 0.3;

export function createInbox({ answer, events, log, stored, times, most = MOST }: Needs): Inbox {
  const lanes = createLanes();
  const laneOf = (turn: Turn) => `${turn.account}/${turn.address}`;

  const answerTimed = async (turn: Turn): Promise<Answered> => {
    const answered = await answer(turn);
    times?.took(turn, owedBy(answered, turn));
    return answered;
  };

  const keep = async ({ turn, body }: Received, attempts: number, error?: unknown) => {
    const { company, account, event: key, address } = turn;
    const why = error === undefined ? {} : { error: nameOf(error) };
    const dueAfter = attempts === 0 ? 0 : FIRST_RETRY_SECONDS;
    await events.keep({ company, account, key, address, body, attempts, ...why }, dueAfter);
    stored?.();
    return { was: 'stored' as const };
  };

  const take = async (received: Received): Promise<Taken> => {
    const { turn } = received;
    // A file is fetched by a worker: the platform is not kept waiting for it.
    if (hasFile(turn) || (await events.waits(turn.account, turn.address))) return keep(received, 0);
    try {
      return await answerTimed(turn);
    } catch (error) {
      log.error({ err: error, event: turn.event, account: turn.account }, 'a turn failed; its event is stored');
      return keep(received, 1, error);
    }
  };

  const receive = async (received: Received) => {
    if (lanes.inHand >= most) throw new InboxFull('too many events are in hand');
    times?.came(received.turn);
    return lanes.run(laneOf(received.turn), () => take(received));
  };

  return {
    receive,
    takeStored: (turn) => lanes.run(laneOf(turn), () => answerTimed(turn)),
    idle: lanes.idle,
    get inHand() {
      return lanes.inHand;
    },
  };
}

function owedBy(answered: Answered, { channel }: Turn): OwedAnswer {
  if (answered.was === 'seen' || !answered.screen) return { messages: 0 };
  const messages = messagesOf(answered.screen, CHANNELS[channel]).length;
  return { messages, ...(messages === 1 && answered.gathers ? { gathers: answered.gathers } : {}) };
}

/** What is kept of an error: never its message, which may hold what the person wrote. */
export const nameOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? ` ${String(cause.code)}` : '';
  const name = cause instanceof Error ? cause.name : typeof cause;
  const at = error instanceof Error ? (error.stack?.match(/\n\s+at ([^\n]+)/)?.[1] ?? '') : '';
  return `${name}${code}${at && ` at ${at}`}`.slice(0, 300);
};
