import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import type { Channel, Transport } from '#core/chat/channels.ts';
import type { Did, Turn } from '#core/chat/turn.ts';
import { sendMessage } from '#core/crm/send-message.ts';
import { setTakenOver } from '#core/crm/set-taken-over.ts';
import type { UserId } from '#core/ids.ts';
import { aChannelAccount } from '#db/builders.ts';
import { crmPorts } from '#db/crm/crm-ports.ts';
import { createStore } from '#db/store.ts';
import { aClock, describeOnOne, newId } from '#db/testing.ts';

const WAYS = [
  ['telegram', 'bot_api'],
  ['whatsapp', 'cloud'],
  ['whatsapp', 'web'],
  ['teams', 'connector'],
] as const;
const MINUTE = 60_000;

describeOnOne('a conversation with the agent', (fresh) => {
  async function emma(channel: Channel = 'telegram', transport: Transport = 'bot_api') {
    const database = await fresh();
    const clock = aClock('2026-11-30T09:00:00Z');
    const office = await anOffice(database);
    const contact = await office.aContact({ email: 'emma@example.com', language: 'en' });
    const deal = await office.aDeal([contact]);
    const offer = await office.anOffer(deal, await office.aProperty(), 'interested');
    const isFirst = channel === 'telegram';
    const account = isFirst
      ? office.account
      : (await aChannelAccount(database, office.company, { channel, transport })).id;
    const { app } = aConversation(database, clock);
    const chat = aChat(app, office);
    const does = (did: Did, more: Partial<Turn> = {}) => chat.turn(did, { account, channel, ...more });
    await does({ is: 'came', code: office.inviteCode });
    await does({ is: 'wrote', words: 'emma@example.com' });
    await does({ is: 'wrote', words: '123456' });
    const [user] = await office.rows<{ id: UserId }>('select id from users');
    const by = { id: user?.id as UserId, name: 'Ana Torres', role: 'Admin' as const };
    await office.rows("update users set name = 'Ana Torres'");
    const asAgent = createStore(database, { clock, newId }, crmPorts);
    const agent = {
      writes: (words: string) =>
        asAgent.transaction(office.company, (kept) => sendMessage({ ...kept, clock }, by, contact, words)),
      takesOver: () => asAgent.transaction(office.company, (kept) => setTakenOver({ ...kept, clock }, contact, by)),
      handsBack: () => asAgent.transaction(office.company, (kept) => setTakenOver({ ...kept, clock }, contact, null)),
    };
    const said = async () =>
      (await office.rows<{ text: string }>('select text from messages where user_id is null order by at')).map(
        ({ text }) => text,
      );
    /** The newest message that went to the client, as it is stored. */
    const newest = async () =>
      JSON.stringify(
        (await office.rows<{ message: unknown }>('select message from deliveries order by seq desc limit 1'))[0]
          ?.message,
      );
    const writes = async (words: string) => {
      clock.pass(1000);
      return does({ is: 'wrote', words });
    };
    const joinsOnTeams = async () => {
      const teams = await aChannelAccount(database, office.company, { channel: 'teams', transport: 'connector' });
      const there = { account: teams.id, channel: 'teams' as const };
      await chat.turn({ is: 'came', code: office.inviteCode }, there);
      await chat.turn({ is: 'wrote', words: 'emma@example.com' }, there);
      await chat.turn({ is: 'wrote', words: '123456' }, there);
    };
    return { office, chat, clock, does, writes, offer, agent, said, newest, joinsOnTeams };
  }

  it.each(WAYS)(
    'begins with what an agent sends, and lasts an hour from the last word, on %s by %s',
    async (...way) => {
      const { clock, writes, agent, said } = await emma(...way);
      expect(await writes('Is it quiet there?')).toContain('send this to your agent');
      await agent.writes('Good morning!');

      expect(await writes('Good morning')).toBe('');
      clock.pass(59 * MINUTE);
      expect(await writes('Is there a lift?')).toBe('');
      clock.pass(59 * MINUTE);
      await agent.writes('There is.');
      clock.pass(59 * MINUTE);
      expect(await writes('Thank you')).toBe('');
      clock.pass(60 * MINUTE);
      expect(await writes('And a pool?')).toContain('send this to your agent');

      expect(await said()).toEqual(['Good morning', 'Is there a lift?', 'Thank you']);
    },
  );

  it('says how to answer at its first words alone, with a way home where a button can go away again', async () => {
    const { agent, newest, clock } = await emma();
    await agent.writes('Good morning!');
    expect(await newest()).toMatch(/Ana Torres.*Good morning!.*message\.answerHere.*label\.home/);
    await agent.writes('Did you see it?');
    expect(await newest()).not.toMatch(/answerHere|label\./);
    clock.pass(60 * MINUTE);
    await agent.writes('Still there?');
    expect(await newest()).toContain('message.answerHere');

    const onWhatsApp = await emma('whatsapp', 'cloud');
    await onWhatsApp.agent.writes('Good morning!');
    expect(await onWhatsApp.newest()).toContain('message.answerHere');
    expect(await onWhatsApp.newest()).not.toContain('label.');
  });

  it('begins with what the client writes after Contact agent, which is sent at once', async () => {
    const { chat, writes, said, offer, office, does } = await emma();
    expect(await chat.forges({ to: 'contactAgent', offer })).toContain('Write your message here.');

    expect(await writes('Is the pool heated?')).toMatch(/Sent\. .* answers here/);
    expect(await writes('And is there a garage?')).toBe('');
    expect(await said()).toEqual(['Is the pool heated?', 'And is there a garage?']);
    expect(await office.rows('select 1 from messages where property_id is not null')).toHaveLength(1);
    // A sign of approval is no question.
    expect(await does({ is: 'sent', what: 'reaction' })).toBe('');
  });

  it.each([
    ['Home', { is: 'pressed', intent: { to: 'goHome' } }],
    ['the word for it', { is: 'wrote', words: 'home' }],
    ['/home', { is: 'ordered', command: 'home' }],
    ['/cancel', { is: 'ordered', command: 'cancel' }],
  ] as const satisfies readonly (readonly [string, Did])[])('ends with %s', async (_name, did) => {
    const { does, writes, agent, said } = await emma();
    await agent.writes('Good morning!');
    await writes('Good morning');

    await does(did);

    expect(await writes('I love the sea')).toContain('send this to your agent');
    expect(await said()).toEqual(['Good morning']);
  });

  it('leaves buttons, commands and words of the menu what they are, and dialogues their words', async () => {
    const { chat, does, writes, agent, said, offer, office } = await emma();
    await agent.writes('Good morning!');

    expect(await writes('Viewings')).toContain('No viewings yet');
    expect(await does({ is: 'ordered', command: 'profile' })).toContain('emma@example.com');
    expect(await writes('Nice to hear')).toBe('');
    await chat.forges({ to: 'requestViewing', offer });
    expect(await writes('2026-12-04')).toContain('4 Dec');
    await chat.presses('Send request');
    expect(await office.rows('select status from meetings')).toEqual([{ status: 'pending' }]);
    expect(await said()).toEqual(['Nice to hear']);
  });

  it('presses nothing of a home with words that answer the agent', async () => {
    const { chat, agent, writes, said, office, offer } = await emma();
    await office.rows("update deal_properties set status = 'proposed', visited_at = null");
    await chat.forges({ to: 'openCard', offer });
    await agent.writes('Are you interested?');

    expect(await writes('Interested')).toBe('');
    expect(await said()).toEqual(['Interested']);
    expect(await office.rows("select 1 from deal_properties where status = 'interested'")).toEqual([]);
  });

  it('is of one client: who logs out takes it with them', async () => {
    const { chat, agent, writes, office } = await emma();
    await office.aContact({ email: 'ben@example.com', language: 'en' });
    await agent.writes('Good morning!');
    await chat.forges({ to: 'logOut' });
    await writes('ben@example.com');
    await writes('123456');

    expect(await writes('Hello')).toContain('send this to your agent');
  });

  it('tells who took over in the chat that was used last, and there alone that the bot is back', async () => {
    const { agent, office, writes, newest, clock, does, joinsOnTeams } = await emma();
    clock.pass(1000);
    await joinsOnTeams();
    clock.pass(1000);
    await does({ is: 'ordered', command: 'home' });
    const before = (await office.rows('select 1 from deliveries')).length;
    expect(await agent.takesOver()).toEqual({ was: 'done', isTold: true });
    expect(await newest()).toMatch(/message\.takenOver.*Ana Torres/);
    expect(await agent.takesOver()).toEqual({ was: 'done', isTold: false });
    clock.pass(90 * MINUTE);
    expect(await writes('Are you there?')).toBe('');

    expect(await agent.handsBack()).toEqual({ was: 'done', isTold: true });
    expect(await newest()).toContain('message.handedBack');
    expect(await office.rows('select 1 from deliveries')).toHaveLength(before + 2);
    expect(
      await office.rows(
        "select 1 from deliveries d join chats c on c.id = d.chat_id join channel_accounts a on a.id = c.channel_account_id where a.channel = 'teams' and d.message::text ~ 'takenOver|handedBack'",
      ),
    ).toEqual([]);
    expect(await writes('And now?')).toContain('send this to your agent');
  });

  it('asks nobody by a template just to say that somebody took over', async () => {
    const { agent, clock, office } = await emma('whatsapp', 'cloud');
    clock.pass(24 * 60 * MINUTE);
    const before = (await office.rows('select 1 from deliveries')).length;

    expect(await agent.takesOver()).toEqual({ was: 'done', isTold: false });
    expect(await agent.handsBack()).toEqual({ was: 'done', isTold: false });
    expect(await office.rows('select 1 from deliveries')).toHaveLength(before);
  });
});
