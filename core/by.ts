import type { Channel } from './chat/channels.ts';
import type { ContactId, UserId } from './ids.ts';

/** A client, by the channel that they act in. */
export type ByClient = {
  readonly role: 'client';
  readonly contact: ContactId;
  readonly name: string;
  readonly channel: Channel;
};

/** Whose hand it is: a client's; that of a person of the office; or ours alone, as for a reminder. It stands beside what was done, and rights go by its role. */
export type By =
  | ByClient
  | { readonly role: 'Employee' | 'Admin'; readonly id: UserId; readonly name: string }
  | { readonly role: 'system' };

export const byClient = (
  { contact, name }: { readonly contact: ContactId; readonly name: string },
  channel: Channel,
): ByClient => ({ role: 'client', contact, name, channel });

export const bySystem: By = { role: 'system' };
