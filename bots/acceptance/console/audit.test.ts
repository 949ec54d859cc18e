import { expect, it } from 'vitest';
import { anOffice } from '#bots/acceptance/an-office.ts';
import { createApiKey } from '#bots/admin/create-company.ts';
import { aUser, signedIn, theAdmin } from './a-user.ts';

type Line = { readonly what: string; readonly user_id: string | null; readonly about: string | null };

it('writes down who changed users, keys and bots, and no secret of theirs', async () => {
  const office = await anOffice();
  const { id: admin, email } = theAdmin(office);
  const { database, companies } = office.product();
  const lines = (what: string) =>
    database.systemScope((tx) =>
      tx.rows<Line>('select what, user_id, about from audit where what = $1 order by seq', [what]),
    );

  const lucia = await aUser(office, 'Lucia');
  expect(await lines('user_invited')).toEqual([{ what: 'user_invited', user_id: admin, about: lucia.id }]);
  await office.api('PATCH', `/users/${lucia.id}`, { role: 'Admin' });
  await office.api('PATCH', `/users/${lucia.id}`, { role: 'Admin' });
  expect(await lines('user_changed')).toEqual([{ what: 'user_changed', user_id: admin, about: lucia.id }]);

  const { api_key: key } = await createApiKey(companies, 'casa', email);
  const keys = await database.systemScope((tx) =>
    tx.rows<{ id: string }>('select id from api_keys order by created_at, id'),
  );
  const made = await lines('key_made');
  expect(new Set(made.map(({ about }) => about))).toEqual(new Set(keys.map(({ id }) => id)));
  expect(made.map(({ user_id: by }) => by)).toEqual([null, null]);

  const token = '515151:AAanother_token';
  office.telegram.addBot({ token, username: 'mar_bot', firstName: 'Mar' });
  const bot = await office.api('POST', '/channel-accounts', { channel: 'telegram', credentials: { bot_token: token } });
  expect(bot.status).toBe(201);
  await office.api('PATCH', `/channel-accounts/${bot.body.id}`, { name: 'Rentals' });
  await office.api('DELETE', `/channel-accounts/${bot.body.id}`);
  for (const what of ['channel_added', 'channel_changed', 'channel_ended'])
    expect(await lines(what)).toEqual([{ what, user_id: admin, about: bot.body.id }]);

  await signedIn(office, lucia);
  const [all] = await database.systemScope((tx) =>
    tx.rows<{ all: string }>('select json_agg(a)::text as all from audit a'),
  );
  for (const secret of [key, token, lucia.password, office.made.api_key]) expect(all?.all).not.toContain(secret);
});
