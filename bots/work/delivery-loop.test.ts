import { afterEach, expect, it, vi } from 'vitest';
import { aLoop, aPlatform, aQueue, FREE } from '#bots/testing/a-queue.ts';
import type { Sender, Sent } from '#core/chat/channel.ts';
import { connect } from '#db/connect.ts';
import { createDeliveries } from '#db/deliveries.ts';
import { describeOnBoth, newDatabaseUrl } from '#db/testing.ts';
import type { DeliveryLoop } from './delivery-loop.ts';

const until = (what: () => boolean | Promise<boolean>, timeout = 10_000) =>
  vi.waitUntil(what, { timeout, interval: 10 });
const notYet = (pauses: 'message' | 'chat' | 'account', afterSeconds: number): Sent => ({
  was: 'notYet',
  pauses,
  afterSeconds,
  why: 'a pause',
});
const blocked: Sent = { was: 'refused', code: 'blocked', cause: 'Blocked.', nextStep: 'Call.', unreachable: true };

describeOnBoth('the delivery loop', (fresh) => {
  const loops: DeliveryLoop[] = [];
  const start = (...args: Parameters<typeof aLoop>) => {
    const loop = aLoop(...args);
    loops.push(loop);
    return loop;
  };
  afterEach(() => Promise.all(loops.splice(0).map((loop) => loop.stop(1))));

  it('keeps the order of each chat across retries, and lets chats run side by side', async () => {
    const queue = await aQueue(await fresh(), 4);
    const platform = aPlatform();
    for (let number = 0; number < 5; number += 1)
      for (const [index, chat] of queue.chats.entries()) await queue.owe(chat.id, `${index}/${number}`);
    platform.fail('0/1', notYet('message', 0.4), notYet('message', 0.2));
    platform.fail('2/0', notYet('chat', 0.3));

    start(queue, platform.sender).wake();
    await until(() => platform.got.length === 20);

    for (const [index, { address }] of queue.chats.entries()) {
      const words = platform.got.filter((each) => each.address === address).map((each) => each.words);
      expect(words).toEqual([0, 1, 2, 3, 4].map((number) => `${index}/${number}`));
    }
    expect(platform.overlaps).toBe(0);
    const last = (chat: number) => platform.got.findIndex(({ words }) => words === `${chat}/4`);
    expect(last(1)).toBeLessThan(last(0));
    await until(async () => (await queue.rows()).every(({ state, platform_id }) => state === 'sent' && !!platform_id));
  });

  it('sends at once what is owed while it waits', async () => {
    const database = await fresh();
    const queue = await aQueue(database, 1);
    const platform = aPlatform();
    const loop = start(queue, platform.sender, FREE, { pollSeconds: 60 });
    await database.listen('owed', loop.wake);
    await until(async () => (await createDeliveries(database).idle()) === true);

    // Several, since the look after one could find the next by chance.
    for (const words of ['one', 'two', 'three', 'four', 'five']) {
      await queue.owe(queue.chats[0]?.id ?? never(), words);
      await until(() => platform.got.at(-1)?.words === words);
    }
  });

  it('sends answers before pushes', async () => {
    const queue = await aQueue(await fresh(), 1);
    const chat = queue.chats[0]?.id ?? never();
    const platform = aPlatform();
    await queue.owe(chat, 'push', { rank: 'push', kind: 'offer' });
    await queue.owe(chat, 'answer');

    start(queue, platform.sender);
    await until(() => platform.got.length === 2);

    expect(platform.got.map(({ words }) => words)).toEqual(['answer', 'push']);
  });

  it('lets the whole account rest where the platform asks for it', async () => {
    const queue = await aQueue(await fresh(), 3);
    const platform = aPlatform();
    platform.fail('first', notYet('account', 0.8));
    await queue.owe(queue.chats[0]?.id ?? never(), 'first');
    const loop = start(queue, platform.sender);
    await until(() => platform.tried.length === 1);
    const asked = performance.now();

    for (const chat of queue.chats.slice(1)) await queue.owe(chat.id, 'later');
    loop.wake();
    await until(() => platform.got.length === 3);

    expect(Math.min(...platform.got.map(({ at }) => at)) - asked).toBeGreaterThan(700);
  });

  it('keeps to the pace of the account and of the chat', async () => {
    const queue = await aQueue(await fresh(), 2);
    const platform = aPlatform();
    for (let number = 0; number < 4; number += 1) for (const chat of queue.chats) await queue.owe(chat.id, `${number}`);
    const pace = { account: { perSecond: 100, burst: 2 }, chat: { perSecond: 4, burst: 2 } };

    const before = performance.now();
    start(queue, platform.sender, pace);
    await until(() => platform.got.length === 8);

    const at = platform.got.filter(({ address }) => address === queue.chats[0]?.address).map((each) => each.at);
    expect((at[3] ?? 0) - before).toBeGreaterThan(450);
    expect(new Set(platform.got.map(({ words, address }) => words + address)).size).toBe(8);
    await until(async () => (await queue.rows()).every(({ state }) => state === 'sent'));
    expect((await queue.rows()).every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it('takes a block as final, and stops the pushes of that chat only', async () => {
    const queue = await aQueue(await fresh(), 2);
    const [gone, other] = [queue.chats[0]?.id ?? never(), queue.chats[1]?.id ?? never()];
    const platform = aPlatform();
    platform.fail('one', blocked);
    await queue.owe(gone, 'one', { rank: 'push', kind: 'offer' });
    await queue.owe(gone, 'two', { rank: 'push', kind: 'offer' });
    await queue.owe(other, 'three', { rank: 'push', kind: 'offer' });

    const loop = start(queue, platform.sender);
    await until(async () => (await queue.rows()).every(({ state }) => state !== 'queued' && state !== 'sending'));
    await queue.owe(gone, 'four', { rank: 'push', kind: 'viewing' });
    loop.wake();
    await until(async () => (await queue.rows()).every(({ state }) => state !== 'queued' && state !== 'sending'));

    const rows = await queue.rows();
    expect(rows.map(({ state }) => state)).toEqual(['failed', 'failed', 'sent', 'failed']);
    expect(rows.map(({ failure }) => failure?.code)).toEqual(['blocked', 'blocked', undefined, 'unreachable']);
    expect(platform.tried).toEqual(expect.not.arrayContaining(['two', 'four']));
  });

  it('repeats what may have arrived only where it must not be missed', async () => {
    const queue = await aQueue(await fresh(), 3);
    const platform = aPlatform();
    const uncertain: Sent = { was: 'uncertain', why: 'cut' };
    for (const words of ['screen', 'viewing', 'code']) platform.fail(words, uncertain);
    await queue.owe(queue.chats[0]?.id ?? never(), 'screen');
    await queue.owe(queue.chats[0]?.id ?? never(), 'next');
    await queue.owe(queue.chats[1]?.id ?? never(), 'viewing', { kind: 'viewing', rank: 'push' });
    await queue.owe(queue.chats[2]?.id ?? never(), 'code', { kind: 'code' });

    start(queue, platform.sender);
    await until(async () => (await queue.rows()).every(({ state }) => state !== 'queued' && state !== 'sending'));

    const states = Object.fromEntries((await queue.rows()).map(({ words, state }) => [words, state]));
    expect(states).toEqual({ screen: 'uncertain', next: 'sent', viewing: 'sent', code: 'sent' });
    expect(platform.tried.filter((words) => words === 'screen')).toHaveLength(1);
    expect(platform.tried.filter((words) => words === 'viewing')).toHaveLength(2);
  });

  it('gives up what can never be put together, and goes on with the chat', async () => {
    const queue = await aQueue(await fresh(), 1);
    const chat = queue.chats[0]?.id ?? never();
    const platform = aPlatform();
    await queue.owe(chat, 'broken');
    await queue.owe(chat, 'next');
    await queue.database.systemScope(({ rows }) =>
      rows("update deliveries set attempts = 4 where rank = 0 and message::text like '%broken%'"),
    );
    const sender = {
      send: (outgoing: Parameters<typeof platform.sender.send>[0]) =>
        JSON.stringify(outgoing.message).includes('broken')
          ? Promise.reject(new Error('no such photo'))
          : platform.sender.send(outgoing),
    };

    start(queue, sender);
    await until(() => platform.got.length === 1);

    expect((await queue.rows())[0]).toMatchObject({ state: 'failed', failure: { code: 'internal' } });
  });

  it('finishes what is in flight when it stops, and takes nothing more', async () => {
    const queue = await aQueue(await fresh(), 2);
    const platform = aPlatform();
    let open = () => {};
    platform.gate.wait = new Promise((resolve) => {
      open = resolve;
    });
    await queue.owe(queue.chats[0]?.id ?? never(), 'in flight');
    const loop = start(queue, platform.sender);
    await until(() => platform.tried.length === 1);

    const stopped = loop.stop(8);
    await queue.owe(queue.chats[1]?.id ?? never(), 'too late');
    loop.wake();
    open();
    await stopped;

    expect((await queue.rows()).map(({ state }) => state)).toEqual(['sent', 'queued']);
    expect(platform.tried).toEqual(['in flight']);
  });

  it('takes up what a dead process was sending: news again, the rest as uncertain', async () => {
    const database = await fresh();
    const queue = await aQueue(database, 2);
    await queue.owe(queue.chats[0]?.id ?? never(), 'screen');
    await queue.owe(queue.chats[1]?.id ?? never(), 'news', { kind: 'viewing', rank: 'push' });
    const dead = '00000000-0000-4000-8000-000000000000';
    await createDeliveries(database).claim({ by: dead, accounts: [queue.account], limit: 9, leaseSeconds: 0.1 });
    const platform = aPlatform();

    start(queue, platform.sender);
    await until(() => platform.got.length === 1);
    await until(async () => (await queue.rows()).every(({ state }) => state !== 'queued' && state !== 'sending'));

    expect((await queue.rows()).map(({ state }) => state)).toEqual(['uncertain', 'sent']);
    expect(platform.got[0]?.words).toBe('news');
  });
});

it('shares the work between two processes on one Postgres without doubling any', async () => {
  const url = await newDatabaseUrl();
  const [one, two] = [await connect({ databaseUrl: url }), await connect({ databaseUrl: url })];
  // More chats than one loop sends to at once, so that the other finds work while the first waits for it.
  const queue = await aQueue(one, 70);
  const platforms = [aPlatform(), aPlatform()];
  const asked = new Set<number>();
  const both = Promise.withResolvers<void>();
  const senderOf = (index: number): Sender => ({
    send: async (outgoing) => {
      if (asked.add(index).size === platforms.length) both.resolve();
      await both.promise;
      return (platforms[index] ?? never()).sender.send(outgoing);
    },
  });
  for (let number = 0; number < 3; number += 1)
    await Promise.all(queue.chats.map((chat) => queue.owe(chat.id, `${number}`)));

  const loops = [one, two].map((database, index) => aLoop({ account: queue.account, database }, senderOf(index), FREE));
  const all = () => platforms.flatMap(({ got }) => got);
  await until(() => all().length >= 210, 20_000);
  await Promise.all(loops.map((loop) => loop.stop(5)));

  expect(all()).toHaveLength(210);
  for (const { address } of queue.chats) {
    const words = all().filter((each) => each.address === address);
    words.sort((left, right) => left.at - right.at);
    expect(words.map((each) => each.words)).toEqual(Array.from({ length: 3 }, (_, number) => `${number}`));
  }
  expect(platforms.every(({ got }) => got.length > 0)).toBe(true);
  await Promise.all([one.close(), two.close()]);
});

function never(): never {
  throw new Error('it is there');
}
