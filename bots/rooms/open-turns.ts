import { createCalendar } from '#adapters/calendar/create-calendar.ts';
import { phones } from '#adapters/phones/phones.ts';
import type { Address } from '#bots/address.ts';
import type { Log } from '#bots/log.ts';
import type { Metrics } from '#bots/metrics.ts';
import { newCode } from '#bots/new-code.ts';
import { newToken } from '#bots/new-token.ts';
import { type AnswerTimes, createAnswerTimes } from '#bots/work/answer-times.ts';
import type { Bell } from '#bots/work/bell.ts';
import { createInbox, type Inbox } from '#bots/work/inbox.ts';
import { type App, createApp } from '#core/turns/app.ts';
import type { KeptRoom } from './open-kept.ts';

/** What answers a turn, and the way in to it. */
export type TurnsRoom = {
  readonly app: App;
  readonly inbox: Inbox;
  readonly times: AnswerTimes;
  readonly calendar: ReturnType<typeof createCalendar>;
};

type Needs = KeptRoom & {
  readonly address: Address;
  /** Rung where an event was stored instead of done. */
  readonly stored: Bell;
  readonly metrics: Metrics;
  readonly log: Log;
};

export function openTurns({ store, clock, newId, words, secretKey, events, ...needs }: Needs): TurnsRoom {
  const { address, stored, metrics, log } = needs;
  const app = createApp({ store, clock, newId, words, phones, newCode, newToken, pageUrl: address.pageUrl });
  const times = createAnswerTimes({
    ticks: () => performance.now(),
    observe: (seconds, channel) => metrics.observe('tesoro_answer_seconds', seconds, { channel }),
  });
  const inbox = createInbox({
    answer: app.answer,
    events,
    log,
    times,
    stored: () => {
      metrics.count('tesoro_events_stored_total');
      stored.ring();
    },
  });
  metrics.gauge('tesoro_events_in_hand', () => [{ labels: {}, value: inbox.inHand }]);
  const { publicUrl } = address;
  return { app, inbox, times, calendar: createCalendar({ words, secretKey, publicUrl, now: () => clock.now() }) };
}
