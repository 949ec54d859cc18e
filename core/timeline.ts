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
  | 'consent_given'
  | 'consent_withdrawn'
  | 'erasure_requested'
  | 'lead_created'
  | 'lead_converted'
  | 'data_exported'
  | 'data_erased';

export type Actor =
  | { readonly kind: 'client'; readonly id: ContactId; readonly name: string }
  | { readonly kind: 'user'; readonly id: UserId; readonly name: string }
  | { readonly kind: 'system'; readonly id: null; readonly name: string };

export type Activity = {
  readonly type: ActivityType;
  readonly contact: ContactId;
  readonly deal?: DealId;
  readonly property?: PropertyId;
  readonly viewing?: ViewingId;
  /** One line for the agent, in English as the CRM's own lines are. */
  readonly title: string;
  readonly text?: string;
  readonly channel?: Channel;
  readonly actor: Actor;
  readonly media?: readonly MediaId[];
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
   * Adds one line to the contact's and the deal's timeline and owes the webhooks of the event that goes with it;
   * `activity.created` where there is none (rule 24).
   */
  add(activity: Activity, announcement?: Announcement): Promise<void>;
}
