import { expect, it } from 'vitest';
import type { ChatId, OfferId } from '#core/ids.ts';
import { aChannelAccount, aChat, aCompany, aContact, aPortalUser } from '#db/builders.ts';
import { createStore } from '#db/store.ts';
import { aClock, describeOnBoth, newId } from '#db/testing.ts';
import type { Message } from './message.ts';
import { push } from './push.ts';
import { text } from './screen.ts';
import { verbatim } from './text.ts';

describeOnBoth('a push', (fresh) => {
  it('that asks for days lists them where the channel draws no calendar, so that they can be chosen there too', async () => {
    const database = await fresh();
    const company = (await aCompany(database)).id;
    const contact = (await aContact(database, company)).id;
    const portalUser = (await aPortalUser(database, company, { contact })).id;
    const telegram = (await aChannelAccount(database, company)).id;
    const whatsapp = (await aChannelAccount(database, company, { channel: 'whatsapp', transport: 'cloud' })).id;
    const drawn = (await aChat(database, company, { account: telegram, portalUser })).id;
    const listed = (await aChat(database, company, { account: whatsapp, portalUser })).id;
    const days = { first: '2026-11-28', last: '2026-11-30', from: '2026-11-28', ticked: [] };
    const asks = { is: 'dates', offer: newId() as OfferId, ...days } as const;

    await createStore(database, { clock: aClock(), newId }).transaction(company, (kept) =>
      push(kept, contact, { blocks: [text(verbatim('When?'))], choices: [], asks }, 'viewing'),
    );

    const owed = await database.systemScope(({ rows }) =>
      rows<{ chat: ChatId; message: Message; typed: number }>(
        `select d.chat_id as chat, d.message, jsonb_array_length(c.shown -> 'push') as typed
         from deliveries d join chats c on c.id = d.chat_id order by d.seq`,
      ),
    );
    expect(owed.map(({ chat, message, typed }) => [chat, message.choices.length, typed])).toEqual([
      [drawn, 0, 0],
      [listed, 3, 3],
    ]);
  });
});
