import { Compile } from 'typebox/compile';
import { expect, it } from 'vitest';
import { anApi } from '#bots/testing/an-api.ts';
import { aCompany, aUser } from '#db/builders.ts';
import { describeOnOne, newId } from '#db/testing.ts';
import { answerSchema } from './answer-routes.ts';

describeOnOne('saved answers by the API', (fresh) => {
  it('are everybody’s to read where they are the office’s, and else their maker’s alone', async () => {
    const database = await fresh();
    const company = (await aCompany(database)).id;
    const api = await anApi(database);
    const as = async (role: 'Admin' | 'Employee', whose = company) =>
      api.askAs(whose, (await aUser(database, whose, { role })).id);
    const [admin, daniel, eva] = [await as('Admin'), await as('Employee'), await as('Employee')];
    const stranger = await as('Admin', (await aCompany(database)).id);
    const pool = { title: 'Heated', texts: { en: 'Yes, {first_name}.', nl: 'Ja.' }, for: ['pool'] };

    const own = await daniel('POST', '/answers', { body: pool });
    expect(own.status).toBe(201);
    expect(Compile(answerSchema).Errors(own.body)).toEqual([]);
    expect(own.body).toEqual({ ...pool, id: own.body.id, whose: 'mine' });
    expect((await daniel('POST', '/answers', { body: { ...pool, whose: 'office' } })).status).toBe(403);
    const office = await admin('POST', '/answers', { body: { ...pool, title: 'Ours', whose: 'office' } });
    const titles = async (ask: typeof admin) =>
      (await ask('GET', '/answers')).body.items.map(({ title }: { title: string }) => title);
    expect([await titles(daniel), await titles(eva), await titles(stranger)]).toEqual([
      ['Heated', 'Ours'],
      ['Ours'],
      [],
    ]);

    const ours = `/answers/${office.body.id}`;
    const mine = `/answers/${own.body.id}`;
    for (const ask of [admin, eva, stranger]) {
      expect((await ask('PATCH', mine, { body: { title: 'X' } })).status).toBe(404);
      expect((await ask('DELETE', mine)).status).toBe(404);
    }
    expect((await eva('PATCH', ours, { body: { title: 'X' } })).status).toBe(403);
    expect((await eva('DELETE', ours)).status).toBe(403);
    expect((await daniel('PATCH', mine, { body: { whose: 'office' } })).status).toBe(403);
    expect((await daniel('PATCH', mine, { body: { for: [] } })).body).toEqual({ ...own.body, for: [] });
    expect((await admin('PATCH', ours, { body: { whose: 'mine' } })).body).toMatchObject({
      title: 'Ours',
      whose: 'mine',
    });
    expect(await titles(eva)).toEqual([]);
    expect((await daniel('DELETE', mine)).status).toBe(204);
    expect((await daniel('DELETE', mine)).status).toBe(404);
    expect((await daniel('DELETE', `/answers/${newId()}`)).status).toBe(404);
  });

  it.each([
    { texts: { en: 'x' } },
    { title: '', texts: { en: 'x' } },
    { title: 'x', texts: {} },
    { title: 'x', texts: { en: ' ' } },
    { title: 'x', texts: { xx: 'x' } },
    { title: 'x', texts: { en: 'x'.repeat(4001) } },
    { title: 'x', texts: { en: 'x' }, for: [''] },
    { title: 'x', texts: { en: 'x' }, whose: 'yours' },
  ])('are refused where a field is wrong: %j', async (body) => {
    const database = await fresh();
    const company = (await aCompany(database)).id;
    const ask = await (await anApi(database)).askAs(company, (await aUser(database, company)).id);
    expect((await ask('POST', '/answers', { body })).status).toBe(422);
  });
});
