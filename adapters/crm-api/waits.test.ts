import { Compile } from 'typebox/compile';
import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anApi } from '#bots/testing/an-api.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import type { PropertyId, UserId } from '#core/ids.ts';
import { aCompany, aUser, aViewingOf } from '#db/builders.ts';
import type { Database } from '#db/database.ts';
import { eq } from '#db/drizzle.ts';
import { companies, contacts, deliveries } from '#db/schema/schema.ts';
import { aClock, describeOnOne, newId } from '#db/testing.ts';
import { listOf } from './schema-parts.ts';
import { todaySchema } from './today-routes.ts';
import { waitSchema } from './wait-routes.ts';

/** Monday 30 November 2026, 09:44 in Madrid: the office has been open for 44 minutes. */
const NOW = '2026-11-30T08:44:00Z';

describeOnOne('what waits for the office', (fresh) => {
  /** An office of Lucía, an Admin, and Daniel, an Employee, with Emma as Daniel's client, and the chat that she signed in to. */
  async function aDesk() {
    const database = await fresh();
    const clock = aClock(NOW);
    const office = await anOffice(database);
    const { company } = office;
    const [lucia] = await office.rows<{ id: UserId }>('select id from users');
    if (!lucia) throw new Error('an office has an Admin');
    const daniel = (await aUser(database, company, { name: 'Daniel Brandt', role: 'Employee' })).id;
    const emma = await office.aContact({
      firstName: 'Emma',
      lastName: 'Clarke',
      email: 'emma@example.com',
      phone: '+447700900123',
      assignedTo: daniel,
    });
    const deal = await office.aDeal([emma]);
    const property = await office.aProperty({ name: 'Finca La Almazara', address: { city: 'Jalón' } });
    const offer = await office.anOffer(deal, property, 'interested');
    const { app } = aConversation(database, clock);
    const chat = aChat(app, office);
    await chat.signsIn('emma@example.com');
    const api = await anApi(database, clock);
    const asLucia = await api.askAs(company, lucia.id);
    const asDaniel = await api.askAs(company, daniel);
    const waits = async (path = '/waits', ask = asLucia) => {
      const { status, body } = await ask('GET', path);
      expect(status).toBe(200);
      expect(Compile(listOf(waitSchema).properties.items).Errors(body.items)).toEqual([]);
      return body;
    };
    const kinds = async (path?: string, ask = asLucia): Promise<string[]> =>
      (await waits(path, ask)).items.map(({ kind }: { kind: string }) => kind);
    const insert = (work: Parameters<typeof database.systemScope>[0]) => database.systemScope(work);
    return {
      database,
      clock,
      office,
      company,
      lucia: lucia.id,
      daniel,
      emma,
      deal,
      property,
      offer,
      chat,
      api,
      asLucia,
      asDaniel,
      waits,
      kinds,
      insert,
    };
  }
  type Desk = Awaited<ReturnType<typeof aDesk>>;

  const asks = async ({ chat, offer }: Desk, typed = '2026-12-02, 2026-12-03') => {
    await chat.forges({ to: 'requestViewing', offer });
    await chat.writes(typed);
    await chat.presses('Send request');
  };
  const writes = async ({ chat }: Desk, words: string) => {
    // Not within a conversation that may be on.
    await chat.orders('home');
    await chat.writes(words);
    await chat.presses('Send to agent');
  };
  const confirm = { body: { start_date: '2026-12-03T11:00:00Z' } };

  it('is a viewing that a client asks for, with the time that fits each wish, until it is answered', async () => {
    const desk = await aDesk();
    await asks(desk);

    const { items, total, next_cursor } = await desk.waits();

    expect({ total, next_cursor }).toEqual({ total: 1, next_cursor: null });
    const [row] = items;
    expect(row).toMatchObject({
      kind: 'viewing_requested',
      contact: { id: desk.emma, first_name: 'Emma', phone: '+447700900123', channels: ['telegram'] },
      owner: { id: desk.daniel, name: 'Daniel Brandt' },
      waiting_since: '2026-11-30T08:44:00.000Z',
      answer_due: '2026-11-30T12:44:00.000Z',
      is_overdue: false,
      is_again: false,
      property: { id: desk.property, name: 'Finca La Almazara', city: 'Jalón', photo: null },
      wishes: [
        { date: '2026-12-02', part_of_day: 'any', start_date: '2026-12-02T10:00:00.000Z', cause: null },
        { date: '2026-12-03', part_of_day: 'any', start_date: '2026-12-03T10:00:00.000Z', cause: null },
      ],
    });

    const { start_date } = row.wishes[0];
    expect((await desk.asDaniel('POST', `/meetings/${row.meeting_id}/confirm`, { body: { start_date } })).status).toBe(
      200,
    );
    expect(await desk.kinds()).toEqual([]);
  });

  it('stands on the viewings that wait, with the time in which they are to be answered', async () => {
    const desk = await aDesk();
    await asks(desk);
    const [{ meeting_id: id }] = (await desk.waits()).items;
    const waiting = async () => (await desk.asLucia('GET', '/meetings?waiting=true')).body.items;

    expect(await waiting()).toMatchObject([
      { id, waiting_since: '2026-11-30T08:44:00.000Z', answer_due: '2026-11-30T12:44:00.000Z' },
    ]);
    await desk.asLucia('POST', `/meetings/${id}/confirm`, confirm);
    expect(await waiting()).toEqual([]);
    expect((await desk.asLucia('GET', `/meetings/${id}`)).body).toMatchObject({ waiting_since: null });
  });

  it('is no viewing whose offered time is with the client, and is one again once they send other dates', async () => {
    const desk = await aDesk();
    await asks(desk);
    const [{ meeting_id: id }] = (await desk.waits()).items;
    await desk.asDaniel('POST', `/meetings/${id}/propose`, { body: { start_date: '2026-12-04T10:00:00Z' } });
    expect(await desk.kinds()).toEqual([]);

    desk.clock.pass(3 * 3600_000);
    await desk.chat.forges({ to: 'anotherTime', viewing: id });
    await desk.chat.writes('2026-12-07');
    await desk.chat.presses('Send request');

    expect((await desk.waits()).items).toMatchObject([
      {
        kind: 'viewing_requested',
        is_again: true,
        waiting_since: '2026-11-30T11:44:00.000Z',
        wishes: [{ date: '2026-12-07' }],
      },
    ]);
  });

  it('is another time that is wished for a viewing which is agreed, with its own time as no hindrance', async () => {
    const desk = await aDesk();
    await asks(desk);
    const [{ meeting_id: id }] = (await desk.waits()).items;
    await desk.asDaniel('POST', `/meetings/${id}/confirm`, confirm);
    await desk.chat.forges({ to: 'anotherTime', viewing: id });
    await desk.chat.writes('2026-12-03');
    await desk.chat.presses('Send request');

    expect((await desk.waits()).items).toMatchObject([
      {
        kind: 'another_time',
        start_date: '2026-12-03T11:00:00.000Z',
        wishes: [{ date: '2026-12-03', start_date: '2026-12-03T10:00:00.000Z' }],
      },
    ]);
    await desk.asDaniel('POST', `/meetings/${id}/move`, { body: { start_date: '2026-12-03T10:00:00Z' } });
    expect(await desk.kinds()).toEqual([]);
  });

  it('is what a client wrote, as one until somebody of the office writes', async () => {
    const desk = await aDesk();
    await writes(desk, 'Is the pool heated?');
    desk.clock.pass(10 * 60_000);
    await writes(desk, 'And is there a garage?');

    expect((await desk.waits()).items).toMatchObject([
      {
        kind: 'message',
        id: desk.emma,
        text: 'And is there a garage?',
        count: 2,
        channel: 'telegram',
        window_closes_at: null,
        held_by: null,
        waiting_since: '2026-11-30T08:44:00.000Z',
        at: '2026-11-30T08:54:00.000Z',
      },
    ]);

    await desk.asLucia('POST', `/contacts/${desk.emma}/messages`, { body: { text: 'It is.' } });
    expect(await desk.kinds()).toEqual([]);
    await writes(desk, 'Thank you');
    expect(await desk.kinds()).toEqual(['message']);
  });

  it('is no message that needs no answer, which stands on the timeline once', async () => {
    const desk = await aDesk();
    await writes(desk, 'Thank you');

    const once = await desk.asDaniel('POST', `/contacts/${desk.emma}/messages/settle`);
    const again = await desk.asDaniel('POST', `/contacts/${desk.emma}/messages/settle`);

    expect([once, again]).toMatchObject([
      { status: 200, body: { settled: 1 } },
      { status: 200, body: { settled: 0 } },
    ]);
    expect(await desk.kinds()).toEqual([]);
    const { body } = await desk.asDaniel('GET', `/contacts/${desk.emma}/activities`);
    const settled = body.items.filter(({ type }: { type: string }) => type === 'message_settled');
    expect(settled).toMatchObject([{ actor: { kind: 'user', id: desk.daniel } }]);
    expect((await desk.asDaniel('POST', `/contacts/${newId()}/messages/settle`)).status).toBe(404);
  });

  it('counts no time for a message in a chat that somebody took, and shows it last', async () => {
    const desk = await aDesk();
    await writes(desk, 'Hello?');
    await asks(desk);
    await desk.asLucia('POST', `/contacts/${desk.emma}/hold`);

    expect((await desk.waits()).items).toMatchObject([
      { kind: 'viewing_requested' },
      { kind: 'message', answer_due: null, is_overdue: false, held_by: desk.lucia, owner: { id: desk.lucia } },
    ]);
    expect(await desk.kinds('/waits?whose=mine')).toEqual(['message']);
    expect(await desk.kinds('/waits?whose=mine', desk.asDaniel)).toEqual(['viewing_requested']);
  });

  it('is mine where I own it, and where its owner left it too long and I am the one who looks after it then', async () => {
    const desk = await aDesk();
    await asks(desk);
    expect(await desk.kinds('/waits?whose=mine', desk.asDaniel)).toEqual(['viewing_requested']);
    expect(await desk.kinds('/waits?whose=mine')).toEqual([]);
    expect((await desk.waits('/waits?whose=mine')).total).toBe(0);

    desk.clock.set('2026-11-30T12:43:59Z');
    expect(await desk.kinds('/waits?whose=mine')).toEqual([]);
    desk.clock.set('2026-11-30T12:44:00Z');
    expect((await desk.waits('/waits?whose=mine')).items).toMatchObject([
      { is_overdue: true, owner: { id: desk.daniel } },
    ]);

    const maria = (await aUser(desk.database, desk.company, { role: 'Employee' })).id;
    await desk.asLucia('PATCH', '/company', { body: { fallback_user_id: maria } });
    expect(await desk.kinds('/waits?whose=mine')).toEqual([]);
    expect(await desk.kinds('/waits?whose=mine', await desk.api.askAs(desk.company, maria))).toEqual([
      'viewing_requested',
    ]);
  });

  it('has no due time where the office sets none', async () => {
    const desk = await aDesk();
    await asks(desk);
    await desk.asLucia('PATCH', '/company', { body: { escalate_minutes: null } });

    desk.clock.set('2027-11-30T12:44:00Z');

    expect((await desk.waits()).items).toMatchObject([{ answer_due: null, is_overdue: false }]);
  });

  it('is somebody who came by themselves, until they are taken up', async () => {
    const desk = await aDesk();
    const comes = async (email: string) => {
      const chat = aChat(aConversation(desk.database, desk.clock).app, desk.office);
      await chat.came();
      await chat.presses('English').catch(() => undefined);
      await chat.writes(email);
      await chat.writes('123456');
      await chat.writes('Piotr Nowak');
      const [row] = (await desk.waits()).items.filter(({ kind }: { kind: string }) => kind === 'new_lead');
      expect(row).toMatchObject({
        lead_source: 'Website',
        contact: { first_name: 'Piotr' },
        owner: { id: desk.lucia },
      });
      return row.contact.id as string;
    };

    const first = await comes('piotr1@example.com');
    await desk.asLucia('POST', `/contacts/${first}/convert`);
    expect(await desk.kinds()).toEqual([]);
    const second = await comes('piotr2@example.com');
    await desk.asLucia('POST', `/contacts/${second}/messages`, { body: { text: 'Welcome!' } });
    expect(await desk.kinds()).toEqual([]);
    const third = await comes('piotr3@example.com');
    await desk.asLucia('PATCH', `/contacts/${third}`, { body: { assigned_to: desk.lucia } });
    expect(await desk.kinds()).toEqual(['new_lead']);
    await desk.asLucia('PATCH', `/contacts/${third}`, { body: { lead_status: 'Contacted' } });
    expect(await desk.kinds()).toEqual([]);
  });

  it('is who has not answered the last reminder, and who is late, until the viewing begins', async () => {
    const desk = await aDesk();
    const start = new Date('2026-11-30T10:30:00Z');
    const agreed = (at: string) => [
      { at, by: 'Ana', from: 'pending', to: 'confirmed', start_date: start.toISOString() },
    ];
    const viewing = async (some: Partial<Parameters<typeof aViewingOf>[2]>) => {
      const property = await desk.office.aProperty();
      return aViewingOf(desk.database, desk.company, {
        deal: desk.deal,
        property,
        contactId: desk.emma,
        ownerId: desk.daniel,
        status: 'confirmed',
        startDate: start,
        endDate: new Date('2026-11-30T11:15:00Z'),
        history: agreed('2026-11-27T10:00:00.000Z'),
        ...some,
      });
    };
    const silent = await viewing({});
    await viewing({ attendance: 'coming' });
    await viewing({ history: agreed('2026-11-30T08:40:00.000Z') });
    const late = await viewing({ attendance: 'late', startDate: new Date('2026-11-30T09:30:00Z') });
    await viewing({ startDate: new Date('2026-11-30T13:30:00Z') });

    expect((await desk.waits('/waits?whose=mine', desk.asDaniel)).items).toMatchObject([
      { kind: 'late', meeting_id: late.id, answer_due: '2026-11-30T09:30:00.000Z' },
      {
        kind: 'no_answer',
        meeting_id: silent.id,
        waiting_since: '2026-11-30T08:30:00.000Z',
        answer_due: start.toISOString(),
      },
    ]);
    desk.clock.set('2026-11-30T10:30:00Z');
    expect(await desk.kinds()).toEqual([]);
  });

  it('is a viewing change that did not arrive, and neither an offer nor one that was dealt with', async () => {
    const desk = await aDesk();
    const [chat] = await desk.office.rows<{ id: never; channel_account_id: never }>(
      'select id, channel_account_id from chats where portal_user_id is not null',
    );
    const failure = { code: 'stopped', cause: 'The client asked for no more messages.', next_step: 'Call.' };
    for (const [kind, settledAt] of [
      ['viewing', null],
      ['offer', null],
      ['viewing', new Date()],
    ] as const)
      await desk.insert(({ db }) =>
        db.insert(deliveries).values({
          id: newId<'delivery'>(),
          companyId: desk.company,
          chatId: chat?.id as never,
          channelAccountId: chat?.channel_account_id as never,
          state: 'failed',
          rank: 1,
          kind,
          message: {},
          failure,
          settledAt,
        }),
      );

    expect((await desk.waits()).items).toMatchObject([
      { kind: 'delivery_failed', delivery_kind: 'viewing', channel: 'telegram', failure, contact: { id: desk.emma } },
    ]);
  });

  it('is a wish to be erased, for Admins alone', async () => {
    const desk = await aDesk();
    await desk.chat.forges({ to: 'requestErasure' });
    await desk.chat.forges({ to: 'requestErasure' });

    expect(await desk.kinds()).toEqual(['erasure_requested']);
    expect(await desk.kinds('/waits', desk.asDaniel)).toEqual([]);
  });

  it('is what I wanted to be reminded of, which is off my own list until then', async () => {
    const desk = await aDesk();
    await writes(desk, 'When?');
    const path = `/contacts/${desk.emma}/remind`;

    const set = await desk.asDaniel('POST', path, { body: { at: '2026-11-30T11:00:00+01:00' } });

    expect(set).toMatchObject({ status: 200, body: { contact_id: desk.emma, at: '2026-11-30T10:00:00.000Z' } });
    const mine = () => desk.kinds('/waits?whose=mine', desk.asDaniel);
    expect(await mine()).toEqual([]);
    expect(await desk.kinds()).toEqual(['message']);
    desk.clock.set('2026-11-30T10:00:00Z');
    expect((await desk.waits('/waits?whose=mine', desk.asDaniel)).items).toMatchObject([
      { kind: 'message', answer_due: '2026-11-30T12:44:00.000Z' },
    ]);

    await desk.asDaniel('POST', path, { body: { at: '2026-11-30T11:00:00Z' } });
    await desk.asLucia('POST', `/contacts/${desk.emma}/messages/settle`);
    desk.clock.set('2026-11-30T11:00:00Z');
    expect(await mine()).toEqual(['reminder']);
    expect(await desk.kinds('/waits?whose=mine')).toEqual([]);
    await desk.asDaniel('POST', `/contacts/${desk.emma}/messages`, { body: { text: 'Tomorrow.' } });
    expect(await mine()).toEqual([]);

    expect(await desk.asDaniel('POST', path, { body: { at: '2026-11-30T10:59:00Z' } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'at' }] },
    });
  });

  it('comes in parts, overdue first, each once, whatever its kinds', async () => {
    const desk = await aDesk();
    await desk.insert(async ({ db }) => {
      await db
        .update(companies)
        .set({ officeHours: [{ days: [1], from: '09:00', to: '12:00' }] })
        .where(eq(companies.id, desk.company));
    });
    const all: string[] = [];
    for (let n = 0; n < 12; n++) {
      const contact = await desk.office.aContact({ firstName: 'Client', email: `c${n}@example.com` });
      const deal = await desk.office.aDeal([contact]);
      const property = await desk.office.aProperty();
      const askedAt = new Date(Date.parse('2026-11-27T08:00:00Z') + n * 7 * 3600_000);
      if (n % 3 === 0)
        await desk.insert(({ db }) => db.update(contacts).set({ newSince: askedAt }).where(eq(contacts.id, contact)));
      else
        await aViewingOf(desk.database, desk.company, {
          deal,
          property,
          contactId: contact,
          status: n % 3 === 1 ? 'pending' : 'confirmed',
          startDate: n % 3 === 1 ? null : new Date(Date.parse('2026-11-30T09:00:00Z') + n * 60_000),
          attendance: n % 3 === 1 ? null : 'late',
          askedAt,
        });
    }
    const whole = await desk.waits('/waits?limit=200');
    expect(whole).toMatchObject({ total: 12, next_cursor: null });
    const dues = whole.items.map(({ answer_due }: { answer_due: string }) => answer_due);
    expect(dues).toEqual([...dues].sort((one, other) => one.localeCompare(other)));

    let cursor: string | null = '';
    while (cursor !== null) {
      const part: Awaited<ReturnType<Desk['waits']>> = await desk.waits(
        `/waits?limit=5${cursor ? `&cursor=${cursor}` : ''}`,
      );
      all.push(...part.items.map(({ id }: { id: string }) => id));
      cursor = part.next_cursor;
    }
    expect(all).toEqual(whole.items.map(({ id }: { id: string }) => id));
    for (const wrong of ['x', 'W10', 'WzEsMiwzXQ', 'bnVsbA'])
      expect((await desk.asLucia('GET', `/waits?cursor=${wrong}`)).status).toBe(422);
  });

  it('asks the database no more often the more there is', async () => {
    const desk = await aDesk();
    const many = async (count: number) => {
      for (let n = 0; n < count; n++) {
        const contact = await desk.office.aContact({ email: `many${newId()}@example.com` });
        const deal = await desk.office.aDeal([contact]);
        await aViewingOf(desk.database, desk.company, {
          deal,
          property: await desk.office.aProperty(),
          contactId: contact,
          ownerId: desk.daniel,
          status: 'pending',
          startDate: null,
          endDate: null,
          preferredDates: [{ date: '2026-12-02', part_of_day: 'morning' }],
        });
      }
    };
    let heard = 0;
    const api = await anApi(
      listened(desk.database, () => heard++),
      desk.clock,
    );
    const ask = await api.askAs(desk.company, desk.lucia);
    const asked = async () => {
      heard = 0;
      await desk.waits('/waits', ask);
      return heard;
    };

    await many(1);
    const few = await asked();
    expect(few).toBeGreaterThan(3);
    await many(20);

    expect(await asked()).toBe(few);
  });

  it('shows the viewings of the day in order, and what clients did last', async () => {
    const desk = await aDesk();
    const viewing = (startDate: Date, some: Partial<Parameters<typeof aViewingOf>[2]> = {}) =>
      desk.office.aProperty({ name: `Home at ${startDate.toISOString().slice(11, 16)}` }).then((property: PropertyId) =>
        aViewingOf(desk.database, desk.company, {
          deal: desk.deal,
          property,
          contactId: desk.emma,
          ownerId: desk.daniel,
          status: 'confirmed',
          startDate,
          ...some,
        }),
      );
    await viewing(new Date('2026-11-30T22:59:00Z'), { attendance: 'coming' });
    await viewing(new Date('2026-11-29T23:00:00Z'), { status: 'completed' });
    await viewing(new Date('2026-11-30T23:00:00Z'));
    await viewing(new Date('2026-11-30T10:00:00Z'), { status: 'cancelled' });
    await desk.chat.forges({ to: 'addFavourite', offer: desk.offer, from: 'details' });

    const { body } = await desk.asDaniel('GET', '/today?whose=mine');

    expect(Compile(todaySchema).Errors(body)).toEqual([]);
    expect(body).toMatchObject({ date: '2026-11-30', time_zone: 'Europe/Madrid' });
    expect(body.viewings).toMatchObject([
      { status: 'completed', property: { name: 'Home at 23:00' }, street: 'Calle Inventada 7' },
      { status: 'confirmed', attendance: 'coming', contact: { first_name: 'Emma' } },
    ]);
    expect(body.activities).toMatchObject([
      { activity: { type: 'favourite_added' }, contact: { id: desk.emma }, property: { name: 'Finca La Almazara' } },
    ]);
    expect((await desk.asLucia('GET', '/today?whose=mine')).body).toMatchObject({ viewings: [], activities: [] });
    expect((await desk.asLucia('GET', '/today')).body.viewings).toHaveLength(2);
  });

  it('is the company’s alone', async () => {
    const desk = await aDesk();
    await asks(desk);
    const other = (await aCompany(desk.database)).id;
    const stranger = await desk.api.askAs(other, (await aUser(desk.database, other)).id);

    expect(await desk.kinds('/waits', stranger)).toEqual([]);
    expect((await stranger('GET', '/today')).body).toMatchObject({ viewings: [], activities: [] });
  });
});

/** The same database, telling of each statement that the CRM's side reads with. */
function listened(database: Database, heard: () => void): Database {
  return {
    ...database,
    transaction: (company, work) =>
      database.transaction(company, (tx) => {
        const rows: typeof tx.rows = (text, values) => {
          heard();
          return tx.rows(text, values);
        };
        return work(Object.assign(Object.create(tx), { rows }));
      }),
  };
}
