import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import { sendMessage } from '#core/crm/send-message.ts';
import type { UserId } from '#core/ids.ts';
import { crmPorts } from '#db/crm/crm-ports.ts';
import { createStore } from '#db/store.ts';
import { describeOnOne, newId } from '#db/testing.ts';

describeOnOne('a message of an agent', (fresh) => {
  it('comes between like a push: a number typed then is asked about (rule 23)', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const contact = await office.aContact({ email: 'emma@example.com', language: 'en' });
    const { app, clock } = aConversation(database);
    const chat = aChat(app, office);
    await chat.signsIn('emma@example.com');
    const agent = { id: (await office.rows<{ id: UserId }>('select id from users'))[0]?.id as UserId, name: 'Ana' };

    await createStore(database, { clock, newId }, crmPorts).transaction(office.company, (kept) =>
      sendMessage(kept, { ...agent, role: 'Admin' }, contact, 'Hello'),
    );

    expect(await chat.writes('1')).toContain('Which one do you mean?');
  });
});

describeOnOne('a chat that a person holds', (fresh) => {
  it('takes words as messages without an answer, and still what answers a message of ours (rule 23)', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'emma@example.com', language: 'en' });
    const { app } = aConversation(database);
    const chat = aChat(app, office);
    await chat.signsIn('emma@example.com');
    await office.rows('update chats set held_by = (select id from users limit 1)');
    await office.rows("update deliveries set platform_id = 'home' where seq = (select max(seq) from deliveries)");

    expect(await chat.writes('Viewings')).toBe('');
    expect(await chat.writes('1')).toBe('');
    const pressed = await chat.turn({ is: 'wrote', words: 'Viewings' }, { on: 'home' });

    expect(pressed).toContain('Upcoming');
    expect(await office.rows('select text from messages order by ctid')).toEqual([{ text: 'Viewings' }, { text: '1' }]);
  });
});
