import { expect, it } from 'vitest';
import { anApi } from '#bots/testing/an-api.ts';
import { aCompany, aUser } from '#db/builders.ts';
import { describeOnOne } from '#db/testing.ts';
import { nestsDeeper } from './nests-deeper.ts';

const lists = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describeOnOne('JSON with lists and objects in each other', (fresh) => {
  async function aDeal() {
    const database = await fresh();
    const company = (await aCompany(database)).id;
    const ask = await (await anApi(database)).askAs(company, (await aUser(database, company)).id);
    const { body: contact } = await ask('POST', '/contacts', {
      body: { first_name: 'Carla', last_name: 'Jansen', email: 'carla@mail.test' },
    });
    const { body: deal } = await ask('POST', '/deals', { body: { name: 'Sea', type: 'Buy', contacts: [contact.id] } });
    const change = (criteria: string) =>
      ask('PATCH', `/deals/${deal.id}`, {
        body: `{"criteria":{"wish":${criteria}}}`,
        headers: { 'content-type': 'application/json', 'idempotency-key': 'deep' },
      });
    return { ask, change };
  }

  it('is taken as deep as any record is, and comes back the same', async () => {
    const { change } = await aDeal();

    for (const criteria of [lists(62), objects(62)]) {
      const changed = await change(criteria);
      expect([changed.status, JSON.stringify(changed.body.criteria.wish)]).toEqual([200, criteria]);
    }
  });

  it.each([63, 1000, 50_000])(
    'is refused %i levels deep, wherever it stands, and is no failure of ours',
    async (levels) => {
      const { ask, change } = await aDeal();
      const json = { 'content-type': 'application/json' };

      for (const refused of [
        await change(lists(levels)),
        await change(objects(levels)),
        await ask('POST', '/contacts', { body: lists(levels + 2), headers: json }),
        await ask('POST', '/contacts', { body: `{"no_field":${objects(levels + 1)}}`, headers: json }),
      ])
        expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'body' }] } });
    },
  );

  it('is counted without going into it', () => {
    expect([0, 1, [], {}, null, 'x'].map((value) => nestsDeeper(value, 1))).toEqual(Array(6).fill(false));
    expect([[[]], { a: [] }, [[[1]]]].map((value) => nestsDeeper(value, 1))).toEqual([true, true, true]);
  });
});
