import type { Id, UserId } from '#core/ids.ts';

export type SessionId = Id<'session'>;

/** Whether a second factor was asked for, and given: with `awaited` nothing is open yet but the page that asks for it. */
export type StandOfFactor = 'none' | 'awaited' | 'given';

/** A browser in which a user of the office is signed in to the console. */
export type Session = {
  readonly id: SessionId;
  readonly user: UserId;
  /** As people know it: `Safari on iPhone`. */
  readonly device: string;
  /** Whether they asked to stay signed in there. */
  readonly stays: boolean;
  readonly factor: StandOfFactor;
  /** Wrong codes so far while it is awaited. */
  readonly factorTries: number;
  readonly createdAt: Date;
  /** When they last did something in it: looked at a page, sent a form. */
  readonly seenAt: Date;
  readonly endsAt: Date;
  /** When the password or a code was last proved in it. */
  readonly provedAt: Date;
};

const HOUR = 3600_000;
const DAY = 24 * HOUR;

/** How long a session lasts without anybody doing anything in it, and at most (OWASP ASVS 5, 7.3). */
const IDLE_MS = { ends: 8 * HOUR, stays: 7 * DAY } as const;
const LONGEST_MS = { ends: 14 * HOUR, stays: 14 * DAY } as const;
/** From the password to the code. */
export const AWAITED_MS = HOUR / 6;
/** How long a proof is good for what asks for a fresh one. */
export const PROOF_MS = HOUR / 4;
/** A user's sessions at once; the oldest ends for one more. */
export const MOST_SESSIONS = 10;

const kindOf = (stays: boolean) => (stays ? 'stays' : 'ends');

/** When a session that begins now ends at the latest. */
export const endOf = (now: Date, stays: boolean): Date => new Date(now.getTime() + LONGEST_MS[kindOf(stays)]);

/** The moment from which it is over, should nothing be done in it any more. */
export const overAt = ({ seenAt, endsAt, stays }: Pick<Session, 'seenAt' | 'endsAt' | 'stays'>): Date =>
  new Date(Math.min(endsAt.getTime(), seenAt.getTime() + IDLE_MS[kindOf(stays)]));

export const isOver = (session: Session, now: Date): boolean => overAt(session) <= now;

/** Whether who uses it proved lately who they are. */
export const isProved = ({ provedAt }: Session, now: Date): boolean => now.getTime() - provedAt.getTime() < PROOF_MS;
