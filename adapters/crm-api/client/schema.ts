// Written from the server’s /api/openapi.json by `npm run api-client`.

export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: Array<{
    field: string;
    detail: string;
  }>;
};

export type Company = {
  /** an id */
  id: string;
  slug: string;
  /** 1 to 200 characters */
  name: string;
  /** an IANA time zone, as Europe/Madrid */
  time_zone: string;
  /** a currency by ISO 4217, as EUR */
  currency: string;
  /** the portal switch */
  is_active: boolean;
  default_language: 'en' | 'nl' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'pl' | 'sv' | 'no';
  reject_reasons: Array<string>;
  quiet_hours: {
    /** a time of day, HH:MM */
    from: string;
    /** a time of day, HH:MM */
    to: string;
  } | null;
  offer_bundle_times: Array<string>;
  retention_months: number;
  /** in the company’s zone */
  office_hours: Array<{
    /** 1 is Monday, 7 is Sunday */
    days: Array<number>;
    /** a time of day, HH:MM */
    from: string;
    /** a time of day, HH:MM */
    to: string;
  }>;
  closed_days: Array<string>;
  /** the time that is suggested first for a part of the day */
  viewing_times: {
    /** a time of day, HH:MM */
    morning: string;
    /** a time of day, HH:MM */
    afternoon: string;
    /** a time of day, HH:MM */
    evening: string;
    /** a time of day, HH:MM */
    any: string;
  };
  /** how long a viewing takes */
  viewing_minutes: number;
  /** what lies between two viewings of one user */
  viewing_gap_minutes: number;
  escalate_minutes: number | null;
  /** how often somebody is reminded of what is overdue */
  repeat_hours: number;
  fallback_user_id: string | null;
  /** a chat that somebody took goes back to the bot so long after its last words */
  hold_hours: number;
  logo: string | null;
  invite_code: string;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type User = {
  /** an id */
  id: string;
  /** 1 to 200 characters */
  name: string;
  /** an e-mail address that mail can be sent to */
  email: string;
  phone: string | null;
  job_title: string | null;
  role: 'Admin' | 'Employee';
  status: 'Active' | 'Inactive' | 'Pending';
  language: string | null;
  photo: string | null;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type Contact = {
  /** an id */
  id: string;
  kind: 'lead' | 'contact';
  /** 1 to 100 characters, no digits */
  first_name: string;
  /** 1 to 100 characters, no digits */
  last_name: string;
  /** an e-mail address that mail can be sent to */
  email: string;
  phone: string | null;
  whatsapp_number: string | null;
  language: string | null;
  role: 'Buyer' | 'Tenant' | 'Seller' | 'Landlord' | 'other' | null;
  assigned_to: string | null;
  tags: Array<string>;
  office_note: string | null;
  photo: string | null;
  is_portal_user: boolean;
  lead_type?: string | null;
  lead_source?: string | null;
  lead_stage?: string | null;
  lead_status?: string | null;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type Property = {
  /** an id */
  id: string;
  /** 1 to 300 characters */
  name: string;
  status: 'active' | 'sold' | 'rented' | 'cancelled' | 'off_market';
  reference: string | null;
  /** 1 to 100 characters */
  type: string;
  transaction: 'for_sale' | 'for_rent';
  price: number;
  /** a currency by ISO 4217, as EUR */
  currency: string;
  number_of_bedrooms: number | null;
  number_of_bathrooms: number | null;
  builded_area: number | null;
  useful_area: number | null;
  plot_size: number | null;
  energy_rating: {
    consumption: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
    emissions: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
  } | null;
  description: Array<{
    /** a language tag, as en or pt-PT */
    lang: string;
    /** 1 to 500 characters */
    title?: string;
    text?: string;
  }>;
  address: {
    street?: string;
    address_line_2?: string;
    city?: string;
    state?: string;
    zip_code?: string;
    country?: string;
  } | null;
  location: {
    type: 'Point';
    /** longitude, then latitude */
    coordinates: [number, number];
  } | null;
  details: Record<string, unknown>;
  features: Record<string, boolean>;
  virtual_tour_url: string | null;
  commission_percentage: number | null;
  owner_net_price: number | null;
  internal_notes: string | null;
  cadastral_reference: string | null;
  owner: string | null;
  /** given by the system, never changed; the one that clients see */
  tesoro_reference: string;
  files: Array<{
    /** an id */
    id: string;
    mime: string;
    sort: number;
    title: string | null;
    tags: Array<string>;
  }>;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type Deal = {
  /** an id */
  id: string;
  /** 1 to 100 characters */
  name: string;
  type: 'Buy' | 'Rent' | 'Sell' | 'Rent out';
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
  status: 'open' | 'won' | 'lost';
  contacts: Array<string>;
  assigned_to: string | null;
  criteria: Record<string, unknown>;
  deal_value: number | null;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type DealProperty = {
  /** an id */
  id: string;
  /** an id */
  deal_id: string;
  /** an id */
  property_id: string;
  status: 'preselect' | 'rejected_by_agent' | 'proposed' | 'pending' | 'interested' | 'rejected' | 'approved';
  proposed_at: string | null;
  opened_at: string | null;
  verdict_at: string | null;
  reject_reasons: Array<string>;
  reject_text: string | null;
  favourite: boolean;
  visited_at: string | null;
  rating: number | null;
  offer_price: number | null;
};

export type Meeting = {
  /** an id */
  id: string;
  /** an id */
  deal_id: string;
  /** an id */
  property_id: string;
  contact_id: string | null;
  owner_id: string | null;
  type: string;
  category: string;
  status: 'pending' | 'confirmed' | 'rejected' | 'cancelled' | 'completed';
  preferred_dates: Array<{
    date: string;
    part_of_day: 'any' | 'morning' | 'afternoon' | 'evening';
    /** a time of day, HH:MM */
    from?: string;
    /** a time of day, HH:MM */
    to?: string;
  }>;
  start_date: string | null;
  end_date: string | null;
  proposed_start_date: string | null;
  open_wish: boolean;
  waiting_since: string | null;
  answer_due?: string | null;
  attendance: 'coming' | 'late' | null;
  reason: string | null;
  location: string | null;
  history: Array<Record<string, unknown>>;
  ics_uid: string;
  ics_sequence: number;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type Activity = {
  /** an id */
  id: string;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  at: string;
  type: string;
  title: string;
  text: string | null;
  channel: string | null;
  actor: {
    kind: 'client' | 'user' | 'system';
    id: string | null;
    name: string;
  };
  /** an id */
  contact_id: string;
  deal_id: string | null;
  property_id: string | null;
  meeting_id: string | null;
  media: Array<string>;
};

export type Feedback = {
  /** an id */
  id: string;
  kind: 'photos' | 'note' | 'voice_note' | 'rating';
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  at: string;
  /** an id */
  contact_id: string;
  /** an id */
  deal_id: string;
  /** an id */
  property_id: string;
  /** an id */
  meeting_id: string;
  text?: string;
  stars?: number;
  media: Array<{
    /** an id */
    id: string;
    mime: string;
    width?: number;
    height?: number;
    duration_seconds?: number;
  }>;
};

export type PortalUser = {
  /** an id */
  id: string;
  /** an id */
  contact_id: string;
  email: string;
  status: 'Draft' | 'Active' | 'Blocked';
  password_is_temporary: boolean;
  last_sign_in: string | null;
  /** one way in a channel, each good once a channel for 30 days */
  links?: {
    telegram?: string;
    whatsapp?: string;
    teams?: string;
    web?: string;
  };
};

export type Failure = {
  code: string;
  cause: string;
  next_step: string;
};

export type Message = {
  /** an id */
  id: string;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  at: string;
  from: 'client' | 'user' | 'bot';
  text: string;
  media: Array<string>;
  channel: 'telegram' | 'whatsapp' | 'teams';
  state: string | null;
  platform_id: string | null;
  failure?: Failure;
};

export type Delivery = {
  /** an id */
  id: string;
  state: 'failed' | 'uncertain';
  kind: string;
  channel: 'telegram' | 'whatsapp' | 'teams';
  contact: {
    /** an id */
    id: string;
    first_name: string;
    last_name: string;
  } | null;
  /** what the client would have read */
  text: string;
  failure: Failure | null;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  at: string;
  settled_at: string | null;
  settled_by: string | null;
};

export type Client = {
  /** an id */
  id: string;
  first_name: string;
  last_name: string;
  language: string | null;
  phone: string | null;
  channels: Array<'telegram' | 'whatsapp' | 'teams'>;
};

export type Home = {
  /** an id */
  id: string;
  name: string;
  tesoro_reference: string;
  city: string | null;
  photo: string | null;
};

export type Wish = {
  date: string;
  part_of_day: 'any' | 'morning' | 'afternoon' | 'evening';
  /** a time of day, HH:MM */
  from?: string;
  /** a time of day, HH:MM */
  to?: string;
  start_date: string | null;
  end_date: string | null;
  cause:
    | {
        code: 'elsewhere';
        city: string;
        /** an id */
        meeting_id: string;
      }
    | {
        code: 'showing';
        property: string;
        /** an id */
        meeting_id: string;
      }
    | {
        code: 'home_taken';
        /** an id */
        meeting_id: string;
      }
    | {
        code: 'past';
      }
    | {
        code: 'no_time';
      }
    | null;
};

export type Times = {
  wishes: Array<Wish>;
  next: Array<{
    /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
    start_date: string;
    /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
    end_date: string;
  }>;
  days: Array<{
    /** a day of the calendar, as 2026-11-26 */
    date: string;
    times: Array<{
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      start_date: string;
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      end_date: string;
      cause:
        | {
            code: 'elsewhere';
            city: string;
            /** an id */
            meeting_id: string;
          }
        | {
            code: 'showing';
            property: string;
            /** an id */
            meeting_id: string;
          }
        | {
            code: 'home_taken';
            /** an id */
            meeting_id: string;
          }
        | null;
    }>;
  }>;
};

export type Wait =
  | {
      kind: 'viewing_requested';
      /** of the viewing, the delivery or the contact that it is about */
      id: string;
      contact: Client;
      owner: {
        /** an id */
        id: string;
        name: string;
      } | null;
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      answer_due: string | null;
      is_overdue: boolean;
      /** an id */
      meeting_id: string;
      /** an id */
      deal_id: string;
      start_date: string | null;
      end_date: string | null;
      property: Home;
      wishes: Array<Wish>;
      is_again: boolean;
    }
  | {
      kind: 'another_time';
      /** of the viewing, the delivery or the contact that it is about */
      id: string;
      contact: Client;
      owner: {
        /** an id */
        id: string;
        name: string;
      } | null;
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      answer_due: string | null;
      is_overdue: boolean;
      /** an id */
      meeting_id: string;
      /** an id */
      deal_id: string;
      start_date: string | null;
      end_date: string | null;
      property: Home;
      wishes: Array<Wish>;
    }
  | {
      kind: 'no_answer';
      /** of the viewing, the delivery or the contact that it is about */
      id: string;
      contact: Client;
      owner: {
        /** an id */
        id: string;
        name: string;
      } | null;
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      answer_due: string | null;
      is_overdue: boolean;
      /** an id */
      meeting_id: string;
      /** an id */
      deal_id: string;
      start_date: string | null;
      end_date: string | null;
      property: Home;
    }
  | {
      kind: 'late';
      /** of the viewing, the delivery or the contact that it is about */
      id: string;
      contact: Client;
      owner: {
        /** an id */
        id: string;
        name: string;
      } | null;
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      answer_due: string | null;
      is_overdue: boolean;
      /** an id */
      meeting_id: string;
      /** an id */
      deal_id: string;
      start_date: string | null;
      end_date: string | null;
      property: Home;
    }
  | {
      kind: 'message';
      /** of the viewing, the delivery or the contact that it is about */
      id: string;
      contact: Client;
      owner: {
        /** an id */
        id: string;
        name: string;
      } | null;
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      answer_due: string | null;
      is_overdue: boolean;
      /** what was written last */
      text: string;
      media: Array<string>;
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      at: string;
      /** how many messages are unanswered */
      count: number;
      channel: 'telegram' | 'whatsapp' | 'teams';
      window_closes_at: string | null;
      property: Home | null;
      held_by: string | null;
    }
  | {
      kind: 'new_lead';
      /** of the viewing, the delivery or the contact that it is about */
      id: string;
      contact: Client;
      owner: {
        /** an id */
        id: string;
        name: string;
      } | null;
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      answer_due: string | null;
      is_overdue: boolean;
      lead_source: string | null;
    }
  | {
      kind: 'delivery_failed';
      /** of the viewing, the delivery or the contact that it is about */
      id: string;
      contact: Client;
      owner: {
        /** an id */
        id: string;
        name: string;
      } | null;
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      answer_due: string | null;
      is_overdue: boolean;
      delivery_kind: string;
      channel: 'telegram' | 'whatsapp' | 'teams';
      failure: Failure;
    }
  | {
      kind: 'erasure_requested';
      /** of the viewing, the delivery or the contact that it is about */
      id: string;
      contact: Client;
      owner: {
        /** an id */
        id: string;
        name: string;
      } | null;
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      answer_due: string | null;
      is_overdue: boolean;
    }
  | {
      kind: 'reminder';
      /** of the viewing, the delivery or the contact that it is about */
      id: string;
      contact: Client;
      owner: {
        /** an id */
        id: string;
        name: string;
      } | null;
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      waiting_since: string;
      answer_due: string | null;
      is_overdue: boolean;
      /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
      remind_at: string;
    };

export type Today = {
  /** a day of the calendar, as 2026-11-26 */
  date: string;
  time_zone: string;
  viewings: Array<{
    /** an id */
    meeting_id: string;
    /** an id */
    deal_id: string;
    /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
    start_date: string;
    end_date: string | null;
    status: 'confirmed' | 'completed';
    attendance: 'coming' | 'late' | null;
    open_wish: boolean;
    owner_id: string | null;
    contact: Client | null;
    property: Home;
    street: string | null;
    location: {
      latitude: number;
      longitude: number;
    } | null;
  }>;
  activities: Array<{
    activity: Activity;
    contact: Client | null;
    property: Home | null;
  }>;
};

export type Import = {
  /** an id */
  id: string;
  state: 'under_way' | 'done' | 'broken' | 'interrupted';
  dry_run: boolean;
  /** an id */
  user_id: string;
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** imported before, and in this feed no more: now off the market */
  closed: number;
  /** so many would have been closed that the feed is taken for a cut one */
  not_closed: number;
  /** still to be fetched */
  photos: number;
  refused: number;
  /** the first 1,000 */
  refusals: Array<{
    line: number;
    reference: string | null;
    field: string;
    detail: string;
  }>;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
  ended_at: string | null;
};

export type Webhook = {
  /** an id */
  id: string;
  url: string;
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
  disabled_at: string | null;
};

export type WebhookDelivery = {
  /** an id */
  id: string;
  event: string;
  state: 'queued' | 'sent' | 'failed';
  attempts: number;
  last_error: string | null;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  due_at: string;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type ChannelAccount = {
  /** an id */
  id: string;
  channel: 'telegram' | 'whatsapp' | 'teams';
  transport: 'bot_api' | 'cloud' | 'web' | 'connector';
  name: string;
  /** the platform’s public id of the bot */
  external_id: string;
  handle: string | null;
  /** whether the settings of the server describe it */
  from_settings: boolean;
  webhook_url: string | null;
  state: 'up' | 'waits' | 'down';
  why: string | null;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  created_at: string;
};

export type Event = {
  /** an id */
  id: string;
  channel: 'telegram' | 'whatsapp' | 'teams';
  /** an id */
  account: string;
  key: string;
  /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
  received_at: string;
  state: 'pending' | 'done' | 'quarantined' | 'discarded';
  attempts: number;
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
            /** 1 to 200 characters */
            name?: string;
            /** an IANA time zone, as Europe/Madrid */
            time_zone?: string;
            /** a currency by ISO 4217, as EUR */
            currency?: string;
            /** the portal switch */
            is_active?: boolean;
            default_language?: 'en' | 'nl' | 'de' | 'fr' | 'es' | 'pt' | 'it' | 'pl' | 'sv' | 'no';
            reject_reasons?: Array<string>;
            quiet_hours?: {
              /** a time of day, HH:MM */
              from: string;
              /** a time of day, HH:MM */
              to: string;
            } | null;
            offer_bundle_times?: Array<string>;
            retention_months?: number;
            /** in the company’s zone */
            office_hours?: Array<{
              /** 1 is Monday, 7 is Sunday */
              days: Array<number>;
              /** a time of day, HH:MM */
              from: string;
              /** a time of day, HH:MM */
              to: string;
            }>;
            closed_days?: Array<string>;
            /** the time that is suggested first for a part of the day */
            viewing_times?: {
              /** a time of day, HH:MM */
              morning: string;
              /** a time of day, HH:MM */
              afternoon: string;
              /** a time of day, HH:MM */
              evening: string;
              /** a time of day, HH:MM */
              any: string;
            };
            /** how long a viewing takes */
            viewing_minutes?: number;
            /** what lies between two viewings of one user */
            viewing_gap_minutes?: number;
            escalate_minutes?: number | null;
            /** how often somebody is reminded of what is overdue */
            repeat_hours?: number;
            fallback_user_id?: string | null;
            /** a chat that somebody took goes back to the bot so long after its last words */
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
              items: Array<User>;
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
            /** 1 to 200 characters */
            name: string;
            /** an e-mail address that mail can be sent to */
            email: string;
            role?: 'Admin' | 'Employee';
            phone?: string | null;
            job_title?: string | null;
            status?: 'Active' | 'Inactive' | 'Pending';
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
            /** 1 to 200 characters */
            name?: string;
            /** an e-mail address that mail can be sent to */
            email?: string;
            phone?: string | null;
            job_title?: string | null;
            role?: 'Admin' | 'Employee';
            status?: 'Active' | 'Inactive' | 'Pending';
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
            /** an id */
            to: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              contacts: number;
              deals: number;
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
              items: Array<Contact>;
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
            /** 1 to 100 characters, no digits */
            first_name: string;
            /** 1 to 100 characters, no digits */
            last_name: string;
            /** an e-mail address that mail can be sent to */
            email: string;
            kind?: 'lead' | 'contact';
            phone?: string | null;
            whatsapp_number?: string | null;
            language?: string | null;
            role?: 'Buyer' | 'Tenant' | 'Seller' | 'Landlord' | 'other' | null;
            assigned_to?: string | null;
            tags?: Array<string>;
            office_note?: string | null;
            lead_type?: string | null;
            lead_source?: string | null;
            lead_stage?: string | null;
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
            /** 1 to 100 characters, no digits */
            first_name?: string;
            /** 1 to 100 characters, no digits */
            last_name?: string;
            /** an e-mail address that mail can be sent to */
            email?: string;
            phone?: string | null;
            whatsapp_number?: string | null;
            language?: string | null;
            role?: 'Buyer' | 'Tenant' | 'Seller' | 'Landlord' | 'other' | null;
            assigned_to?: string | null;
            tags?: Array<string>;
            office_note?: string | null;
            lead_type?: string | null;
            lead_source?: string | null;
            lead_stage?: string | null;
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
              items: Array<Property>;
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
            /** 1 to 300 characters */
            name: string;
            /** 1 to 100 characters */
            type: string;
            transaction: 'for_sale' | 'for_rent';
            price: number;
            status?: 'active' | 'sold' | 'rented' | 'cancelled' | 'off_market';
            reference?: string | null;
            /** a currency by ISO 4217, as EUR */
            currency?: string;
            number_of_bedrooms?: number | null;
            number_of_bathrooms?: number | null;
            builded_area?: number | null;
            useful_area?: number | null;
            plot_size?: number | null;
            energy_rating?: {
              consumption: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
              emissions: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
            } | null;
            description?: Array<{
              /** a language tag, as en or pt-PT */
              lang: string;
              /** 1 to 500 characters */
              title?: string;
              text?: string;
            }>;
            address?: {
              street?: string;
              address_line_2?: string;
              city?: string;
              state?: string;
              zip_code?: string;
              country?: string;
            } | null;
            location?: {
              type: 'Point';
              /** longitude, then latitude */
              coordinates: [number, number];
            } | null;
            details?: Record<string, unknown>;
            features?: Record<string, boolean>;
            virtual_tour_url?: string | null;
            commission_percentage?: number | null;
            owner_net_price?: number | null;
            internal_notes?: string | null;
            cadastral_reference?: string | null;
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
    /** Changes a listing. A new status brings the cards up to date that clients were shown. */
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
            /** 1 to 300 characters */
            name?: string;
            status?: 'active' | 'sold' | 'rented' | 'cancelled' | 'off_market';
            reference?: string | null;
            /** 1 to 100 characters */
            type?: string;
            transaction?: 'for_sale' | 'for_rent';
            price?: number;
            /** a currency by ISO 4217, as EUR */
            currency?: string;
            number_of_bedrooms?: number | null;
            number_of_bathrooms?: number | null;
            builded_area?: number | null;
            useful_area?: number | null;
            plot_size?: number | null;
            energy_rating?: {
              consumption: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
              emissions: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | null;
            } | null;
            description?: Array<{
              /** a language tag, as en or pt-PT */
              lang: string;
              /** 1 to 500 characters */
              title?: string;
              text?: string;
            }>;
            address?: {
              street?: string;
              address_line_2?: string;
              city?: string;
              state?: string;
              zip_code?: string;
              country?: string;
            } | null;
            location?: {
              type: 'Point';
              /** longitude, then latitude */
              coordinates: [number, number];
            } | null;
            details?: Record<string, unknown>;
            features?: Record<string, boolean>;
            virtual_tour_url?: string | null;
            commission_percentage?: number | null;
            owner_net_price?: number | null;
            internal_notes?: string | null;
            cadastral_reference?: string | null;
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
              items: Array<Deal>;
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
            /** 1 to 100 characters */
            name: string;
            type: 'Buy' | 'Rent' | 'Sell' | 'Rent out';
            contacts: Array<string>;
            assigned_to?: string | null;
            criteria?: Record<string, unknown>;
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
            /** 1 to 100 characters */
            name?: string;
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
            status?: 'open' | 'won' | 'lost';
            contacts?: Array<string>;
            assigned_to?: string | null;
            criteria?: Record<string, unknown>;
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
              items: Array<DealProperty>;
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
          property_id: string;
        };
        query?: never;
        header?: never;
      };
      requestBody: {
        content: {
          'application/json': {
            status: 'preselect' | 'rejected_by_agent' | 'proposed' | 'approved';
            /** when clients are told of an offer: at once, or with the next bundle; never in quiet hours */
            push?: 'now' | 'bundle';
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** an id */
              id: string;
              /** an id */
              deal_id: string;
              /** an id */
              property_id: string;
              status:
                | 'preselect'
                | 'rejected_by_agent'
                | 'proposed'
                | 'pending'
                | 'interested'
                | 'rejected'
                | 'approved';
              proposed_at: string | null;
              opened_at: string | null;
              verdict_at: string | null;
              reject_reasons: Array<string>;
              reject_text: string | null;
              favourite: boolean;
              visited_at: string | null;
              rating: number | null;
              offer_price: number | null;
              push?: {
                /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
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
              items: Array<Meeting>;
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
    /** Confirms a requested viewing. Sets its time, free to differ from the wishes; 45 minutes where no end is given. */
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
            /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
            start_date: string;
            /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
            end_date?: string;
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
    /** Offers another time for a requested viewing. The client accepts it or answers with other dates. */
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
            /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
            start_date: string;
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
            /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
            start_date: string;
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
            /** what the client reads, 1 to 1000 characters */
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
            /** what the client reads, 1 to 1000 characters */
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
            /** what the client reads, 1 to 1000 characters */
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
              items: Array<Activity>;
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
              items: Array<Activity>;
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
              items: Array<Feedback>;
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
              items: Array<Feedback>;
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
              items: Array<Message>;
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
            /** 1 to 4096 characters */
            text: string;
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
            /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
            at: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** an id */
              contact_id: string;
              /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
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
              items: Array<Delivery>;
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
              items: Array<Wait>;
              next_cursor: string | null;
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
          q: string;
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              contacts: Array<{
                /** an id */
                id: string;
                kind: 'lead' | 'contact';
                /** 1 to 100 characters, no digits */
                first_name: string;
                /** 1 to 100 characters, no digits */
                last_name: string;
                /** an e-mail address that mail can be sent to */
                email: string;
                phone: string | null;
              }>;
              deals: Array<{
                /** an id */
                id: string;
                /** 1 to 100 characters */
                name: string;
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
                status: 'open' | 'won' | 'lost';
              }>;
              properties: Array<{
                /** an id */
                id: string;
                /** 1 to 300 characters */
                name: string;
                status: 'active' | 'sold' | 'rented' | 'cancelled' | 'off_market';
                reference: string | null;
                /** given by the system, never changed; the one that clients see */
                tesoro_reference: string;
                city: string | null;
              }>;
              requests: Array<{
                /** an id */
                id: string;
                status: 'pending' | 'confirmed';
                contact: {
                  /** an id */
                  id: string;
                  name: string;
                } | null;
                property: {
                  /** an id */
                  id: string;
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
              items: Array<{
                /** an id */
                id: string;
                /** 1 to 100 characters */
                title: string;
                /** by language; {first_name}, {home}, {date} and {agent} are filled in where it is used */
                texts: {
                  /** 1 to 4000 characters */
                  en?: string;
                  /** 1 to 4000 characters */
                  nl?: string;
                  /** 1 to 4000 characters */
                  de?: string;
                  /** 1 to 4000 characters */
                  fr?: string;
                  /** 1 to 4000 characters */
                  es?: string;
                  /** 1 to 4000 characters */
                  pt?: string;
                  /** 1 to 4000 characters */
                  it?: string;
                  /** 1 to 4000 characters */
                  pl?: string;
                  /** 1 to 4000 characters */
                  sv?: string;
                  /** 1 to 4000 characters */
                  no?: string;
                };
                /** words of a client that it answers */
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
            /** 1 to 100 characters */
            title: string;
            /** by language; {first_name}, {home}, {date} and {agent} are filled in where it is used */
            texts: {
              /** 1 to 4000 characters */
              en?: string;
              /** 1 to 4000 characters */
              nl?: string;
              /** 1 to 4000 characters */
              de?: string;
              /** 1 to 4000 characters */
              fr?: string;
              /** 1 to 4000 characters */
              es?: string;
              /** 1 to 4000 characters */
              pt?: string;
              /** 1 to 4000 characters */
              it?: string;
              /** 1 to 4000 characters */
              pl?: string;
              /** 1 to 4000 characters */
              sv?: string;
              /** 1 to 4000 characters */
              no?: string;
            };
            /** words of a client that it answers */
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
              /** an id */
              id: string;
              /** 1 to 100 characters */
              title: string;
              /** by language; {first_name}, {home}, {date} and {agent} are filled in where it is used */
              texts: {
                /** 1 to 4000 characters */
                en?: string;
                /** 1 to 4000 characters */
                nl?: string;
                /** 1 to 4000 characters */
                de?: string;
                /** 1 to 4000 characters */
                fr?: string;
                /** 1 to 4000 characters */
                es?: string;
                /** 1 to 4000 characters */
                pt?: string;
                /** 1 to 4000 characters */
                it?: string;
                /** 1 to 4000 characters */
                pl?: string;
                /** 1 to 4000 characters */
                sv?: string;
                /** 1 to 4000 characters */
                no?: string;
              };
              /** words of a client that it answers */
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
            /** 1 to 100 characters */
            title?: string;
            /** by language; {first_name}, {home}, {date} and {agent} are filled in where it is used */
            texts?: {
              /** 1 to 4000 characters */
              en?: string;
              /** 1 to 4000 characters */
              nl?: string;
              /** 1 to 4000 characters */
              de?: string;
              /** 1 to 4000 characters */
              fr?: string;
              /** 1 to 4000 characters */
              es?: string;
              /** 1 to 4000 characters */
              pt?: string;
              /** 1 to 4000 characters */
              it?: string;
              /** 1 to 4000 characters */
              pl?: string;
              /** 1 to 4000 characters */
              sv?: string;
              /** 1 to 4000 characters */
              no?: string;
            };
            /** words of a client that it answers */
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
              /** an id */
              id: string;
              /** 1 to 100 characters */
              title: string;
              /** by language; {first_name}, {home}, {date} and {agent} are filled in where it is used */
              texts: {
                /** 1 to 4000 characters */
                en?: string;
                /** 1 to 4000 characters */
                nl?: string;
                /** 1 to 4000 characters */
                de?: string;
                /** 1 to 4000 characters */
                fr?: string;
                /** 1 to 4000 characters */
                es?: string;
                /** 1 to 4000 characters */
                pt?: string;
                /** 1 to 4000 characters */
                it?: string;
                /** 1 to 4000 characters */
                pl?: string;
                /** 1 to 4000 characters */
                sv?: string;
                /** 1 to 4000 characters */
                no?: string;
              };
              /** words of a client that it answers */
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
              items: Array<Webhook>;
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
            url: string;
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
              /** an id */
              id: string;
              url: string;
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
              disabled_at: string | null;
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
              items: Array<WebhookDelivery>;
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
          id: string;
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
              items: Array<{
                /** an id */
                id: string;
                /** 1 to 100 characters */
                name: string;
                /** an id */
                user_id: string;
                last_used_at: string | null;
                /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
                created_at: string;
              }>;
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
            /** 1 to 100 characters */
            name: string;
            /** an id */
            user_id: string;
          };
        };
      };
      responses: {
        /** Done */
        201: {
          content: {
            'application/json': {
              /** an id */
              id: string;
              /** 1 to 100 characters */
              name: string;
              /** an id */
              user_id: string;
              last_used_at: string | null;
              /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
              created_at: string;
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
              items: Array<ChannelAccount>;
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
            channel: 'telegram' | 'whatsapp' | 'teams';
            transport?: 'bot_api' | 'cloud' | 'web' | 'connector';
            /** what the office calls it, 1 to 100 characters */
            name?: string;
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
            /** what the office calls it, 1 to 100 characters */
            name?: string;
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
              steps: Array<{
                step: 'atWork' | 'signedIn' | 'called' | 'reached';
                ok: boolean;
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
            confirm: true;
            /** 1 to 1000 characters */
            reason: string;
          };
        };
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              /** a moment as ISO 8601 with its offset, as 2026-11-26T10:00:00Z */
              erased_at: string;
              report: {
                rows: number;
                files: number;
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
          state?: 'pending' | 'done' | 'quarantined' | 'discarded';
        };
        header?: never;
      };
      responses: {
        /** Done */
        200: {
          content: {
            'application/json': {
              items: Array<Event>;
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
