import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import type { ViewingId } from '#core/ids.ts';
import type { Database } from '#db/database.ts';
import { describeOnOne } from '#db/testing.ts';

/** Emma, signed in, with one home she is interested in; it is Monday 23 November 2026, 11:00 in Madrid. */
async function emma(database: Database, status: 'proposed' | 'interested' = 'interested') {
  const office = await anOffice(database);
  const contact = await office.aContact({ email: 'emma@example.com', language: 'en' });
  const deal = await office.aDeal([contact]);
  const offer = await office.anOffer(deal, await office.aProperty(), status);
  const { app, clock } = aConversation(database);
  const chat = aChat(app, office);
  await chat.signsIn('emma@example.com');
  const meetings = () =>
    office.rows<{ status: string; preferred_dates: unknown; type: string; category: string }>(
      'select * from meetings order by seq',
    );
  const activities = async () =>
    (
      await office.rows<{ type: string }>(
        "select type from activities where type like 'viewing%' or type like 'verdict%' order by seq",
      )
    ).map(({ type }) => type);
  const asks = () => chat.forges({ to: 'requestViewing', offer });
  return { office, contact, deal, offer, app, clock, chat, meetings, activities, asks };
}

describeOnOne('viewings', (fresh) => {
  it('stores nothing before Send request, then exactly one meeting and one activity (rules 15, 16)', async () => {
    const { chat, offer, meetings, activities, asks } = await emma(await fresh());

    await asks();
    await chat.forges({ to: 'chooseDay', offer, day: '2026-11-26' });
    expect(chat.labels()).toEqual(['Morning', 'Afternoon', 'Evening', 'Any time', 'Cancel']);
    const summary = await chat.presses('Morning');
    expect(summary).toContain('26 November 2026');
    expect(chat.labels()).toEqual(['Send request', 'Add another date', 'Cancel']);
    expect(await meetings()).toEqual([]);
    const sent = await chat.presses('Send request');

    expect(sent).toContain('Your agent will get in touch');
    expect(await meetings()).toMatchObject([
      {
        status: 'pending',
        type: 'visit_location',
        category: 'visit',
        preferred_dates: [{ date: '2026-11-26', part_of_day: 'morning' }],
      },
    ]);
    expect(await activities()).toEqual(['viewing_requested']);
  });

  it('lets another time be wished for of a viewing that is agreed, where the home is reserved since', async () => {
    const { office, chat, offer, meetings, asks } = await emma(await fresh());
    await asks();
    await chat.forges({ to: 'chooseDay', offer, day: '2026-11-26' });
    await chat.presses('Morning');
    await chat.presses('Send request');
    const [agreed] = await office.rows<{ id: ViewingId }>(
      "update meetings set status = 'confirmed', start_date = '2026-11-26T10:00:00Z', preferred_dates = '[]' returning id",
    );
    await office.rows("update properties set status = 'reserved' returning id");

    await chat.forges({ to: 'anotherTime', viewing: agreed?.id as ViewingId });
    await chat.writes('2026-11-28');
    await chat.presses('Send request');

    expect(await meetings()).toMatchObject([{ status: 'confirmed', preferred_dates: [{ date: '2026-11-28' }] }]);
  });

  it('takes up to three dates, one after the other or typed, and refuses a fourth (rule 15)', async () => {
    const { chat, offer, meetings, asks } = await emma(await fresh());
    await asks();

    await chat.writes('2026-11-28, 27/11/2026');
    await chat.presses('Add another date');
    await chat.forges({ to: 'chooseDay', offer, day: '2026-12-01' });
    await chat.presses('Any time');
    expect(chat.labels()).toEqual(['Send request', 'Cancel']);
    expect(await chat.writes('2 December 2026')).toContain('three dates at most');
    await chat.presses('Send request');

    expect(await meetings()).toMatchObject([
      { preferred_dates: [{ date: '2026-11-27' }, { date: '2026-11-28' }, { date: '2026-12-01', part_of_day: 'any' }] },
    ]);
  });

  it.each([
    ['2026-11-22', 'in the past'],
    ['2027-02-22', 'too far ahead'],
    ['26 November 2026, 26.11.2026', 'chosen already'],
    ['31 February 2027', 'could not read'],
    ['whenever you like', 'could not read'],
    ['😀', 'could not read'],
  ])('refuses %s with a reason and takes none of it (rule 15)', async (typed, says) => {
    const { chat, asks, meetings, offer } = await emma(await fresh());
    await asks();

    expect(await chat.writes(typed)).toContain(says);

    await chat.forges({ to: 'sendRequest', offer });
    expect(await meetings()).toEqual([]);
  });

  it('takes the part of the day that was typed with a date, or after it', async () => {
    const { chat, offer, meetings, asks } = await emma(await fresh());
    await asks();

    expect(await chat.writes('Saturday afternoon, 1 December')).toContain('afternoon');
    expect(await chat.writes('after 5')).toContain('evening');
    await chat.writes('1/12 in the morning');
    await chat.forges({ to: 'sendRequest', offer });

    expect(await meetings()).toMatchObject([
      {
        preferred_dates: [
          { date: '2026-11-28', part_of_day: 'afternoon' },
          { date: '2026-12-01', part_of_day: 'morning' },
        ],
      },
    ]);
  });

  it("counts days in the company's zone (rule 15)", async () => {
    const { chat, asks, clock } = await emma(await fresh());
    clock.set('2026-11-23T23:30:00Z');
    await asks();

    expect(await chat.writes('2026-11-23')).toContain('in the past');
    expect(await chat.writes('2026-11-24')).toContain('24 November 2026');
  });

  it('offers a half-made choice again after the client looked elsewhere (rule 15)', async () => {
    const { chat, asks } = await emma(await fresh());
    await asks();
    await chat.writes('2026-11-28');
    await chat.orders('home');
    expect(await chat.writes('2026-11-29')).toContain('send this to your agent');

    expect(await asks()).toContain('28 November 2026');
    expect(chat.labels()).toContain('Send request');
  });

  it('drops a day that has passed while the choice lay waiting', async () => {
    const { chat, asks, clock, offer, meetings } = await emma(await fresh());
    await asks();
    await chat.writes('2026-11-24, 2026-11-28');
    clock.set('2026-11-26T10:00:00Z');

    expect(await chat.forges({ to: 'sendRequest', offer })).toContain('24 November 2026 is in the past');
    expect(await meetings()).toEqual([]);
    await chat.presses('Send request');

    expect(await meetings()).toMatchObject([{ preferred_dates: [{ date: '2026-11-28' }] }]);
  });

  it('refuses a second open meeting for the same deal property and shows the first (rule 16)', async () => {
    const { app, office, chat, asks, offer, meetings } = await emma(await fresh());
    const other = aChat(app, office);
    await other.signsIn('emma@example.com');
    await asks();
    await chat.writes('2026-11-26');
    await other.forges({ to: 'requestViewing', offer });
    await other.writes('2026-11-27');

    const answers = await Promise.all([chat.presses('Send request'), other.presses('Send request')]);

    expect(answers.join()).toContain('You have a viewing for Casa Azul already');
    expect(await meetings()).toHaveLength(1);
    expect(await asks()).toContain('You have a viewing for Casa Azul already');
  });

  it('asks before the dates whether to mark an unrated home as interested (rule 17)', async () => {
    const { chat, asks, activities, office } = await emma(await fresh(), 'proposed');

    expect(await asks()).toContain('Shall we mark it as interested too?');
    await chat.presses('Not now');
    expect(chat.screen()?.asks?.is).toBe('dates');
    expect(await activities()).toEqual([]);
    await chat.presses('Cancel');
    await asks();
    await chat.presses('Mark interested');

    expect(await activities()).toEqual(['verdict_interested']);
    expect(await office.rows('select status from deal_properties')).toEqual([{ status: 'interested' }]);
  });

  it('cancels after one question, once, and says so the second time', async () => {
    const { chat, asks, meetings, activities, office } = await emma(await fresh());
    await asks();
    await chat.writes('2026-11-26');
    await chat.presses('Send request');
    const [meeting] = await office.rows<{ id: never }>('select id from meetings');
    if (!meeting) throw new Error('no meeting');

    await chat.presses('Cancel viewing');
    expect(chat.labels()).toEqual(['Yes, cancel it', 'No, keep it']);
    expect(await chat.presses('No, keep it')).toContain('stays as it is');
    await chat.presses('Cancel viewing');
    expect(await chat.presses('Yes, cancel it')).toContain('is cancelled');
    expect(await chat.forges({ to: 'askCancel', viewing: meeting.id })).toContain('cancelled already');

    expect(await meetings()).toMatchObject([{ status: 'cancelled' }]);
    expect(await activities()).toEqual(['viewing_requested', 'viewing_cancelled']);
  });

  it('stands each meeting in exactly one of the three tabs', async () => {
    const { chat, office, contact, deal } = await emma(await fresh());
    const states = [
      ['Asked', 'pending', null],
      ['Soon', 'confirmed', '2026-11-24T10:00:00Z'],
      ['Past', 'confirmed', '2026-11-22T10:00:00Z'],
      ['Off', 'cancelled', null],
      ['No', 'rejected', null],
      ['Done', 'completed', '2026-11-20T10:00:00Z'],
    ] as const;
    for (const [name, status, start] of states) {
      const property = await office.aProperty({ name });
      await office.rows(
        `insert into meetings (id, company_id, deal_id, property_id, contact_id, status, preferred_dates, start_date, ics_uid)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, '[{"date": "2026-11-24", "part_of_day": "any"}]', $6, 'uid') returning id`,
        [office.company, deal, property, contact, status, start ? new Date(start) : null],
      );
    }

    const tabs: Record<string, string> = {};
    await chat.orders('viewings');
    for (const tab of ['Recent', 'Unconfirmed', 'Upcoming']) tabs[tab] = await chat.presses(tab);

    const inTab = (tab: string) =>
      states.map(([name]) => name).filter((name) => new RegExp(`^${name}( \\||$)`, 'm').test(tabs[tab] ?? ''));
    expect(inTab('Upcoming')).toEqual(['Soon']);
    expect(inTab('Unconfirmed')).toEqual(['Asked']);
    expect(inTab('Recent').sort()).toEqual(['Done', 'No', 'Off', 'Past']);
  });

  it('names the zone with a time, and shows the street from confirmation on (rules 7, 9)', async () => {
    const { chat, asks, office } = await emma(await fresh());
    await asks();
    await chat.writes('2026-11-26');
    expect(await chat.presses('Send request')).not.toContain('Calle');
    const [meeting] = await office.rows<{ id: never }>(
      "update meetings set status = 'confirmed', start_date = '2026-11-26T09:30:00Z' returning id",
    );
    if (!meeting) throw new Error('no meeting');

    const shown = await chat.forges({ to: 'openViewing', viewing: meeting.id });

    expect(shown).toContain('10:30');
    expect(shown).toContain('Madrid');
    expect(shown).toContain('Calle Inventada 7');
  });

  it("reaches no other contact's viewing (rule 4)", async () => {
    const database = await fresh();
    const { app, office, chat, asks, meetings } = await emma(database);
    await asks();
    await chat.writes('2026-11-26');
    await chat.presses('Send request');
    const [meeting] = await office.rows<{ id: never }>('select id from meetings');
    await office.aContact({ email: 'eve@example.com' });
    const eve = aChat(app, office);
    await eve.signsIn('eve@example.com');
    if (!meeting) throw new Error('no meeting');

    const answers = [];
    for (const to of ['openViewing', 'askCancel', 'cancelViewing', 'keepViewing'] as const)
      answers.push(await eve.forges({ to, viewing: meeting.id }));

    expect(new Set(answers)).toEqual(new Set([await eve.forges(undefined)]));
    expect(await meetings()).toMatchObject([{ status: 'pending' }]);
  });

  it('says of one that was called off which time was agreed, and no longer where', async () => {
    const { chat, office, asks } = await emma(await fresh());
    await asks();
    await chat.writes('2026-11-28');
    await chat.presses('Send request');
    await office.rows("update meetings set status = 'confirmed', start_date = '2026-11-29T16:30:00Z'");
    const [meeting] = await office.rows<{ id: ViewingId }>('select id from meetings');

    const cancelled = await chat.forges({ to: 'cancelViewing', viewing: meeting?.id as ViewingId });

    for (const screen of [cancelled, await chat.forges({ to: 'openViewing', viewing: meeting?.id as ViewingId })]) {
      expect(screen).toContain('29 November 2026');
      expect(screen).toContain('17:30');
      expect(screen).not.toContain('Your dates');
      expect(screen).not.toContain('Calle Inventada');
    }
  });

  it('says of one that was never agreed and called off which dates were wished', async () => {
    const { chat, office, asks } = await emma(await fresh());
    await asks();
    await chat.writes('2026-11-28');
    await chat.presses('Send request');
    const [meeting] = await office.rows<{ id: ViewingId }>('select id from meetings');

    expect(await chat.forges({ to: 'cancelViewing', viewing: meeting?.id as ViewingId })).toContain('28 November 2026');
  });

  it('shows what was asked for where nothing is agreed yet, and else what is asked for', async () => {
    const { chat, office, asks } = await emma(await fresh());
    expect(await chat.orders('viewings')).toContain('Upcoming (0)');
    await asks();
    await chat.writes('2026-11-28');
    await chat.presses('Send request');

    for (const shown of [
      await chat.presses('Viewings'),
      await chat.orders('viewings'),
      await chat.forges({ to: 'listViewings', tab: 'upcoming', page: 0 }),
    ]) {
      expect(shown).toContain('Unconfirmed (1)');
      expect(shown).toContain('28 November 2026');
    }
    expect(await chat.presses('Recent')).toContain('Recent (0)\nUnconfirmed (1)');
    await office.rows("update meetings set status = 'confirmed', start_date = '2026-11-29T16:30:00Z'");

    expect(await chat.orders('viewings')).not.toContain('Unconfirmed (');
    await office.rows("update meetings set status = 'rejected'");

    expect(await chat.orders('viewings')).toMatch(/^Recent \(1\)\nUpcoming \(0\)\n/);
  });
});
