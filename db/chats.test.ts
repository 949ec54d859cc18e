import { describe, expect, it } from 'vitest';
import type { Message } from '#core/chat/message.ts';
import { verbatim } from '#core/chat/text.ts';
import type { Turn } from '#core/chat/turn.ts';
import { anOffice } from './an-office.ts';
import { aChannelAccount, aChat, aContact, aPortalUser } from './builders.ts';
import { createEvents } from './events.ts';
import { createStore } from './store.ts';
import { aClock, describeOnBoth, newId } from './testing.ts';

const message: Message = {
  body: { is: 'written', paragraphs: [{ is: 'text', text: verbatim('x') }] },
  choices: [],
  from: 1,
};

describeOnBoth('chats', (fresh) => {
  const setUp = async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const clock = aClock();
    const store = createStore(database, { clock, newId });
    const aTurn = (event: string, some: Partial<Turn> = {}): Turn => ({
      company: office.company,
      account: office.account,
      channel: 'telegram',
      event,
      address: office.address,
      person: { identity: { kind: 'tg_user', id: '7' }, language: 'nl' },
      did: { is: 'ordered', command: 'home' },
      ...some,
    });
    return { database, clock, store, aTurn, ...office };
  };

  it('lets one of many twins of an event through', async () => {
    const { store, aTurn, company } = await setUp();

    const takings = Array.from({ length: 12 }, () =>
      store.transaction(company, ({ chats }) => chats.take(aTurn('the same'))),
    );
    const taken = await Promise.all(takings);

    expect(taken.filter((chat) => chat !== 'seen')).toHaveLength(1);
  });

  it('takes the turns of one chat one at a time, each seeing what the one before did', async () => {
    const { store, aTurn, company, chat } = await setUp();
    const step = (tries: number) => ({ is: 'code' as const, email: String(tries) });

    const turns = Array.from({ length: 12 }, (_, number) =>
      store.transaction(company, async ({ chats }) => {
        const found = await chats.take(aTurn(`event ${number}`));
        if (found === 'seen') throw new Error('seen');
        const before = found.step?.is === 'code' ? Number(found.step.email) : 0;
        await chats.change(chat, { step: step(before + 1) });
      }),
    );
    await Promise.all(turns);

    const last = await store.transaction(company, ({ chats }) => chats.take(aTurn('last')));
    expect(last).toMatchObject({ step: step(12) });
  });

  it('sees who signed in in the turn that it waited for', async () => {
    const { store, aTurn, company, account, database } = await setUp();
    const contact = (await aContact(database, company)).id;
    const stranger = await aChat(database, company, { account });
    const at = { address: stranger.address };

    const [, second] = await Promise.all([
      store.transaction(company, async ({ chats, accounts }) => {
        await chats.take(aTurn('code', at));
        const { id } = await accounts.activate(contact, 'new@client.test');
        await new Promise((resolve) => setTimeout(resolve, 100));
        await chats.change(stranger.id, { client: id });
      }),
      new Promise((resolve) => setTimeout(resolve, 50)).then(() =>
        store.transaction(company, ({ chats }) => chats.take(aTurn('next', at))),
      ),
    ]);

    expect(second).toMatchObject({ client: { contact } });
  });

  it('makes a chat for a new person, in their language where we speak it', async () => {
    const { store, aTurn, company, database } = await setUp();

    const dutch = await store.transaction(company, ({ chats }) => chats.take(aTurn('1', { address: 'new' })));
    const other = await store.transaction(company, ({ chats }) =>
      chats.take(aTurn('2', { address: 'newer', person: { identity: { kind: 'tg_user', id: '8' }, language: 'ja' } })),
    );

    expect(dutch).toMatchObject({ language: 'nl', invited: false, noticed: false, shown: { answer: [], push: [] } });
    expect(other).toMatchObject({ language: 'en' });
    const people = await database.systemScope(({ rows }) => rows('select kind, value from identities order by value'));
    expect(people).toEqual([
      { kind: 'tg_user', value: '7' },
      { kind: 'tg_user', value: '8' },
    ]);
  });

  it('takes up a stored event once its turn comes again, and drops its bytes', async () => {
    const { store, aTurn, company, account, address, database } = await setUp();
    const events = createEvents(database, { newId });
    await events.keep({ company, account, key: '9', address, body: new Uint8Array([0, 1]), attempts: 1 }, 0);

    const again = await store.transaction(company, ({ chats }) => chats.take(aTurn('9')));
    const twice = await store.transaction(company, ({ chats }) => chats.take(aTurn('9')));

    expect(again).not.toBe('seen');
    expect(twice).toBe('seen');
    const kept = await database.systemScope(({ rows }) => rows('select state, body from events'));
    expect(kept).toEqual([{ state: 'done', body: null }]);
  });

  it('signs out a chat that nobody used for 180 days', async () => {
    const { store, aTurn, company, clock } = await setUp();
    const take = (event: string) => store.transaction(company, ({ chats }) => chats.take(aTurn(event)));
    await take('1');

    clock.pass(179 * 24 * 3600_000);
    expect(await take('2')).toHaveProperty('client');

    clock.pass(181 * 24 * 3600_000);
    expect(await take('3')).not.toHaveProperty('client');
  });

  it('pushes to the chats that listen, and finds their cards, the newest last', async () => {
    const { store, company, account, contact, portalUser, chat, offer, database } = await setUp();
    const whatsapp = (await aChannelAccount(database, company, { channel: 'whatsapp', transport: 'cloud' })).id;
    const second = (await aChat(database, company, { account: whatsapp, portalUser })).id;
    await aChat(database, company, { account, portalUser, pushes: 'stopped' });
    await aChat(database, company, { account, portalUser, reachable: false });
    const somebody = (await aContact(database, company)).id;
    const theirs = (await aPortalUser(database, company, { contact: somebody })).id;
    const foreign = (await aChat(database, company, { account, portalUser: theirs })).id;

    await store.transaction(company, async ({ owed }) => {
      for (const each of [chat, chat, second, foreign])
        await owed.message({ chat: each, message, rank: 'push', kind: 'offer', shows: offer });
    });
    const { listening, cards } = await store.transaction(company, async ({ chats }) => ({
      listening: await chats.listening(contact),
      cards: await chats.cardsOf(offer),
    }));
    const newest = await database.systemScope(({ rows }) =>
      rows<{ id: string }>('select id from deliveries where chat_id = $1 order by seq desc limit 1', [chat]),
    );

    expect(listening.map(({ id, channel }) => [id, channel])).toEqual([
      [chat, 'telegram'],
      [second, 'whatsapp'],
    ]);
    expect(new Set(cards.map(({ id }) => id))).toEqual(new Set([chat, second]));
    expect(cards.findLast(({ id }) => id === chat)?.delivery).toBe(newest[0]?.id);
  });

  describe('of somebody whom the platform gave another id', () => {
    const to = { identity: { kind: 'bsuid', id: 'IT.2' }, address: 'IT.2' } as const;

    it('stay theirs under the new one, and begin anew under the old', async () => {
      const { store, aTurn, company, chat, address } = await setUp();

      await store.transaction(company, ({ chats }) => chats.move(chat, to));

      const moved = await store.transaction(company, ({ chats }) => chats.take(aTurn('a', { address: 'IT.2' })));
      const old = await store.transaction(company, ({ chats }) => chats.take(aTurn('b', { address })));
      expect(moved).toMatchObject({ id: chat, client: expect.anything() });
      expect(old).toMatchObject({ invited: false });
      expect(old).not.toHaveProperty('client');
    });

    it('take their account along where they wrote from the new one first', async () => {
      const { store, aTurn, company, chat, address } = await setUp();
      await store.transaction(company, ({ chats }) => chats.take(aTurn('a', { address: 'IT.2' })));

      await store.transaction(company, ({ chats }) => chats.move(chat, to));

      const fresh = await store.transaction(company, ({ chats }) => chats.take(aTurn('b', { address: 'IT.2' })));
      const old = await store.transaction(company, ({ chats }) => chats.take(aTurn('c', { address })));
      expect(fresh).toMatchObject({ invited: true, client: expect.anything() });
      expect(old).not.toHaveProperty('client');
    });
  });

  it('find the message that was pressed by the platform id, of this chat only', async () => {
    const { database, store, company, chat, account } = await setUp();
    const other = await aChat(database, company, { account, address: 'elsewhere' });
    await store.transaction(company, ({ owed }) => owed.message({ chat, message, rank: 'answer', kind: 'screen' }));
    await database.systemScope(({ rows }) => rows("update deliveries set platform_id = 'w1'"));

    const found = await store.transaction(company, async ({ chats }) => [
      await chats.messageOn(chat, 'w1'),
      await chats.messageOn(other.id, 'w1'),
      await chats.messageOn(chat, 'w2'),
    ]);

    expect(found).toEqual([message, undefined, undefined]);
  });
});
