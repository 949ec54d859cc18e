import type { ContactId, DealId, PropertyId } from './ids.ts';

/**
 * The name of something that changed, for whoever looks at it now. It says that it is to be read anew, never what it is
 * like: who may not read it learns nothing.
 *
 * | Name | What writes it |
 * |---|---|
 * | `waits` | any line on a timeline |
 * | `contact-…`, `deal-…`, `property-…` | a line about it |
 * | `messages` | a line of a message; a message that is owed or became sent, delivered, read or failed |
 * | `problems` | a message that failed or may not have arrived; an event that was set aside |
 * | `onlookers-…` | somebody of the office who opened or left the talk with that contact, or began to write |
 * | `settings` | the office's settings, its users, its channels; a user's sessions |
 */
export type Nudge =
  | 'waits'
  | 'messages'
  | 'problems'
  | 'settings'
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
  ];
}
