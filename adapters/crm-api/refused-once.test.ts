import { expect, it } from 'vitest';
import { anApi } from '#bots/testing/an-api.ts';
import { aCompany, aUser } from '#db/builders.ts';
import { describeOnOne, newId } from '#db/testing.ts';

describeOnOne('a refused request with an Idempotency-Key', (fresh) => {
  it('is a problem like any other, the first time and again', async () => {
    const database = await fresh();
    const company = (await aCompany(database)).id;
    const ask = await (await anApi(database)).askAs(company, (await aUser(database, company)).id);
    const headers = { 'idempotency-key': 'once' };
    const deal = { name: 'Sea', type: 'Buy', contacts: [newId()] };

    for (const [path, body, status] of [
      [`/contacts/${newId()}/hold`, undefined, 404],
      ['/deals', deal, 422],
    ] as const) {
      const plain = await ask('POST', path, { body });
      const first = await ask('POST', path, { body, headers });
      const again = await ask('POST', path, { body, headers });

      for (const refused of [first, again])
        expect(refused).toMatchObject({
          status,
          body: plain.body,
          headers: { 'content-type': plain.headers['content-type'] },
        });
      expect(plain.headers['content-type']).toContain('application/problem+json');
      expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true' });
    }
  });
});
