import { expect, it } from 'vitest';
import { quietLog } from '#bots/testing/quiet-log.ts';
import type { DueTask } from '#core/delivery/tasks.ts';
import { aCompany, aContact } from '#db/builders.ts';
import { createStore } from '#db/store.ts';
import { createTasks } from '#db/tasks.ts';
import { aClock, describeOnBoth, newId } from '#db/testing.ts';
import { createUpkeep } from '#db/upkeep.ts';
import { createSweeps } from './sweeps.ts';

describeOnBoth('the sweeps', (fresh) => {
  async function someSweeps(carryOut: (task: DueTask) => Promise<void>) {
    const database = await fresh();
    const clock = aClock('2026-11-23T10:00:00Z');
    const company = (await aCompany(database)).id;
    const contact = (await aContact(database, company)).id;
    const store = createStore(database, { clock, newId });
    const owe = (key: string, at: string) =>
      store.transaction(company, ({ owed }) => owed.later({ is: 'bundle', contact }, key, new Date(at)));
    const needs = {
      tasks: createTasks(database),
      upkeep: createUpkeep(database),
      media: { remove: async () => {} },
      clock,
      carryOut,
      log: quietLog,
    };
    const sweeps = createSweeps(needs);
    return { sweeps, clock, owe, contact };
  }

  it('do what is due by the clock, once however often it was asked for', async () => {
    const done: DueTask[] = [];
    const { sweeps, clock, owe, contact } = await someSweeps(async (task) => void done.push(task));
    await owe('bundle', '2026-11-23T17:00:00Z');
    await owe('bundle', '2026-11-23T17:00:00Z');

    await sweeps.tick();
    expect(done).toEqual([]);
    clock.set('2026-11-23T17:00:01Z');
    await Promise.all([sweeps.tick(), sweeps.tick()]);
    await sweeps.tick();
    await sweeps.stop();

    expect(done.map(({ task }) => task)).toEqual([{ is: 'bundle', contact }]);
  });

  it('come back to a task that failed', async () => {
    let tries = 0;
    const { sweeps, clock, owe } = await someSweeps(async () => {
      tries += 1;
      if (tries === 1) throw new Error('not now');
    });
    await owe('bundle', '2026-11-23T09:00:00Z');

    await sweeps.tick();
    await sweeps.tick();
    expect(tries).toBe(1);
    clock.pass(60_000);
    await sweeps.tick();
    clock.pass(3_600_000);
    await sweeps.tick();
    await sweeps.stop();

    expect(tries).toBe(2);
  });
});
