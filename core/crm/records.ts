import type { Day } from '#core/clock.ts';
import type { ContactId, DealId, MediaId, PropertyId, UserId } from '#core/ids.ts';
import type { PriceBefore } from '#core/offers/price.ts';
import type { Colours, Whose } from '#core/sessions/visitor.ts';
import type { ViewingStatus } from '#core/viewings/viewing.ts';
import type {
  ActivityRecord,
  CompanyRecord,
  ContactRecord,
  DealPropertyRecord,
  DealRecord,
  FeedbackRecord,
  MediaRecord,
  MeetingRecord,
  PropertyRecord,
  UserRecord,
} from './record.ts';

/** Where a part of a list begins: below the record that `before` numbers, by order of arrival. */
export type Span = { readonly limit: number; readonly before: number | null };
/** Part of a list, newest first; `next` is the `before` of the part that follows, null at the end. */
export type Slice<Item> = { readonly items: readonly Item[]; readonly next: number | null };

/** One kind of record of one company. What belongs to another company is as missing. */
interface Shelf<Kind extends { readonly id: string }, Fresh, Change, Filter = object> {
  find(id: Kind['id']): Promise<Kind | undefined>;
  /** The same, taken for this transaction, so that changes to it come one at a time. */
  take(id: Kind['id']): Promise<Kind | undefined>;
  list(filter: Filter, span: Span): Promise<Slice<Kind>>;
  add(fresh: Fresh): Promise<Kind>;
  change(id: Kind['id'], change: Change): Promise<Kind>;
}

/** What may be left out when a record is made, and the rest. */
type With<Kind, Needed extends keyof Kind, Given> = Pick<Kind, Needed> & Partial<Omit<Kind, Needed | keyof Given>>;

type Made = {
  id: unknown;
  created_at: unknown;
  photo: unknown;
  files: unknown;
  tesoro_reference: unknown;
  former_price: unknown;
  price_changed_at: unknown;
  is_portal_user: unknown;
};
export type NewUser = With<UserRecord, 'name' | 'email' | 'role', Made>;
export type NewContact = With<ContactRecord, 'kind' | 'first_name' | 'last_name' | 'email', Made>;
type NewProperty = With<PropertyRecord, 'name' | 'type' | 'transaction' | 'price' | 'currency', Made>;
export type NewDeal = With<DealRecord, 'name' | 'type' | 'contacts', Made>;

/** What a user chose for the console alone. */
export type Look = {
  readonly language: string | null;
  readonly colours: Colours;
  readonly singleKeys: boolean;
  readonly whose: Whose;
};

export type CompanyChange = Partial<Omit<CompanyRecord, 'id' | 'slug' | 'logo' | 'invite_code' | 'created_at'>>;
export type UserChange = Partial<NewUser>;
export type ContactChange = Partial<NewContact>;
export type PropertyChange = Partial<NewProperty>;
export type DealChange = Partial<NewDeal>;

export type ContactFilter = {
  readonly kind?: ContactRecord['kind'];
  /** In any case. */
  readonly email?: string;
  /** The beginning of a first name, last name or e-mail, in any case. */
  readonly q?: string;
};

/** Days in the company's zone. A pending meeting is matched by the days that were wished for, others by their start. */
export type MeetingFilter = {
  /** Only those whose client waits for an answer. */
  readonly isWaiting?: boolean;
  readonly status?: ViewingStatus;
  /** Only those of these deals. */
  readonly deals?: readonly DealId[];
  /** Only those that they asked for, or that are nobody's since whoever asked was erased. */
  readonly contact?: ContactId;
  readonly from?: { readonly moment: Date; readonly day: Day };
  readonly to?: { readonly moment: Date; readonly day: Day };
};

export type DealFilter = {
  readonly status?: DealRecord['status'];
  /** Only those that they are on. */
  readonly contact?: ContactId;
};

/** Whose lines: of one contact, of one deal, or of the whole office; `by`: only what clients did, or the office. */
export type ActivityFilter = ({ readonly contact: ContactId } | { readonly deal: DealId } | { readonly all: true }) & {
  readonly by?: 'client' | 'office';
};

type DealPropertyChange = {
  readonly status: DealPropertyRecord['status'];
  readonly proposedAt?: Date;
  /** Null: it still waits to be pushed. */
  readonly pushedAt?: Date | null;
  /** Forgets that it was opened and judged: it is offered anew. */
  readonly afresh?: boolean;
};

/** One property in deals. */
export interface DealProperties {
  /** In all the deals that it is in. */
  of(property: PropertyId): Promise<readonly DealPropertyRecord[]>;
  list(deal: DealId, span: Span): Promise<Slice<DealPropertyRecord>>;
  /** Taken for this transaction. */
  take(deal: DealId, property: PropertyId): Promise<DealPropertyRecord | undefined>;
  /** Makes it where there is none. */
  put(deal: DealId, property: PropertyId, change: DealPropertyChange): Promise<DealPropertyRecord>;
}

export type NewMedia = {
  readonly id: MediaId;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly sha256: string;
};

/** The plain records of one company, in the shape of the API. */
export type Records = {
  readonly company: {
    get(): Promise<CompanyRecord>;
    change(change: CompanyChange): Promise<CompanyRecord>;
    /** Its bytes are in the store; those of the former one go with the next clearing up. Null: it has none. */
    setLogo(logo: NewMedia | null): Promise<void>;
  };
  readonly users: Shelf<UserRecord, NewUser, UserChange> & {
    /** In any case; the e-mail is taken for this transaction, so that no two users get it. */
    withEmail(email: string): Promise<UserRecord | undefined>;
    /** Taken for this transaction. */
    activeAdmins(): Promise<readonly UserId[]>;
    /** How the console looks to them and what it shows; undefined stays as it is. */
    setLook(id: UserId, look: Partial<Look>): Promise<void>;
  };
  readonly contacts: Shelf<ContactRecord, NewContact, ContactChange, ContactFilter>;
  readonly properties: Shelf<PropertyRecord, NewProperty, PropertyChange & Partial<PriceBefore>> & {
    /** Adds photos behind those that are there. */
    addFiles(property: PropertyId, files: readonly NewMedia[]): Promise<void>;
    nameFile(property: PropertyId, file: MediaId, title: string | null): Promise<void>;
    /** Puts its files in this order. */
    orderFiles(property: PropertyId, files: readonly MediaId[]): Promise<void>;
    /** Takes a file out; its bytes go with the next clearing up. */
    dropFile(property: PropertyId, file: MediaId): Promise<void>;
  };
  readonly deals: Shelf<DealRecord, NewDeal, DealChange, DealFilter>;
  readonly dealProperties: DealProperties;
  readonly meetings: Pick<Shelf<MeetingRecord, never, never, MeetingFilter>, 'find' | 'list'>;
  readonly feedback: {
    /** Newest first. */
    list(
      whose: { readonly contact: ContactId } | { readonly deal: DealId },
      span: Span,
    ): Promise<Slice<FeedbackRecord>>;
  };
  readonly activities: {
    /** Newest first. */
    list(filter: ActivityFilter, span: Span): Promise<Slice<ActivityRecord>>;
  };
  readonly media: { find(media: MediaId): Promise<MediaRecord | undefined> };
};
