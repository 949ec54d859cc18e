import { expect, it } from 'vitest';
import { createWords } from '#adapters/phrases/create-words.ts';
import type { Message } from '#core/chat/message.ts';
import { plainText } from '#core/chat/plain-text.ts';
import { changeProperty } from '#core/crm/change-property.ts';
import { moveOffer } from '#core/crm/move-offer.ts';
import { carryOut } from '#core/crm/tasks.ts';
import type { ContactId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import {
  aChannelAccount,
  aChat,
  aCompany,
  aContact,
  aDeal,
  anOffer,
  aPortalUser,
  aProperty,
  aUser,
} from '#db/builders.ts';
import { crmPorts } from '#db/crm/crm-ports.ts';
import type { Database } from '#db/database.ts';
import { createStore } from '#db/store.ts';
import { createTasks } from '#db/tasks.ts';
import { aClock, describeOnBoth, newId } from '#db/testing.ts';

const words = createWords();

/** Anna, on Telegram in English, has two deals. Ben, in Teams in Dutch, has but the one that is both theirs. */
async function aCouple(database: Database) {
  const company = (await aCompany(database)).id;
  const [anna, ben] = [(await aContact(database, company)).id, (await aContact(database, company)).id];
  const clock = aClock();
  const store = createStore(database, { clock, newId }, crmPorts);
  const deal = (await aDeal(database, company, { contacts: [anna, ben], name: 'Together' })).id;
  const alone = (await aDeal(database, company, { contacts: [anna], name: 'Alone' })).id;
  const property = (await aProperty(database, company, { status: 'active' })).id;
  await anOffer(database, company, { deal: alone, property: (await aProperty(database, company)).id });
  const chatOf = async (contact: ContactId, channel: 'telegram' | 'teams', language: Language) => {
    const transport = channel === 'telegram' ? 'bot_api' : 'connector';
    const account = (await aChannelAccount(database, company, { channel, transport })).id;
    const portalUser = (await aPortalUser(database, company, { contact })).id;
    return (await aChat(database, company, { account, portalUser, language })).id;
  };
  const chats = [await chatOf(anna, 'telegram', 'en'), await chatOf(ben, 'teams', 'nl')];
  const user = await aUser(database, company);
  const agent = { id: user.id, name: 'Ana', role: 'Admin' } as const;
  const moves = (lane: 'proposed' | 'preselect') =>
    store.transaction(company, (kept) => moveOffer({ ...kept, clock }, agent, { deal, property, lane, push: 'now' }));
  const sells = () =>
    store.transaction(company, (kept) => changeProperty({ ...kept, clock }, property, { status: 'sold' }));
  const falls = (price: number) =>
    store.transaction(company, (kept) => changeProperty({ ...kept, clock }, property, { price }));
  const later = async () => {
    for (const { task } of await createTasks(database).claim(clock.now(), 10, 60))
      if (task) await store.transaction(company, (kept) => carryOut({ ...kept, clock, words }, task));
  };
  /** What Anna's and Ben's newest messages say, each in their language. */
  const theirs = () =>
    Promise.all(
      chats.map(async (chat) => {
        const [newest] = await database.systemScope(({ rows }) =>
          rows<{ message: Message; language: Language }>(
            `select d.message, c.language from deliveries d join chats c on c.id = d.chat_id
             where c.id = $1 order by d.seq desc limit 1`,
            [chat],
          ),
        );
        return newest ? plainText(newest.message.body, (each) => words.say(each, newest.language)) : '';
      }),
    );
  return { clock, moves, sells, falls, later, theirs };
}

describeOnBoth('the cards of two clients on a deal', (fresh) => {
  it('are drawn for each by their own deals and in their own language, when offered and when sold', async () => {
    const { moves, sells, theirs } = await aCouple(await fresh());

    await moves('proposed');
    const offered = await theirs();
    await sells();
    const sold = await theirs();

    for (const [annas, bens] of [offered, sold]) {
      expect(annas).toContain('For: Together');
      expect(bens).not.toContain('Together');
    }
    expect(sold[0]).toContain(words.say({ say: 'state.sold' }, 'en'));
    expect(sold[1]).toContain(words.say({ say: 'state.sold' }, 'nl'));
  });

  it('say what the price fell from, and no longer after 14 days', async () => {
    const { clock, moves, falls, later, theirs } = await aCouple(await fresh());
    await moves('proposed');

    await falls(300_000);
    const fallen = await theirs();
    clock.pass(14 * 24 * 3600_000);
    await later();
    const old = await theirs();

    expect(fallen[0]).toContain('€300,000 · Altea, Alicante (was €350,000)');
    expect(fallen[1]).toMatch(/€.300\.000 · Altea, Alicante \(was €.350\.000\)/);
    for (const words of old) expect(words).not.toContain('(was');
    expect(old[0]).toContain('€300,000');
  });

  it('are both withdrawn where the agent takes the home back', async () => {
    const { moves, theirs } = await aCouple(await fresh());
    await moves('proposed');

    await moves('preselect');

    const [annas, bens] = await theirs();
    expect(annas).toContain(words.say({ say: 'state.withdrawn' }, 'en'));
    expect(bens).toContain(words.say({ say: 'state.withdrawn' }, 'nl'));
  });
});
