import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import type { Channel } from '#core/chat/channels.ts';
import type { Question } from '#core/chat/screen.ts';
import { aChannelAccount } from '#db/builders.ts';
import { aClock, describeOnOne } from '#db/testing.ts';

describeOnOne('the form of days', (fresh) => {
  /** Emma on a channel, with a home offered to her; it is Monday 23 November 2026, 11:00 in Madrid. */
  async function emma(channel: Channel = 'telegram') {
    const database = await fresh();
    const office = await anOffice(database);
    const contact = await office.aContact({ email: 'emma@example.com', language: 'en' });
    const deal = await office.aDeal([contact]);
    const offer = await office.anOffer(deal, await office.aProperty(), 'proposed');
    const account =
      channel === 'telegram'
        ? office.account
        : (
            await aChannelAccount(database, office.company, {
              channel,
              transport: channel === 'teams' ? 'connector' : 'cloud',
            })
          ).id;
    const clock = aClock();
    const { app } = aConversation(database, clock);
    const chat = aChat(app, office, { channel, account });
    await chat.signsIn('emma@example.com');
    const asks = (): (Question & { is: 'dates' }) | undefined => {
      const question = chat.screen()?.asks;
      return question?.is === 'dates' ? question : undefined;
    };
    const requested = () =>
      office.rows<{ preferred_dates: unknown }>('select preferred_dates from meetings order by seq');
    const begins = () => chat.forges({ to: 'requestViewing', offer });
    const ticks = (day: string) => chat.forges({ to: 'tickDay', offer, day });
    return { office, offer, clock, app, chat, asks, requested, begins, ticks };
  }

  it('shows the days from today on, and from tomorrow on once the last part of today has begun', async () => {
    const { clock, asks, begins } = await emma();

    await begins();
    expect(asks()).toMatchObject({ first: '2026-11-23', from: '2026-11-23', last: '2027-02-21', ticked: [] });
    // 17:00 in Madrid, as the clock stands there.
    clock.set('2026-11-23T16:00:00Z');
    await begins();
    expect(asks()).toMatchObject({ first: '2026-11-24', from: '2026-11-24' });
  });

  it.each([
    ['the night of a change of the clocks in spring', '2027-03-27T23:30:00Z', '2027-03-28'],
    ['the last of a month', '2026-12-31T09:00:00Z', '2026-12-31'],
    ['the last of February', '2027-02-28T09:00:00Z', '2027-02-28'],
  ])('counts from the office’s own day on %s', async (_, now, first) => {
    const { clock, asks, begins } = await emma();
    clock.set(now);

    await begins();

    expect(asks()?.first).toBe(first);
  });

  it('takes a tick off again, keeps the part of the day for the next one, and one part for all', async () => {
    const { chat, offer, asks, begins, ticks, requested } = await emma();
    await begins();
    await ticks('2026-11-30');
    await ticks('2026-12-01');
    await chat.forges({ to: 'tickPart', offer, part: 'evening' });
    await chat.forges({ to: 'untickDay', offer, day: '2026-11-30' });
    await chat.forges({ to: 'untickDay', offer, day: '2026-12-01' });
    expect(asks()).toMatchObject({ ticked: [], part: 'evening' });
    expect(chat.labels()).not.toContain('Send request');

    await ticks('2026-12-31');
    await chat.presses('Send request');

    expect(await requested()).toEqual([{ preferred_dates: [{ date: '2026-12-31', part_of_day: 'evening' }] }]);
  });

  it('ticks once what is pressed twice', async () => {
    const { asks, begins, ticks } = await emma();
    await begins();
    await ticks('2026-11-30');

    expect(await ticks('2026-11-30')).not.toContain('already');
    expect(asks()?.ticked).toEqual(['2026-11-30']);
  });

  it('stays in two weeks that were turned to, and ends with the last day', async () => {
    const { chat, offer, asks, begins, ticks } = await emma();
    await begins();

    await chat.forges({ to: 'showDays', offer, from: '2027-02-15' });
    await ticks('2027-02-21');

    expect(asks()).toMatchObject({ from: '2027-02-15', ticked: ['2027-02-21'] });
    expect(await ticks('2027-02-22')).toContain('Mon 22 Feb is too far ahead');
  });

  it('fills itself from typed days, each with its part, and ticks no part where they differ', async () => {
    const { chat, asks, begins, requested } = await emma();
    await begins();

    expect(await chat.writes('Thu morning, Sat after 5')).toContain('• Thu 26 Nov, morning\n• Sat 28 Nov, evening');
    expect(asks()).toMatchObject({ ticked: ['2026-11-26', '2026-11-28'] });
    expect(asks()?.part).toBeUndefined();
    await chat.presses('Send request');

    expect(await requested()).toMatchObject([
      { preferred_dates: [{ part_of_day: 'morning' }, { part_of_day: 'evening' }] },
    ]);
  });

  it('shows the home again, and sends nothing, on Cancel', async () => {
    const { chat, begins, ticks, requested } = await emma();
    await begins();
    await ticks('2026-11-30');

    await chat.presses('Cancel');

    expect(chat.screen()?.blocks).toMatchObject([{ is: 'card' }]);
    expect(await requested()).toEqual([]);
    await begins();
    expect(chat.reads()).not.toContain('30 Nov');
  });

  it('is what every button of the calendar before leads to, as it stands', async () => {
    const { chat, offer, begins, ticks } = await emma();
    await begins();
    const standing = await ticks('2026-11-30');

    for (const intent of [
      { to: 'markThenChoose', offer },
      { to: 'chooseDates', offer },
      { to: 'turnMonth', offer, month: '2026-12' },
      { to: 'chooseDay', offer, day: '2026-12-24' },
      { to: 'choosePart', offer, day: '2026-12-24', part: 'morning' },
    ] as const)
      expect(await chat.forges(intent), intent.to).toBe(standing);
  });

  it('is taken whole where a channel has forms, with the home to be marked', async () => {
    const { chat, office, offer, begins, requested } = await emma('teams');
    await begins();
    expect(chat.labels()).toEqual(['Send request', 'Cancel']);

    await chat.turn({
      ...{ is: 'choseDates', offer, interested: true, sends: true },
      days: [
        { date: '2026-12-01', partOfDay: 'afternoon' },
        { date: '2026-11-30', partOfDay: 'afternoon' },
      ],
    });

    expect(await requested()).toMatchObject([
      { preferred_dates: [{ date: '2026-11-30', part_of_day: 'afternoon' }, { date: '2026-12-01' }] },
    ]);
    expect(await office.rows('select status from deal_properties')).toEqual([{ status: 'interested' }]);
  });

  it('comes back with its ticks where a form has more than three, or none', async () => {
    const { chat, offer, asks, begins, requested } = await emma('teams');
    await begins();
    const sends = (...days: readonly string[]) =>
      chat.turn({ is: 'choseDates', offer, days: days.map((date) => ({ date })), interested: false, sends: true });

    expect(await sends('2026-11-30', '2026-12-01', '2026-12-02', '2027-01-05')).toContain('Three days at most.');
    expect(asks()).toMatchObject({
      ticked: ['2026-11-30', '2026-12-01', '2026-12-02', '2027-01-05'],
      interested: false,
    });
    expect(await sends()).toContain('Choose a day first.');
    expect(await sends('2026-11-22')).toContain('Sun 22 Nov is in the past.');
    expect(await requested()).toEqual([]);
  });

  it('keeps a typed part of a day where a form says none for all', async () => {
    const { chat, offer, begins, requested } = await emma('teams');
    await begins();
    await chat.writes('Thu morning, Sat after 5');

    await chat.turn({ is: 'choseDates', offer, days: [{ date: '2026-11-28' }, { date: '2026-12-01' }], sends: true });

    expect(await requested()).toMatchObject([
      {
        preferred_dates: [
          { date: '2026-11-28', part_of_day: 'evening' },
          { date: '2026-12-01', part_of_day: 'any' },
        ],
      },
    ]);
  });
});

describeOnOne('a list of days', (fresh) => {
  async function emma() {
    const database = await fresh();
    const office = await anOffice(database);
    const contact = await office.aContact({ email: 'emma@example.com', language: 'en' });
    const offer = await office.anOffer(await office.aDeal([contact]), await office.aProperty(), 'proposed');
    const { id: account } = await aChannelAccount(database, office.company, {
      channel: 'whatsapp',
      transport: 'cloud',
    });
    const { app } = aConversation(database);
    const chat = aChat(app, office, { channel: 'whatsapp', account });
    await chat.signsIn('emma@example.com');
    await chat.forges({ to: 'requestViewing', offer });
    const requested = () => office.rows('select preferred_dates from meetings');
    return { office, offer, chat, requested };
  }

  it('offers days that go together, then single ones from tomorrow on', async () => {
    const { chat } = await emma();

    expect(chat.labels()).toEqual([
      ...['Three mornings', 'Three afternoons', 'Weekend'],
      ...['Tue 24 Nov', 'Wed 25 Nov', 'Thu 26 Nov', 'Fri 27 Nov', 'Sat 28 Nov'],
      ...['Later days ›', 'Cancel'],
    ]);
  });

  it('says what will be sent, from which all can be changed', async () => {
    const { chat, requested } = await emma();

    expect(await chat.presses('Three mornings')).toBe(
      'Send this request?\nCasa Azul\n• Tue 24 Nov, morning\n• Wed 25 Nov, morning\n• Thu 26 Nov, morning\n✓ Mark interested',
    );
    expect(chat.labels()).toEqual([
      'Send request',
      ...['Any time', '✓ Morning', 'Afternoon', 'Evening'],
      ...['✓ Tue 24 Nov', '✓ Wed 25 Nov', '✓ Thu 26 Nov', '✓ Mark interested', 'Cancel'],
    ]);
    await chat.presses('✓ Wed 25 Nov');
    await chat.presses('Evening');
    await chat.presses('Add another date');
    expect(chat.labels()).not.toContain('Weekend');
    await chat.presses('Sat 28 Nov');
    await chat.presses('Send request');

    expect(await requested()).toMatchObject([
      {
        preferred_dates: ['2026-11-24', '2026-11-26', '2026-11-28'].map((date) => ({ date, part_of_day: 'evening' })),
      },
    ]);
  });

  it.each(['4, 5, 7', '4 5 7', '4,5 & 7'])('takes the numbers of its rows: %s', async (typed) => {
    const { chat } = await emma();

    expect(await chat.writes(typed)).toContain('• Tue 24 Nov\n• Wed 25 Nov\n• Fri 27 Nov');
  });

  it.each(['4, 99', '1, 5', '9, 10'])('takes no numbers of which one is no day: %s', async (typed) => {
    const { chat } = await emma();

    expect(await chat.writes(typed)).toContain('Not understood');
  });

  it('says that days were chosen where it is taken up later', async () => {
    const { chat, offer } = await emma();
    await chat.presses('Weekend');
    await chat.orders('home');

    expect(await chat.forges({ to: 'requestViewing', offer })).toBe(
      'You had chosen days for this home.\nSend this request?\nCasa Azul\n• Sat 28 Nov\n• Sun 29 Nov\n✓ Mark interested',
    );
  });
});
