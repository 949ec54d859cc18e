import { schedule } from 'node-cron';
import type { Log } from '#bots/log.ts';
import type { Clock } from '#core/clock.ts';
import { backoffSeconds } from '#core/delivery/backoff.ts';
import type { DueTask, Tasks } from '#core/delivery/tasks.ts';
import type { Upkeep } from '#core/delivery/upkeep.ts';
import type { MediaStore } from '#core/media.ts';
import { nameOf } from './inbox.ts';

/** What is done now and then. Every sweep may run twice, or in several processes at once. */
export type Sweeps = {
  /** Does all that is due now; for tests, which move the clock. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

type Needs = {
  readonly tasks: Tasks;
  readonly upkeep: Upkeep;
  readonly media: Pick<MediaStore, 'remove'>;
  readonly clock: Clock;
  /** Carries out one task; may be called again for the same one. */
  readonly carryOut: (task: DueTask) => Promise<void>;
  readonly log: Log;
};

const AT_ONCE = 20;
const LEASE_SECONDS = 60;
const DAY = 24 * 60 * 60 * 1000;
/** Platforms redeliver for a week, we promise a month (P2). */
const EVENT_DAYS = 35;

export function createSweeps({ tasks, upkeep, media, clock, carryOut, log }: Needs): Sweeps {
  const running = new Set<string>();
  const current = new Set<Promise<void>>();

  const doTasks = async () => {
    let found: number;
    do {
      const due = await tasks.claim(clock.now(), AT_ONCE, LEASE_SECONDS);
      found = due.length;
      for (const task of due) await doTask(task);
    } while (found === AT_ONCE);
  };
  const doTask = async (task: DueTask) => {
    try {
      await carryOut(task);
      await tasks.done(task.id);
    } catch (error) {
      log.error({ err: error, task: task.id, attempts: task.attempts }, 'a task failed');
      const later = new Date(clock.now().getTime() + 30_000 + backoffSeconds(task.attempts) * 1000);
      await tasks.again(task.id, later, nameOf(error));
    }
  };
  const forget = async () => {
    const now = clock.now().getTime();
    await upkeep.dropEventsBefore(new Date(now - EVENT_DAYS * DAY));
    await upkeep.dropWaysIn(clock.now());
    await upkeep.dropIdempotencyKeysBefore(new Date(now - DAY));
    for (const { company, id } of await upkeep.dropStrayFiles()) await media.remove(company, id);
  };

  /** One at a time of each kind in this process; a failed one comes again at its next time. */
  const sweep = (name: string, work: () => Promise<void>) => {
    if (running.has(name)) return;
    running.add(name);
    const over = work()
      .catch((error: unknown) => log.error({ err: error, sweep: name }, 'a sweep failed'))
      .then(() => {
        running.delete(name);
        current.delete(over);
      });
    current.add(over);
  };
  const every = (pattern: string, name: string, work: () => Promise<void>) =>
    schedule(pattern, () => sweep(name, work), { name, logger: QUIET });

  const jobs = [
    every('*/5 * * * * *', 'tasks', doTasks),
    every('7 * * * *', 'forget', forget),
    every('*/5 * * * *', 'checkpoint', () => upkeep.checkpoint()),
    every('23 3 * * *', 'vacuum', () => upkeep.vacuum()),
  ];

  return {
    tick: async () => {
      await doTasks();
      await forget();
    },
    stop: async () => {
      for (const job of jobs) await job.destroy();
      await Promise.all(current);
    },
  };
}

/** node-cron's own log lines, about missed runs, say nothing that the next run does not make good. */
const QUIET = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };
