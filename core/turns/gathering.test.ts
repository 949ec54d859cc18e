import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import type { CompanyTx, Database } from '#db/database.ts';
import { describeOnBoth } from '#db/testing.ts';

/** The same database, which notes what a company's transactions write without waiting for it. */
function written(database: Database): { database: Database; statements: string[] } {
  const statements: string[] = [];
  const noting = (tx: CompanyTx): CompanyTx => ({
    ...tx,
    write: (text, values) => {
      statements.push(text);
      tx.write(text, values);
    },
  });
  return {
    statements,
    database: { ...database, transaction: (company, work) => database.transaction(company, (tx) => work(noting(tx))) },
  };
}

describeOnBoth('receipts of files that are gathered', (fresh) => {
  const setUp = async () => {
    const { database, statements } = written(await fresh());
    const office = await anOffice(database);
    await office.aContact({ email: 'emma@mail.test' });
    const chat = aChat(aConversation(database).app, office);
    await chat.signsIn('emma@mail.test');
    const sends = () =>
      chat.turn(
        { is: 'sent', what: 'photo', file: { is: 'refused', because: 'type', album: 'a' } },
        { channel: 'telegram' },
      );
    const looks = () => statements.filter((each) => each.includes('set due_at = now()')).length;
    const waiting = async () =>
      (await office.rows('select id from deliveries where due_at > now() and kind = any($1)', [['refused']])).length;
    return { chat, sends, looks, waiting };
  };

  it('are not looked for where none waits', async () => {
    const { chat, looks } = await setUp();
    const before = looks();

    await chat.presses('Profile');
    await chat.orders('viewings');

    expect(looks()).toBe(before);
  });

  it('go at once before the next answer, which alone looks for them', async () => {
    const { chat, sends, looks, waiting } = await setUp();
    await sends();
    await sends();
    expect(await waiting()).toBe(1);
    const before = looks();

    await chat.orders('viewings');
    await chat.orders('home');

    expect(await waiting()).toBe(0);
    expect(looks()).toBe(before + 1);
  });
});
