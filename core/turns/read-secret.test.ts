import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import type { Database } from '#db/database.ts';
import { describeOnOne } from '#db/testing.ts';

/** A client who is let in, with one home; what they type comes as adapters read what looks like a password. */
async function emma(database: Database) {
  const office = await anOffice(database);
  const contact = await office.aContact({ email: 'emma@example.com', language: 'en' });
  await office.anOffer(await office.aDeal([contact]), await office.aProperty({ name: 'Casa Una' }));
  const { app } = aConversation(database);
  const chat = aChat(app, office);
  await chat.signsIn('emma@example.com');
  return { office, app, chat, types: typingIn(chat) };
}

const typingIn = (chat: ReturnType<typeof aChat>) => (words: string) =>
  chat.turn({ is: 'wroteSecret', message: '1', words: () => words });

const rowsWith = (database: Database, words: string) =>
  database.systemScope(({ rows }) =>
    rows(
      `select 1 from chats c where position($1 in c::text) > 0 union all
       select 1 from deliveries d where position($1 in d::text) > 0 union all
       select 1 from messages m where position($1 in m::text) > 0 union all
       select 1 from activities a where position($1 in a::text) > 0 union all
       select 1 from events e where position($1 in e::text || coalesce(encode(e.body, 'escape'), '')) > 0`,
      [words],
    ),
  );

describeOnOne('what looks like a password', (fresh) => {
  it.each(['Hallo-123456', 'Deine-PIN:123456!', 'Abc_123-456'])(
    'is the code where a code is awaited: %s',
    async (words) => {
      const database = await fresh();
      const office = await anOffice(database);
      await office.aContact({ email: 'emma@example.com' });
      const chat = aChat(aConversation(database).app, office);
      await chat.came();
      await chat.writes('emma@example.com');

      expect(await typingIn(chat)(words)).toContain('Welcome');

      expect(await rowsWith(database, words)).toEqual([]);
    },
  );

  it('is the code for a new address too', async () => {
    const { chat, office, types } = await emma(await fresh());
    await chat.forges({ to: 'editDetail', detail: 'email' });
    await chat.writes('emma@new.test');

    expect(await types('Hallo-123456')).toContain('✓ Saved.');

    expect(await office.rows('select email from contacts')).toEqual([{ email: 'emma@new.test' }]);
  });

  it('is the phone where a phone is awaited', async () => {
    const { chat, office, types } = await emma(await fresh());
    await chat.forges({ to: 'editDetail', detail: 'phone' });

    expect(await types('Meine-Nr.=+34600000001')).toContain('✓ Saved.');

    expect(await office.rows('select phone from contacts')).toEqual([{ phone: '+34600000001' }]);
  });

  it('is the dates where dates are awaited', async () => {
    const { chat, types } = await emma(await fresh());
    await chat.writes('New properties');
    await chat.presses('Interested');
    await chat.presses('Details');
    await chat.presses('Request viewing');

    const summary = await types('Sat.28/11&Sun.29/11');

    expect(summary).toContain('Sat 28 Nov');
    expect(summary).toContain('Sun 29 Nov');
  });

  it('stays one where nothing that is awaited is in it, and where any words would do', async () => {
    const database = await fresh();
    const { chat, types } = await emma(database);
    const says = async (words: string) => expect(await types(words)).toContain('looked like a password');

    await says('Hallo-123456');
    await chat.orders('agent');
    await says('Hallo-123456');
    await chat.forges({ to: 'editDetail', detail: 'phone' });
    await says('Winter-2026!');
    await chat.forges({ to: 'editDetail', detail: 'name' });
    await says('Anna,Jansen-1!');
    await chat.writes('New properties');
    await chat.presses('Not interested');
    await chat.presses('Other…');
    await says('Hallo-123456');

    for (const words of ['Hallo', 'Winter', 'Jansen']) expect(await rowsWith(database, words)).toEqual([]);
  });

  it('stays one while a person holds the chat, for whom words are kept', async () => {
    const database = await fresh();
    const { chat, office, types } = await emma(database);
    await chat.forges({ to: 'editDetail', detail: 'email' });
    await chat.writes('emma@new.test');
    await office.rows('update chats set held_by = (select id from users limit 1) returning id');

    await types('Hallo-123456');

    expect(await rowsWith(database, 'Hallo')).toEqual([]);
  });

  it('stays one for whom is not let in, and where its words are gone', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const chat = aChat(aConversation(database).app, office);
    expect(await typingIn(chat)('Hallo-123456')).toContain('link from your agent');
    await chat.came();
    await chat.writes('emma@example.com');

    expect(await chat.turn({ is: 'wroteSecret', message: '1' })).toContain('looked like a password');
  });
});
