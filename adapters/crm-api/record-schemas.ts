import { Type } from 'typebox';
import { PARTS_OF_DAY } from '#core/chat/text.ts';
import { STAGES } from '#core/crm/record.ts';
import { LANGUAGES } from '#core/language.ts';
import { LATE_MINUTES } from '#core/viewings/attendance.ts';
import {
  area,
  clockTime,
  contactId,
  count,
  currency,
  day,
  email,
  id,
  languageTag,
  long,
  mediaId,
  moment,
  money,
  nullable,
  PERSON_NAME,
  phone,
  tags,
  userId,
  webUrl,
  words,
} from './schema-parts.ts';

/* What each record holds: the fields that may be written, and the whole as the API shows it (SPEC 2). */

const closed = { additionalProperties: false };
const made = { created_at: moment };

/** A button carries it within Telegram's 64 bytes (core/chat/intent-code.ts). */
const reasonKey = Type.String({ pattern: '^[a-z_]{1,32}$', description: 'a key, as in too_noisy' });
const quietHours = nullable(Type.Object({ from: clockTime, to: clockTime }, closed));
const openHours = Type.Object(
  {
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
      minItems: 1,
      maxItems: 7,
      uniqueItems: true,
      description: '1 is Monday, 7 is Sunday',
    }),
    from: clockTime,
    to: clockTime,
  },
  closed,
);
const viewingTimes = Type.Object(
  { morning: clockTime, afternoon: clockTime, evening: clockTime, any: clockTime },
  { ...closed, description: 'the time that is suggested first for a part of the day' },
);
/** So many closed days are a year's. */
const MOST_CLOSED_DAYS = 366;
export const companyFields = {
  name: words(200),
  time_zone: Type.String({ description: 'an IANA time zone, as Europe/Madrid' }),
  currency,
  is_active: Type.Boolean({ description: 'the portal switch' }),
  default_language: Type.Enum([...LANGUAGES]),
  reject_reasons: Type.Array(reasonKey, { minItems: 1, maxItems: 20, uniqueItems: true }),
  quiet_hours: quietHours,
  offer_bundle_times: Type.Array(clockTime, { minItems: 1, maxItems: 24, uniqueItems: true }),
  retention_months: Type.Integer({ minimum: 1, maximum: 1200 }),
  office_hours: Type.Array(openHours, { minItems: 1, maxItems: 50, description: 'in the company’s zone' }),
  closed_days: Type.Array(day, { maxItems: MOST_CLOSED_DAYS, uniqueItems: true }),
  viewing_times: viewingTimes,
  viewing_minutes: Type.Integer({ minimum: 5, maximum: 480, description: 'how long a viewing takes' }),
  viewing_gap_minutes: Type.Integer({
    minimum: 0,
    maximum: 240,
    description: 'what lies between two viewings of one user',
  }),
  escalate_minutes: nullable(
    Type.Integer({
      minimum: 1,
      maximum: 10_000,
      description: 'minutes of the office hours in which clients are to be answered; null: nothing is ever overdue',
    }),
  ),
  repeat_hours: Type.Integer({
    minimum: 1,
    maximum: 168,
    description: 'how often somebody is reminded of what is overdue',
  }),
  fallback_user_id: nullable(userId),
  hold_hours: Type.Integer({
    minimum: 1,
    maximum: 168,
    description: 'a chat that somebody took goes back to the bot so long after its last words',
  }),
};
export const companySchema = Type.Object(
  { id, slug: Type.String(), ...companyFields, logo: nullable(mediaId), invite_code: Type.String(), ...made },
  closed,
);

export const userFields = {
  name: words(200),
  email,
  phone: nullable(phone),
  job_title: nullable(words(200)),
  role: Type.Enum(['Admin', 'Employee']),
  status: Type.Enum(['Active', 'Inactive', 'Pending']),
  language: nullable(languageTag),
};
export const userSchema = Type.Object({ id, ...userFields, photo: nullable(mediaId), ...made }, closed);

const OFFICE_NOTE_LENGTH = 10_000;
const personName = Type.String({ minLength: 1, maxLength: 100, description: PERSON_NAME });
export const leadFields = {
  lead_type: nullable(words(100)),
  lead_source: nullable(words(100)),
  lead_stage: nullable(words(100)),
  lead_status: nullable(words(100)),
};
export const contactKind = Type.Enum(['lead', 'contact']);
export const contactFields = {
  first_name: personName,
  last_name: personName,
  email,
  phone: nullable(phone),
  whatsapp_number: nullable(phone),
  language: nullable(languageTag),
  role: nullable(Type.Enum(['Buyer', 'Tenant', 'Seller', 'Landlord', 'other'])),
  assigned_to: nullable(userId),
  tags,
  office_note: nullable(words(OFFICE_NOTE_LENGTH, 'for the office’s eyes; no client ever sees it')),
};
export const contactSchema = Type.Object(
  {
    id,
    kind: contactKind,
    ...contactFields,
    photo: nullable(mediaId),
    is_portal_user: Type.Boolean(),
    lead_type: Type.Optional(leadFields.lead_type),
    lead_source: Type.Optional(leadFields.lead_source),
    lead_stage: Type.Optional(leadFields.lead_stage),
    lead_status: Type.Optional(leadFields.lead_status),
    ...made,
  },
  closed,
);

const energyClass = nullable(Type.Enum(['A', 'B', 'C', 'D', 'E', 'F', 'G']));
const addressPart = Type.Optional(Type.String({ maxLength: 300 }));
export const propertyFields = {
  name: words(300),
  status: Type.Enum(['active', 'reserved', 'sold', 'rented', 'cancelled', 'off_market']),
  reference: nullable(words(100, 'the office’s own reference')),
  type: words(100),
  transaction: Type.Enum(['for_sale', 'for_rent']),
  price: money,
  currency,
  number_of_bedrooms: nullable(count),
  number_of_bathrooms: nullable(count),
  builded_area: nullable(area),
  useful_area: nullable(area),
  plot_size: nullable(area),
  energy_rating: nullable(Type.Object({ consumption: energyClass, emissions: energyClass }, closed)),
  description: Type.Array(
    Type.Object({ lang: languageTag, title: Type.Optional(words(500)), text: Type.Optional(long) }, closed),
    { maxItems: 50 },
  ),
  address: nullable(
    Type.Object(
      {
        street: addressPart,
        address_line_2: addressPart,
        city: addressPart,
        state: addressPart,
        zip_code: addressPart,
        country: addressPart,
      },
      closed,
    ),
  ),
  location: nullable(
    Type.Object(
      {
        type: Type.Literal('Point'),
        coordinates: Type.Tuple(
          [Type.Number({ minimum: -180, maximum: 180 }), Type.Number({ minimum: -90, maximum: 90 })],
          { description: 'longitude, then latitude' },
        ),
      },
      closed,
    ),
  ),
  details: Type.Record(Type.String(), Type.Unknown()),
  features: Type.Record(Type.String(), Type.Boolean()),
  virtual_tour_url: nullable(webUrl),
  commission_percentage: nullable(Type.Number({ minimum: 0, maximum: 100, description: 'internal' })),
  owner_net_price: nullable(money),
  internal_notes: nullable(long),
  cadastral_reference: nullable(words(100)),
  owner: nullable(words(300)),
};
const fileSchema = Type.Object(
  { id: mediaId, mime: Type.String(), sort: Type.Integer(), title: nullable(Type.String()), tags },
  closed,
);
export const propertySchema = Type.Object(
  {
    id,
    ...propertyFields,
    former_price: nullable(money),
    price_changed_at: nullable(moment),
    tesoro_reference: Type.String({ description: 'given by the system, never changed; the one that clients see' }),
    files: Type.Array(fileSchema),
    ...made,
  },
  closed,
);

export const dealFields = {
  name: words(100),
  type: Type.Enum(['Buy', 'Rent', 'Sell', 'Rent out']),
  stage: Type.Enum([...STAGES]),
  status: Type.Enum(['open', 'won', 'lost']),
  contacts: Type.Array(contactId, { minItems: 1, maxItems: 20, uniqueItems: true }),
  assigned_to: nullable(userId),
  criteria: Type.Record(Type.String(), Type.Unknown()),
  deal_value: nullable(money),
};
export const dealSchema = Type.Object({ id, ...dealFields, ...made }, closed);

const lane = Type.Enum(['preselect', 'rejected_by_agent', 'proposed', 'pending', 'interested', 'rejected', 'approved']);
export const dealPropertySchema = Type.Object(
  {
    id,
    deal_id: id,
    property_id: id,
    status: lane,
    proposed_at: nullable(moment),
    opened_at: nullable(moment),
    verdict_at: nullable(moment),
    reject_reasons: Type.Array(Type.String()),
    reject_text: nullable(Type.String()),
    favourite: Type.Boolean(),
    visited_at: nullable(moment),
    rating: nullable(Type.Integer()),
    offer_price: nullable(money),
  },
  closed,
);

export const meetingStatus = Type.Enum(['pending', 'confirmed', 'rejected', 'cancelled', 'completed']);
const partOfDay = Type.Enum([...PARTS_OF_DAY]);
export const wishFields = {
  date: Type.String(),
  part_of_day: partOfDay,
  from: Type.Optional(clockTime),
  to: Type.Optional(clockTime),
};
export const meetingSchema = Type.Object(
  {
    id,
    deal_id: id,
    property_id: id,
    contact_id: nullable(id),
    owner_id: nullable(id),
    type: Type.String(),
    category: Type.String(),
    status: meetingStatus,
    preferred_dates: Type.Array(Type.Object(wishFields, closed)),
    start_date: nullable(moment),
    end_date: nullable(moment),
    proposed_start_date: nullable(moment),
    open_wish: Type.Boolean(),
    waiting_since: nullable(moment),
    answer_due: Type.Optional(nullable(moment)),
    attendance: nullable(Type.Enum(['coming', 'late'])),
    late_minutes: nullable(Type.Enum([...LATE_MINUTES])),
    reason: nullable(
      Type.String({
        description:
          'what the agent said to how it stands: why it was declined or called off, or a word beside its time',
      }),
    ),
    location: nullable(Type.String()),
    history: Type.Array(Type.Record(Type.String(), Type.Unknown())),
    ics_uid: Type.String(),
    ics_sequence: Type.Integer(),
    ...made,
  },
  closed,
);

export const feedbackSchema = Type.Object(
  {
    id,
    kind: Type.Enum(['photos', 'note', 'voice_note', 'rating']),
    at: moment,
    contact_id: id,
    deal_id: id,
    property_id: id,
    meeting_id: id,
    text: Type.Optional(Type.String()),
    stars: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    media: Type.Array(
      Type.Object(
        {
          id,
          mime: Type.String(),
          width: Type.Optional(Type.Integer()),
          height: Type.Optional(Type.Integer()),
          duration_seconds: Type.Optional(Type.Number()),
        },
        closed,
      ),
    ),
  },
  closed,
);

export const activitySchema = Type.Object(
  {
    id,
    at: moment,
    type: Type.String(),
    title: Type.String(),
    text: nullable(Type.String()),
    channel: nullable(Type.String()),
    actor: Type.Object(
      { kind: Type.Enum(['client', 'user', 'system']), id: nullable(Type.String()), name: Type.String() },
      closed,
    ),
    contact_id: id,
    deal_id: nullable(id),
    property_id: nullable(id),
    meeting_id: nullable(id),
    media: Type.Array(Type.String()),
  },
  closed,
);
