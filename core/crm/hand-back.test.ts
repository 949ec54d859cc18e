import { expect, it } from 'vitest';
import { aChat, aConversation, words } from '#bots/testing/a-chat.ts';
import { anApi } from '#bots/testing/an-api.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import type { UserId } from '#core/ids.ts';
import { readTask } from '#core/turns/stored.ts';
import { aClock, describeOnOne } from '#db/testing.ts';
import { carryOut } from './tasks.ts';

describeOnOne('a chat that somebody of the office took', (fresh) => {
  async function taken() {
    const database = await fresh();
    const clock = aClock('2026-11-30T08:00:00Z');
    const office = await anOffice(database);
    const emma = await office.aContact({ email: 'emma@example.com' });
    const chat = aChat(aConversation(database, clock).app, office);
    await chat.signsIn('emma@example.com');
    const [admin] = await office.rows<{ id: UserId }>('select id from users');
    const api = await anApi(database, clock);
    const ask = await api.askAs(office.company, admin?.id as UserId);
    await ask('POST', `/contacts/${emma}/hold`);
    /** Does all that is due by then, as the sweep would. */
    const at = async (moment: string) => {
      clock.set(moment);
      const due = await office.rows<{ id: string; task: unknown }>(
        'select id, task from tasks where due_at <= $1 and done_at is null',
        [clock.now()],
      );
      for (const { id, task } of due)
        await api.store.transaction(office.company, async (kept) => {
          const read = readTask(task);
          if (read && (await kept.owed.finish(id))) await carryOut({ ...kept, clock, words }, read);
        });
    };
    const isHeld = async () => (await office.rows('select 1 from chats where held_by is not null')).length > 0;
    const told = async () =>
      (await office.rows("select 1 from deliveries where rank = 1 and message::text like '%handedBack%'")).length;
    return { office, emma, chat, ask, at, isHeld, told };
  }

  it('goes back to the bot by itself once neither wrote for four hours, and is told so', async () => {
    const { at, isHeld, told } = await taken();

    await at('2026-11-30T11:59:59Z');
    expect([await isHeld(), await told()]).toEqual([true, 0]);
    await at('2026-11-30T12:00:00Z');
    expect([await isHeld(), await told()]).toEqual([false, 1]);
  });

  it('stays with them for as long again after the last words of either', async () => {
    const { emma, chat, ask, at, isHeld } = await taken();
    await at('2026-11-30T09:00:00Z');
    await chat.writes('Are you there?');
    await at('2026-11-30T10:30:00Z');
    await ask('POST', `/contacts/${emma}/messages`, { body: { text: 'I am.' } });

    for (const moment of ['2026-11-30T12:00:00Z', '2026-11-30T13:00:00Z', '2026-11-30T14:29:59Z']) {
      await at(moment);
      expect(await isHeld()).toBe(true);
    }
    await at('2026-11-30T14:30:00Z');
    expect(await isHeld()).toBe(false);
  });

  it('is handed back once where it was taken anew meanwhile, by the office’s own hours', async () => {
    const { emma, ask, at, isHeld, told } = await taken();
    await at('2026-11-30T11:00:00Z');
    await ask('PATCH', '/company', { body: { hold_hours: 2 } });
    await ask('POST', `/contacts/${emma}/release`);
    await ask('POST', `/contacts/${emma}/hold`);
    expect(await told()).toBe(1);

    await at('2026-11-30T12:00:00Z');
    expect([await isHeld(), await told()]).toEqual([true, 1]);
    await at('2026-11-30T13:00:00Z');
    expect([await isHeld(), await told()]).toEqual([false, 2]);
  });
});
