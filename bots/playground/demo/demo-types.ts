import type { PortraitSketch } from '#adapters/pictures/draw-portrait.ts';
import type { HomeSketch } from '#adapters/pictures/property-sketch.ts';

export type DemoLanguage = 'en' | 'nl' | 'de' | 'es' | 'fr' | 'sv' | 'it' | 'pl' | 'pt' | 'no';
export type DemoLane =
  | 'preselect'
  | 'rejected_by_agent'
  | 'proposed'
  | 'pending'
  | 'interested'
  | 'rejected'
  | 'approved';
type EnergyClass = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G';

export type DemoCompany = {
  readonly slug: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly isActive: boolean;
  readonly defaultLanguage: DemoLanguage;
  readonly rejectReasons: readonly string[];
  /** Local times of the company's zone. */
  readonly quietHours: { readonly from: string; readonly to: string };
  readonly offerBundleTimes: readonly string[];
  readonly retentionMonths: number;
};

export type DemoUser = {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly jobTitle: string;
  readonly role: 'Admin' | 'Employee';
  readonly status: 'Active';
  readonly language: DemoLanguage;
  readonly portrait: PortraitSketch;
};

export type DemoContact = {
  readonly key: string;
  readonly kind: 'contact';
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly language: DemoLanguage;
  readonly role: 'Buyer' | 'Tenant';
  /** Key of a user. */
  readonly assignedTo: string;
  readonly tags: readonly string[];
  readonly portrait: PortraitSketch;
};

export type DemoDealProperty = {
  /** Reference of a property. */
  readonly property: string;
  readonly lane: DemoLane;
  readonly rejectReasons?: readonly string[];
  readonly rejectText?: string;
  readonly favourite?: boolean;
};

export type DemoDeal = {
  readonly name: string;
  readonly type: 'Buy' | 'Rent';
  readonly stage: string;
  readonly status: 'open';
  /** Keys of contacts, the main one first. */
  readonly contacts: readonly string[];
  /** Key of a user. */
  readonly assignedTo: string;
  readonly criteria: {
    readonly types: readonly string[];
    readonly areas: readonly string[];
    readonly minBedrooms: number;
    readonly maxPrice: number;
    readonly wishes: readonly string[];
  };
  readonly dealValue: number;
  readonly properties: readonly DemoDealProperty[];
};

export type DemoDescription = { readonly lang: DemoLanguage; readonly title: string; readonly text: string };
export type DemoPhoto = { readonly title: string; readonly sketch: HomeSketch };

export type DemoProperty = {
  readonly name: string;
  readonly status: 'available' | 'reserved';
  /** The office's own; each is used once. */
  readonly reference: string;
  readonly type: string;
  readonly transaction: 'for_sale' | 'for_rent';
  /** Whole euros; a month's rent where it is for rent. */
  readonly price: number;
  readonly currency: 'EUR';
  readonly numberOfBedrooms: number | null;
  readonly numberOfBathrooms: number | null;
  /** Areas in square metres. */
  readonly buildedArea: number | null;
  readonly usefulArea: number | null;
  readonly plotSize: number | null;
  readonly energyRating: { readonly consumption: EnergyClass | null; readonly emissions: EnergyClass | null } | null;
  readonly description: readonly DemoDescription[];
  readonly address: {
    readonly street: string;
    readonly addressLine2: string | null;
    readonly city: string;
    readonly state: string;
    readonly zipCode: string;
    readonly country: string;
  };
  readonly location: { readonly type: 'Point'; readonly coordinates: readonly [longitude: number, latitude: number] };
  readonly features: Readonly<Record<string, boolean>>;
  readonly virtualTourUrl: string | null;
  /** From here on the office's own business, which no client may ever see. */
  readonly commissionPercentage: number;
  readonly ownerNetPrice: number;
  readonly internalNotes: string;
  readonly cadastralReference: string;
  readonly owner: { readonly name: string; readonly phone: string; readonly email: string };
  readonly photos: readonly DemoPhoto[];
};
