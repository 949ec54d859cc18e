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

export type WebhookRecord = { readonly id: string; readonly url: string; readonly events: readonly string[] };
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
  /** With all that it was owed; false where it is missing. */
  remove(id: string): Promise<boolean>;
  /** Newest first; undefined where the webhook is missing. */
  deliveries(id: string, span: Span): Promise<Slice<WebhookDeliveryRecord> | undefined>;
  /** Owes one once more, from its first try; undefined where it is missing. */
  redeliver(id: string, delivery: string): Promise<WebhookDeliveryRecord | undefined>;
}
