import type { ContactId, UserId } from '#core/ids.ts';
import type { UserRecord } from './record.ts';

/** A person of the office as those see them who look after its people. */
export type Colleague = UserRecord & {
  readonly hasFactor: boolean;
  /** When they last did something at the desk; null where they never did, or are signed in nowhere. */
  readonly seenAt: Date | null;
  /** Browsers in which they are signed in. */
  readonly devices: number;
  /** What is theirs to look after. */
  readonly contacts: number;
  readonly deals: number;
};

/** What one person had to look after and another has now. */
export type HandedOver = { readonly contacts: number; readonly deals: number; readonly viewings: number };

/** The people of one office, and what each of them looks after. */
export interface Colleagues {
  /** By name; those who are switched off at the end. */
  list(now: Date): Promise<readonly Colleague[]>;
  /** Gives contacts, deals and viewings that are to come from one to another. */
  handOver(from: UserId, to: UserId): Promise<HandedOver>;
  /** Gives a contact with their open deals, and viewings that are to come on these, to somebody; how much was another's. */
  give(contact: ContactId, to: UserId): Promise<HandedOver>;
}
