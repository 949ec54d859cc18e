import { expect, it } from 'vitest';
import type { Failure } from '#core/chat/failure.ts';
import type { Message } from '#core/chat/message.ts';
import type { DeliveryKind } from '#core/chat/owed.ts';
import { verbatim } from '#core/chat/text.ts';
import type { Due, Receipt } from '#core/delivery/deliveries.ts';
import type { ChatId } from '#core/ids.ts';
import { anOffice } from './an-office.ts';
import { aChannelAccount, aChat } from './builders.ts';
import { createDeliveries } from './deliveries.ts';
import { createStore } from './store.ts';
import { aClock, describeOnBoth, newId } from './testing.ts';

const failure: Failure = { code: '403', cause: 'The client blocked the bot', nextStep: 'Call them' };
const numbered = (from: number): Message => ({
  body: { is: 'written', paragraphs: [{ is: 'text', text: verbatim('x') }] },
  choices: [],
  from,
});

const fromOf = ({ message }: Due): number => message?.from ?? Number.NaN;

describeOnBoth('deliveries', (fresh) => {
  const setUp = async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const { company, account, chat } = office;
    const store = createStore(database, { clock: aClock(), newId });
    const deliveries = createDeliveries(database);
    const [me, another] = [crypto.randomUUID(), crypto.randomUUID()];
    const owe = (
      from: number,
      some: { rank?: 'answer' | 'push'; kind?: DeliveryKind; to?: ChatId; edits?: string } = {},
    ) =>
      store.transaction(company, async ({ owed }) => {
        const { rank = 'answer', kind = 'screen', to = chat, edits } = some;
        await owed.message({ chat: to, message: numbered(from), rank, kind, ...(edits ? { edits } : {}) });
      });
    const claim = (limit = 10, by = me, leaseSeconds = 30) =>
      deliveries.claim({ by, accounts: [account], limit, leaseSeconds });
    const states = async () => {
      const rows = await database.systemScope(({ rows }) =>
        rows<{ state: string }>('select state from deliveries order by seq'),
      );
      return rows.map(({ state }) => state);
    };
    return { database, store, deliveries, owe, claim, states, me, another, ...office };
  };

  it('go one at a time per chat, answers before pushes, in the order in which they were owed', async () => {
    const { deliveries, owe, claim, me } = await setUp();
    await owe(1, { rank: 'push' });
    await owe(2);
    await owe(3);
    const order: number[] = [];

    for (;;) {
      const due = await claim();
      const [only] = due;
      if (!only) break;
      expect(due).toHaveLength(1);
      expect(await claim()).toHaveLength(0);
      order.push(fromOf(only));
      await deliveries.settle(me, only.id, { was: 'sent', platformId: `p${fromOf(only)}` });
    }

    expect(order).toEqual([2, 3, 1]);
    expect(await deliveries.idle()).toBe(true);
    expect(await deliveries.count()).toMatchObject({ sent: 3, queued: 0, sending: 0, failed: 0 });
  });

  it('wait behind the one that is tried again', async () => {
    const { deliveries, owe, claim, me } = await setUp();
    await owe(1);
    await owe(2);
    const [first] = await claim();
    if (!first) throw new Error('none');

    await deliveries.settle(me, first.id, { was: 'again', afterSeconds: 0.3, counts: true, why: '429' });
    expect(await claim()).toHaveLength(0);

    await expect.poll(async () => (await claim())[0], { timeout: 3000 }).toMatchObject({ id: first.id, attempts: 2 });
    await deliveries.settle(me, first.id, { was: 'again', afterSeconds: 0, counts: false });
    expect(await claim()).toMatchObject([{ id: first.id, attempts: 2 }]);
  });

  it('are taken by one of two that claim at once', async () => {
    const { database, owe, claim, company, account, me, another } = await setUp();
    const chats = [];
    for (let each = 0; each < 20; each++) chats.push((await aChat(database, company, { account })).id);
    for (const to of chats) {
      await owe(1, { to });
      await owe(2, { to });
    }

    const both = await Promise.all([claim(8, me), claim(8, another), claim(8, me), claim(8, another)]);

    const taken = both.flat();
    expect(taken).toHaveLength(20);
    expect(new Set(taken.map(({ chat }) => chat)).size).toBe(20);
    expect(taken.every((due) => fromOf(due) === 1)).toBe(true);
  });

  it.each(['settled', 'settled with others', 'told of by the platform'])(
    'tell the desk of one that was thought lost and was sent after all, %s',
    async (how) => {
      const { database, owe, claim, me, account } = await setUp();
      const heard: string[] = [];
      const deliveries = createDeliveries({ ...database, nudge: (_company, ...names) => void heard.push(...names) });
      await owe(1);
      const [due] = await claim(1, me, 0);
      if (!due) throw new Error('none');
      await deliveries.reclaim([], true);
      expect(heard.splice(0)).toEqual(['problems']);

      if (how === 'settled') await deliveries.settle(me, due.id, { was: 'sent', platformId: 'p1' });
      else if (how === 'settled with others') await deliveries.sent([{ delivery: due.id, platformId: 'p1' }]);
      else await deliveries.receive(account, [{ platformId: 'p1', delivery: due.id, was: 'delivered' }]);

      expect(heard.splice(0)).toEqual(['problems']);
      await deliveries.receive(account, [{ platformId: 'p1', was: 'read' }]);
      expect(heard).toEqual([]);
    },
  );

  it('of accounts that this process cannot send for stay', async () => {
    const { database, owe, claim, company } = await setUp();
    const elsewhere = (await aChannelAccount(database, company, { channel: 'teams', transport: 'connector' })).id;
    await owe(1, { to: (await aChat(database, company, { account: elsewhere })).id });

    expect(await claim()).toHaveLength(0);
  });

  it('that were being sent when their process died are sent again where they must not be missed or are edits, else uncertain', async () => {
    const { database, deliveries, owe, claim, company, account, me, another, states } = await setUp();
    const to = async () => (await aChat(database, company, { account })).id;
    await owe(1, { to: await to(), kind: 'viewing' });
    await owe(2, { to: await to(), kind: 'code' });
    await owe(3, { to: await to(), edits: 'p9' });
    await owe(4, { to: await to() });
    await owe(5, { to: await to() });
    const taken = await claim(10, me, 0.05);
    expect(taken.find((due) => fromOf(due) === 3)).toMatchObject({ edits: 'p9' });
    const kept = taken.find((due) => fromOf(due) === 5);
    if (!kept) throw new Error('none');
    await deliveries.extend(me, [kept.id], 30);
    await new Promise((resolve) => setTimeout(resolve, 80));

    expect(await deliveries.reclaim(['viewing', 'code'])).toBe(4);

    expect(await states()).toEqual(['queued', 'queued', 'queued', 'uncertain', 'sending']);
    const again = await claim(10, another);
    expect(again.map((due) => [fromOf(due), due.attempts, due.wasCut])).toEqual([
      [1, 2, undefined],
      [2, 2, undefined],
      [3, 2, true],
    ]);
    // It is known for one that was cut until it is through.
    const edit = again.find((due) => fromOf(due) === 3);
    if (!edit) throw new Error('none');
    await deliveries.settle(another, edit.id, { was: 'again', afterSeconds: 0, counts: true, why: '429' });
    expect(await claim(10, another)).toMatchObject([{ id: edit.id, wasCut: true }]);
    await deliveries.settle(another, edit.id, { was: 'sent', platformId: 'p9' });
    // What arrived is the truth, even where the lease was lost; nothing else of the lost one counts.
    const [first, second] = again;
    if (!first || !second) throw new Error('none');
    await deliveries.settle(me, first.id, { was: 'failed', failure, unreachable: true });
    await deliveries.settle(me, second.id, { was: 'sent', platformId: 'p2' });
    expect(await states()).toEqual(['sending', 'sent', 'sent', 'uncertain', 'sending']);
  });

  it('end where the client is out of reach, and those that were to be pushed with them', async () => {
    const { database, deliveries, owe, claim, me, states, chat } = await setUp();
    await owe(1, { rank: 'push' });
    await owe(2, { rank: 'push' });
    const [first] = await claim();
    if (!first) throw new Error('none');
    await owe(3);

    await deliveries.settle(me, first.id, { was: 'failed', failure, unreachable: true });

    expect(await states()).toEqual(['failed', 'failed', 'queued']);
    const stored = { code: '403', cause: failure.cause, next_step: 'Call them' };
    const rows = await database.systemScope(({ rows }) =>
      rows('select d.failure, c.reachable from deliveries d join chats c on c.id = $1 where d.failure is not null', [
        chat,
      ]),
    );
    expect(rows).toEqual([
      { failure: stored, reachable: false },
      { failure: stored, reachable: false },
    ]);
  });

  it.each([
    ['stopped', "update chats set pushes = 'stopped'"],
    ['signedOut', 'update chats set portal_user_id = null'],
    ['blocked', "update portal_users set status = 'Blocked'"],
    ['switchedOff', 'update companies set is_active = false'],
    ['unreachable', 'update chats set reachable = false'],
  ])('say that a push is barred now: %s; an answer never is', async (barred, happened) => {
    const { database, deliveries, owe, claim, me } = await setUp();
    await owe(1);
    await owe(2, { rank: 'push' });
    await database.systemScope(({ rows }) => rows(happened));

    const [answer] = await claim();
    if (!answer) throw new Error('none');
    await deliveries.settle(me, answer.id, { was: 'sent', platformId: '1' });
    const [push] = await claim();

    expect(answer).not.toHaveProperty('barred');
    expect(push).toMatchObject({ barred });
  });

  it('that edit another delivery know its platform’s id, or that there is none', async () => {
    const { database, store, deliveries, owe, claim, me, company, chat } = await setUp();
    await owe(1);
    const [first] = await claim();
    if (!first) throw new Error('none');
    await deliveries.settle(me, first.id, { was: 'sent', platformId: 'p1' });
    const other = (await aChat(database, company, { account: first.account })).id;
    const message = numbered(2);
    await store.transaction(company, async ({ owed }) => {
      await owed.message({ chat, message, rank: 'push', kind: 'screen', editsDelivery: first.id });
      await owed.message({ chat: other, message, rank: 'answer', kind: 'screen', editsDelivery: newId<'delivery'>() });
    });

    expect((await claim()).map(({ edits }) => edits)).toEqual(['p1', 'lost']);
  });

  it('hold what the platform does not take now, and go on by themselves once the person did something', async () => {
    const { deliveries, owe, claim, states, me, store, company, account, address } = await setUp();
    await owe(1, { rank: 'push', kind: 'offer' });
    await owe(2, { rank: 'push', kind: 'offer' });
    const [first] = await claim();
    if (!first) throw new Error('one is due');
    expect(first).toMatchObject({ prompted: false, lastInbound: expect.any(Date) });
    await deliveries.settle(me, first.id, { was: 'held', failure, prompted: true });
    const [second] = await claim();
    expect(second).toMatchObject({ prompted: true });
    if (second) await deliveries.settle(me, second.id, { was: 'held', failure, prompted: false });
    expect(await states()).toEqual(['held', 'held']);
    expect(await claim()).toEqual([]);

    await store.transaction(company, ({ chats }) =>
      chats.take({
        company,
        account,
        channel: 'whatsapp',
        event: 'it writes',
        address,
        person: { identity: { kind: 'bsuid', id: address } },
        did: { is: 'wrote', words: 'hello' },
      }),
    );

    const again = await claim();
    expect(again).toMatchObject([{ id: first.id, prompted: false }]);
    expect(await states()).toEqual(['sending', 'queued']);
  });

  it('take receipts in any order and any number of times: what was read stays read', async () => {
    const { deliveries, owe, claim, states, me, account } = await setUp();
    await owe(1);
    const [due] = await claim();
    if (!due) throw new Error('one is due');
    const receipt = { platformId: 'w1', delivery: due.id };

    const early = await deliveries.receive(account, [{ ...receipt, was: 'read' }]);
    await deliveries.sent([{ delivery: due.id, platformId: 'w1' }]);
    await deliveries.receive(account, [
      { platformId: 'w1', was: 'delivered' },
      { platformId: 'w1', was: 'failed', failure, unreachable: true },
    ]);
    const stranger = await deliveries.receive(account, [{ platformId: 'never ours', was: 'read' }]);

    expect([early, stranger]).toEqual([1, 0]);
    expect(await states()).toEqual(['read']);
    await deliveries.settle(me, due.id, { was: 'again', afterSeconds: 0, counts: true });
    expect(await states()).toEqual(['read']);
  });

  it('fail, and end pushes to the chat, where the platform says so later', async () => {
    const { deliveries, owe, claim, states, me, account } = await setUp();
    await owe(1);
    await owe(2, { rank: 'push' });
    const [due] = await claim();
    if (due) await deliveries.settle(me, due.id, { was: 'sent', platformId: 'w1' });

    await deliveries.receive(account, [{ platformId: 'w1', was: 'failed', failure, unreachable: true }]);

    expect(await states()).toEqual(['failed', 'failed']);
  });

  it.each(['failed', 'held'] as const)('stay %s where the platform said so before its own answer', async (was) => {
    const { deliveries, owe, claim, states, account, database } = await setUp();
    await owe(1);
    const [due] = await claim();
    if (!due) throw new Error('one is due');

    await deliveries.receive(account, [
      {
        platformId: 'w1',
        delivery: due.id,
        was,
        failure,
        ...(was === 'failed' ? { unreachable: false } : {}),
      } as Receipt,
    ]);
    await deliveries.sent([{ delivery: due.id, platformId: 'w1' }]);

    expect(await states()).toEqual([was]);
    const [row] = await database.systemScope(({ rows }) =>
      rows<{ failure: object | null }>('select failure from deliveries'),
    );
    expect(row?.failure).toMatchObject({ code: failure.code });
  });

  it('leave the receipts of another account alone', async () => {
    const { deliveries, owe, claim, states, me, database, company } = await setUp();
    const other = await aChannelAccount(database, company, { externalId: '999' });
    await owe(1);
    const [due] = await claim();
    if (due) await deliveries.settle(me, due.id, { was: 'sent', platformId: 'w1' });

    expect(await deliveries.receive(other.id, [{ platformId: 'w1', was: 'read' }])).toBe(0);
    expect(await states()).toEqual(['sent']);
  });
});
