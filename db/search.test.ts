import { beforeAll, expect, it } from 'vitest';
import type { Found } from '#core/crm/search.ts';
import type { CompanyId, ContactId } from '#core/ids.ts';
import { aCompany, aContact, aDeal, aProperty, aViewingOf } from './builders.ts';
import { crmPorts } from './crm/crm-ports.ts';
import type { Database } from './database.ts';
import { createStore } from './store.ts';
import { aClock, describeOnBoth, newId } from './testing.ts';

const NOTHING: Found = { contacts: [], deals: [], properties: [], requests: [] };

describeOnBoth('search', (fresh) => {
  let database: Database;
  let company: CompanyId;
  let emma: ContactId;

  beforeAll(async () => {
    database = await fresh();
    company = (await aCompany(database)).id;
    const person = { firstName: 'Emma Louise', lastName: 'Clárke-Ødegård', email: 'e.clarke@mail.example' };
    emma = (await aContact(database, company, { ...person, phone: '+34 612 345 678' })).id;
    await aContact(database, company, { firstName: 'Emmanuel', lastName: 'O’Brien', email: 'mora@mail.example' });
  });

  const inStore = (whose: CompanyId) => {
    const store = createStore(database, { clock: aClock(), newId }, crmPorts);
    return { find: (words: string) => store.transaction(whose, ({ search }) => search.find(words)) };
  };
  const find = (words: string) => inStore(company).find(words);
  const names = async (words: string) => (await find(words)).contacts.map(({ first_name }) => first_name);

  it.each([
    'emma l',
    'LOUISE',
    'clarke',
    'Clárke',
    'CLA\u0301RKE',
    'clarke-odegard',
    'odegard emma',
    'e.clarke@MAIL',
    'eclarke',
    '612345678',
    '612 345',
    '+34612',
    '0034 612',
    '0612345678',
    '(34) 612-345-678',
  ])('finds a client by %s', async (words) => {
    expect(await names(words)).toEqual(['Emma Louise']);
  });

  it.each(['o’brien', "O'Br", 'obrien', 'brien'])('finds a name that a sign holds together by %s', async (words) => {
    expect(await names(words)).toEqual(['Emmanuel']);
  });

  it('shows who is called so before whose name begins so', async () => {
    expect(await names('emma')).toEqual(['Emma Louise', 'Emmanuel']);
  });

  it.each([
    '',
    '  ',
    '@',
    '%',
    '_',
    "'",
    '\\',
    '\u0000',
    'mma',
    'louise brien',
    'x'.repeat(5000),
    '(',
    '9',
    '{"a","b"}',
  ])('finds nothing by %j', async (words) => {
    expect(await find(words)).toEqual(NOTHING);
  });

  it('finds homes by each word of their name and by their references, and deals by their name', async () => {
    const home = { name: 'Finca La Almazara', tesoroReference: 'T-7K3M9Q2X', reference: 'CV-0041/b' };
    const { id } = await aProperty(database, company, home);
    for (const words of ['almazara', 'la fin', 't-7k3', '7k3m9', 'cv-0041', 'CV0041B', '0041'])
      expect((await find(words)).properties).toMatchObject([{ id, name: 'Finca La Almazara', city: 'Altea' }]);
    const deal = await aDeal(database, company, { name: 'Strandhuis: rust', contacts: [emma] });
    expect((await find('rust strand')).deals).toEqual([
      { id: deal.id, name: 'Strandhuis: rust', stage: 'Knowing Property', status: 'open' },
    ]);
  });

  it('finds open requests by the client together with the home, and no others', async () => {
    const contact = await aContact(database, company, { firstName: 'Wilhelmina', lastName: 'Vos' });
    const { id: deal } = await aDeal(database, company, { contacts: [contact.id] });
    const viewing = async (
      name: string,
      some: { status: 'pending' | 'confirmed' | 'cancelled'; openWish?: boolean },
    ) => {
      const { id: property } = await aProperty(database, company, { name });
      return (await aViewingOf(database, company, { deal, property, contactId: contact.id, ...some })).id;
    };
    const asked = await viewing('Casa Uno', { status: 'pending' });
    const again = await viewing('Casa Dos', { status: 'confirmed', openWish: true });
    await viewing('Casa Tres', { status: 'confirmed' });
    await viewing('Casa Cuatro', { status: 'cancelled' });

    expect((await find('wilhelm')).requests.map(({ id }) => id)).toEqual([again, asked]);
    expect((await find('casa wilhelm u')).requests).toMatchObject([
      {
        id: asked,
        status: 'pending',
        contact: { id: contact.id, name: 'Wilhelmina Vos' },
        property: { name: 'Casa Uno' },
      },
    ]);
  });

  it('follows what a record is called, and forgets who is erased', async () => {
    const { id } = await aContact(database, company, { firstName: 'Ludwika', lastName: 'Łoś', phone: '+48111222333' });
    const change = (set: string) =>
      database.transaction(company, ({ rows }) => rows(`update contacts set ${set} where id = $1`, [id]));
    expect(await names('los')).toEqual(['Ludwika']);
    await change("last_name = 'Straße', phone = null");
    expect([await names('los'), await names('48111222333'), await names('STRASSE')]).toEqual([[], [], ['Ludwika']]);
    await database.transaction(company, ({ rows }) => rows('delete from contacts where id = $1', [id]));
    expect(await names('ludwika')).toEqual([]);
    const left = await database.systemScope(({ rows }) => rows('select from search_words where record_id = $1', [id]));
    expect(left).toEqual([]);
  });

  it('takes names of any length', async () => {
    await aContact(database, company, { firstName: 'ż'.repeat(4000), lastName: 'Long' });
    expect((await find(`${'z'.repeat(4000)} long`)).contacts).toHaveLength(1);
  });

  it('shows eight of a kind', async () => {
    for (let n = 0; n < 10; n += 1) await aContact(database, company, { firstName: `Zoë${n}`, lastName: 'Zoë' });
    expect((await find('zoe')).contacts).toHaveLength(8);
  });

  it('shows an office nothing of another', async () => {
    const other = (await aCompany(database)).id;
    expect(await inStore(other).find('emma')).toEqual(NOTHING);
  });
});
