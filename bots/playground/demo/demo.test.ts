import { describe, expect, it } from 'vitest';
import { featureName, typeName } from '#core/offers/property-words.ts';
import { contacts } from './contacts.ts';
import { deals } from './deals.ts';
import { company, users } from './office.ts';
import { properties } from './properties/properties.ts';

const words = (text: string) => text.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length;
const once = <T>(values: readonly T[]) => new Set(values).size === values.length;

describe('the properties', () => {
  it('have a type and features that we have words for in every language', () => {
    const named = properties.flatMap(({ type, features }) => [
      typeName(type),
      ...Object.keys(features).map(featureName),
    ]);

    expect(named.filter((name) => 'verbatim' in name)).toEqual([]);
  });

  it('are 18 for sale and 6 for rent, each with a reference of its own', () => {
    expect(properties.filter((property) => property.transaction === 'for_sale')).toHaveLength(18);
    expect(properties.filter((property) => property.transaction === 'for_rent')).toHaveLength(6);
    expect(once(properties.map((property) => property.reference))).toBe(true);
    expect(once(properties.map((property) => property.cadastralReference))).toBe(true);
  });

  it.each(properties)(
    '$reference speaks four languages or more, in 40 words or more, and shows 3 to 5 photos',
    ({ description, photos }) => {
      const languages = description.map((said) => said.lang);

      expect(languages).toEqual(expect.arrayContaining(['en', 'nl', 'de', 'es']));
      expect(once(languages)).toBe(true);
      expect(
        description.filter((said) => words(said.text) < 40).map((said) => `${said.lang} ${words(said.text)}`),
      ).toEqual([]);
      expect(photos.length).toBeGreaterThanOrEqual(3);
      expect(photos.length).toBeLessThanOrEqual(5);
      expect(photos[0]?.sketch.view).toBe('outside');
      expect(once(photos.map((photo) => JSON.stringify(photo.sketch)))).toBe(true);
    },
  );

  it('have two that go on for 400 words or more', () => {
    const long = properties.filter((property) =>
      property.description.some((said) => said.lang === 'en' && words(said.text) >= 400),
    );

    expect(long).toHaveLength(2);
  });

  it('lie in the south-east of Spain, longitude first', () => {
    for (const { location } of properties) {
      const [longitude, latitude] = location.coordinates;
      expect(longitude).toSatisfy((value: number) => value > -5.5 && value < 0.3);
      expect(latitude).toSatisfy((value: number) => value > 36.3 && value < 39);
    }
  });

  it('lack a field here and there', () => {
    expect(properties.some((property) => property.energyRating === null)).toBe(true);
    expect(properties.some((property) => property.energyRating?.emissions === null)).toBe(true);
    expect(properties.some((property) => property.plotSize === null)).toBe(true);
  });
});

describe('the people', () => {
  it('have e-mail addresses and phones that nobody else has, all of them invented', () => {
    const people = [...users, ...contacts];

    expect(once(people.map((person) => person.email))).toBe(true);
    expect(once(people.map((person) => person.phone))).toBe(true);
    for (const { email } of [...people, ...properties.map((property) => property.owner)])
      expect(email).toMatch(/@(example\.com|[a-z-]+\.example)$/);
    for (const { phone } of people) expect(phone).toMatch(/^\+[1-9]\d{7,14}$/);
  });
});

describe('the deals', () => {
  const placed = deals.flatMap((deal) => deal.properties);

  it('use every lane, and 16 properties or more', () => {
    expect(new Set(placed.map((place) => place.lane)).size).toBe(7);
    expect(new Set(placed.map((place) => place.property)).size).toBeGreaterThanOrEqual(16);
  });

  it('name only contacts, users, properties and reasons that there are, a property once a deal', () => {
    expect(contacts.map((contact) => contact.key)).toEqual(
      expect.arrayContaining(deals.flatMap((deal) => deal.contacts)),
    );
    expect(users.map((user) => user.key)).toEqual(expect.arrayContaining(deals.map((deal) => deal.assignedTo)));
    expect(properties.map((property) => property.reference)).toEqual(
      expect.arrayContaining(placed.map((place) => place.property)),
    );
    expect(company.rejectReasons).toEqual(expect.arrayContaining(placed.flatMap((place) => place.rejectReasons ?? [])));
    for (const deal of deals) expect(once(deal.properties.map((place) => place.property))).toBe(true);
  });

  it('offer to buy what is for sale and to rent what is for rent', () => {
    for (const deal of deals) {
      const offered = properties.filter((property) =>
        deal.properties.some((place) => place.property === property.reference),
      );
      expect(new Set(offered.map((property) => property.transaction))).toEqual(
        new Set([deal.type === 'Buy' ? 'for_sale' : 'for_rent']),
      );
    }
  });

  it('show Emma five new homes or more, and all that can become of one', () => {
    const hers = deals.filter((deal) => deal.contacts.includes('emma')).flatMap((deal) => deal.properties);

    expect(contacts[0]).toMatchObject({
      key: 'emma',
      firstName: 'Emma',
      lastName: 'Clarke',
      email: 'emma.clarke@example.com',
    });
    expect(hers.filter((place) => place.lane === 'proposed').length).toBeGreaterThanOrEqual(5);
    expect(hers.map((place) => place.lane)).toEqual(
      expect.arrayContaining(['pending', 'interested', 'rejected', 'approved']),
    );
  });
});
