// Written from the server’s /api/openapi.json by `npm run api-client`.

export type Problem = {
  /** which problem it is, as the address of its description */
  type: string;
  /** the same in a few words */
  title: string;
  /** the status of HTTP */
  status: number;
  /** what is so in this case */
  detail: string;
  /** each field that is not as it must be */
  errors?: Array<{
    /** the field that it is about, with dots between the levels */
    field: string;
    /** what is wrong with it */
    detail: string;
  }>;
};

export type Company = {
  /** its id, never changed */
  id: string;
  /** its short name, for the server’s own commands */
  slug: string;
  /** what clients and users read; 1 to 200 characters */
  name: string;
  /** the time zone that days and times of day are meant in; an IANA time zone, as Europe/Madrid */
  time_zone: string;
  /** what prices are in; a currency by ISO 4217, as EUR */
  currency: string;
  /** the portal switch */
  is_active: boolean;
  /** for whoever has chosen none */
  default_language: 'en' | 'nl' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'pl' | 'sv' | 'no';
  /** the keys of the reasons that a client can give for declining a property; a key, as in too_noisy */
  reject_reasons: Array<string>;
  /** when no push goes out; null: at any time */
  quiet_hours: {
    /** from then on nothing is pushed; a time of day, HH:MM */
    from: string;
    /** until then; a time of day, HH:MM */
    to: string;
  } | null;
  /** when properties that were proposed since are told of together; a time of day, HH:MM */
  offer_bundle_times: Array<string>;
  /** in months, for the office’s own rule; nothing is deleted by it */
  retention_months: number;
  /** when the office is open; in the company’s zone */
  office_hours: Array<{
    /** the days of the week; 1 is Monday, 7 is Sunday */
    days: Array<number>;
    /** when it opens; a time of day, HH:MM */
    from: string;
    /** when it closes; a time of day, HH:MM */
    to: string;
  }>;
  /** days on which the office is closed; a day of the calendar, as 2026-11-26 */
  closed_days: Array<string>;
  /** the time that is suggested first for a part of the day */
  viewing_times: {
    /** for a wish in the morning; a time of day, HH:MM */
    morning: string;
    /** for a wish in the afternoon; a time of day, HH:MM */
    afternoon: string;
    /** for a wish in the evening; a time of day, HH:MM */
    evening: string;
    /** for a wish at any time of the day; a time of day, HH:MM */
    any: string;
  };
  /** in minutes; how long a viewing takes */
  viewing_minutes: number;
  /** in minutes; what lies between two viewings of one user */
  viewing_gap_minutes: number;
  /** when a client’s waiting is overdue; minutes of the office hours in which clients are to be answered; null: nothing is ever overdue */
  escalate_minutes: number | null;
  /** in hours; how often somebody is reminded of what is overdue */
  repeat_hours: number;
  /** who looks after what its owner left too long; null: the first other Admin */
  fallback_user_id: string | null;
  /** in hours; a chat that somebody took goes back to the bot so long after its last words */
  hold_hours: number;
  /** the picture of the company, to be fetched by `GET /media/{id}` */
  logo: string | null;
  /** what clients write to begin, as in `START` and this code */
  invite_code: string;
  /** when it was made; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type User = {
  /** its id, never changed */
  id: string;
  /** what it is called; 1 to 200 characters */
  name: string;
  /** where mail reaches them, and what they sign in with; an e-mail address that mail can be sent to */
  email: string;
  /** where they can be called; a phone number in international form (E.164), as +34600111222 */
  phone: string | null;
  /** what they do, as clients read it; 1 to 200 characters */
  job_title: string | null;
  /** an Admin may change the company, its users, keys and bots; an Employee all else */
  role: 'Admin' | 'Employee';
  /** `Pending` has not signed in yet; `Inactive` can’t sign in */
  status: 'Active' | 'Inactive' | 'Pending';
  /** the language that they are spoken to in; null: the company’s; a language tag, as en or pt-PT */
  language: string | null;
  /** its picture, to be fetched by `GET /media/{id}` */
  photo: string | null;
  /** when it was made; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type Contact = {
  /** its id, never changed */
  id: string;
  /** a `lead` has shown interest, only a `contact` can be on a deal */
  kind: 'lead' | 'contact';
  /** the first name; 1 to 100 characters, no digits */
  first_name: string;
  /** the last name; 1 to 100 characters, no digits */
  last_name: string;
  /** where mail reaches them; an e-mail address that mail can be sent to */
  email: string;
  /** where they can be called; a phone number in international form (E.164), as +34600111222 */
  phone: string | null;
  /** the number that they use on WhatsApp, where it is another; a phone number in international form (E.164), as +34600111222 */
  whatsapp_number: string | null;
  /** the language that they are spoken to in; null: the company’s; a language tag, as en or pt-PT */
  language: string | null;
  /** which side they are on; null: not known */
  role: 'Buyer' | 'Tenant' | 'Seller' | 'Landlord' | 'other' | null;
  /** the user who looks after it */
  assigned_to: string | null;
  /** words of the office’s own, to find it by; 1 to 100 characters */
  tags: Array<string>;
  /** a note; for the office’s eyes; no client ever sees it */
  office_note: string | null;
  /** its picture, to be fetched by `GET /media/{id}` */
  photo: string | null;
  /** whether they have an account in the portal */
  is_portal_user: boolean;
  /** of leads: which kind, in words of the office; 1 to 100 characters */
  lead_type?: string | null;
  /** of leads: where they came from; 1 to 100 characters */
  lead_source?: string | null;
  /** of leads: how far it is, in words of the office; 1 to 100 characters */
  lead_stage?: string | null;
  /** of leads: how it stands, in words of the office; 1 to 100 characters */
  lead_status?: string | null;
  /** when it was made; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type Property = {
  /** its id, never changed */
  id: string;
  /** what clients read above it; 1 to 300 characters */
  name: string;
  /** what is not `active` can be neither rated nor viewed; clients are told which of these it is */
  status: 'active' | 'reserved' | 'sold' | 'rented' | 'cancelled' | 'off_market';
  /** how the office names it; a feed knows it again by this; the office’s own reference */
  reference: string | null;
  /** the kind of home; 1 to 100 characters */
  type: string;
  /** whether it is to be bought or rented */
  transaction: 'for_sale' | 'for_rent';
  /** in units of `currency`; of rent, a month’s */
  price: number;
  /** what prices are in; a currency by ISO 4217, as EUR */
  currency: string;
  /** how many bedrooms */
  number_of_bedrooms: number | null;
  /** how many bathrooms */
  number_of_bathrooms: number | null;
  /** the area that is built; m² */
  builded_area: number | null;
  /** the area that can be lived in; m² */
  useful_area: number | null;
  /** the area of the plot; m² */
  plot_size: number | null;
  /** the classes of the energy certificate; null: none */
  energy_rating: {
    /** by how much energy it takes, A is the least */
    consumption: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
    /** by how much CO₂ it gives off, A is the least */
    emissions: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
  } | null;
  /** the listing’s words, an entry a language */
  description: Array<{
    /** the language of this entry; a language tag, as en or pt-PT */
    lang: string;
    /** its headline; 1 to 500 characters */
    title?: string;
    /** its text, plain; HTML is made plain */
    text?: string;
  }>;
  /** where it is; clients read the street from a confirmed viewing on */
  address: {
    /** street and number */
    street?: string;
    /** floor, door or block */
    address_line_2?: string;
    /** the town */
    city?: string;
    /** the province or region */
    state?: string;
    /** the postal code */
    zip_code?: string;
    /** the country */
    country?: string;
  } | null;
  /** where it is on a map; null: not known */
  location: {
    /** the kind of GeoJSON geometry (RFC 7946) */
    type: 'Point';
    /** degrees of WGS 84; longitude, then latitude */
    coordinates: [number, number];
  } | null;
  /** facts of the office’s own, by name */
  details: Record<string, unknown>;
  /** what it has, by name */
  features: Record<string, boolean>;
  /** a tour on the web; an http or https address */
  virtual_tour_url: string | null;
  /** per cent of the price that the office takes; internal */
  commission_percentage: number | null;
  /** what the owner is to get, in units of `currency`; internal */
  owner_net_price: number | null;
  /** notes that no client sees */
  internal_notes: string | null;
  /** its number in the land register; 1 to 100 characters */
  cadastral_reference: string | null;
  /** whose it is; internal; 1 to 300 characters */
  owner: string | null;
  /** what it cost before the last change of its price, in units of `currency`; null: it has had one price */
  former_price: number | null;
  /** when its price last changed; null: never; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  price_changed_at: string | null;
  /** how it is named to clients; given by the system, never changed; the one that clients see */
  tesoro_reference: string;
  /** its photos, in the order in which clients see them */
  files: Array<{
    /** its id, never changed */
    id: string;
    /** the kind of file, by its media type */
    mime: string;
    /** the photo’s place, from 0 */
    sort: number;
    /** what the photo shows */
    title: string | null;
    /** words of the office’s own; 1 to 100 characters */
    tags: Array<string>;
  }>;
  /** when it was made; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type Deal = {
  /** its id, never changed */
  id: string;
  /** how the office calls it; 1 to 100 characters */
  name: string;
  /** what the client wants to do */
  type: 'Buy' | 'Rent' | 'Sell' | 'Rent out';
  /** how far it is */
  stage:
    | 'Knowing Property'
    | 'First Visit'
    | 'Multiple Visits'
    | 'Offer'
    | 'Reservation'
    | '10% Contract'
    | 'Signing DEED'
    | 'Won'
    | 'Lost';
  /** whether it is still open, or how it ended */
  status: 'open' | 'won' | 'lost';
  /** the clients in it, the first one above all */
  contacts: Array<string>;
  /** the user who looks after it */
  assigned_to: string | null;
  /** what is looked for, by names of the office’s own */
  criteria: Record<string, unknown>;
  /** what the office expects of it, in the company’s currency */
  deal_value: number | null;
  /** when it was made; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type DealProperty = {
  /** its id, never changed */
  id: string;
  /** the deal that it belongs to */
  deal_id: string;
  /** the property that it is about */
  property_id: string;
  /** the lane: `preselect` and `rejected_by_agent` are not shown to the client, `proposed` is new to them, `pending` they have opened, `interested` and `rejected` are their verdict, `approved` is the office’s */
  status: 'preselect' | 'rejected_by_agent' | 'proposed' | 'pending' | 'interested' | 'rejected' | 'approved';
  /** when it was proposed; null: not yet; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  proposed_at: string | null;
  /** when the client first looked at it; null: not yet; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  opened_at: string | null;
  /** when the client answered; null: not yet; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  verdict_at: string | null;
  /** the keys of the reasons that the client gave */
  reject_reasons: Array<string>;
  /** a reason in the client’s own words; null: none */
  reject_text: string | null;
  /** whether the client marked it */
  favourite: boolean;
  /** when the client has seen it; null: not yet; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  visited_at: string | null;
  /** stars that the client gave after the viewing, 1 to 5; null: none */
  rating: number | null;
  /** what the client offered, in the property’s currency; null: nothing */
  offer_price: number | null;
};

export type Meeting = {
  /** its id, never changed */
  id: string;
  /** the deal that it belongs to */
  deal_id: string;
  /** the property that it is about */
  property_id: string;
  /** the contact that it is about */
  contact_id: string | null;
  /** the user who leads it */
  owner_id: string | null;
  /** `visit_location`: a viewing */
  type: string;
  /** `visit`: at the home */
  category: string;
  /** `pending` waits for the office, `confirmed` has a time, `rejected` was declined by the office, `cancelled` was called off, `completed` has been */
  status: 'pending' | 'confirmed' | 'rejected' | 'cancelled' | 'completed';
  /** when the client would like to come, the best first */
  preferred_dates: Array<{
    /** a day in the company’s zone */
    date: string;
    /** the part of the day that suits */
    part_of_day: 'any' | 'morning' | 'afternoon' | 'evening';
    /** not before; a time of day, HH:MM */
    from?: string;
    /** not after; a time of day, HH:MM */
    to?: string;
  }>;
  /** when it begins; null while there is no time; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  start_date: string | null;
  /** when it ends; null while there is no time; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  end_date: string | null;
  /** another time that the office has proposed; null: none; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  proposed_start_date: string | null;
  /** whether the client asked for another time than the agreed one, and nobody answered yet */
  open_wish: boolean;
  /** since when the client waits; null: they do not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  waiting_since: string | null;
  /** when the answer is due, counted in office hours; null: it is not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  answer_due?: string | null;
  /** what the client said on the day; null: nothing */
  attendance: 'coming' | 'late' | null;
  /** about how many minutes late the client said to be; null: not said */
  late_minutes: 10 | 20 | 30 | null;
  /** why it was declined or called off; null: nothing was said; what the agent said to how it stands: why it was declined or called off, or a word beside its time */
  reason: string | null;
  /** where to meet */
  location: string | null;
  /** what happened to it, the oldest first */
  history: Array<Record<string, unknown>>;
  /** its id in calendars (RFC 5545, UID) */
  ics_uid: string;
  /** its version in calendars (RFC 5545, SEQUENCE) */
  ics_sequence: number;
  /** when it was made; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type Activity = {
  /** its id, never changed */
  id: string;
  /** when it was; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  at: string;
  /** what happened, as a word for machines */
  type: string;
  /** what happened, as a line to read */
  title: string;
  /** more of it; null: nothing */
  text: string | null;
  /** where it happened; null: on no channel */
  channel: string | null;
  /** who did it */
  actor: {
    /** a client, a user of the office, or the system by itself */
    kind: 'client' | 'user' | 'system';
    /** their id; null for the system */
    id: string | null;
    /** their name, as it was then */
    name: string;
  };
  /** the contact that it is about */
  contact_id: string;
  /** the deal that it belongs to */
  deal_id: string | null;
  /** the property that it is about */
  property_id: string | null;
  /** the viewing that it is about */
  meeting_id: string | null;
  /** files of it, to be fetched by `GET /media/{id}` */
  media: Array<string>;
};

export type Feedback = {
  /** its id, never changed */
  id: string;
  /** what the client sent after a viewing */
  kind: 'photos' | 'note' | 'voice_note' | 'rating';
  /** when it was; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  at: string;
  /** the contact that it is about */
  contact_id: string;
  /** the deal that it belongs to */
  deal_id: string;
  /** the property that it is about */
  property_id: string;
  /** the viewing that it is about */
  meeting_id: string;
  /** of a note: the words */
  text?: string;
  /** of a rating */
  stars?: number;
  /** the files of it */
  media: Array<{
    /** its id, never changed */
    id: string;
    /** the kind of file, by its media type */
    mime: string;
    /** of a picture, in pixels */
    width?: number;
    /** of a picture, in pixels */
    height?: number;
    /** of a recording, in seconds */
    duration_seconds?: number;
  }>;
};

export type PortalUser = {
  /** its id, never changed */
  id: string;
  /** the contact that it is about */
  contact_id: string;
  /** what they sign in with */
  email: string;
  /** `Draft` has not come in yet; `Blocked` is let in nowhere */
  status: 'Draft' | 'Active' | 'Blocked';
  /** whether they have yet to choose one of their own */
  password_is_temporary: boolean;
  /** when they last came in; null: never; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  last_sign_in: string | null;
  /** addresses that let this client in, by where they talk; one way in a channel, each good once a channel for 30 days */
  links?: {
    /** into a chat on Telegram */
    telegram?: string;
    /** into a chat on WhatsApp */
    whatsapp?: string;
    /** into a chat in Teams */
    teams?: string;
    /** the page where they choose a password */
    web?: string;
  };
};

export type Failure = {
  /** a word for machines */
  code: string;
  /** why, in words */
  cause: string;
  /** what can be done */
  next_step: string;
};

export type Message = {
  /** its id, never changed */
  id: string;
  /** when it was; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  at: string;
  /** who wrote it */
  from: 'client' | 'user' | 'bot';
  /** the words, as plain text */
  text: string;
  /** files of it, to be fetched by `GET /media/{id}` */
  media: Array<string>;
  /** where the client talks */
  channel: 'telegram' | 'whatsapp' | 'teams';
  /** what became of it on the platform, as far as it tells; null: of what came in */
  state: string | null;
  /** the platform’s id of it; null until it has one */
  platform_id: string | null;
  /** why it did not arrive */
  failure?: Failure;
};

export type Delivery = {
  /** its id, never changed */
  id: string;
  /** `failed`: the platform refused it; `uncertain`: nobody knows whether it arrived */
  state: 'failed' | 'uncertain';
  /** what it was */
  kind: string;
  /** where the client talks */
  channel: 'telegram' | 'whatsapp' | 'teams';
  /** for whom it was; null where they are gone */
  contact: {
    /** its id, never changed */
    id: string;
    /** the first name */
    first_name: string;
    /** the last name */
    last_name: string;
  } | null;
  /** the words, as plain text; what the client would have read */
  text: string;
  /** why it did not arrive */
  failure: Failure | null;
  /** when it was; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  at: string;
  /** when somebody dealt with it; null: not yet; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  settled_at: string | null;
  /** the user who dealt with it; null: nobody yet */
  settled_by: string | null;
};

export type Client = {
  /** its id, never changed */
  id: string;
  /** the first name */
  first_name: string;
  /** the last name */
  last_name: string;
  /** the language that they are spoken to in; null: the company’s */
  language: string | null;
  /** where they can be called */
  phone: string | null;
  /** where the client talks; empty: nowhere */
  channels: Array<'telegram' | 'whatsapp' | 'teams'>;
};

export type Home = {
  /** its id, never changed */
  id: string;
  /** what clients read above it */
  name: string;
  /** how it is named to clients */
  tesoro_reference: string;
  /** the town */
  city: string | null;
  /** its picture, to be fetched by `GET /media/{id}` */
  photo: string | null;
};

export type Wish = {
  /** a day in the company’s zone */
  date: string;
  /** the part of the day that suits */
  part_of_day: 'any' | 'morning' | 'afternoon' | 'evening';
  /** not before; a time of day, HH:MM */
  from?: string;
  /** not after; a time of day, HH:MM */
  to?: string;
  /** when the time that fits begins; null where none does; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  start_date: string | null;
  /** when it ends; null where none does; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  end_date: string | null;
  /** why this time is taken, or no time fits; null: it is free */
  cause:
    | {
        /** `elsewhere`: too far from the viewing before or after; `showing`: another viewing of the same user; `home_taken`: somebody else sees this home; `past`: the day is over; `no_time`: the office is closed or full */
        code: 'elsewhere';
        /** where that other viewing is */
        city: string;
        /** the viewing that is in the way */
        meeting_id: string;
      }
    | {
        /** `elsewhere`: too far from the viewing before or after; `showing`: another viewing of the same user; `home_taken`: somebody else sees this home; `past`: the day is over; `no_time`: the office is closed or full */
        code: 'showing';
        /** what is viewed then */
        property: string;
        /** the viewing that is in the way */
        meeting_id: string;
      }
    | {
        /** `elsewhere`: too far from the viewing before or after; `showing`: another viewing of the same user; `home_taken`: somebody else sees this home; `past`: the day is over; `no_time`: the office is closed or full */
        code: 'home_taken';
        /** the viewing that is in the way */
        meeting_id: string;
      }
    | {
        /** `elsewhere`: too far from the viewing before or after; `showing`: another viewing of the same user; `home_taken`: somebody else sees this home; `past`: the day is over; `no_time`: the office is closed or full */
        code: 'past';
      }
    | {
        /** `elsewhere`: too far from the viewing before or after; `showing`: another viewing of the same user; `home_taken`: somebody else sees this home; `past`: the day is over; `no_time`: the office is closed or full */
        code: 'no_time';
      }
    | null;
};

export type Times = {
  /** the client’s wishes, each with the time that fits it */
  wishes: Array<Wish>;
  /** the next free times that are none of these */
  next: Array<{
    /** when it begins; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
    start_date: string;
    /** when it ends; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
    end_date: string;
  }>;
  /** the next days on which the office is open */
  days: Array<{
    /** a day in the company’s zone; a day of the calendar, as 2026-11-26 */
    date: string;
    /** all times of the day */
    times: Array<{
      /** when it begins; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      start_date: string;
      /** when it ends; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      end_date: string;
      /** why this time is taken, or no time fits; null: it is free */
      cause:
        | {
            /** `elsewhere`: too far from the viewing before or after; `showing`: another viewing of the same user; `home_taken`: somebody else sees this home; `past`: the day is over; `no_time`: the office is closed or full */
            code: 'elsewhere';
            /** where that other viewing is */
            city: string;
            /** the viewing that is in the way */
            meeting_id: string;
          }
        | {
            /** `elsewhere`: too far from the viewing before or after; `showing`: another viewing of the same user; `home_taken`: somebody else sees this home; `past`: the day is over; `no_time`: the office is closed or full */
            code: 'showing';
            /** what is viewed then */
            property: string;
            /** the viewing that is in the way */
            meeting_id: string;
          }
        | {
            /** `elsewhere`: too far from the viewing before or after; `showing`: another viewing of the same user; `home_taken`: somebody else sees this home; `past`: the day is over; `no_time`: the office is closed or full */
            code: 'home_taken';
            /** the viewing that is in the way */
            meeting_id: string;
          }
        | null;
    }>;
  }>;
};

export type Wait =
  | {
      /** what waits */
      kind: 'viewing_requested';
      /** its id, never changed; of the viewing, the delivery or the contact that it is about */
      id: string;
      /** the client */
      contact: Client;
      /** the user who looks after it; null where nobody does */
      owner: {
        /** its id, never changed */
        id: string;
        /** what it is called */
        name: string;
      } | null;
      /** since when the client waits; null: they do not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      /** when the answer is due, counted in office hours; null: it is not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      answer_due: string | null;
      /** whether it should have been answered by now */
      is_overdue: boolean;
      /** the viewing that it is about */
      meeting_id: string;
      /** the deal that it belongs to */
      deal_id: string;
      /** when it begins; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      start_date: string | null;
      /** when it ends; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      end_date: string | null;
      /** the property that it is about */
      property: Home;
      /** the client’s wishes, each with the time that fits it */
      wishes: Array<Wish>;
      /** whether other days were asked for, after the first did not suit */
      is_again: boolean;
    }
  | {
      /** what waits */
      kind: 'another_time';
      /** its id, never changed; of the viewing, the delivery or the contact that it is about */
      id: string;
      /** the client */
      contact: Client;
      /** the user who looks after it; null where nobody does */
      owner: {
        /** its id, never changed */
        id: string;
        /** what it is called */
        name: string;
      } | null;
      /** since when the client waits; null: they do not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      /** when the answer is due, counted in office hours; null: it is not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      answer_due: string | null;
      /** whether it should have been answered by now */
      is_overdue: boolean;
      /** the viewing that it is about */
      meeting_id: string;
      /** the deal that it belongs to */
      deal_id: string;
      /** when it begins; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      start_date: string | null;
      /** when it ends; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      end_date: string | null;
      /** the property that it is about */
      property: Home;
      /** the client’s wishes, each with the time that fits it */
      wishes: Array<Wish>;
    }
  | {
      /** what waits */
      kind: 'no_answer';
      /** its id, never changed; of the viewing, the delivery or the contact that it is about */
      id: string;
      /** the client */
      contact: Client;
      /** the user who looks after it; null where nobody does */
      owner: {
        /** its id, never changed */
        id: string;
        /** what it is called */
        name: string;
      } | null;
      /** since when the client waits; null: they do not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      /** when the answer is due, counted in office hours; null: it is not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      answer_due: string | null;
      /** whether it should have been answered by now */
      is_overdue: boolean;
      /** the viewing that it is about */
      meeting_id: string;
      /** the deal that it belongs to */
      deal_id: string;
      /** when it begins; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      start_date: string | null;
      /** when it ends; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      end_date: string | null;
      /** the property that it is about */
      property: Home;
    }
  | {
      /** what waits */
      kind: 'late';
      /** its id, never changed; of the viewing, the delivery or the contact that it is about */
      id: string;
      /** the client */
      contact: Client;
      /** the user who looks after it; null where nobody does */
      owner: {
        /** its id, never changed */
        id: string;
        /** what it is called */
        name: string;
      } | null;
      /** since when the client waits; null: they do not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      /** when the answer is due, counted in office hours; null: it is not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      answer_due: string | null;
      /** whether it should have been answered by now */
      is_overdue: boolean;
      /** the viewing that it is about */
      meeting_id: string;
      /** the deal that it belongs to */
      deal_id: string;
      /** when it begins; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      start_date: string | null;
      /** when it ends; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      end_date: string | null;
      /** the property that it is about */
      property: Home;
    }
  | {
      /** what waits */
      kind: 'message';
      /** its id, never changed; of the viewing, the delivery or the contact that it is about */
      id: string;
      /** the client */
      contact: Client;
      /** the user who looks after it; null where nobody does */
      owner: {
        /** its id, never changed */
        id: string;
        /** what it is called */
        name: string;
      } | null;
      /** since when the client waits; null: they do not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      /** when the answer is due, counted in office hours; null: it is not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      answer_due: string | null;
      /** whether it should have been answered by now */
      is_overdue: boolean;
      /** the words, as plain text; what was written last */
      text: string;
      /** files of it, to be fetched by `GET /media/{id}` */
      media: Array<string>;
      /** when it was; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      at: string;
      /** how many; how many messages are unanswered */
      count: number;
      /** where the client talks */
      channel: 'telegram' | 'whatsapp' | 'teams';
      /** until when WhatsApp lets the office write freely; null: no such limit; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      window_closes_at: string | null;
      /** the property that it is about */
      property: Home | null;
      /** the user who has taken the chat over; null: the bot answers */
      held_by: string | null;
    }
  | {
      /** what waits */
      kind: 'new_lead';
      /** its id, never changed; of the viewing, the delivery or the contact that it is about */
      id: string;
      /** the client */
      contact: Client;
      /** the user who looks after it; null where nobody does */
      owner: {
        /** its id, never changed */
        id: string;
        /** what it is called */
        name: string;
      } | null;
      /** since when the client waits; null: they do not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      /** when the answer is due, counted in office hours; null: it is not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      answer_due: string | null;
      /** whether it should have been answered by now */
      is_overdue: boolean;
      /** of leads: where they came from */
      lead_source: string | null;
    }
  | {
      /** what waits */
      kind: 'delivery_failed';
      /** its id, never changed; of the viewing, the delivery or the contact that it is about */
      id: string;
      /** the client */
      contact: Client;
      /** the user who looks after it; null where nobody does */
      owner: {
        /** its id, never changed */
        id: string;
        /** what it is called */
        name: string;
      } | null;
      /** since when the client waits; null: they do not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      /** when the answer is due, counted in office hours; null: it is not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      answer_due: string | null;
      /** whether it should have been answered by now */
      is_overdue: boolean;
      /** what did not arrive */
      delivery_kind: string;
      /** where the client talks */
      channel: 'telegram' | 'whatsapp' | 'teams';
      /** why it did not arrive */
      failure: Failure;
    }
  | {
      /** what waits */
      kind: 'erasure_requested';
      /** its id, never changed; of the viewing, the delivery or the contact that it is about */
      id: string;
      /** the client */
      contact: Client;
      /** the user who looks after it; null where nobody does */
      owner: {
        /** its id, never changed */
        id: string;
        /** what it is called */
        name: string;
      } | null;
      /** since when the client waits; null: they do not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      /** when the answer is due, counted in office hours; null: it is not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      answer_due: string | null;
      /** whether it should have been answered by now */
      is_overdue: boolean;
    }
  | {
      /** what waits */
      kind: 'reminder';
      /** its id, never changed; of the viewing, the delivery or the contact that it is about */
      id: string;
      /** the client */
      contact: Client;
      /** the user who looks after it; null where nobody does */
      owner: {
        /** its id, never changed */
        id: string;
        /** what it is called */
        name: string;
      } | null;
      /** since when the client waits; null: they do not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      /** when the answer is due, counted in office hours; null: it is not; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      answer_due: string | null;
      /** whether it should have been answered by now */
      is_overdue: boolean;
      /** when a user wanted to be reminded; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      remind_at: string;
    };

export type Today = {
  /** a day in the company’s zone; a day of the calendar, as 2026-11-26 */
  date: string;
  /** the time zone that days and times of day are meant in */
  time_zone: string;
  /** the day’s viewings, in order */
  viewings: Array<{
    /** the viewing that it is about */
    meeting_id: string;
    /** the deal that it belongs to */
    deal_id: string;
    /** when it begins; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
    start_date: string;
    /** when it ends; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
    end_date: string | null;
    /** `completed` has been */
    status: 'confirmed' | 'completed';
    /** what the client said on the day; null: nothing */
    attendance: 'coming' | 'late' | null;
    /** whether the client asked for another time than the agreed one, and nobody answered yet */
    open_wish: boolean;
    /** the user who leads it */
    owner_id: string | null;
    /** the client */
    contact: Client | null;
    /** the property that it is about */
    property: Home;
    /** street and number */
    street: string | null;
    /** where it is on a map; null: not known */
    location: {
      /** degrees of WGS 84, north of the equator */
      latitude: number;
      /** degrees of WGS 84, east of Greenwich */
      longitude: number;
    } | null;
  }>;
  /** what clients did, newest first */
  activities: Array<{
    /** the line of the timeline */
    activity: Activity;
    /** the client */
    contact: Client | null;
    /** the property that it is about */
    property: Home | null;
  }>;
};

export type Import = {
  /** its id, never changed */
  id: string;
  /** `broken`: could not be read to its end; `interrupted`: the server stopped meanwhile */
  state: 'under_way' | 'done' | 'broken' | 'interrupted';
  /** whether it only said what it would do */
  dry_run: boolean;
  /** the user who sent it */
  user_id: string;
  /** how many listings it had */
  read: number;
  /** how many are new */
  added: number;
  /** how many are different now */
  changed: number;
  /** how many are as they were */
  unchanged: number;
  /** how many it has no more; imported before, and in this feed no more: now off the market */
  closed: number;
  /** how many it would have closed; so many would have been closed that the feed is taken for a cut one */
  not_closed: number;
  /** the files; still to be fetched */
  photos: number;
  /** how many could not be taken */
  refused: number;
  /** what could not be taken, and why; the first 1,000 */
  refusals: Array<{
    /** the line of the feed */
    line: number;
    /** the listing’s reference; null where it has none */
    reference: string | null;
    /** the field that it is about, with dots between the levels */
    field: string;
    /** what is wrong with it */
    detail: string;
  }>;
  /** when it was made; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
  /** when it ended; null while it is under way; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  ended_at: string | null;
};

export type Webhook = {
  /** its id, never changed */
  id: string;
  /** where it is told, over https */
  url: string;
  /** which it is told of; `*`: all */
  events: Array<
    | '*'
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
    | 'activity.created'
  >;
  /** when it was given up because its receiver failed for long; null: it is at work; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  disabled_at: string | null;
};

export type WebhookDelivery = {
  /** its id, never changed */
  id: string;
  /** what happened */
  event: string;
  /** `failed`: given up after many attempts */
  state: 'queued' | 'sent' | 'failed';
  /** how often it was tried */
  attempts: number;
  /** what the last attempt met; null: nothing went wrong */
  last_error: string | null;
  /** when it is tried next, or was last; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  due_at: string;
  /** when it was made; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type ChannelAccount = {
  /** its id, never changed */
  id: string;
  /** where the client talks */
  channel: 'telegram' | 'whatsapp' | 'teams';
  /** how the platform is spoken to */
  transport: 'bot_api' | 'cloud' | 'web' | 'connector';
  /** what the office calls the bot */
  name: string;
  /** how the platform names it; the platform’s public id of the bot */
  external_id: string;
  /** null: not known yet; the name that links use, once the platform has told it */
  handle: string | null;
  /** whether the settings of the server describe it */
  from_settings: boolean;
  /** an address of this server; where the platform calls it; null where it is asked instead */
  webhook_url: string | null;
  /** `waits`: for its platform to answer, or for its first company */
  state: 'up' | 'waits' | 'down';
  /** null while it is up; why it is not up */
  why: string | null;
  /** when it was made; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type Event = {
  /** its id, never changed */
  id: string;
  /** where the client talks */
  channel: 'telegram' | 'whatsapp' | 'teams';
  /** the bot that it came to */
  account: string;
  /** the platform’s id of it */
  key: string;
  /** when it came; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  received_at: string;
  /** `quarantined`: could not be handled; `discarded`: will not be */
  state: 'pending' | 'done' | 'quarantined' | 'discarded';
  /** how often it was tried */
  attempts: number;
  /** what went wrong; null where nothing did */
  error: string | null;
};

type Refused = {
  content: {
    'application/problem+json': Problem;
  };
};

/** Every route, with what it takes and answers. */
export type Paths = {
  '/api/v1/company': {
    /** The company of the key */
    get: {
      parameters: {
        path?: never;
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Company;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Changes the company’s settings. For Admins. With `is_active` false every client gets one notice and no push goes out. */
    patch: {
      parameters: {
        path?: never;
        query?: never;
        header?: never;
      };
      requestBody?: {
        content: {
          'application/json': {
            /** what clients and users read; 1 to 200 characters */
            name?: string;
            /** the time zone that days and times of day are meant in; an IANA time zone, as Europe/Madrid */
            time_zone?: string;
            /** what prices are in; a currency by ISO 4217, as EUR */
            currency?: string;
            /** the portal switch */
            is_active?: boolean;
            /** for whoever has chosen none */
            default_language?: 'en' | 'nl' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'pl' | 'sv' | 'no';
            /** the keys of the reasons that a client can give for declining a property; a key, as in too_noisy */
            reject_reasons?: Array<string>;
            /** when no push goes out; null: at any time */
            quiet_hours?: {
              /** from then on nothing is pushed; a time of day, HH:MM */
              from: string;
              /** until then; a time of day, HH:MM */
              to: string;
            } | null;
            /** when properties that were proposed since are told of together; a time of day, HH:MM */
            offer_bundle_times?: Array<string>;
            /** in months, for the office’s own rule; nothing is deleted by it */
            retention_months?: number;
            /** when the office is open; in the company’s zone */
            office_hours?: Array<{
              /** the days of the week; 1 is Monday, 7 is Sunday */
              days: Array<number>;
              /** when it opens; a time of day, HH:MM */
              from: string;
              /** when it closes; a time of day, HH:MM */
              to: string;
            }>;
            /** days on which the office is closed; a day of the calendar, as 2026-11-26 */
            closed_days?: Array<string>;
            /** the time that is suggested first for a part of the day */
            viewing_times?: {
              /** for a wish in the morning; a time of day, HH:MM */
              morning: string;
              /** for a wish in the afternoon; a time of day, HH:MM */
              afternoon: string;
              /** for a wish in the evening; a time of day, HH:MM */
              evening: string;
              /** for a wish at any time of the day; a time of day, HH:MM */
              any: string;
            };
            /** in minutes; how long a viewing takes */
            viewing_minutes?: number;
            /** in minutes; what lies between two viewings of one user */
            viewing_gap_minutes?: number;
            /** when a client’s waiting is overdue; minutes of the office hours in which clients are to be answered; null: nothing is ever overdue */
            escalate_minutes?: number | null;
            /** in hours; how often somebody is reminded of what is overdue */
            repeat_hours?: number;
            /** who looks after what its owner left too long; null: the first other Admin */
            fallback_user_id?: string | null;
            /** in hours; a chat that somebody took goes back to the bot so long after its last words */
            hold_hours?: number;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Company;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/users': {
    /** The people of the office, newest first */
    get: {
      parameters: {
        path?: never;
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<User>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Adds a person to the office. For Admins. The person is `Pending`, whatever `status` says, and gets a mail with a link to set a password, good for 7 days; with that they are `Active`. Meanwhile they may own deals and contacts. */
    post: {
      parameters: {
        path?: never;
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** what it is called; 1 to 200 characters */
            name: string;
            /** where mail reaches them, and what they sign in with; an e-mail address that mail can be sent to */
            email: string;
            /** an Admin may change the company, its users, keys and bots; an Employee all else */
            role?: 'Admin' | 'Employee';
            /** where they can be called; a phone number in international form (E.164), as +34600111222 */
            phone?: string | null;
            /** what they do, as clients read it; 1 to 200 characters */
            job_title?: string | null;
            /** `Pending` has not signed in yet; `Inactive` can’t sign in */
            status?: 'Active' | 'Inactive' | 'Pending';
            /** the language that they are spoken to in; null: the company’s; a language tag, as en or pt-PT */
            language?: string | null;
          };
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': User;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/users/{id}': {
    /** One user */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': User;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Changes a user. An Employee changes only their own settings, and neither role nor status. */
    patch: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      requestBody?: {
        content: {
          'application/json': {
            /** what it is called; 1 to 200 characters */
            name?: string;
            /** where mail reaches them, and what they sign in with; an e-mail address that mail can be sent to */
            email?: string;
            /** where they can be called; a phone number in international form (E.164), as +34600111222 */
            phone?: string | null;
            /** what they do, as clients read it; 1 to 200 characters */
            job_title?: string | null;
            /** an Admin may change the company, its users, keys and bots; an Employee all else */
            role?: 'Admin' | 'Employee';
            /** `Pending` has not signed in yet; `Inactive` can’t sign in */
            status?: 'Active' | 'Inactive' | 'Pending';
            /** the language that they are spoken to in; null: the company’s; a language tag, as en or pt-PT */
            language?: string | null;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': User;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/users/{id}/invite': {
    /** Sends the invitation again. For Admins. The link of the mail before is good no longer. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': User;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/users/{id}/hand-over': {
    /** Gives a colleague what a user looks after. For Admins. Contacts, deals and viewings that are to come. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** the user who takes over */
            to: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** how many contacts were handed over */
              contacts: number;
              /** how many deals were handed over */
              deals: number;
              /** how many viewings were handed over */
              viewings: number;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts': {
    /** Contacts and leads, newest first */
    get: {
      parameters: {
        path?: never;
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
          /** a `lead` has shown interest, only a `contact` can be on a deal */
          kind?: 'lead' | 'contact';
          /** the whole e-mail, in any case */
          email?: string;
          /** the beginning of a first name, last name or e-mail, in any case */
          q?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Contact>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Adds a contact or a lead. Owned by the key’s user where `assigned_to` is left out. */
    post: {
      parameters: {
        path?: never;
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** the first name; 1 to 100 characters, no digits */
            first_name: string;
            /** the last name; 1 to 100 characters, no digits */
            last_name: string;
            /** where mail reaches them; an e-mail address that mail can be sent to */
            email: string;
            /** a `lead` has shown interest, only a `contact` can be on a deal */
            kind?: 'lead' | 'contact';
            /** where they can be called; a phone number in international form (E.164), as +34600111222 */
            phone?: string | null;
            /** the number that they use on WhatsApp, where it is another; a phone number in international form (E.164), as +34600111222 */
            whatsapp_number?: string | null;
            /** the language that they are spoken to in; null: the company’s; a language tag, as en or pt-PT */
            language?: string | null;
            /** which side they are on; null: not known */
            role?: 'Buyer' | 'Tenant' | 'Seller' | 'Landlord' | 'other' | null;
            /** the user who looks after it */
            assigned_to?: string | null;
            /** words of the office’s own, to find it by; 1 to 100 characters */
            tags?: Array<string>;
            /** a note; for the office’s eyes; no client ever sees it */
            office_note?: string | null;
            /** of leads: which kind, in words of the office; 1 to 100 characters */
            lead_type?: string | null;
            /** of leads: where they came from; 1 to 100 characters */
            lead_source?: string | null;
            /** of leads: how far it is, in words of the office; 1 to 100 characters */
            lead_stage?: string | null;
            /** of leads: how it stands, in words of the office; 1 to 100 characters */
            lead_status?: string | null;
          };
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': Contact;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}': {
    /** One contact */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Contact;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Changes a contact */
    patch: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      requestBody?: {
        content: {
          'application/json': {
            /** the first name; 1 to 100 characters, no digits */
            first_name?: string;
            /** the last name; 1 to 100 characters, no digits */
            last_name?: string;
            /** where mail reaches them; an e-mail address that mail can be sent to */
            email?: string;
            /** where they can be called; a phone number in international form (E.164), as +34600111222 */
            phone?: string | null;
            /** the number that they use on WhatsApp, where it is another; a phone number in international form (E.164), as +34600111222 */
            whatsapp_number?: string | null;
            /** the language that they are spoken to in; null: the company’s; a language tag, as en or pt-PT */
            language?: string | null;
            /** which side they are on; null: not known */
            role?: 'Buyer' | 'Tenant' | 'Seller' | 'Landlord' | 'other' | null;
            /** the user who looks after it */
            assigned_to?: string | null;
            /** words of the office’s own, to find it by; 1 to 100 characters */
            tags?: Array<string>;
            /** a note; for the office’s eyes; no client ever sees it */
            office_note?: string | null;
            /** of leads: which kind, in words of the office; 1 to 100 characters */
            lead_type?: string | null;
            /** of leads: where they came from; 1 to 100 characters */
            lead_source?: string | null;
            /** of leads: how far it is, in words of the office; 1 to 100 characters */
            lead_stage?: string | null;
            /** of leads: how it stands, in words of the office; 1 to 100 characters */
            lead_status?: string | null;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Contact;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/convert': {
    /** Makes a lead a contact. Only a contact can be on a deal. The lead’s history stays. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Contact;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/give': {
    /** Gives a contact or lead to a colleague. With their open deals, and the viewings that are to come on these. The same again changes nothing. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** the user who looks after it */
            assigned_to: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Contact;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/properties': {
    /** Listings, newest first */
    get: {
      parameters: {
        path?: never;
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Property>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Adds a listing. The system gives it its `tesoro_reference`. The currency is the company’s where left out. */
    post: {
      parameters: {
        path?: never;
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** what clients read above it; 1 to 300 characters */
            name: string;
            /** the kind of home; 1 to 100 characters */
            type: string;
            /** whether it is to be bought or rented */
            transaction: 'for_sale' | 'for_rent';
            /** in units of `currency`; of rent, a month’s */
            price: number;
            /** what is not `active` can be neither rated nor viewed; clients are told which of these it is */
            status?: 'active' | 'reserved' | 'sold' | 'rented' | 'cancelled' | 'off_market';
            /** how the office names it; a feed knows it again by this; the office’s own reference */
            reference?: string | null;
            /** what prices are in; a currency by ISO 4217, as EUR */
            currency?: string;
            /** how many bedrooms */
            number_of_bedrooms?: number | null;
            /** how many bathrooms */
            number_of_bathrooms?: number | null;
            /** the area that is built; m² */
            builded_area?: number | null;
            /** the area that can be lived in; m² */
            useful_area?: number | null;
            /** the area of the plot; m² */
            plot_size?: number | null;
            /** the classes of the energy certificate; null: none */
            energy_rating?: {
              /** by how much energy it takes, A is the least */
              consumption: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
              /** by how much CO₂ it gives off, A is the least */
              emissions: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
            } | null;
            /** the listing’s words, an entry a language */
            description?: Array<{
              /** the language of this entry; a language tag, as en or pt-PT */
              lang: string;
              /** its headline; 1 to 500 characters */
              title?: string;
              /** its text, plain; HTML is made plain */
              text?: string;
            }>;
            /** where it is; clients read the street from a confirmed viewing on */
            address?: {
              /** street and number */
              street?: string;
              /** floor, door or block */
              address_line_2?: string;
              /** the town */
              city?: string;
              /** the province or region */
              state?: string;
              /** the postal code */
              zip_code?: string;
              /** the country */
              country?: string;
            } | null;
            /** where it is on a map; null: not known */
            location?: {
              /** the kind of GeoJSON geometry (RFC 7946) */
              type: 'Point';
              /** degrees of WGS 84; longitude, then latitude */
              coordinates: [number, number];
            } | null;
            /** facts of the office’s own, by name */
            details?: Record<string, unknown>;
            /** what it has, by name */
            features?: Record<string, boolean>;
            /** a tour on the web; an http or https address */
            virtual_tour_url?: string | null;
            /** per cent of the price that the office takes; internal */
            commission_percentage?: number | null;
            /** what the owner is to get, in units of `currency`; internal */
            owner_net_price?: number | null;
            /** notes that no client sees */
            internal_notes?: string | null;
            /** its number in the land register; 1 to 100 characters */
            cadastral_reference?: string | null;
            /** whose it is; internal; 1 to 300 characters */
            owner?: string | null;
          };
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': Property;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/properties/{id}': {
    /** One listing */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Property;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Changes a listing. A new status or price brings the cards up to date that clients were shown. A price that fell says for 14 days what it was. `reserved`: it can be judged, and viewings that are agreed stay, but no other can be asked for. */
    patch: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      requestBody?: {
        content: {
          'application/json': {
            /** what clients read above it; 1 to 300 characters */
            name?: string;
            /** what is not `active` can be neither rated nor viewed; clients are told which of these it is */
            status?: 'active' | 'reserved' | 'sold' | 'rented' | 'cancelled' | 'off_market';
            /** how the office names it; a feed knows it again by this; the office’s own reference */
            reference?: string | null;
            /** the kind of home; 1 to 100 characters */
            type?: string;
            /** whether it is to be bought or rented */
            transaction?: 'for_sale' | 'for_rent';
            /** in units of `currency`; of rent, a month’s */
            price?: number;
            /** what prices are in; a currency by ISO 4217, as EUR */
            currency?: string;
            /** how many bedrooms */
            number_of_bedrooms?: number | null;
            /** how many bathrooms */
            number_of_bathrooms?: number | null;
            /** the area that is built; m² */
            builded_area?: number | null;
            /** the area that can be lived in; m² */
            useful_area?: number | null;
            /** the area of the plot; m² */
            plot_size?: number | null;
            /** the classes of the energy certificate; null: none */
            energy_rating?: {
              /** by how much energy it takes, A is the least */
              consumption: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
              /** by how much CO₂ it gives off, A is the least */
              emissions: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
            } | null;
            /** the listing’s words, an entry a language */
            description?: Array<{
              /** the language of this entry; a language tag, as en or pt-PT */
              lang: string;
              /** its headline; 1 to 500 characters */
              title?: string;
              /** its text, plain; HTML is made plain */
              text?: string;
            }>;
            /** where it is; clients read the street from a confirmed viewing on */
            address?: {
              /** street and number */
              street?: string;
              /** floor, door or block */
              address_line_2?: string;
              /** the town */
              city?: string;
              /** the province or region */
              state?: string;
              /** the postal code */
              zip_code?: string;
              /** the country */
              country?: string;
            } | null;
            /** where it is on a map; null: not known */
            location?: {
              /** the kind of GeoJSON geometry (RFC 7946) */
              type: 'Point';
              /** degrees of WGS 84; longitude, then latitude */
              coordinates: [number, number];
            } | null;
            /** facts of the office’s own, by name */
            details?: Record<string, unknown>;
            /** what it has, by name */
            features?: Record<string, boolean>;
            /** a tour on the web; an http or https address */
            virtual_tour_url?: string | null;
            /** per cent of the price that the office takes; internal */
            commission_percentage?: number | null;
            /** what the owner is to get, in units of `currency`; internal */
            owner_net_price?: number | null;
            /** notes that no client sees */
            internal_notes?: string | null;
            /** its number in the land register; 1 to 100 characters */
            cadastral_reference?: string | null;
            /** whose it is; internal; 1 to 300 characters */
            owner?: string | null;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Property;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/deals': {
    /** Deals, newest first */
    get: {
      parameters: {
        path?: never;
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Deal>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Opens a deal. For one contact or more; a lead is converted first. Owned by the key’s user where nobody is named. */
    post: {
      parameters: {
        path?: never;
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** how the office calls it; 1 to 100 characters */
            name: string;
            /** what the client wants to do */
            type: 'Buy' | 'Rent' | 'Sell' | 'Rent out';
            /** the clients in it, the first one above all */
            contacts: Array<string>;
            /** the user who looks after it */
            assigned_to?: string | null;
            /** what is looked for, by names of the office’s own */
            criteria?: Record<string, unknown>;
            /** what the office expects of it, in the company’s currency */
            deal_value?: number | null;
          };
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': Deal;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/deals/{id}': {
    /** One deal */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Deal;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Changes a deal. Stage and status go together: at Won it is won, at Lost it is lost, at any other stage open. */
    patch: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      requestBody?: {
        content: {
          'application/json': {
            /** how the office calls it; 1 to 100 characters */
            name?: string;
            /** how far it is */
            stage?:
              | 'Knowing Property'
              | 'First Visit'
              | 'Multiple Visits'
              | 'Offer'
              | 'Reservation'
              | '10% Contract'
              | 'Signing DEED'
              | 'Won'
              | 'Lost';
            /** whether it is still open, or how it ended */
            status?: 'open' | 'won' | 'lost';
            /** the clients in it, the first one above all */
            contacts?: Array<string>;
            /** the user who looks after it */
            assigned_to?: string | null;
            /** what is looked for, by names of the office’s own */
            criteria?: Record<string, unknown>;
            /** what the office expects of it, in the company’s currency */
            deal_value?: number | null;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Deal;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/deals/{id}/properties': {
    /** The properties in a deal, with their lanes */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<DealProperty>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/deals/{id}/properties/{property_id}': {
    /** Puts a property into a lane of a deal. `proposed` offers it to the deal’s clients; `push` of the answer names when they are told, null while the portal is switched off. The same lane again changes nothing. */
    put: {
      parameters: {
        path: {
          /** the deal */
          id: string;
          /** the property that it is about */
          property_id: string;
        };
        query?: never;
        header?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** the lane: `preselect` and `rejected_by_agent` are not shown to the client, `proposed` is new to them, `pending` they have opened, `interested` and `rejected` are their verdict, `approved` is the office’s */
            status: 'preselect' | 'rejected_by_agent' | 'proposed' | 'approved';
            /** whether the client is told of it, and when; when clients are told of an offer: at once, or with the next bundle; never in quiet hours */
            push?: 'now' | 'bundle';
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** its id, never changed */
              id: string;
              /** the deal that it belongs to */
              deal_id: string;
              /** the property that it is about */
              property_id: string;
              /** the lane: `preselect` and `rejected_by_agent` are not shown to the client, `proposed` is new to them, `pending` they have opened, `interested` and `rejected` are their verdict, `approved` is the office’s */
              status:
                | 'preselect'
                | 'rejected_by_agent'
                | 'proposed'
                | 'pending'
                | 'interested'
                | 'rejected'
                | 'approved';
              /** when it was proposed; null: not yet; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
              proposed_at: string | null;
              /** when the client first looked at it; null: not yet; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
              opened_at: string | null;
              /** when the client answered; null: not yet; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
              verdict_at: string | null;
              /** the keys of the reasons that the client gave */
              reject_reasons: Array<string>;
              /** a reason in the client’s own words; null: none */
              reject_text: string | null;
              /** whether the client marked it */
              favourite: boolean;
              /** when the client has seen it; null: not yet; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
              visited_at: string | null;
              /** stars that the client gave after the viewing, 1 to 5; null: none */
              rating: number | null;
              /** what the client offered, in the property’s currency; null: nothing */
              offer_price: number | null;
              /** whether the client is told of it, and when; when the clients are told */
              push?: {
                /** when it was; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
                at: string;
              } | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/meetings': {
    /** Viewings, newest first. Both ends of `from` and `to` belong to it. A pending viewing goes by the days that were wished for. */
    get: {
      parameters: {
        path?: never;
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
          /** `pending` waits for the office, `confirmed` has a time, `rejected` was declined by the office, `cancelled` was called off, `completed` has been */
          status?: 'pending' | 'confirmed' | 'rejected' | 'cancelled' | 'completed';
          /** only those whose client waits for an answer, each with `answer_due` */
          waiting?: boolean;
          /** a day in the company’s zone, as 2026-11-26, or a moment as ISO 8601 */
          from?: string;
          /** a day in the company’s zone, as 2026-11-26, or a moment as ISO 8601 */
          to?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Meeting>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/meetings/{id}': {
    /** One viewing */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Meeting;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/meetings/{id}/confirm': {
    /** Confirms a requested viewing. Sets its time, free to differ from the wishes; as long as the company’s viewings take where no end is given. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** when it begins; null while there is no time; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
            start_date: string;
            /** when it ends; null while there is no time; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
            end_date?: string;
            /** why it was declined or called off; null: nothing was said; what the client reads beside the time, 1 to 200 characters */
            reason?: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Meeting;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/meetings/{id}/propose': {
    /** Offers another time for a requested viewing. The client accepts it or answers with other dates. They read `reason` on it. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** when it begins; null while there is no time; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
            start_date: string;
            /** why it was declined or called off; null: nothing was said; what the client reads beside the time, 1 to 200 characters */
            reason?: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Meeting;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/meetings/{id}/move': {
    /** Moves a confirmed viewing. It stays as long as it was; the client is told the old and the new time. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** when it begins; null while there is no time; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
            start_date: string;
            /** why it was declined or called off; null: nothing was said; what the client reads beside the time, 1 to 200 characters */
            reason?: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Meeting;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/meetings/{id}/reject': {
    /** Declines a requested viewing */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** why it was declined or called off; null: nothing was said; what the client reads, 1 to 1000 characters */
            reason: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Meeting;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/meetings/{id}/cancel': {
    /** Cancels a requested or confirmed viewing */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** why it was declined or called off; null: nothing was said; what the client reads, 1 to 1000 characters */
            reason: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Meeting;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/meetings/{id}/keep': {
    /** Keeps the time of a viewing for which another one is wished. The wish is gone; the client reads that the time stands, and the reason where one is given. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': {
            /** why it was declined or called off; null: nothing was said; what the client reads, 1 to 1000 characters */
            reason?: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Meeting;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/meetings/{id}/attendance': {
    /** Notes what a client said otherwise about coming. As on the telephone. It counts as their answer to the reminder. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** what the client said */
            answer: 'coming' | 'late';
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Meeting;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/meetings/{id}/complete': {
    /** Notes that a viewing took place. From its calendar day on, in the company’s zone. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Meeting;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/meetings/{id}/times': {
    /** Times for a viewing. For each wish the time that fits it, or why none does; the next free times that are none of these; and the next days on which the office is open with all its times. Nothing is held: whoever confirms first has it. */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Times;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/activities': {
    /** What happened with a contact, newest first */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Activity>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/deals/{id}/activities': {
    /** What happened with a deal, newest first */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Activity>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/feedback': {
    /** What a contact gave after viewings, newest first. Photos, notes, voice notes and ratings; an album is one item. The bytes of files are at `/media/{id}`. */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Feedback>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/deals/{id}/feedback': {
    /** What clients gave after the viewings of a deal, newest first. Photos, notes, voice notes and ratings; an album is one item. The bytes of files are at `/media/{id}`. */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Feedback>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/properties/{id}/photos': {
    /** Adds photos to a listing. Multipart, field `photos`, repeated; JPEG, PNG, WebP or AVIF up to 20 MB and 50 megapixels each. They are turned upright and stored without metadata. All are kept, or none. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'multipart/form-data': {
            /** the files */
            photos: Array<Blob>;
          };
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': Property;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Too large */
        413: Refused;
        /** Unsupported media type */
        415: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/properties/{id}/photos/{photo}': {
    /** Names a photo, or gives it another place */
    patch: {
      parameters: {
        path: {
          /** its id */
          id: string;
          /** the file’s id */
          photo: string;
        };
        query?: never;
        header?: never;
      };
      requestBody?: {
        content: {
          'application/json': {
            /** what the photo shows; null: nothing said; 1 to 200 characters */
            title?: string | null;
            /** from 0, the one that clients see first */
            place?: number;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Property;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Takes a photo out of a listing */
    delete: {
      parameters: {
        path: {
          /** its id */
          id: string;
          /** the file’s id */
          photo: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        204: { content?: never };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/company/logo': {
    /** Sets the company’s logo. For Admins. Multipart, field `logo`, one file; PNG, JPEG, WebP or AVIF up to 5 MB. It is stored as PNG, at most 1200 by 400 px, without metadata, and found by `GET /media/{id}`. */
    post: {
      parameters: {
        path?: never;
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'multipart/form-data': {
            /** the picture of the company, to be fetched by `GET /media/{id}` */
            logo: Blob;
          };
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': Company;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Too large */
        413: Refused;
        /** Unsupported media type */
        415: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Takes the company’s logo away. For Admins. */
    delete: {
      parameters: {
        path?: never;
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        204: { content?: never };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/imports': {
    /** The newest feeds that were taken */
    get: {
      parameters: {
        path?: never;
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Import>;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/imports/{id}': {
    /** How far a feed is taken, and what became of it */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Import;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/media/{id}': {
    /** The bytes of a stored file. Honours Range and If-None-Match. What has no sizes, as a voice note, comes whole. */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: {
          /** 320, 1200 or 1600 px, or the full size */
          size?: 'thumb' | 'card' | 'full' | 'original';
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'image/jpeg': Blob;
            'audio/ogg': Blob;
            'audio/mpeg': Blob;
            'audio/mp4': Blob;
            'video/mp4': Blob;
            'application/pdf': Blob;
          };
        };
        /** Done */
        206: {
          content: {
            'image/jpeg': Blob;
            'audio/ogg': Blob;
            'audio/mpeg': Blob;
            'audio/mp4': Blob;
            'video/mp4': Blob;
            'application/pdf': Blob;
          };
        };
        /** Done */
        304: { content?: never };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** No such range */
        416: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/portal-user': {
    /** The account of a contact */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': PortalUser;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Lets a contact into the portal. Active at once; the temporary password and the ways in go to the contact by mail. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': PortalUser;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/portal-user/reset-password': {
    /** Mails a new temporary password and signs all chats out */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': PortalUser;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/portal-user/send-code': {
    /** Mails a new code to a client who has begun to sign in */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': PortalUser;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/portal-user/block': {
    /** Shuts the client out */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': PortalUser;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/portal-user/unblock': {
    /** Lets the client in again */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': PortalUser;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/messages': {
    /** The thread with a client, newest first. What the client and users wrote, and what the bot said, each with what became of it. */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Message>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Writes to a client. In the chat that the client used last; with `channel`, in the one of that channel that they used last. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** the words, as plain text; 1 to 4096 characters */
            text: string;
            /** where the client talks */
            channel?: 'telegram' | 'whatsapp' | 'teams';
          };
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': Message;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/messages/settle': {
    /** Says that what a client wrote needs no answer. It waits no longer. The same again changes nothing. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** how many messages were settled */
              settled: number;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/remind': {
    /** Takes a client’s messages off one’s own list until a time. For the user alone: colleagues see them, and the time in which they are to be answered runs on. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** when it was; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
            at: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the contact that it is about */
              contact_id: string;
              /** when it was; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
              at: string;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/hold': {
    /** Takes a client’s chats from the bot. Buttons work meanwhile; what the client writes comes as messages. A chat goes back by itself where neither wrote for the company’s `hold_hours`. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the user who has taken the chat over; null: the bot answers */
              held_by: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/release': {
    /** Hands a client’s chats back to the bot. Buttons work meanwhile; what the client writes comes as messages. A chat goes back by itself where neither wrote for the company’s `hold_hours`. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the user who has taken the chat over; null: the bot answers */
              held_by: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/messages/{id}/resend': {
    /** Sends a failed or uncertain message again */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': Message;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/deliveries': {
    /** What did not reach clients, newest first. `failed` surely did not, of `uncertain` nobody knows. Until somebody deals with it. */
    get: {
      parameters: {
        path?: never;
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
          /** `failed`: the platform refused it; `uncertain`: nobody knows whether it arrived */
          state?: 'failed' | 'uncertain';
          /** `mine`: what the key’s user owns, or looks after because its owner left it too long */
          whose?: 'mine' | 'office';
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Delivery>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/deliveries/{id}/settle': {
    /** Says that somebody dealt with what did not arrive. It is listed no longer, and who said so is kept. The same again changes nothing. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Delivery;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/deliveries/{id}/mail': {
    /** Sends by e-mail what did not arrive. The same words, in the client’s language. It is dealt with then. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Delivery;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/waits': {
    /** What waits for an answer of the office. Overdue first, then by due time; what has none comes last. `total` counts all of it. Requests to be erased are shown to Admins; what somebody wanted to be reminded of, to themselves. */
    get: {
      parameters: {
        path?: never;
        query?: {
          /** `mine`: what the key’s user owns, or looks after because its owner left it too long */
          whose?: 'mine' | 'office';
          /** how many at most; 50 where left out */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Wait>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
              /** how many there are in all */
              total: number;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/today': {
    /** The viewings of the company’s day, and what clients did last */
    get: {
      parameters: {
        path?: never;
        query?: {
          /** `mine`: what the key’s user owns, or looks after because its owner left it too long */
          whose?: 'mine' | 'office';
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Today;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/search': {
    /** Contacts, deals, properties and open viewing requests by what they are called. Each word of `q` begins a word of a name, an e-mail, a reference or a phone number. Accents and case do not matter. At most 8 of a kind. */
    get: {
      parameters: {
        path?: never;
        query: {
          /** what is looked for: words of a name, an e-mail, a phone number or a reference */
          q: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** contacts that fit */
              contacts: Array<{
                /** its id, never changed */
                id: string;
                /** a `lead` has shown interest, only a `contact` can be on a deal */
                kind: 'lead' | 'contact';
                /** the first name; 1 to 100 characters, no digits */
                first_name: string;
                /** the last name; 1 to 100 characters, no digits */
                last_name: string;
                /** where mail reaches them; an e-mail address that mail can be sent to */
                email: string;
                /** where they can be called; a phone number in international form (E.164), as +34600111222 */
                phone: string | null;
              }>;
              /** deals that fit */
              deals: Array<{
                /** its id, never changed */
                id: string;
                /** how the office calls it; 1 to 100 characters */
                name: string;
                /** how far it is */
                stage:
                  | 'Knowing Property'
                  | 'First Visit'
                  | 'Multiple Visits'
                  | 'Offer'
                  | 'Reservation'
                  | '10% Contract'
                  | 'Signing DEED'
                  | 'Won'
                  | 'Lost';
                /** whether it is still open, or how it ended */
                status: 'open' | 'won' | 'lost';
              }>;
              /** properties that fit */
              properties: Array<{
                /** its id, never changed */
                id: string;
                /** what clients read above it; 1 to 300 characters */
                name: string;
                /** what is not `active` can be neither rated nor viewed */
                status: 'active' | 'reserved' | 'sold' | 'rented' | 'cancelled' | 'off_market';
                /** how the office names it; the office’s own reference */
                reference: string | null;
                /** how it is named to clients; given by the system, never changed; the one that clients see */
                tesoro_reference: string;
                /** the town */
                city: string | null;
              }>;
              /** viewings that fit */
              requests: Array<{
                /** its id, never changed */
                id: string;
                /** whether it has a time yet */
                status: 'pending' | 'confirmed';
                /** the client */
                contact: {
                  /** its id, never changed */
                  id: string;
                  /** first and last name */
                  name: string;
                } | null;
                /** the property that it is about */
                property: {
                  /** its id, never changed */
                  id: string;
                  /** what clients read above it */
                  name: string;
                };
              }>;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/answers': {
    /** The saved answers of the office, and the user’s own */
    get: {
      parameters: {
        path?: never;
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<{
                /** its id, never changed */
                id: string;
                /** what it is found by; 1 to 100 characters */
                title: string;
                /** the words, by language; by language; {first_name}, {home}, {date} and {agent} are filled in where it is used */
                texts: {
                  /** in English; 1 to 4000 characters */
                  en?: string;
                  /** in Dutch; 1 to 4000 characters */
                  nl?: string;
                  /** in German; 1 to 4000 characters */
                  de?: string;
                  /** in French; 1 to 4000 characters */
                  fr?: string;
                  /** in Spanish; 1 to 4000 characters */
                  es?: string;
                  /** in Portuguese; 1 to 4000 characters */
                  pt?: string;
                  /** in Italian; 1 to 4000 characters */
                  it?: string;
                  /** in Polish; 1 to 4000 characters */
                  pl?: string;
                  /** in Swedish; 1 to 4000 characters */
                  sv?: string;
                  /** in Norwegian; 1 to 4000 characters */
                  no?: string;
                };
                /** when it is offered; words of a client that it answers */
                for: Array<string>;
                /** whether the whole office uses it; those are kept by Admins */
                whose: 'mine' | 'office';
              }>;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Saves an answer */
    post: {
      parameters: {
        path?: never;
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** what it is found by; 1 to 100 characters */
            title: string;
            /** the words, by language; by language; {first_name}, {home}, {date} and {agent} are filled in where it is used */
            texts: {
              /** in English; 1 to 4000 characters */
              en?: string;
              /** in Dutch; 1 to 4000 characters */
              nl?: string;
              /** in German; 1 to 4000 characters */
              de?: string;
              /** in French; 1 to 4000 characters */
              fr?: string;
              /** in Spanish; 1 to 4000 characters */
              es?: string;
              /** in Portuguese; 1 to 4000 characters */
              pt?: string;
              /** in Italian; 1 to 4000 characters */
              it?: string;
              /** in Polish; 1 to 4000 characters */
              pl?: string;
              /** in Swedish; 1 to 4000 characters */
              sv?: string;
              /** in Norwegian; 1 to 4000 characters */
              no?: string;
            };
            /** when it is offered; words of a client that it answers */
            for?: Array<string>;
            /** whether the whole office uses it; those are kept by Admins */
            whose?: 'mine' | 'office';
          };
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': {
              /** its id, never changed */
              id: string;
              /** what it is found by; 1 to 100 characters */
              title: string;
              /** the words, by language; by language; {first_name}, {home}, {date} and {agent} are filled in where it is used */
              texts: {
                /** in English; 1 to 4000 characters */
                en?: string;
                /** in Dutch; 1 to 4000 characters */
                nl?: string;
                /** in German; 1 to 4000 characters */
                de?: string;
                /** in French; 1 to 4000 characters */
                fr?: string;
                /** in Spanish; 1 to 4000 characters */
                es?: string;
                /** in Portuguese; 1 to 4000 characters */
                pt?: string;
                /** in Italian; 1 to 4000 characters */
                it?: string;
                /** in Polish; 1 to 4000 characters */
                pl?: string;
                /** in Swedish; 1 to 4000 characters */
                sv?: string;
                /** in Norwegian; 1 to 4000 characters */
                no?: string;
              };
              /** when it is offered; words of a client that it answers */
              for: Array<string>;
              /** whether the whole office uses it; those are kept by Admins */
              whose: 'mine' | 'office';
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/answers/{id}': {
    /** Changes a saved answer */
    patch: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      requestBody?: {
        content: {
          'application/json': {
            /** what it is found by; 1 to 100 characters */
            title?: string;
            /** the words, by language; by language; {first_name}, {home}, {date} and {agent} are filled in where it is used */
            texts?: {
              /** in English; 1 to 4000 characters */
              en?: string;
              /** in Dutch; 1 to 4000 characters */
              nl?: string;
              /** in German; 1 to 4000 characters */
              de?: string;
              /** in French; 1 to 4000 characters */
              fr?: string;
              /** in Spanish; 1 to 4000 characters */
              es?: string;
              /** in Portuguese; 1 to 4000 characters */
              pt?: string;
              /** in Italian; 1 to 4000 characters */
              it?: string;
              /** in Polish; 1 to 4000 characters */
              pl?: string;
              /** in Swedish; 1 to 4000 characters */
              sv?: string;
              /** in Norwegian; 1 to 4000 characters */
              no?: string;
            };
            /** when it is offered; words of a client that it answers */
            for?: Array<string>;
            /** whether the whole office uses it; those are kept by Admins */
            whose?: 'mine' | 'office';
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** its id, never changed */
              id: string;
              /** what it is found by; 1 to 100 characters */
              title: string;
              /** the words, by language; by language; {first_name}, {home}, {date} and {agent} are filled in where it is used */
              texts: {
                /** in English; 1 to 4000 characters */
                en?: string;
                /** in Dutch; 1 to 4000 characters */
                nl?: string;
                /** in German; 1 to 4000 characters */
                de?: string;
                /** in French; 1 to 4000 characters */
                fr?: string;
                /** in Spanish; 1 to 4000 characters */
                es?: string;
                /** in Portuguese; 1 to 4000 characters */
                pt?: string;
                /** in Italian; 1 to 4000 characters */
                it?: string;
                /** in Polish; 1 to 4000 characters */
                pl?: string;
                /** in Swedish; 1 to 4000 characters */
                sv?: string;
                /** in Norwegian; 1 to 4000 characters */
                no?: string;
              };
              /** when it is offered; words of a client that it answers */
              for: Array<string>;
              /** whether the whole office uses it; those are kept by Admins */
              whose: 'mine' | 'office';
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Removes a saved answer */
    delete: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        204: { content?: never };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/webhooks': {
    /** Where the company is told of what happens. An address that took nothing for 5 days is told nothing more: `disabled_at` says since when, the Admins get a mail, and PATCH enables it again. */
    get: {
      parameters: {
        path?: never;
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Webhook>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Tells another address. The secret that signs is answered once. https to public addresses only. */
    post: {
      parameters: {
        path?: never;
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** where it is told, over https */
            url: string;
            /** which it is told of; `*`: all */
            events: Array<
              | '*'
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
              | 'activity.created'
            >;
          };
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': {
              /** its id, never changed */
              id: string;
              /** where it is told, over https */
              url: string;
              /** which it is told of; `*`: all */
              events: Array<
                | '*'
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
                | 'activity.created'
              >;
              /** when it was given up because its receiver failed for long; null: it is at work; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
              disabled_at: string | null;
              /** what its calls are signed with; shown this once */
              secret: string;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/webhooks/{id}': {
    /** Tells an address again that was disabled. What happened meanwhile is not sent; what failed before can be sent again. */
    patch: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            /** `true` takes one up again that was given up */
            enabled: true;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Webhook;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Tells this address no more */
    delete: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        204: { content?: never };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/webhooks/{id}/test': {
    /** Tells it a test. An event `webhook.test` with empty `data`, whatever events the webhook asked for. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': WebhookDelivery;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/webhooks/{id}/deliveries': {
    /** What an address was told, newest first */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<WebhookDelivery>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/webhooks/{id}/deliveries/{delivery}/redeliver': {
    /** Tells it once more */
    post: {
      parameters: {
        path: {
          /** its id, never changed */
          id: string;
          /** the delivery’s id */
          delivery: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': WebhookDelivery;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/keys': {
    /** The keys that open the API, newest first. For Admins. Without those that were revoked. `last_used_at` is true to the minute; the keys themselves are not shown again. */
    get: {
      parameters: {
        path?: never;
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<{
                /** its id, never changed */
                id: string;
                /** which program it is for; 1 to 100 characters */
                name: string;
                /** as whom it acts, with their rights */
                user_id: string;
                /** when it was last used, to the minute; null: never; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
                last_used_at: string | null;
                /** when it was made; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
                created_at: string;
              }>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Makes a key. For Admins. It acts as the user, with their rights, and opens nothing while they are not Active. The key is answered once. */
    post: {
      parameters: {
        path?: never;
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** which program it is for; 1 to 100 characters */
            name: string;
            /** as whom it acts, with their rights */
            user_id: string;
          };
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': {
              /** its id, never changed */
              id: string;
              /** which program it is for; 1 to 100 characters */
              name: string;
              /** as whom it acts, with their rights */
              user_id: string;
              /** when it was last used, to the minute; null: never; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
              last_used_at: string | null;
              /** when it was made; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
              created_at: string;
              /** the key itself; shown this once */
              api_key: string;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/keys/{id}': {
    /** Revokes a key: the next request with it is refused */
    delete: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        204: { content?: never };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/channel-accounts': {
    /** The bots of the company, newest first */
    get: {
      parameters: {
        path?: never;
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<ChannelAccount>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Adds a bot. It is at work a moment later; `state` tells how it went. Credentials are sealed and never answered. A bot that the company has ended before goes on with its chats. */
    post: {
      parameters: {
        path?: never;
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** where the client talks */
            channel: 'telegram' | 'whatsapp' | 'teams';
            /** how the platform is spoken to */
            transport?: 'bot_api' | 'cloud' | 'web' | 'connector';
            /** what the office calls the bot; what the office calls it, 1 to 100 characters */
            name?: string;
            /** what the platform gave for it; see the README for those of each channel */
            credentials: {
              /** telegram: the token from BotFather, as 123456:ABC… */
              bot_token?: string;
              /** whatsapp: Meta’s number of digits for the phone, not the phone itself */
              phone_number_id?: string;
              /** whatsapp: a permanent token of the app at Meta */
              access_token?: string;
              /** whatsapp: the secret of the app at Meta, which signs webhooks */
              app_secret?: string;
              /** whatsapp: the word that was chosen at Meta to prove the webhook */
              verify_token?: string;
              /** teams: the id of digits and letters that Azure shows for the bot */
              app_id?: string;
              /** teams: a client secret of the bot */
              app_password?: string;
              /** teams: the id of the directory that the bot is in */
              tenant_id?: string;
            };
          };
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': ChannelAccount;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/channel-accounts/{id}': {
    /** Renames a bot, or gives it new credentials. They are those of the same bot: another one is added by itself. */
    patch: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      requestBody?: {
        content: {
          'application/json': {
            /** what the office calls the bot; what the office calls it, 1 to 100 characters */
            name?: string;
            /** what the platform gave for it; see the README for those of each channel */
            credentials?: {
              /** telegram: the token from BotFather, as 123456:ABC… */
              bot_token?: string;
              /** whatsapp: Meta’s number of digits for the phone, not the phone itself */
              phone_number_id?: string;
              /** whatsapp: a permanent token of the app at Meta */
              access_token?: string;
              /** whatsapp: the secret of the app at Meta, which signs webhooks */
              app_secret?: string;
              /** whatsapp: the word that was chosen at Meta to prove the webhook */
              verify_token?: string;
              /** teams: the id of digits and letters that Azure shows for the bot */
              app_id?: string;
              /** teams: a client secret of the bot */
              app_password?: string;
              /** teams: the id of the directory that the bot is in */
              tenant_id?: string;
            };
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': ChannelAccount;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
    /** Ends a bot. What is still to be sent by it fails. Its chats, and all that was said there, stay readable. */
    delete: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        204: { content?: never };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/channel-accounts/{id}/test': {
    /** Tests a bot. Within ten seconds, and without a word to any client: whether it is at work here, whether its platform takes its credentials, whether that calls us where we are, and whether our own address leads to us. The steps that can be looked at differ by platform. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** what was tried, in order */
              steps: Array<{
                /** what was tried: `atWork` here, `signedIn` at the platform, `called` by it, `reached` from outside */
                step: 'atWork' | 'signedIn' | 'called' | 'reached' | 'templates' | 'token';
                /** whether it went well */
                ok: boolean;
                /** null where it said nothing; what the platform said */
                words: string | null;
              }>;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/export': {
    /** All that is kept about a contact */
    get: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Record<string, unknown>;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/contacts/{id}/erase': {
    /** Deletes a contact and all that is personal about them. Deals and meetings stay without it. This can’t be undone. */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/json': {
            /** that it is meant: nothing of it comes back */
            confirm: true;
            /** why, in the words of whoever decided; 1 to 1000 characters */
            reason: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** when it was done; a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
              erased_at: string;
              /** what was deleted */
              report: {
                /** how many rows of the database */
                rows: number;
                /** how many files */
                files: number;
                /** how many messages that were still to be sent */
                deliveries: number;
              };
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not found */
        404: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/events': {
    /** What came in, newest first. Without its words. `quarantined`: five turns failed; it waits to be replayed or discarded. */
    get: {
      parameters: {
        path?: never;
        query?: {
          /** how many at most */
          limit?: number;
          /** the next_cursor of the part before */
          cursor?: string;
          /** `quarantined`: could not be handled; `discarded`: will not be */
          state?: 'pending' | 'done' | 'quarantined' | 'discarded';
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** the records of this part of the list */
              items: Array<Event>;
              /** asks for the part that follows; null at the end */
              next_cursor: string | null;
            };
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Some fields are not valid */
        422: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/events/{id}/replay': {
    /** Takes a quarantined event again */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Event;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/events/{id}/discard': {
    /** Ends a quarantined event without any effect */
    post: {
      parameters: {
        path: {
          /** its id */
          id: string;
        };
        query?: never;
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody?: {
        content: {
          'application/json': Record<string, never>;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Event;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not found */
        404: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/system/queue': {
    /** What came in and what is owed */
    get: {
      parameters: {
        path?: never;
        query?: never;
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Record<string, unknown>;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
  '/api/v1/import/properties': {
    /** Takes a feed of listings (Kyero, version 3). For Admins. XML of up to 256 MB. Listings are known again by `ref`: new ones are added, known ones changed where they differ, those of an earlier feed that are in this one no more go off the market. Photos are fetched afterwards. What can’t be taken is reported with its line and stops nothing; the same feed again changes nothing. A feed without more than half of the homes that it had closes none. */
    post: {
      parameters: {
        path?: never;
        query?: {
          /** only says what it would do */
          dry_run?: boolean;
        };
        header?: {
          /** repeated within 24 hours, the request is answered the same */
          'Idempotency-Key'?: string;
        };
      };
      requestBody: {
        content: {
          'application/xml': Blob;
          'text/xml': Blob;
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': Import;
          };
        };
        /** No valid API key */
        401: Refused;
        /** Not allowed */
        403: Refused;
        /** Not possible as things are */
        409: Refused;
        /** Too large */
        413: Refused;
        /** Unsupported media type */
        415: Refused;
        /** Too many requests */
        429: Refused;
        /** Any other problem */
        default: Refused;
      };
    };
  };
};
