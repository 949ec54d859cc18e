import { describe, expect, it } from 'vitest';
import type { Turn } from '#core/chat/turn.ts';
import type { ChannelAccountId, CompanyId } from '#core/ids.ts';
import { createAnswerTimes } from './answer-times.ts';

const account = 'bot' as ChannelAccountId;
const turn = (event: string): Turn => ({
  company: 'office' as CompanyId,
  account,
  channel: 'telegram',
  event,
  address: 'anna',
  person: { identity: { kind: 'tg_user', id: '1' } },
  did: { is: 'wrote', words: 'hello' },
});

const ONE = { messages: 1 };

function aWatch() {
  let now = 0;
  const seen: number[] = [];
  const times = createAnswerTimes({ ticks: () => now, observe: (seconds) => void seen.push(seconds) });
  return {
    times,
    seen,
    waits: (ms: number) => {
      now += ms;
    },
  };
}

describe('how long a client waits', () => {
  it('is from the event to the first message of its answer, and not to those after it', () => {
    const { times, seen, waits } = aWatch();
    times.came(turn('1'));
    times.took(turn('1'), { messages: 2 });
    waits(400);
    times.settled(account, 'anna', true);
    times.came(turn('2'));
    waits(100);

    times.settled(account, 'anna', true);
    times.took(turn('2'), ONE);
    waits(100);
    times.settled(account, 'anna', true);

    expect(seen).toEqual([0.4, 0.2]);
  });

  it('is told of no event by what was still to be sent of the answer before it', () => {
    const { times, seen, waits } = aWatch();
    times.came(turn('1'));
    times.took(turn('1'), { messages: 3 });
    waits(400);
    times.settled(account, 'anna', true);
    times.came(turn('2'));
    times.took(turn('2'), ONE);
    waits(100);

    times.settled(account, 'anna', true);
    times.settled(account, 'anna', false);
    waits(500);
    times.settled(account, 'anna', true);

    expect(seen).toEqual([0.4, 0.6]);
  });

  it('is that of the first of the files that one message answers', () => {
    const { times, seen, waits } = aWatch();
    for (const event of ['1', '2', '3']) {
      times.came(turn(event));
      times.took(turn(event), { messages: 1, gathers: event === '3' ? 'refused' : 'saved' });
      waits(1000);
    }
    times.came(turn('4'));
    times.took(turn('4'), ONE);
    times.settled(account, 'anna', true);
    times.settled(account, 'anna', true);
    waits(100);
    times.settled(account, 'anna', true);

    expect(seen).toEqual([3, 1, 0.1]);
  });

  it('is not forgotten where an event is told again while its answer is on the way', () => {
    const { times, seen, waits } = aWatch();
    times.came(turn('1'));
    times.took(turn('1'), ONE);
    waits(200);
    times.came(turn('1'));
    times.took(turn('1'), { messages: 0 });
    waits(200);
    times.settled(account, 'anna', true);

    expect(seen).toEqual([0.4]);
  });

  it('counts from the first time that an event came, however often it is told or taken again', () => {
    const { times, seen, waits } = aWatch();
    times.came(turn('1'));
    waits(3000);
    times.came(turn('1'));
    times.took(turn('1'), ONE);
    times.settled(account, 'anna', true);

    expect(seen).toEqual([3]);
  });

  it('is of answers alone that are with the platform', () => {
    const { times, seen } = aWatch();
    times.came(turn('silent'));
    times.took(turn('silent'), { messages: 0 });
    times.settled(account, 'anna', true);
    times.came(turn('failed'));
    times.took(turn('failed'), ONE);
    times.settled(account, 'anna', false);
    times.settled(account, 'anna', true);

    expect(seen).toEqual([]);
  });

  it('forgets what another process answers', () => {
    const { times, seen, waits } = aWatch();
    times.came(turn('elsewhere'));
    times.took(turn('elsewhere'), ONE);
    waits(3_600_000);
    times.settled(account, 'anna', true);

    expect(seen).toEqual([]);
  });
});
