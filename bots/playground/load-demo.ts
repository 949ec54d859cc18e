import type { FastifyInstance } from 'fastify';
import type { BareProduct } from '#bots/overrides.ts';
import type { CompanyId, PropertyId, UserId } from '#core/ids.ts';
import { contacts } from './demo/contacts.ts';
import { deals } from './demo/deals.ts';
import type { DemoPhoto, DemoProperty } from './demo/demo-types.ts';
import { company, users } from './demo/office.ts';
import { properties } from './demo/properties/properties.ts';
import { sketched } from './sketches.ts';

type Ids = ReadonlyMap<string, string>;
type Body = Readonly<Record<string, unknown>>;

/** Offers that clients have judged already are made as offers first; the client's verdict is given afterwards. */
const AS_AGENT: Readonly<Record<string, string>> = {
  pending: 'proposed',
  interested: 'proposed',
  rejected: 'proposed',
};

/** What was loaded, by the keys of the demo's data. */
export type LoadedDemo = {
  readonly contacts: Ids;
  /** The deal property of each demo deal and property reference: `<deal name>/<reference>`. */
  readonly offers: Ids;
};

/** The empty office, and the user of its key. */
type Office = { readonly company: CompanyId; readonly apiKey: string; readonly adminId: string };

/** Fills an empty office with the demo through the API, as an office's own CRM would; only the photos are sketches yet. */
export async function loadDemo(server: FastifyInstance, bare: BareProduct, office: Office): Promise<LoadedDemo> {
  const { apiKey, adminId } = office;
  const api = caller(server, apiKey);
  // A newcomer may try it at night.
  await api.call('PATCH', '/company', { quiet_hours: null, reject_reasons: company.rejectReasons });
  const people = new Map<string, string>();
  for (const user of users) {
    const isAdmin = user.role === 'Admin';
    if (isAdmin) await api.call('PATCH', `/users/${adminId}`, userOf(user));
    people.set(user.key, isAdmin ? adminId : await api.make('/users', userOf(user)));
  }
  // Nobody reads the mails of invented people.
  for (const id of people.values())
    await bare.store.transaction(office.company, ({ records }) =>
      records.users.change(id as UserId, { status: 'Active' }),
    );

  const known = new Map<string, string>();
  for (const contact of contacts) known.set(contact.key, await api.make('/contacts', contactOf(contact, people)));
  const homes = new Map<string, string>();
  for (const property of properties) {
    const id = await api.make('/properties', propertyOf(property));
    homes.set(property.reference, id);
    await addPhotos(bare, office.company, id as PropertyId, property.photos);
  }
  const offers = new Map<string, string>();
  for (const deal of deals) {
    const id = await api.make('/deals', dealOf(deal, known, people));
    for (const { property, lane } of deal.properties) {
      const put = await api.call('PUT', `/deals/${id}/properties/${homes.get(property)}`, {
        status: AS_AGENT[lane] ?? lane,
        push: 'now',
      });
      offers.set(`${deal.name}/${property}`, String(put.id));
    }
  }
  return { contacts: known, offers };
}

const userOf = ({ name, email, phone, jobTitle, role, language }: (typeof users)[number]): Body => ({
  name,
  email,
  phone,
  job_title: jobTitle,
  role,
  language,
});

const contactOf = (contact: (typeof contacts)[number], people: Ids): Body => ({
  first_name: contact.firstName,
  last_name: contact.lastName,
  email: contact.email,
  phone: contact.phone,
  language: contact.language,
  role: contact.role,
  tags: contact.tags,
  assigned_to: people.get(contact.assignedTo),
});

const dealOf = (deal: (typeof deals)[number], known: Ids, people: Ids): Body => ({
  name: deal.name,
  type: deal.type,
  contacts: deal.contacts.map((key) => known.get(key)),
  assigned_to: people.get(deal.assignedTo),
  criteria: deal.criteria,
  deal_value: deal.dealValue,
});

const propertyOf = (property: DemoProperty): Body => ({
  name: property.name,
  reference: property.reference,
  type: property.type,
  transaction: property.transaction,
  price: property.price,
  currency: property.currency,
  ...there({
    number_of_bedrooms: property.numberOfBedrooms,
    number_of_bathrooms: property.numberOfBathrooms,
    builded_area: property.buildedArea,
    useful_area: property.usefulArea,
    plot_size: property.plotSize,
    energy_rating: property.energyRating,
    virtual_tour_url: property.virtualTourUrl,
  }),
  description: property.description,
  address: {
    ...there({ address_line_2: property.address.addressLine2 }),
    street: property.address.street,
    city: property.address.city,
    state: property.address.state,
    zip_code: property.address.zipCode,
    country: property.address.country,
  },
  location: property.location,
  features: property.features,
  commission_percentage: property.commissionPercentage,
  owner_net_price: property.ownerNetPrice,
  internal_notes: property.internalNotes,
  cadastral_reference: property.cadastralReference,
  owner: [property.owner.name, property.owner.phone].join(', '),
});

const there = (fields: Body): Body => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

async function addPhotos(
  { store, media, newId }: BareProduct,
  company: CompanyId,
  property: PropertyId,
  photos: readonly DemoPhoto[],
) {
  const all = photos.map(({ sketch }) => sketched(newId<'media'>(), sketch));
  for (const { file, bytes } of all) await media.put(company, file.id, 'original', bytes);
  const files = all.map(({ file }) => file);
  await store.transaction(company, ({ records }) => records.properties.addFiles(property, files));
}

function caller(server: FastifyInstance, apiKey: string) {
  const call = async (method: 'POST' | 'PUT' | 'PATCH', path: string, body: Body) => {
    const answer = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });
    if (answer.statusCode >= 300)
      throw new Error(`demo: ${method} ${path} was answered ${answer.statusCode}: ${answer.body}`);
    return answer.json<Record<string, unknown>>();
  };
  return {
    call,
    make: async (path: string, body: Body) => String((await call('POST', path, body)).id),
  };
}
