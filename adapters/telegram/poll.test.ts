import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fieldsIn, textIn } from '#core/fields.ts';
import { aTelegram } from './a-telegram.ts';
import { type Poll, poll } from './poll.ts';

let telegram: Awaited<ReturnType<typeof aTelegram>>;
let polling: Poll | undefined;
beforeEach(async () => {
  telegram = await aTelegram();
});
afterEach(async () => {
  await polling?.stop();
  await telegram.close();
});

const textOf = (update: unknown) => textIn(fieldsIn(update, 'message'), 'text') ?? '';
const waiting = () => telegram.bot.updates.count;

/** Polls with waits that are over at once. */
function aPoll(receive: (update: unknown) => Promise<void>, pollSeconds?: number) {
  const seconds: number[] = [];
  polling = poll({
    getUpdates: telegram.connection.getUpdates,
    receive,
    log: telegram.log,
    wait: async (each) => void seconds.push(each),
    ...(pollSeconds === undefined ? {} : { pollSeconds }),
  });
  return { polling, seconds };
}

describe('poll', () => {
  it('receives what waited and what comes, and has it forgotten', async () => {
    const received: string[] = [];
    aPoll(async (update) => void received.push(textOf(update)));

    await vi.waitFor(() => expect(received).toEqual(['/start']));
    telegram.anna.writes('one');
    telegram.anna.writes('two');

    await vi.waitFor(() => expect(received).toEqual(['/start', 'one', 'two']));
    await vi.waitFor(() => expect(waiting()).toBe(0));
  });

  it('keeps the order of one chat and makes no other wait', async () => {
    const bram = telegram.standIn.person({ firstName: 'Bram' });
    telegram.anna.writes('one');
    bram.opens(telegram.bot);
    const held = Promise.withResolvers<void>();
    const received: string[] = [];
    aPoll(async (update) => {
      if (textOf(update) === '/start' && received.length === 0) {
        received.push('held');
        await held.promise;
      }
      received.push(textOf(update));
    });

    await vi.waitFor(() => expect(received).toEqual(['held', '/start']));
    expect(waiting()).toBe(3);
    held.resolve();

    await vi.waitFor(() => expect(received).toEqual(['held', '/start', '/start', 'one']));
  });

  it('gets again what could not be kept, and nothing is handled before it in its chat', async () => {
    telegram.anna.writes('one');
    telegram.anna.writes('two');
    const received: string[] = [];
    let failures = 2;
    const { polling: running, seconds } = aPoll(async (update) => {
      if (textOf(update) === 'one' && failures > 0) {
        failures -= 1;
        throw new Error('the database is away');
      }
      received.push(textOf(update));
    });

    await vi.waitFor(() => expect(received).toEqual(['/start', 'one', 'two']));
    await vi.waitFor(() => expect(running.state).toEqual({ is: 'running' }));
    expect(seconds).toEqual([1, 2]);
    expect(telegram.logged).toHaveLength(2);
  });

  it('asks for the kinds we read only', async () => {
    aPoll(async () => undefined);

    await vi.waitFor(() =>
      expect(telegram.bot.updates.allowed).toEqual(['message', 'edited_message', 'callback_query', 'my_chat_member']),
    );
  });

  it('goes on after Telegram was away', async () => {
    const received: string[] = [];
    telegram.standIn.faults.add({ method: 'getUpdates', times: 2, do: { resetBefore: true } });
    telegram.standIn.faults.add({ method: 'getUpdates', nth: 3, do: { status: 502 } });
    telegram.standIn.faults.add({ method: 'getUpdates', nth: 4, do: { status: 429, retryAfter: 11 } });
    const { seconds } = aPoll(async (update) => void received.push(textOf(update)));

    await vi.waitFor(() => expect(received).toEqual(['/start']));
    expect(seconds).toEqual([1, 2, 4, 11]);
  });

  it('lets another process with the same token go first, and says so', async () => {
    const description = 'Conflict: terminated by other getUpdates request';
    telegram.standIn.faults.add({ method: 'getUpdates', times: 2, do: { status: 409, description } });
    const received: string[] = [];
    const { seconds } = aPoll(async (update) => void received.push(textOf(update)));

    await vi.waitFor(() => expect(received).toEqual(['/start']));
    expect(seconds).toEqual([10, 10]);
    expect(JSON.stringify(telegram.logged)).toContain('another process asks for updates');
  });

  it('gives a poll up that hangs', async () => {
    telegram.standIn.faults.add({ method: 'getUpdates', do: { hang: true } });
    const received: string[] = [];
    aPoll(async (update) => void received.push(textOf(update)), 0.02);

    await vi.waitFor(() => expect(received).toEqual(['/start']));
  });

  it('goes on after an answer that makes no sense', async () => {
    const received: string[] = [];
    const answers: readonly unknown[][] = [
      [{ message: {} }],
      ['hello'],
      [{ update_id: 5, message: { text: 'sense' } }],
    ];
    let asked = 0;
    polling = poll({
      getUpdates: async (_, signal) => {
        asked += 1;
        if (asked > answers.length) await new Promise((resolve) => signal.addEventListener('abort', resolve));
        return answers[asked - 1] ?? [];
      },
      receive: async (update) => void received.push(textOf(update)),
      log: telegram.log,
      wait: async () => undefined,
    });

    await vi.waitFor(() => expect(received.at(-1)).toBe('sense'));
  });

  it('stops at once, but not before what it received is done', async () => {
    const held = Promise.withResolvers<void>();
    const received: string[] = [];
    const { polling: running } = aPoll(async (update) => {
      received.push('begun');
      await held.promise;
      received.push(textOf(update));
    });
    await vi.waitFor(() => expect(received).toEqual(['begun']));

    const stopped = running.stop().then(() => received.push('stopped'));
    held.resolve();
    await stopped;

    expect(received).toEqual(['begun', '/start', 'stopped']);
    expect(running.state).toEqual({ is: 'stopped' });
  });

  it('stops a poll that waits', async () => {
    const { polling: running } = aPoll(async () => undefined);
    await vi.waitFor(() => expect(waiting()).toBe(0));

    await running.stop();

    expect(running.state).toEqual({ is: 'stopped' });
  });
});
