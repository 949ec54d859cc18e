import type { WebhookEvent } from '#core/timeline.ts';
import type { Slice, Span } from './records.ts';

/** What an address may be told of; the first means all of it. */
export const WEBHOOK_EVENTS = [
  '*',
  'lead.created',
  'contact.created',
  'contact.updated',
  'contact.portal_user_created',
  'deal.status_changed',
  'deal_property.status_changed',
  'meeting.created',
  'meeting.status_changed',
  'feedback.created',
  'message.received',
  'activity.created',
] as const satisfies readonly ('*' | WebhookEvent)[];

export type WebhookRecord = {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  /** Since when nothing is told there, because it took nothing for days; null while it is told. */
  readonly disabled_at: string | null;
};
export type WebhookDeliveryRecord = {
  readonly id: string;
  readonly event: string;
  readonly state: 'queued' | 'sent' | 'failed';
  readonly attempts: number;
  readonly last_error: string | null;
  readonly due_at: string;
  readonly created_at: string;
};

/** Where a company wants to be told of what happens. */
export interface Webhooks {
  add(url: string, events: readonly string[], sealedSecret: string): Promise<WebhookRecord>;
  list(span: Span): Promise<Slice<WebhookRecord>>;
  find(id: string): Promise<WebhookRecord | undefined>;
  /** With all that it was owed; false where it is missing. */
  remove(id: string): Promise<boolean>;
  /** Newest first; undefined where the webhook is missing. */
  deliveries(id: string, span: Span): Promise<Slice<WebhookDeliveryRecord> | undefined>;
  /** Tells it again from now on, whatever it failed before; undefined where it is missing. */
  enable(id: string): Promise<WebhookRecord | undefined>;
  /**
   * Gives it up where it has failed for so many days and is told still; what is owed to it fails. Undefined where it is not
   * so any more.
   */
  giveUp(id: string, afterDays: number): Promise<WebhookRecord | undefined>;
  /** Owes an event to one webhook alone, which is there. */
  owe(id: string, event: string, payload: Readonly<Record<string, unknown>>): Promise<WebhookDeliveryRecord>;
  /** Owes one once more, from its first try; undefined where it is missing, or the webhook is disabled. */
  redeliver(id: string, delivery: string): Promise<WebhookDeliveryRecord | undefined>;
}
