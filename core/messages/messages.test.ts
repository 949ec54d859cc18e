import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import type { Channel, Transport } from '#core/chat/channels.ts';
import type { Did, Turn } from '#core/chat/turn.ts';
import { sendMessage } from '#core/crm/send-message.ts';
import { setTakenOver } from '#core/crm/set-taken-over.ts';
import type { UserId, ViewingId } from '#core/ids.ts';
import { aChannelAccount } from '#db/builders.ts';
import { crmPorts } from '#db/crm/crm-ports.ts';
import { createStore } from '#db/store.ts';
import { describeOnOne, newId } from '#db/testing.ts';

describeOnOne('what waited for words', (fresh) => {
  async function emma() {
    const database = await fresh();
    const office = await anOffice(database);
    const contact = await office.aContact({ email: 'emma@example.com', language: 'en' });
    const deal = await office.aDeal([contact]);
    const offer = await office.anOffer(deal, await office.aProperty(), 'interested');
    const { app, clock } = aConversation(database);
    const chat = aChat(app, office);
    await chat.signsIn('emma@example.com');
    const agent = { id: (await office.rows<{ id: UserId }>('select id from users'))[0]?.id as UserId, name: 'Ana' };
    const by = { ...agent, role: 'Admin' } as const;
    const asAgent = createStore(database, { clock, newId }, crmPorts);
    const writes = () =>
      asAgent.transaction(office.company, (kept) => sendMessage({ ...kept, clock }, by, contact, 'At 5 o’clock?'));
    const speaks = async () => {
      await asAgent.transaction(office.company, (kept) => setTakenOver({ ...kept, clock }, contact, by));
      await asAgent.transaction(office.company, (kept) => setTakenOver({ ...kept, clock }, contact, null));
    };
    const visits = async () => {
      await chat.forges({ to: 'requestViewing', offer });
      await chat.writes('2026-11-28');
      await chat.presses('Send request');
      await office.rows("update meetings set status = 'completed', start_date = now()");
      const [meeting] = await office.rows<{ id: ViewingId }>('select id from meetings');
      if (!meeting) throw new Error('no viewing was asked for');
      await chat.forges({ to: 'rate', viewing: meeting.id, stars: 4 });
    };
    return { office, offer, chat, writes, speaks, visits };
  }

  it.each(['writes', 'speaks'] as const)('waits no longer once a person of the office %s', async (does) => {
    const dialogues = {
      feedback: ({ visits }) => visits(),
      dates: ({ chat, offer }) => chat.forges({ to: 'requestViewing', offer }),
      'a name': ({ chat }) => chat.forges({ to: 'editDetail', detail: 'name' }),
      'an e-mail': ({ chat }) => chat.forges({ to: 'editDetail', detail: 'email' }),
      reasons: async ({ chat, offer }) => {
        await chat.forges({ to: 'askReasons', offer });
        await chat.presses('Other…');
      },
    } satisfies Record<string, (some: Awaited<ReturnType<typeof emma>>) => Promise<unknown>>;
    for (const [name, opens] of Object.entries(dialogues)) {
      const some = await emma();
      await opens(some);
      await some[does]();

      const answer = await some.chat.writes('Yes, 5 o’clock is fine');
      if (does === 'speaks') await some.chat.presses('Send to agent');
      else expect(answer, name).toBe('');
      expect(await some.office.rows('select text from messages where user_id is null')).toEqual([
        { text: 'Yes, 5 o’clock is fine' },
      ]);
      expect(await some.office.rows("select 1 from feedback where kind = 'note'")).toEqual([]);
    }
  });

  it('waits again where the client goes back to it, and a code is a code', async () => {
    const { chat, office, offer, writes } = await emma();
    await chat.forges({ to: 'requestViewing', offer });
    await writes();
    await chat.forges({ to: 'requestViewing', offer });
    expect(await chat.writes('2026-11-28')).toContain('28 Nov');
    await chat.forges({ to: 'editDetail', detail: 'email' });
    await chat.writes('new@example.com');
    await writes();

    await chat.writes('123 456');

    expect(await office.rows('select email from contacts')).toEqual([{ email: 'new@example.com' }]);
  });
});

describeOnOne('a number after the words of an agent', (fresh) => {
  /** A client who is asked something by an agent, on a way of one of the channels. */
  async function asked(channel: Channel, transport: Transport) {
    const database = await fresh();
    const office = await anOffice(database);
    const contact = await office.aContact({ email: 'emma@example.com', language: 'en' });
    const account = (await aChannelAccount(database, office.company, { channel, transport })).id;
    const { app, clock } = aConversation(database);
    const chat = aChat(app, office);
    const does = (did: Did, more: Partial<Turn> = {}) => chat.turn(did, { account, channel, ...more });
    await does({ is: 'came', code: office.inviteCode });
    await does({ is: 'wrote', words: 'emma@example.com' });
    await does({ is: 'wrote', words: '123456' });
    const [user] = await office.rows<{ id: UserId; name: string }>('select id, name from users');
    if (!user) throw new Error('there is no agent');
    const asAgent = createStore(database, { clock, newId }, crmPorts);
    await asAgent.transaction(office.company, (kept) =>
      sendMessage({ ...kept, clock }, { ...user, role: 'Admin' }, contact, 'How many of you will come?'),
    );
    await office.rows("update deliveries set platform_id = 'asked' where seq = (select max(seq) from deliveries)");
    const said = async () =>
      (await office.rows<{ text: string }>('select text from messages where user_id is null')).map(({ text }) => text);
    return { does, said };
  }

  it.each([
    ['telegram', 'bot_api'],
    ['whatsapp', 'cloud'],
    ['teams', 'connector'],
  ] as const)('is the answer to them on %s by %s', async (channel, transport) => {
    const { does, said } = await asked(channel, transport);

    expect(await does({ is: 'wrote', words: '3' })).toBe('');
    expect(await said()).toEqual(['3']);
  });

  it('is the answer where it answers that message', async () => {
    const { does, said } = await asked('telegram', 'bot_api');

    expect(await does({ is: 'wrote', words: '1' }, { on: 'asked' })).toBe('');
    expect(await said()).toEqual(['1']);
  });

  it('is asked about where numbers are the buttons', async () => {
    const { does } = await asked('whatsapp', 'web');

    expect(await does({ is: 'wrote', words: '1' })).toContain('Which one do you mean?');
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

    expect(pressed).toContain('No viewings yet');
    expect(await office.rows('select text from messages order by ctid')).toEqual([{ text: 'Viewings' }, { text: '1' }]);
  });
});

describeOnOne('a message that is not sent yet', (fresh) => {
  async function writing() {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'emma@example.com', language: 'en' });
    const { app } = aConversation(database);
    const chat = aChat(app, office);
    await chat.signsIn('emma@example.com');
    const says = (words: string, said?: string) => chat.turn({ is: 'wrote', words }, said ? { said } : {});
    const edits = (words: string, said: string) => chat.turn({ is: 'edited', words }, { said });
    const sent = async () => {
      await chat.presses('Send to agent');
      return (await office.rows<{ text: string }>('select text from messages')).map(({ text }) => text);
    };
    return { office, app, chat, says, edits, sent };
  }

  it('changes where a message that it came from is edited, and nowhere else', async () => {
    const { says, edits, sent } = await writing();
    await says('Is there a lift?', 'a');
    await says('Is there a lift?', 'b');

    expect(await edits('And a pool?', 'b')).toContain('Is there a lift?\nAnd a pool?');
    expect(await edits('Is there a garage?', 'a')).toContain('Is there a garage?\nAnd a pool?');
    await says('Thanks', 'c');
    expect(await edits('x'.repeat(4096), 'c')).toContain('4,096');
    await edits('Thank you', 'c');

    expect(await sent()).toEqual(['Is there a garage?\nAnd a pool?\nThank you']);
  });

  it('stays as it is, and says nothing, where another message is edited or none is changed', async () => {
    const { says, edits, sent } = await writing();
    await says('Is there a lift?', 'a');

    expect(await edits('Is there a lift?', 'a')).toBe('');
    expect(await edits('Yes', 'z')).toBe('');
    expect(await edits('/home', 'z')).toBe('');
    await says('Is there a lift?', 'a');

    expect(await sent()).toEqual(['Is there a lift?\nIs there a lift?']);
  });

  it('is on record once it is sent, whatever is edited then', async () => {
    const { office, says, edits, sent } = await writing();
    await says('Is there a lift?', 'a');
    await sent();

    expect(await edits('Nothing', 'a')).toBe('');
    expect(await office.rows('select text from messages')).toEqual([{ text: 'Is there a lift?' }]);
  });

  it('STOP counts where a message was edited into it; who is not let in is not answered again', async () => {
    const { office, app, edits } = await writing();
    const stranger = aChat(app, office);

    expect(await edits('STOP', 'a')).not.toBe('');
    expect(await office.rows('select pushes from chats')).toEqual([{ pushes: 'stopped' }]);
    expect(await stranger.turn({ is: 'edited', words: 'Hello' }, { said: 'a' })).toBe('');
  });
});
