import type { By, ByClient } from './by.ts';
import type { Channel } from './chat/channels.ts';
import type { ContactId, DealId, MediaId, PropertyId, UserId, ViewingId } from './ids.ts';

/** The activity types of SPEC 12. */
export type ActivityType =
  | 'portal_user_created'
  | 'chat_linked'
  | 'chat_signed_out'
  | 'language_changed'
  | 'profile_changed'
  | 'property_offered'
  | 'property_opened'
  | 'verdict_interested'
  | 'verdict_rejected'
  | 'favourite_added'
  | 'favourite_removed'
  | 'viewing_requested'
  | 'viewing_proposed'
  | 'viewing_confirmed'
  | 'viewing_rejected'
  | 'viewing_moved'
  | 'viewing_kept'
  | 'viewing_cancelled'
  | 'attendance_answered'
  | 'viewing_completed'
  | 'note_added'
  | 'note_edited'
  | 'note_deleted'
  | 'photos_added'
  | 'voice_note_added'
  | 'rating_given'
  | 'message_from_client'
  | 'message_from_user'
  | 'message_settled'
  | 'mail_sent'
  | 'consent_given'
  | 'consent_withdrawn'
  | 'erasure_requested'
  | 'lead_created'
  | 'lead_converted'
  | 'contact_given'
  | 'data_exported'
  | 'data_erased';

/** Who did it, as the CRM's records show it. */
export type Actor =
  | { readonly kind: 'client'; readonly id: ContactId; readonly name: string }
  | { readonly kind: 'user'; readonly id: UserId; readonly name: string }
  | { readonly kind: 'system'; readonly id: null; readonly name: string };

/** One line on the timeline of a contact, and of the deal where it is about one. */
export type Line = {
  readonly type: ActivityType;
  /** One line for the agent, in English as the CRM's own lines are. */
  readonly title: string;
  readonly text?: string;
  readonly deal?: DealId;
  readonly property?: PropertyId;
  readonly viewing?: ViewingId;
  readonly media?: readonly MediaId[];
  /** The channel that it went through, where that is not the one of the client who acts. */
  readonly channel?: Channel;
};

/** The events that webhooks carry (SPEC 7). */
export type WebhookEvent =
  | 'lead.created'
  | 'contact.created'
  | 'contact.updated'
  | 'contact.portal_user_created'
  | 'deal.status_changed'
  | 'deal_property.status_changed'
  | 'meeting.created'
  | 'meeting.status_changed'
  | 'feedback.created'
  | 'message.received'
  | 'activity.created';

/** What a webhook tells: the record's id, and what it was before. The record itself is read as the API shows it, in the same transaction. */
export type Announcement = {
  readonly event: Exclude<WebhookEvent, 'activity.created'>;
  readonly record: string;
  readonly previous?: Readonly<Record<string, unknown>>;
};

export interface Timeline {
  /**
   * Adds one line by whoever acts and owes the webhooks of the event that goes with it; `activity.created` where there is
   * none (rule 24). Whose timeline it stands on is said by `contact`; a client's own where left out.
   *
   *     await timeline.add(by, offerLine(offer, 'property_opened', 'Opened'));
   */
  add(by: ByClient, line: Line, announcement?: Announcement): Promise<void>;
  add(by: By, line: Line & { readonly contact: ContactId }, announcement?: Announcement): Promise<void>;
}
