import { Compile } from 'typebox/compile';
import { expect, it } from 'vitest';
import { anApi } from '#bots/testing/an-api.ts';
import { aCompany, aContact, aDeal, aProperty, aUser, aViewingOf } from '#db/builders.ts';
import { describeOnOne } from '#db/testing.ts';
import { foundSchema } from './search-routes.ts';

describeOnOne('search by the API', (fresh) => {
  it('finds what is called so, of the key’s company alone', async () => {
    const database = await fresh();
    const company = (await aCompany(database)).id;
    const { id: contact } = await aContact(database, company, { firstName: 'Zoë', lastName: 'Clarke' });
    const deal = await aDeal(database, company, { name: 'Zoë by the sea', contacts: [contact] });
    const { id: property } = await aProperty(database, company, { name: 'Villa Zoe' });
    const { id } = await aViewingOf(database, company, {
      ...{ deal: deal.id, property, contactId: contact, status: 'pending' },
    });
    const api = await anApi(database);
    const ask = await api.askAs(company, (await aUser(database, company, { role: 'Employee' })).id);

    const { status, body } = await ask('GET', '/search?q=zoe');

    expect(status).toBe(200);
    expect(Compile(foundSchema).Errors(body)).toEqual([]);
    expect(body).toMatchObject({
      contacts: [{ id: contact, first_name: 'Zoë' }],
      deals: [{ id: deal.id }],
      properties: [{ id: property, city: 'Altea' }],
      requests: [{ id, contact: { name: 'Zoë Clarke' }, property: { name: 'Villa Zoe' } }],
    });
    const other = (await aCompany(database)).id;
    const stranger = await api.askAs(other, (await aUser(database, other)).id);
    expect((await stranger('GET', '/search?q=zoe')).body).toEqual({
      ...{ contacts: [], deals: [], properties: [], requests: [] },
    });
    expect((await ask('GET', '/search')).status).toBe(422);
    expect((await ask('GET', `/search?q=${'x'.repeat(201)}`)).status).toBe(422);
  });
});
