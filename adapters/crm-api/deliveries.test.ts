import { Compile } from 'typebox/compile';
import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anApi } from '#bots/testing/an-api.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import type { UserId } from '#core/ids.ts';
import { aCompany, aUser } from '#db/builders.ts';
import { aClock, describeOnOne, newId } from '#db/testing.ts';
import { deliverySchema } from './delivery-routes.ts';

const FAILURE = { code: 'unreachable', cause: 'The client blocked the bot.', next_step: 'Call.' };

describeOnOne('what did not reach a client', (fresh) => {
  /** A message to Emma, who is Daniel's, that did not arrive; asked as Lucía, an Admin, and as Daniel. */
  async function lost(state = 'failed') {
    const database = await fresh();
    const clock = aClock('2026-11-30T08:44:00Z');
    const office = await anOffice(database);
    const daniel = (await aUser(database, office.company, { name: 'Daniel', role: 'Employee' })).id;
    const emma = await office.aContact({ email: 'emma@example.com', assignedTo: daniel });
    const chat = aChat(aConversation(database, clock).app, office);
    await chat.signsIn('emma@example.com');
    const [lucia] = await office.rows<{ id: UserId }>("select id from users where role = 'Admin'");
    if (!lucia) throw new Error('an office has an Admin');
    const api = await anApi(database, clock);
    const ask = await api.askAs(office.company, lucia.id);
    await ask('POST', `/contacts/${emma}/messages`, { body: { text: 'At five?' } });
    await office.rows('update deliveries set state = $1, failure = $2 where message_id is not null', [state, FAILURE]);
    const list = async (query = '', as = ask) => (await as('GET', `/deliveries${query}`)).body.items;
    return { database, office, lucia: lucia.id, daniel, emma, api, ask, list };
  }

  it('is listed with its words, its cause and what to do', async () => {
    const { emma, list } = await lost();

    const [delivery, ...more] = await list();

    expect(more).toEqual([]);
    expect(Compile(deliverySchema).Errors(delivery)).toEqual([]);
    expect(delivery).toMatchObject({
      state: 'failed',
      kind: 'message',
      channel: 'telegram',
      contact: { id: emma, first_name: 'Emma' },
      text: expect.stringContaining('At five?'),
      failure: FAILURE,
      settled_at: null,
    });
  });

  it('is found by how it failed, and by whose it is', async () => {
    const { list, daniel, api, office } = await lost('uncertain');
    const asDaniel = await api.askAs(office.company, daniel);

    expect(await list('?state=failed')).toEqual([]);
    expect(await list('?state=uncertain')).toHaveLength(1);
    expect(await list('?whose=mine')).toEqual([]);
    expect(await list('?whose=mine', asDaniel)).toHaveLength(1);
  });

  it('is listed no longer once somebody dealt with it, who is kept with it', async () => {
    const { ask, list, lucia, daniel, api, office } = await lost();
    const [{ id }] = await list();

    const once = await ask('POST', `/deliveries/${id}/settle`);
    const again = await (await api.askAs(office.company, daniel))('POST', `/deliveries/${id}/settle`);

    for (const settled of [once, again])
      expect(settled).toMatchObject({
        status: 200,
        body: { id, settled_by: lucia, settled_at: '2026-11-30T08:44:00.000Z' },
      });
    expect(await list()).toEqual([]);
  });

  it('is listed no longer once it is sent again', async () => {
    const { ask, list } = await lost();
    const [{ id }] = await list();

    expect((await ask('POST', `/messages/${id}/resend`)).status).toBe(201);

    expect(await list()).toEqual([]);
  });

  it('is the company’s alone, and nothing that arrived', async () => {
    const { database, ask, list, office, api } = await lost();
    const [{ id }] = await list();
    const other = (await aCompany(database)).id;
    const stranger = await api.askAs(other, (await aUser(database, other)).id);
    const [sent] = await office.rows<{ id: string }>("select id from deliveries where state = 'queued' limit 1");

    expect(await list('', stranger)).toEqual([]);
    for (const [as, which] of [
      [stranger, id],
      [ask, sent?.id],
      [ask, newId()],
      [ask, 'x'],
    ] as const)
      expect((await as('POST', `/deliveries/${which}/settle`)).status).toBe(404);
  });
});

describeOnOne('the office’s note on a contact', (fresh) => {
  it('is kept, and told to the CRM’s side alone', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const emma = await office.aContact();
    const [admin] = await office.rows<{ id: UserId }>('select id from users');
    const ask = await (await anApi(database)).askAs(office.company, admin?.id as UserId);

    const noted = await ask('PATCH', `/contacts/${emma}`, { body: { office_note: 'Allergic to dogs' } });

    expect(noted).toMatchObject({ status: 200, body: { office_note: 'Allergic to dogs' } });
    expect((await ask('PATCH', `/contacts/${emma}`, { body: { office_note: null } })).body.office_note).toBeNull();
    expect((await ask('PATCH', `/contacts/${emma}`, { body: { office_note: ' ' } })).status).toBe(422);
  });
});
