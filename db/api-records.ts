import type {
  ActivityRecord,
  CompanyRecord,
  ContactRecord,
  DealPropertyRecord,
  DealRecord,
  FeedbackMedia,
  FeedbackRecord,
  FileRecord,
  MeetingRecord,
  PropertyRecord,
  UserRecord,
} from '#core/crm/record.ts';
import type { ContactId } from '#core/ids.ts';
import type { Actor } from '#core/timeline.ts';
import type * as schema from './schema/schema.ts';

/**
 * The records of the CRM as its API and its webhooks show them (SPEC 2, 12): snake_case, references as ids, times as
 * ISO strings. Pure: a row goes in, what is not in the row is passed beside it.
 */
type Row<Table extends keyof typeof schema> = (typeof schema)[Table]['$inferSelect'];
export type CompanyRow = Row<'companies'>;
export type UserRow = Row<'users'>;
export type ContactRow = Row<'contacts'>;
export type PropertyRow = Row<'properties'>;
export type MediaRow = Row<'media'>;
export type DealRow = Row<'deals'>;
export type DealPropertyRow = Row<'dealProperties'>;
export type MeetingRow = Row<'meetings'>;
export type FeedbackRow = Row<'feedback'>;
export type ActivityRow = Row<'activities'>;

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

export const companyRecord = (row: CompanyRow): CompanyRecord => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  time_zone: row.timeZone,
  currency: row.currency,
  is_active: row.isActive,
  default_language: row.defaultLanguage,
  logo: row.logo,
  reject_reasons: row.rejectReasons,
  quiet_hours: row.quietHours,
  offer_bundle_times: row.offerBundleTimes,
  retention_months: row.retentionMonths,
  office_hours: row.officeHours,
  closed_days: row.closedDays,
  viewing_times: row.viewingTimes,
  viewing_minutes: row.viewingMinutes,
  viewing_gap_minutes: row.viewingGapMinutes,
  escalate_minutes: row.escalateMinutes,
  repeat_hours: row.repeatHours,
  fallback_user_id: row.fallbackUserId,
  hold_hours: row.holdHours,
  invite_code: row.inviteCode,
  created_at: row.createdAt.toISOString(),
});

export const userRecord = (row: UserRow): UserRecord => ({
  id: row.id,
  name: row.name,
  email: row.email,
  phone: row.phone,
  job_title: row.jobTitle,
  photo: row.photo,
  role: row.role,
  status: row.status,
  language: row.language,
  created_at: row.createdAt.toISOString(),
});

export const contactRecord = (row: ContactRow): ContactRecord => ({
  id: row.id,
  kind: row.kind,
  first_name: row.firstName,
  last_name: row.lastName,
  email: row.email,
  phone: row.phone,
  whatsapp_number: row.whatsappNumber,
  language: row.language,
  photo: row.photo,
  role: row.role,
  assigned_to: row.assignedTo,
  is_portal_user: row.isPortalUser,
  tags: row.tags,
  office_note: row.officeNote,
  ...(row.kind === 'lead'
    ? {
        lead_type: row.leadType,
        lead_source: row.leadSource,
        lead_stage: row.leadStage,
        lead_status: row.leadStatus,
      }
    : {}),
  created_at: row.createdAt.toISOString(),
});

/** For the CRM's own eyes: internal fields are in it. What clients see is an `Offer`. */
export const propertyRecord = (row: PropertyRow, files: readonly MediaRow[] = []): PropertyRecord => ({
  id: row.id,
  name: row.name,
  status: row.status,
  reference: row.reference,
  tesoro_reference: row.tesoroReference,
  type: row.type,
  transaction: row.transaction,
  price: row.price,
  former_price: row.formerPrice,
  price_changed_at: iso(row.priceChangedAt),
  currency: row.currency,
  number_of_bedrooms: row.numberOfBedrooms,
  number_of_bathrooms: row.numberOfBathrooms,
  builded_area: row.buildedArea,
  useful_area: row.usefulArea,
  plot_size: row.plotSize,
  energy_rating: row.energyRating,
  description: row.description,
  address: row.address,
  location: row.location,
  details: row.details,
  features: row.features,
  virtual_tour_url: row.virtualTourUrl,
  files: files.map(fileRecord),
  commission_percentage: row.commissionPercentage,
  owner_net_price: row.ownerNetPrice,
  internal_notes: row.internalNotes,
  cadastral_reference: row.cadastralReference,
  owner: row.owner,
  created_at: row.createdAt.toISOString(),
});

const fileRecord = (row: MediaRow): FileRecord => ({
  id: row.id,
  mime: row.mime,
  sort: row.sort,
  title: row.title,
  tags: row.tags,
});

/** `contacts` in their order on the deal. */
export const dealRecord = (row: DealRow, contacts: readonly ContactId[]): DealRecord => ({
  id: row.id,
  name: row.name,
  type: row.type,
  stage: row.stage,
  status: row.status,
  contacts,
  assigned_to: row.assignedTo,
  criteria: row.criteria,
  deal_value: row.dealValue,
  created_at: row.createdAt.toISOString(),
});

export const dealPropertyRecord = (row: DealPropertyRow): DealPropertyRecord => ({
  id: row.id,
  deal_id: row.dealId,
  property_id: row.propertyId,
  status: row.status,
  proposed_at: iso(row.proposedAt),
  opened_at: iso(row.openedAt),
  verdict_at: iso(row.verdictAt),
  reject_reasons: row.rejectReasons,
  reject_text: row.rejectText,
  favourite: row.favourite,
  visited_at: iso(row.visitedAt),
  rating: row.rating,
  offer_price: row.offerPrice,
});

/** An offered time is with the client; a wish beside an agreed one is with the office. */
const waits = ({ status, proposedStart, openWish }: MeetingRow) =>
  (status === 'pending' && !proposedStart) || (status === 'confirmed' && openWish);

export const meetingRecord = (row: MeetingRow): MeetingRecord => ({
  id: row.id,
  deal_id: row.dealId,
  property_id: row.propertyId,
  contact_id: row.contactId,
  owner_id: row.ownerId,
  type: row.type,
  category: row.category,
  status: row.status,
  preferred_dates: row.preferredDates,
  start_date: iso(row.startDate),
  end_date: iso(row.endDate),
  proposed_start_date: iso(row.proposedStart),
  open_wish: row.openWish,
  waiting_since: waits(row) ? iso(row.askedAt ?? row.createdAt) : null,
  attendance: row.attendance,
  late_minutes: row.lateMinutes,
  reason: row.reason,
  location: row.location,
  history: row.history,
  ics_uid: row.icsUid,
  ics_sequence: row.icsSequence,
  created_at: row.createdAt.toISOString(),
});

const feedbackMedia = (row: MediaRow): FeedbackMedia => ({
  id: row.id,
  mime: row.mime,
  ...(row.width === null ? {} : { width: row.width }),
  ...(row.height === null ? {} : { height: row.height }),
  ...(row.durationSeconds === null ? {} : { duration_seconds: row.durationSeconds }),
});

export const feedbackRecord = (row: FeedbackRow, files: readonly MediaRow[] = []): FeedbackRecord => ({
  id: row.id,
  kind: row.kind,
  at: row.at.toISOString(),
  contact_id: row.contactId,
  deal_id: row.dealId,
  property_id: row.propertyId,
  meeting_id: row.meetingId,
  ...(row.text === null ? {} : { text: row.text }),
  ...(row.stars === null ? {} : { stars: row.stars }),
  media: row.media.flatMap((id) => files.filter((file) => file.id === id).map(feedbackMedia)),
});

export const activityRecord = (row: Omit<ActivityRow, 'seq' | 'companyId'>): ActivityRecord => ({
  id: row.id,
  at: row.at.toISOString(),
  type: row.type,
  title: row.title,
  text: row.text,
  channel: row.channel,
  actor: { kind: row.actorKind, id: row.actorId, name: row.actorName } as Actor,
  contact_id: row.contactId,
  deal_id: row.dealId,
  property_id: row.propertyId,
  meeting_id: row.meetingId,
  media: row.media,
});
