import { expect, it } from 'vitest';
import { anOffice, apiOf } from './an-office.ts';

it('a key opens the API alone, and stands in no row, whatever is repeated', async () => {
  const office = await anOffice();
  const asked = async () => {
    const answer = await fetch(`${office.url}/api/v1/keys`, {
      method: 'POST',
      headers: {
        'x-api-key': office.made.api_key,
        'content-type': 'application/json',
        'idempotency-key': 'once',
      },
      body: JSON.stringify({ name: 'Website forms', user_id: office.made.admin.id }),
    });
    return answer.json();
  };

  const made = await asked();

  expect(await asked()).toEqual(made);
  expect(await apiOf(office.url, made.api_key)('GET', '/keys')).toMatchObject({
    status: 200,
    body: { items: [{ id: made.id, name: 'Website forms' }, { name: 'first' }] },
  });
  const rows = await office
    .product()
    .database.systemScope((tx) =>
      Promise.all(['api_keys', 'idempotency_keys', 'audit'].map((table) => tx.rows(`select * from ${table}`))),
    );
  expect(JSON.stringify(rows)).toContain('Website forms');
  expect(JSON.stringify(rows)).not.toContain(made.api_key);
  const headers = { 'x-api-key': made.api_key };
  for (const path of ['/crm/sign-in', '/webhooks/telegram', '/healthz'])
    expect((await fetch(office.url + path, { headers })).headers.get('ratelimit-limit')).toBeNull();
});
