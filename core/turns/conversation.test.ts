import { expect, it } from 'vitest';
import { phones } from '#adapters/phones/phones.ts';
import { aChat, aConversation, PAGES, words } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import { push } from '#core/chat/push.ts';
import type { Did } from '#core/chat/turn.ts';
import { offeredScreen } from '#core/offers/screens.ts';
import type { Store } from '#core/store.ts';
import type { Database } from '#db/database.ts';
import { createStore } from '#db/store.ts';
import { describeOnOne, newId } from '#db/testing.ts';
import { createApp } from './app.ts';

async function emma(database: Database) {
  const office = await anOffice(database);
  const contact = await office.aContact({ email: 'emma@example.com', language: 'en' });
  const deal = await office.aDeal([contact]);
  const { app, clock } = aConversation(database);
  const chat = aChat(app, office);
  await chat.signsIn('emma@example.com');
  const verdicts = () =>
    office.rows<{ name: string }>(
      "select p.name from activities a join properties p on p.id = a.property_id where a.type = 'verdict_interested'",
    );
  return { office, contact, deal, app, clock, chat, verdicts };
}

describeOnOne('the conversation', (fresh) => {
  it("presses by typing a label's words or its number, on the newest screen (rule 23)", async () => {
    const { chat, office, deal, verdicts } = await emma(await fresh());
    await office.anOffer(deal, await office.aProperty());

    await chat.writes('new PROPERTIES');
    await chat.writes('1');

    expect(await verdicts()).toHaveLength(1);
    expect(await chat.writes('favourite')).toContain('✓ Interested');
  });

  it.each(['Viewings, please!', 'Hi, viewings 😊', '“Viewings”', 'VIEWINGS thank you', 'Ｖｉｅｗｉｎｇｓ'])(
    'presses by a label with more around it: %s',
    async (words) => {
      const { chat } = await emma(await fresh());

      expect(await chat.writes(words)).toContain('No viewings yet');
    },
  );

  it('takes no label out of a sentence', async () => {
    const { chat } = await emma(await fresh());

    for (const words of ['Viewings are fine by me', 'No viewings please', 'thanks'])
      expect(await chat.writes(words)).toContain('send this to your agent');
  });

  it('asks which home is meant where several fit (rule 23)', async () => {
    const { chat, office, deal, verdicts } = await emma(await fresh());
    for (const name of ['Casa Una', 'Casa Dos']) await office.anOffer(deal, await office.aProperty({ name }));
    await chat.writes('New properties');

    await chat.writes('Interested');
    expect(await verdicts()).toEqual([{ name: 'Casa Dos' }]);

    expect(await chat.writes('Not interested')).toContain('Which one do you mean?');
    expect(await verdicts()).toEqual([{ name: 'Casa Dos' }]);
  });

  it('asks which screen a number means where a push came between (rule 23)', async () => {
    const database = await fresh();
    const { chat, office, contact, deal, clock, verdicts } = await emma(database);
    await office.anOffer(deal, await office.aProperty({ name: 'Shown' }));
    await chat.writes('New properties');
    const pushed = await office.anOffer(deal, await office.aProperty({ name: 'Pushed' }));
    await createStore(database, { clock, newId }).transaction(office.company, async (kept) => {
      const offer = await kept.offers.find(contact, pushed);
      if (offer)
        await push(kept, contact, offeredScreen([offer], { name: 'Blue Door Homes' } as never, false), 'offer');
    });

    expect(await chat.writes('1')).toContain('Which one do you mean?');
    expect(await verdicts()).toEqual([]);
    await chat.presses('Pushed: Interested');

    expect(await verdicts()).toEqual([{ name: 'Pushed' }]);
  });

  it.each([
    ['free text', { is: 'wrote', words: 'I love the sea' }, 'send this to your agent'],
    ['a number out of range', { is: 'wrote', words: '99' }, 'There is no number 99 here'],
    ['4,096 characters of markup', { is: 'wrote', words: '<b>*_[`'.repeat(585) }, 'send this to your agent'],
    ['right-to-left text', { is: 'wrote', words: 'שלום עולם' }, 'send this to your agent'],
    ['a photo', { is: 'sent', what: 'photo' }, 'not saved'],
    ['a voice note', { is: 'sent', what: 'voice' }, 'not saved'],
    ['what looks like a password', { is: 'wroteSecret', message: '1' }, 'looked like a password'],
  ] satisfies [string, Did, string][])('changes nothing on %s, and helps on', async (_, did, says) => {
    const { chat, office } = await emma(await fresh());
    const before = await office.rows('select count(*)::int as n from activities');

    expect(await chat.turn(did)).toContain(says);

    expect(await office.rows('select count(*)::int as n from activities')).toEqual(before);
    expect(chat.labels().some((label) => label === 'Home' || label === 'Continue')).toBe(true);
  });

  it('gives the notice for every action while the portal is off, and goes on afterwards without signing in (rule 2)', async () => {
    const { chat, office } = await emma(await fresh());
    await office.rows('update companies set is_active = false returning id');

    for (const says of [await chat.orders('home'), await chat.writes('hello'), await chat.forges({ to: 'goHome' })])
      expect(says).toContain('closed at the moment');
    await office.rows('update companies set is_active = true returning id');

    expect(await chat.orders('home')).toContain('Hello Emma');
  });

  it('gives a blocked account the notice for every action (rule 3)', async () => {
    const { chat, office } = await emma(await fresh());
    await office.rows("update portal_users set status = 'Blocked' returning id");

    expect(await chat.orders('home')).toContain('access is closed');
  });

  it("speaks the contact's language from the next message on when it changes anywhere (rules 5, 6)", async () => {
    const { app, office, chat } = await emma(await fresh());
    const other = aChat(app, office);
    await other.signsIn('emma@example.com');

    await chat.orders('language');
    await chat.presses('Deutsch');
    await other.orders('home');

    expect(await office.rows('select distinct language from chats')).toEqual([{ language: 'de' }]);
    expect(await office.rows("select type from activities where type = 'language_changed'")).toHaveLength(1);
    expect(await office.rows('select language from contacts')).toEqual([{ language: 'de' }]);
  });

  it('commits the mark, the change, the activity and the answer together or not at all', async () => {
    const database = await fresh();
    const { office, deal, clock } = await emma(database);
    const offer = await office.anOffer(deal, await office.aProperty());
    const store = createStore(database, { clock, newId });
    const counts = () =>
      office.rows(
        'select (select count(*) from events)::int as e, (select count(*) from activities)::int as a, (select count(*) from deliveries)::int as d',
      );
    const before = await counts();

    await expect(
      store.transaction(office.company, async (kept) => {
        await kept.chats.take({
          company: office.company,
          account: office.account,
          channel: 'telegram',
          event: 'x',
          address: 'y',
          person: { identity: { kind: 'tg_user', id: 'y' } },
          did: { is: 'returned' },
        });
        await kept.offers.change(offer, { status: 'interested' });
        throw new Error('cut');
      }),
    ).rejects.toThrow('cut');

    expect(await counts()).toEqual(before);
    expect(await office.rows('select status from deal_properties')).toEqual([{ status: 'proposed' }]);
  });

  it('tells nobody that something is saved before it is committed (rule 25)', async () => {
    const database = await fresh();
    const { office, deal, clock } = await emma(database);
    const offer = await office.anOffer(deal, await office.aProperty());
    const kept = createStore(database, { clock, newId });
    let isCut = true;
    const store: Store = {
      transaction: (company, work) =>
        kept.transaction(company, async (all) => {
          const done = await work(all);
          if (isCut) throw new Error('cut before the commit');
          return done;
        }),
    };
    const chat = aChat(createApp({ store, clock, newId, words, phones, newCode: () => '123456', ...PAGES }), office, {
      address: 'again',
    });
    const owed = async () => (await office.rows<{ n: number }>('select count(*)::int as n from deliveries'))[0]?.n ?? 0;
    isCut = false;
    await chat.signsIn('emma@example.com');
    const before = await owed();
    const tap = () =>
      chat.turn({ is: 'pressed', intent: { to: 'markInterested', offer } }, { event: 'the tap', on: 'the card' });

    isCut = true;
    await expect(tap()).rejects.toThrow('cut before the commit');
    expect(await owed()).toBe(before);
    expect(await office.rows('select status from deal_properties')).toEqual([{ status: 'proposed' }]);
    isCut = false;
    expect(await tap()).toContain('✓ Interested');

    expect(await owed()).toBe(before + 1);
  });

  it('ends and resumes pushes on STOP and START, in any language, but not in a sentence (rule 26)', async () => {
    const { chat, office } = await emma(await fresh());
    const pushes = async () => (await office.rows<{ pushes: string }>('select pushes from chats'))[0]?.pushes;

    await chat.writes('Shall we stop by at 3?');
    expect(await pushes()).toBe('on');
    expect(await chat.writes('STOPP')).toContain('nothing comes by itself');
    expect(await pushes()).toBe('stopped');
    await chat.came('');

    expect(await pushes()).toBe('on');
  });
});
