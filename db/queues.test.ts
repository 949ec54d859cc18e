import { expect, it } from 'vitest';
import { anOffice } from './an-office.ts';
import { aCompany, aContact } from './builders.ts';
import { createChannelAccounts } from './channel-accounts.ts';
import { createEvents } from './events.ts';
import { createMails } from './mails.ts';
import { createStore } from './store.ts';
import { createTasks } from './tasks.ts';
import { aClock, describeOnBoth, newId } from './testing.ts';
import { createUpkeep } from './upkeep.ts';
import { createUploads } from './uploads.ts';

describeOnBoth('the queues', (fresh) => {
  const setUp = async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const clock = aClock();
    return { database, clock, store: createStore(database, { clock, newId }), ...office };
  };

  it('hold back the later events of a chat while one of it is pending, and only of that chat', async () => {
    const { database, company, account } = await setUp();
    const events = createEvents(database, { newId });
    const body = new Uint8Array([123, 0, 255]);
    const keep = (key: string, address: string, attempts: number, due = 0) =>
      events.keep({ company, account, key, address, body, attempts, error: 'TypeError' }, due);
    await keep('1', 'a', 1);
    await keep('2', 'a', 0);
    await keep('3', 'b', 1);
    await keep('3', 'b', 1);
    await keep('4', 'c', 1, 60);

    expect([await events.waits(account, 'a'), await events.waits(account, 'z')]).toEqual([true, false]);
    const claimed = await events.claim([account], 10, 30);
    expect(claimed.map(({ key, attempts }) => [key, attempts])).toEqual([
      ['1', 1],
      ['3', 1],
    ]);
    expect([...(claimed[0]?.body ?? [])]).toEqual([...body]);
    expect(await events.claim([account], 10, 30)).toHaveLength(0);

    const [first, third] = claimed;
    if (!first || !third) throw new Error('none');
    await events.failed(first.id, 'TypeError', 0);
    expect(await events.claim([account], 10, 30)).toMatchObject([{ key: '1', attempts: 2 }]);
    await events.failed(first.id, 'TypeError', undefined);
    expect(await events.claim([account], 10, 30)).toMatchObject([{ key: '2', attempts: 0 }]);
    await events.done(third.id);
    expect(await events.count()).toEqual({ accepted: 4, done: 1, pending: 2, quarantined: 1 });
  });

  it('carry out a task once, however often it was asked for', async () => {
    const { database, store, company, contact, clock } = await setUp();
    const tasks = createTasks(database);
    const task = { is: 'bundle' as const, contact };
    const ask = (at: string) => store.transaction(company, ({ owed }) => owed.later(task, 'bundle:1', new Date(at)));
    await Promise.all([ask('2026-11-23T17:00:00Z'), ask('2026-11-23T17:00:00Z')]);

    expect(await tasks.claim(clock.now(), 10, 30)).toEqual([]);
    clock.set('2026-11-23T17:00:00Z');
    const [due] = await tasks.claim(clock.now(), 10, 30);
    expect(due).toMatchObject({ company, task, attempts: 1 });
    expect(await tasks.claim(clock.now(), 10, 30)).toEqual([]);
    if (!due) throw new Error('none');
    await tasks.again(due.id, clock.now(), 'no connection');
    expect(await tasks.claim(clock.now(), 10, 30)).toMatchObject([{ id: due.id, attempts: 2 }]);
    await tasks.done(due.id);
    await ask('2026-11-23T17:00:00Z');
    clock.pass(3600_000);
    expect(await tasks.claim(clock.now(), 10, 30)).toEqual([]);
  });

  it('send a mail once', async () => {
    const { database, store, company } = await setUp();
    const mails = createMails(database);
    await store.transaction(company, ({ owed }) => owed.mail({ to: 'a@b.test', subject: 'Code', text: '123456' }));

    const both = await Promise.all([mails.claim(10, 30), mails.claim(10, 30)]);
    expect(both.flat()).toHaveLength(1);
    const [due] = both.flat();
    expect(due).toMatchObject({ to: 'a@b.test', subject: 'Code', text: '123456', attempts: 1 });
    if (!due) throw new Error('none');
    await mails.settle(due.id, { was: 'again', afterSeconds: 0, why: 'timeout' });
    expect(await mails.claim(10, 30)).toMatchObject([{ attempts: 2 }]);
    await mails.settle(due.id, { was: 'kept' });
    expect(await mails.claim(10, 30)).toEqual([]);
  });

  it('remember uploads by account', async () => {
    const { database, company, account } = await setUp();
    const uploads = createUploads(database, { newId });
    const other = (await aCompany(database)).id;

    await uploads.keep(company, account, 'photo/card', 'file-1');
    await uploads.keep(company, account, 'photo/card', 'file-2');

    expect(await uploads.find(company, account, 'photo/card')).toBe('file-2');
    expect(await uploads.find(other, account, 'photo/card')).toBeUndefined();
    await uploads.forget(company, account, 'photo/card');
    expect(await uploads.find(company, account, 'photo/card')).toBeUndefined();
  });

  it('forget old events, except those that are not done', async () => {
    const { database, company, account } = await setUp();
    const events = createEvents(database, { newId });
    const upkeep = createUpkeep(database);
    await events.keep({ company, account, key: '1', address: 'a', body: new Uint8Array(1), attempts: 1 }, 0);
    await events.keep({ company, account, key: '2', address: 'b', body: new Uint8Array(1), attempts: 1 }, 60);
    const [first] = await events.claim([account], 1, 30);
    await events.done(first?.id ?? '');

    expect(await upkeep.dropEventsBefore(new Date(Date.now() - 3600_000))).toBe(0);
    expect(await upkeep.dropEventsBefore(new Date(Date.now() + 3600_000))).toBe(1);
    expect(await events.count()).toMatchObject({ accepted: 1, pending: 1 });
  });

  it('forget pages and invites that are over', async () => {
    const { database, company } = await setUp();
    const contact = (await aContact(database, company)).id;
    const store = createStore(database, { clock: { now: () => new Date() }, newId });
    const over = new Date(Date.now() - 3600_000);
    const later = new Date(Date.now() + 3600_000);
    await store.transaction(company, async ({ accountPages, portalUsers }) => {
      for (const [token, expiresAt] of [['old', over] as const, ['new', later] as const]) {
        await accountPages.add(token, { kind: 'signIn', chat: null, language: 'en', expiresAt });
        await portalUsers.invite(contact, token, expiresAt);
      }
    });

    await createUpkeep(database).dropEventsBefore(new Date());

    const left =
      'select (select count(*)::int from account_pages) as pages, (select count(*)::int from invites) as invites';
    expect(await database.systemScope((tx) => tx.rows(left))).toEqual([{ pages: 1, invites: 1 }]);
  });

  it('know the account that the settings describe, once its company is there', async () => {
    const { database, company } = await setUp();
    const accounts = createChannelAccounts(database, { newId });
    const described = {
      channel: 'telegram',
      transport: 'bot_api',
      name: 'Bot',
      externalId: '42',
    } as const;

    const made = await accounts.ensure({ ...described, company: undefined });
    if (made) await accounts.learned(made.id, { handle: 'renamed_bot', name: '@renamed_bot' });
    const again = await accounts.ensure({ ...described, company: undefined });

    expect(made).toMatchObject({ company, fromSettings: true, credentials: null });
    expect(again).toMatchObject({ id: made?.id, handle: 'renamed_bot', name: '@renamed_bot' });
    expect(await accounts.ensure({ ...described, externalId: '43', company: 'nobody' })).toBeUndefined();
    expect(await accounts.list()).toHaveLength(2);
  });
});
