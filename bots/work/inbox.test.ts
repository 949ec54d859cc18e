import { afterEach, expect, it, vi } from 'vitest';
import { quietLog } from '#bots/testing/quiet-log.ts';
import type { Did, Turn } from '#core/chat/turn.ts';
import { aChannelAccount, aCompany } from '#db/builders.ts';
import type { Database } from '#db/database.ts';
import { createEvents } from '#db/events.ts';
import { createStore } from '#db/store.ts';
import { aClock, describeOnBoth, newId } from '#db/testing.ts';
import { createInbox, InboxFull } from './inbox.ts';
import { createTakeStored, type TakeStored } from './take-stored.ts';

const WROTE: Did = { is: 'wrote', words: 'x' };
const ANSWERED = { was: 'answered', screen: undefined } as const;
const NO_FILES = { bring: async (turn: Turn) => turn, tidy: async () => {} };

describeOnBoth('the inbox', (fresh) => {
  const retries: TakeStored[] = [];
  afterEach(() => Promise.all(retries.splice(0).map((retry) => retry.stop())));

  /** An inbox over real events; a turn takes its event's mark, then does what the test says. */
  async function anInbox(database: Database, effect: (turn: Turn) => void | Promise<void>, most?: number) {
    const company = (await aCompany(database)).id;
    const account = (await aChannelAccount(database, company)).id;
    const store = createStore(database, { clock: aClock(), newId });
    const events = createEvents(database, { newId });
    const effects: string[] = [];
    const answer = async (turn: Turn) => {
      const answered = await store.transaction(company, async ({ chats }) => {
        if ((await chats.take(turn)) === 'seen') return { was: 'seen' as const };
        await effect(turn);
        return ANSWERED;
      });
      if (answered.was === 'answered') effects.push(turn.event);
      return answered;
    };
    const inbox = createInbox({ answer, events, log: quietLog, ...(most === undefined ? {} : { most }) });
    const readers = () =>
      new Map([[account, ({ body }: { body: Uint8Array }) => turnOf(Buffer.from(body).toString())]]);
    const turnOf = (event: string): Turn => ({
      company,
      account,
      channel: 'telegram',
      event,
      address: event.split('/')[0] ?? '',
      person: { identity: { kind: 'tg_user', id: event.split('/')[0] ?? '' } },
      did: { is: 'wrote', words: event },
    });
    return {
      inbox,
      events,
      effects,
      readers,
      retry: () =>
        retries.push(
          createTakeStored({ events, inbox, files: NO_FILES, readers, markers: () => new Map(), log: quietLog }),
        ),
      receive: (event: string, brings = false) => {
        const turn = turnOf(event);
        const did: Did = { is: 'sent', what: 'photo', file: { is: 'there', ref: event } };
        return inbox.receive({ turn: brings ? { ...turn, did } : turn, body: Buffer.from(event) });
      },
    };
  }

  it('has the effect committed before the platform is told, once however often it is told', async () => {
    const { receive, effects, events } = await anInbox(await fresh(), () => {});

    await Promise.all([receive('a/1'), receive('b/1'), receive('a/1'), receive('a/2')]);

    expect(effects.toSorted()).toEqual(['a/1', 'a/2', 'b/1']);
    expect(await events.count()).toEqual({ accepted: 3, done: 3, pending: 0, quarantined: 0 });
  });

  it('takes the events of a chat one at a time in their order, other chats side by side', async () => {
    let free = () => {};
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    const inFlight: string[] = [];
    const company = await anInbox(await fresh(), () => {});
    const inbox = createInbox({
      answer: async ({ event }) => {
        inFlight.push(event);
        if (event === 'a/1') await held;
        return ANSWERED;
      },
      events: { waits: async () => false, keep: async () => {} },
      log: quietLog,
    });
    const turn = (event: string) =>
      ({ event, address: event.split('/')[0], account: 'x', company: 'y', did: WROTE }) as unknown as Turn;

    const all = ['a/1', 'a/2', 'b/1'].map((event) => inbox.receive({ turn: turn(event), body: Buffer.from(event) }));
    await all[2];
    expect(inFlight).toEqual(['a/1', 'b/1']);
    free();
    await Promise.all(all);

    expect(inFlight).toEqual(['a/1', 'b/1', 'a/2']);
    expect(company.inbox.inHand).toBe(0);
  });

  it('stores an event whose turn fails and takes it again, those behind it after it', async () => {
    let failures = 2;
    const { receive, retry, effects, events } = await anInbox(await fresh(), ({ event }) => {
      if (event === 'a/1' && failures-- > 0) throw new Error('a bug that mends itself');
    });

    await receive('a/1');
    await receive('a/2');
    await receive('b/1');
    expect(effects).toEqual(['b/1']);
    expect(await events.count()).toMatchObject({ accepted: 3, pending: 2 });
    retry();
    await vi.waitUntil(() => effects.length === 3, { timeout: 5000 });

    expect(effects).toEqual(['b/1', 'a/1', 'a/2']);
    await vi.waitUntil(async () => (await events.count()).done === 3);
  });

  it('sets an event aside after five failures, and handles the next of its chat then', async () => {
    let tries = 0;
    const { receive, retry, effects, events } = await anInbox(await fresh(), ({ event }) => {
      if (event !== 'a/1') return;
      tries += 1;
      throw new Error('secret words of a person');
    });
    retry();

    await receive('a/1');
    await receive('a/2');
    await vi.waitUntil(() => effects.includes('a/2'));

    expect(tries).toBe(5);
    expect(await events.count()).toEqual({ accepted: 2, done: 1, pending: 0, quarantined: 1 });
  });

  it('keeps the error of a stored event without what it says', async () => {
    const database = await fresh();
    const { receive } = await anInbox(database, () => {
      throw new Error('secret words of a person');
    });

    await receive('a/1');

    const [event] = await database.systemScope(({ rows }) => rows<{ error: string }>('select error from events'));
    expect(event?.error).toMatch(/^Error at /);
    expect(event?.error).not.toContain('secret');
  });

  it('handles the next of a chat while its file hangs, and fetches that file once', async () => {
    const { inbox, events, effects, readers, receive } = await anInbox(await fresh(), () => {});
    let fetches = 0;
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const files = {
      ...NO_FILES,
      bring: async (turn: Turn) => {
        if (turn.event !== 'a/file') return turn;
        fetches += 1;
        await arrived;
        return turn;
      },
    };
    await receive('a/file', true);
    retries.push(createTakeStored({ events, inbox, files, readers, markers: () => new Map(), log: quietLog }));
    await vi.waitUntil(() => fetches === 1);

    await receive('a/2');
    await vi.waitUntil(() => effects.includes('a/2'));
    expect(effects).toEqual(['a/2']);
    expect(await events.count()).toMatchObject({ pending: 1 });
    arrive();
    await vi.waitUntil(() => effects.length === 2);

    expect([effects, fetches]).toEqual([['a/2', 'a/file'], 1]);
  });

  it('turns the platform away where neither effect nor event can be stored', async () => {
    const down = () => Promise.reject(new Error('no database'));
    const inbox = createInbox({ answer: down, events: { waits: down, keep: down }, log: quietLog });
    const turn = { event: '1', address: 'a', account: 'x', company: 'y', did: WROTE } as unknown as Turn;

    await expect(inbox.receive({ turn, body: new Uint8Array() })).rejects.toThrow('no database');
  });

  it('turns the platform away where too much is in hand, and takes it later', async () => {
    const { receive, effects } = await anInbox(await fresh(), () => {}, 2);

    const results = await Promise.allSettled(['a/1', 'a/2', 'a/3'].map((event) => receive(event)));

    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(results[2]).toMatchObject({ reason: expect.any(InboxFull) });
    await receive('a/3');
    expect(effects).toEqual(['a/1', 'a/2', 'a/3']);
  });
});
