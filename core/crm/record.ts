import type { Day } from '#core/clock.ts';
import type { CompanyId, ContactId, DealId, MediaId, OfferId, PropertyId, UserId, ViewingId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { OfferStatus, PropertyStatus } from '#core/offers/offer.ts';
import type { OpenHours } from '#core/office-hours.ts';
import type { Actor } from '#core/timeline.ts';
import type { ViewingStatus } from '#core/viewings/viewing.ts';
import type { ViewingTimes } from '#core/viewings/viewing-times.ts';

/* The CRM's records with Tesoro's own field names, as the API shows them (SPEC 2). Moments are ISO 8601 in UTC. */

export type CompanyRecord = {
  readonly id: CompanyId;
  readonly slug: string;
  readonly name: string;
  readonly time_zone: string;
  readonly currency: string;
  readonly is_active: boolean;
  readonly default_language: Language;
  readonly logo: MediaId | null;
  readonly reject_reasons: readonly string[];
  readonly quiet_hours: { readonly from: string; readonly to: string } | null;
  readonly offer_bundle_times: readonly string[];
  readonly retention_months: number;
  readonly office_hours: readonly OpenHours[];
  /** Days in the company's zone. */
  readonly closed_days: readonly Day[];
  readonly viewing_times: ViewingTimes;
  readonly viewing_minutes: number;
  /** Between two viewings of the same user. */
  readonly viewing_gap_minutes: number;
  /** Minutes in which the office is open; null: nothing is ever overdue. */
  readonly escalate_minutes: number | null;
  readonly repeat_hours: number;
  /** Who looks after what its owner left too long; null: the first other Admin. */
  readonly fallback_user_id: UserId | null;
  readonly hold_hours: number;
  readonly invite_code: string;
  readonly created_at: string;
};

export type UserRecord = {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly job_title: string | null;
  readonly photo: MediaId | null;
  readonly role: 'Admin' | 'Employee';
  readonly status: 'Active' | 'Inactive' | 'Pending';
  readonly language: string | null;
  readonly created_at: string;
};

export type ContactRecord = {
  readonly id: ContactId;
  readonly kind: 'lead' | 'contact';
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly whatsapp_number: string | null;
  readonly language: string | null;
  readonly photo: MediaId | null;
  readonly role: string | null;
  readonly assigned_to: UserId | null;
  readonly is_portal_user: boolean;
  readonly tags: readonly string[];
  /** For the office's eyes; no client ever sees it. */
  readonly office_note: string | null;
  /** These four on leads only. */
  readonly lead_type?: string | null;
  readonly lead_source?: string | null;
  readonly lead_stage?: string | null;
  readonly lead_status?: string | null;
  readonly created_at: string;
};

export type PropertyRecord = {
  readonly id: PropertyId;
  readonly name: string;
  readonly status: PropertyStatus;
  readonly reference: string | null;
  readonly tesoro_reference: string;
  readonly type: string;
  readonly transaction: 'for_sale' | 'for_rent';
  readonly price: number;
  /** What the price was before it last changed. */
  readonly former_price: number | null;
  readonly price_changed_at: string | null;
  readonly currency: string;
  readonly number_of_bedrooms: number | null;
  readonly number_of_bathrooms: number | null;
  readonly builded_area: number | null;
  readonly useful_area: number | null;
  readonly plot_size: number | null;
  readonly energy_rating: { readonly consumption: string | null; readonly emissions: string | null } | null;
  readonly description: readonly { readonly lang: string; readonly title?: string; readonly text?: string }[];
  readonly address: {
    readonly street?: string;
    readonly address_line_2?: string;
    readonly city?: string;
    readonly state?: string;
    readonly zip_code?: string;
    readonly country?: string;
  } | null;
  /** GeoJSON: longitude first. */
  readonly location: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly features: Readonly<Record<string, boolean>>;
  readonly virtual_tour_url: string | null;
  readonly files: readonly FileRecord[];
  readonly commission_percentage: number | null;
  readonly owner_net_price: number | null;
  readonly internal_notes: string | null;
  readonly cadastral_reference: string | null;
  readonly owner: string | null;
  readonly created_at: string;
};

export type FileRecord = {
  readonly id: MediaId;
  readonly mime: string;
  readonly sort: number;
  readonly title: string | null;
  readonly tags: readonly string[];
};

/** The stages of a deal (SPEC 1). */
export const STAGES = [
  'Knowing Property',
  'First Visit',
  'Multiple Visits',
  'Offer',
  'Reservation',
  '10% Contract',
  'Signing DEED',
  'Won',
  'Lost',
] as const;
export type Stage = (typeof STAGES)[number];

export type DealRecord = {
  readonly id: DealId;
  readonly name: string;
  readonly type: 'Buy' | 'Rent' | 'Sell' | 'Rent out';
  readonly stage: Stage;
  readonly status: 'open' | 'won' | 'lost';
  readonly contacts: readonly ContactId[];
  readonly assigned_to: UserId | null;
  readonly criteria: Readonly<Record<string, unknown>>;
  readonly deal_value: number | null;
  readonly created_at: string;
};

export type DealPropertyRecord = {
  readonly id: OfferId;
  readonly deal_id: DealId;
  readonly property_id: PropertyId;
  readonly status: OfferStatus;
  readonly proposed_at: string | null;
  readonly opened_at: string | null;
  readonly verdict_at: string | null;
  readonly reject_reasons: readonly string[];
  readonly reject_text: string | null;
  readonly favourite: boolean;
  readonly visited_at: string | null;
  readonly rating: number | null;
  readonly offer_price: number | null;
};

export type MeetingRecord = {
  readonly id: ViewingId;
  readonly type: string;
  readonly category: string;
  readonly deal_id: DealId;
  readonly property_id: PropertyId;
  /** The client who asked for it. */
  readonly contact_id: ContactId | null;
  readonly owner_id: UserId | null;
  readonly status: ViewingStatus;
  readonly preferred_dates: readonly {
    readonly date: string;
    readonly part_of_day: 'any' | 'morning' | 'afternoon' | 'evening';
    /** Not before, and over by; `HH:MM`. */
    readonly from?: string;
    readonly to?: string;
  }[];
  readonly start_date: string | null;
  readonly end_date: string | null;
  /** A time that the agent offers instead of the preferred dates. */
  readonly proposed_start_date: string | null;
  /** Whether the preferred dates ask for another time than the confirmed one, which stands until it is moved. */
  readonly open_wish: boolean;
  /** Since when the client waits for an answer; null where they do not. */
  readonly waiting_since: string | null;
  /** What the client answered to a reminder of the present time. */
  readonly attendance: 'coming' | 'late' | null;
  /** How late they said to be. */
  readonly late_minutes: 10 | 20 | 30 | null;
  readonly reason: string | null;
  readonly location: string | null;
  readonly history: readonly Readonly<Record<string, unknown>>[];
  readonly ics_uid: string;
  readonly ics_sequence: number;
  readonly created_at: string;
};

export type ActivityRecord = {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly title: string;
  readonly text: string | null;
  readonly channel: string | null;
  readonly actor: Actor;
  readonly contact_id: ContactId;
  readonly deal_id: DealId | null;
  readonly property_id: PropertyId | null;
  readonly meeting_id: ViewingId | null;
  readonly media: readonly MediaId[];
};

/** What a client gave after a viewing (SPEC 12). */
export type FeedbackRecord = {
  readonly id: string;
  readonly kind: 'photos' | 'note' | 'voice_note' | 'rating';
  readonly at: string;
  readonly contact_id: ContactId;
  readonly deal_id: DealId;
  readonly property_id: PropertyId;
  readonly meeting_id: ViewingId;
  readonly text?: string;
  readonly stars?: number;
  /** Photos of an album in the order in which they came. */
  readonly media: readonly FeedbackMedia[];
};
export type FeedbackMedia = {
  readonly id: MediaId;
  readonly mime: string;
  /** Of pictures, in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Of recordings. */
  readonly duration_seconds?: number;
};

/** A stored file, as far as fetching its bytes needs it. */
export type MediaRecord = { readonly id: MediaId; readonly mime: string; readonly sha256: string };
