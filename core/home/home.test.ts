import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import type { DealId } from '#core/ids.ts';
import type { Database } from '#db/database.ts';
import { describeOnOne } from '#db/testing.ts';

/** Emma, signed in, to whom nothing is offered yet; it is Monday 23 November 2026, 11:00 in Madrid. */
async function emma(database: Database) {
  const office = await anOffice(database);
  const contact = await office.aContact({ email: 'emma@example.com', language: 'en' });
  const deal = await office.aDeal([contact]);
  const { app } = aConversation(database);
  const chat = aChat(app, office);
  await chat.signsIn('emma@example.com');
  /** A home whose viewing was asked for, and stands as these columns say. */
  const aViewing = async (set: string) => {
    const offer = await office.anOffer(deal, await office.aProperty(), 'interested');
    await chat.forges({ to: 'requestViewing', offer });
    await chat.forges({ to: 'tickDay', offer, day: '2026-11-26' });
    await chat.presses('Send request');
    await office.rows(`update meetings set ${set} where id = (select id from meetings order by seq desc limit 1)`);
  };
  const ends = (of: DealId, status: string) => office.rows('update deals set status = $2 where id = $1', [of, status]);
  return { office, contact, deal, chat, aViewing, ends };
}
const MENU = ['New properties', 'All properties', 'Viewings', 'Favourites', 'Contact agent', 'Profile'];

describeOnOne('Home', (fresh) => {
  it('says that nothing is there before anything is offered, and offers nothing that would be empty', async () => {
    const { chat } = await emma(await fresh());

    expect(await chat.orders('home')).toBe(
      'Hello Emma\nNothing here yet. The first home that your agent picks arrives here by itself.',
    );
    expect(chat.labels()).toEqual(['Contact agent', 'Profile']);
  });

  it('has a line only for what is so, and never a nought', async () => {
    const { chat, office, deal } = await emma(await fresh());
    await office.anOffer(deal, await office.aProperty());
    await office.anOffer(deal, await office.aProperty(), 'pending');

    expect(await chat.orders('home')).toBe('Hello Emma\n1 new · 2 to rate');
    expect(chat.labels()).toEqual(MENU);
  });

  it('says that all is judged in the place of the counts', async () => {
    const { chat, office, deal } = await emma(await fresh());
    for (const _ of [1, 2]) await office.anOffer(deal, await office.aProperty(), 'interested', { rating: 4 });

    expect(await chat.orders('home')).toBe('Hello Emma\nEverything is judged.\n2 interested · 2 ratings given');
  });

  it('says the offered time, the next viewing and the requests that wait, with the zone once', async () => {
    const { chat, aViewing } = await emma(await fresh());
    await aViewing('proposed_start = null');
    await aViewing("proposed_start = '2026-11-27T15:30:00Z'");
    await aViewing("status = 'confirmed', start_date = '2026-12-02T10:00:00Z', end_date = '2026-12-02T10:45:00Z'");
    await aViewing("status = 'confirmed', start_date = '2026-12-01T10:00:00Z', end_date = '2026-12-01T10:45:00Z'");

    expect(await chat.orders('home')).toBe(
      [
        'Hello Emma',
        '⏳ Ana Agente offers a time: Fri 27 Nov, 16:30 (Madrid time)',
        'Next viewing: Tue 1 Dec, 11:00–11:45, Altea',
        'Everything is judged.',
        '1 request without an answer yet',
        '4 interested',
      ].join('\n'),
    );
    expect(chat.labels().slice(0, 2)).toEqual(['Viewings', 'Favourites']);
  });

  it('does not offer a time that is past, and keeps waiting for an answer to that request', async () => {
    const { chat, aViewing } = await emma(await fresh());
    await aViewing("proposed_start = '2026-11-23T09:59:00Z'");

    const home = await chat.orders('home');

    expect(home).not.toContain('offers a time');
    expect(home).toContain('1 request without an answer yet');
    expect(chat.labels()).toEqual(MENU);
  });

  it.each([
    ['2026-11-23T22:30:00Z', ['Viewings', 'Favourites']],
    ['2026-11-23T23:30:00Z', ['New properties', 'All properties']],
  ])('puts the viewings first on their day in the office’s zone: %s', async (start, first) => {
    const { chat, aViewing } = await emma(await fresh());
    await aViewing(`status = 'confirmed', start_date = '${start}'`);

    await chat.orders('home');

    expect(chat.labels().slice(0, 2)).toEqual(first);
  });

  it('says of a closed search how it ended, as long as no other is open', async () => {
    const { chat, office, contact, deal, ends } = await emma(await fresh());
    await office.anOffer(deal, await office.aProperty(), 'interested');
    await ends(deal, 'lost');
    expect(await chat.orders('home')).toMatch(/^Your search is closed\.\nHello Emma/);
    await ends(deal, 'won');
    expect(await chat.orders('home')).toMatch(/^Your search is closed: it has led to a home\.\nHello Emma/);

    const other = await office.aDeal([contact]);
    await office.anOffer(other, await office.aProperty());

    expect(await chat.orders('home')).toMatch(/^Hello Emma/);
  });

  it('keeps what is wanted most at hand where there are three buttons, and the language behind More', async () => {
    const { chat, office, deal } = await emma(await fresh());
    const onWhatsApp = { channel: 'whatsapp' as const };
    const home = () => chat.turn({ is: 'ordered', command: 'home' }, onWhatsApp);
    const atHand = () =>
      chat.screen()?.choices.flatMap((choice) => (choice.is === 'press' && choice.atHand ? [choice.intent.to] : []));
    await office.anOffer(deal, await office.aProperty(), 'interested');
    await home();
    expect(atHand()).toEqual(['listViewings', 'showGroups']);

    await office.anOffer(deal, await office.aProperty());
    await home();

    expect(atHand()).toEqual(['listNew', 'listViewings']);
    expect(chat.labels().slice(2)).toEqual(['All properties', 'Favourites', 'Contact agent', 'Profile', 'Language']);
  });
});
