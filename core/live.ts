import type { ContactId, DealId, PropertyId } from './ids.ts';

/**
 * The name of something that changed, for whoever looks at it now. It says that it is to be read anew, never what it is
 * like: who may not read it learns nothing.
 *
 * | Name | What writes it |
 * |---|---|
 * | `waits` | any line on a timeline; a contact that was added or changed |
 * | `contact-…`, `deal-…`, `property-…` | a line about it; its record; a deal and its homes also those of its people |
 * | `messages` | a message of a client or the office; one of the office's that became sent, delivered, read, held or failed |
 * | `problems` | what failed or may not have arrived, or no longer: messages, mails, webhooks, events that were set aside; who looks after a client, and how to reach them otherwise |
 * | `imports` | a feed that is taken in, as it goes |
 * | `onlookers-…` | somebody of the office who opened or left the talk with that contact, or began to write |
 * | `settings` | the office, its users, channels and webhooks; what a user proves with, and their sessions |
 */
export type Nudge =
  | 'waits'
  | 'messages'
  | 'problems'
  | 'settings'
  | 'imports'
  | `contact-${ContactId}`
  | `onlookers-${ContactId}`
  | `deal-${DealId}`
  | `property-${PropertyId}`;

/** What a line on the timelines changes. */
export function nudgesOf(line: {
  readonly type: string;
  readonly contact: ContactId;
  readonly deal: DealId | null;
  readonly property: PropertyId | null;
}): readonly Nudge[] {
  return [
    'waits',
    `contact-${line.contact}`,
    ...(line.deal ? [`deal-${line.deal}` as const] : []),
    ...(line.property ? [`property-${line.property}` as const] : []),
    ...(line.type.startsWith('message_') ? ['messages' as const] : []),
    ...(line.type.startsWith('chat_') ? ['problems' as const] : []),
  ];
}
