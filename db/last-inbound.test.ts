import { expect, it } from 'vitest';
import { anOffice } from './an-office.ts';
import { crmPorts } from './crm/crm-ports.ts';
import { createStore } from './store.ts';
import { aClock, describeOnBoth, newId } from './testing.ts';

describeOnBoth('when the person of a chat did something last', (fresh) => {
  it('is when the chat was made where nothing has come in since, whoever asks', async () => {
    const database = await fresh();
    const { company, contact, chat } = await anOffice(database);
    const clock = aClock();
    const store = createStore(database, { clock, newId }, crmPorts);
    const asked = () =>
      store.transaction(company, async ({ messages, talks, waits }) => [
        (await messages.chatFor(contact))?.lastInbound,
        (await talks.stand(contact)).chats[0]?.lastInbound,
        (await waits.messages([contact])).get(contact)?.windowClosesAt,
      ]);
    await database.systemScope(async ({ rows }) => {
      await rows("update channel_accounts set channel = 'whatsapp', transport = 'cloud'");
      await rows("update chats set last_inbound_at = null, created_at = '2026-11-20T08:00:00Z'");
    });
    await store.transaction(company, ({ messages }) =>
      messages.addFromClient({ contact, chat, channel: 'whatsapp', text: 'Hello?' }),
    );

    const [made, end] = [new Date('2026-11-20T08:00:00Z'), new Date('2026-11-21T08:00:00Z')];
    expect(await asked()).toEqual([made, made, end]);

    await database.systemScope(({ rows }) => rows("update chats set last_inbound_at = '2026-11-22T08:00:00Z'"));
    const [came, then] = [new Date('2026-11-22T08:00:00Z'), new Date('2026-11-23T08:00:00Z')];
    expect(await asked()).toEqual([came, came, then]);
  });
});
