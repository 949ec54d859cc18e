import type { UserId } from '#core/ids.ts';
import type { Session, SessionId } from './session.ts';

/** The sessions of one company's users. A token is known to its browser alone; only its hash is kept. */
export interface Sessions {
  begin(token: string, session: Omit<Session, 'id'>): Promise<SessionId>;
  /** A user's, the newest first, with those that are over. */
  of(user: UserId): Promise<readonly Session[]>;
  change(
    id: SessionId,
    change: Partial<Pick<Session, 'seenAt' | 'endsAt' | 'provedAt' | 'factor' | 'factorTries'>> & {
      /** A new one in the place of the token so far. */
      readonly token?: string;
    },
  ): Promise<void>;
  end(id: SessionId): Promise<void>;
  /** All of a user's; `but` stays. */
  endAll(user: UserId, but?: SessionId): Promise<void>;
  /** Whether the user signed in on this device before; remembered from now on. */
  meetDevice(user: UserId, device: string, at: Date): Promise<'known' | 'new'>;
}
