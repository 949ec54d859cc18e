import { expect, it } from 'vitest';
import { aChat, aConversation, words } from '#bots/testing/a-chat.ts';
import { anApi } from '#bots/testing/an-api.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import { plainText } from '#core/chat/plain-text.ts';
import type { UserId, ViewingId } from '#core/ids.ts';
import { readStoredMessage } from '#core/turns/stored.ts';
import { aViewingOf, aWebhook } from '#db/builders.ts';
import { aClock, describeOnOne, newId } from '#db/testing.ts';

describeOnOne('what an agent does to an agreed viewing', (fresh) => {
  /** Emma's viewing on Thursday 3 December 2026, 12:00 in Madrid. */
  async function agreed() {
    const database = await fresh();
    const clock = aClock('2026-11-30T08:44:00Z');
    const office = await anOffice(database);
    const emma = await office.aContact({ email: 'emma@example.com' });
    const deal = await office.aDeal([emma]);
    const property = await office.aProperty();
    await office.anOffer(deal, property, 'interested');
    const chat = aChat(aConversation(database, clock).app, office);
    await chat.signsIn('emma@example.com');
    await aWebhook(database, office.company);
    const { id } = await aViewingOf(database, office.company, {
      deal,
      property,
      contactId: emma,
      status: 'confirmed',
      startDate: new Date('2026-12-03T11:00:00Z'),
      endDate: new Date('2026-12-03T11:45:00Z'),
      preferredDates: [{ date: '2026-12-03', part_of_day: 'any' }],
    });
    const [admin] = await office.rows<{ id: UserId }>('select id from users');
    if (!admin) throw new Error('an office has an Admin');
    const ask = await (await anApi(database, clock)).askAs(office.company, admin.id);
    const wishes = async (viewing: ViewingId = id) => {
      await chat.forges({ to: 'anotherTime', viewing });
      await chat.writes('2026-12-04');
      await chat.presses('Send request');
    };
    const pushed = async () =>
      (await office.rows<{ message: unknown }>('select message from deliveries where rank = 1 order by seq')).map(
        ({ message }) => {
          const read = readStoredMessage(message);
          return read ? plainText(read.body, (each) => words.say(each, 'en')) : '';
        },
      );
    const told = () =>
      office.rows<{ event: string; payload: Record<string, unknown> }>(
        'select event, payload from webhook_deliveries order by seq',
      );
    const lines = async () =>
      (await ask('GET', `/contacts/${emma}/activities`)).body.items as { type: string; actor: object; text: string }[];
    return { office, admin: admin.id, id, chat, ask, wishes, pushed, told, lines };
  }

  it('keeps its time, and the client reads so', async () => {
    const { id, admin, ask, wishes, pushed, told, lines } = await agreed();
    await wishes();

    const kept = await ask('POST', `/meetings/${id}/keep`, { body: { reason: 'The owners are away on Friday.' } });

    expect(kept).toMatchObject({
      status: 200,
      body: { status: 'confirmed', open_wish: false, start_date: '2026-12-03T11:00:00.000Z', ics_sequence: 0 },
    });
    const [news] = await pushed();
    expect(news).toMatch(/^Your agent keeps the time: .*12:00.*\n“The owners are away on Friday\.”/);
    expect((await lines())[0]).toMatchObject({
      type: 'viewing_kept',
      text: 'The owners are away on Friday.',
      actor: { kind: 'user', id: admin },
    });
    expect((await told()).at(-1)).toMatchObject({
      event: 'meeting.status_changed',
      payload: { data: { id, open_wish: false }, previous_data: { status: 'confirmed' } },
    });
    expect((await ask('GET', '/waits')).body.total).toBe(0);
  });

  it('keeps its time once, without a reason too, and only where one is agreed', async () => {
    const { office, id, ask, wishes, pushed } = await agreed();
    await wishes();

    const once = await ask('POST', `/meetings/${id}/keep`);
    const again = await ask('POST', `/meetings/${id}/keep`, { body: {} });

    expect([once.status, again.status]).toEqual([200, 200]);
    expect(await pushed()).toEqual([expect.stringMatching(/^Your agent keeps the time: [^“]*$/m)]);
    await office.rows("update meetings set status = 'cancelled'");
    expect(await ask('POST', `/meetings/${id}/keep`)).toMatchObject({ status: 409 });
    expect((await ask('POST', `/meetings/${newId()}/keep`)).status).toBe(404);
    expect((await ask('POST', `/meetings/${id}/keep`, { body: { reason: ' ' } })).status).toBe(422);
  });

  it('says what is so instead, since when, and by whose hand', async () => {
    const { id, admin, chat, ask } = await agreed();
    const confirm = () => ask('POST', `/meetings/${id}/confirm`, { body: { start_date: '2026-12-04T10:00:00Z' } });
    await ask('POST', `/meetings/${id}/move`, { body: { start_date: '2026-12-04T09:00:00Z' } });
    expect(await confirm()).toMatchObject({
      status: 409,
      body: {
        current_status: 'confirmed',
        since: '2026-11-30T08:44:00.000Z',
        by: { id: admin, name: 'Ana Agente' },
      },
    });

    await chat.forges({ to: 'cancelViewing', viewing: id });

    expect(await confirm()).toMatchObject({
      status: 409,
      body: { current_status: 'cancelled', by: { id: null, name: 'Emma Stone' } },
    });
  });

  it('takes what the client said on the telephone for their answer', async () => {
    const { id, admin, ask, lines } = await agreed();
    const path = `/meetings/${id}/attendance`;

    const once = await ask('POST', path, { body: { answer: 'coming' } });
    const again = await ask('POST', path, { body: { answer: 'coming' } });

    expect([once, again]).toMatchObject([
      { status: 200, body: { attendance: 'coming' } },
      { status: 200, body: { attendance: 'coming' } },
    ]);
    const marked = (await lines()).filter(({ type }) => type === 'attendance_answered');
    expect(marked).toMatchObject([{ actor: { kind: 'user', id: admin } }]);
    expect((await ask('POST', path, { body: { answer: 'perhaps' } })).status).toBe(422);
    expect((await ask('POST', `/meetings/${newId()}/attendance`, { body: { answer: 'late' } })).status).toBe(404);
  });

  it('names times for it, of which its own is none', async () => {
    const { id, ask } = await agreed();

    const { status, body } = await ask('GET', `/meetings/${id}/times`);

    expect(status).toBe(200);
    expect(body.wishes).toEqual([
      {
        date: '2026-12-03',
        part_of_day: 'any',
        start_date: '2026-12-03T10:00:00.000Z',
        end_date: '2026-12-03T10:45:00.000Z',
        cause: null,
      },
    ]);
    expect(body.next).toHaveLength(6);
    expect(body.days.map(({ date }: { date: string }) => date)).toEqual(['2026-11-30', '2026-12-01', '2026-12-02']);
    await ask('POST', `/meetings/${id}/cancel`, { body: { reason: 'Sold' } });
    expect(await ask('GET', `/meetings/${id}/times`)).toMatchObject({
      status: 409,
      body: { current_status: 'cancelled' },
    });
  });
});
