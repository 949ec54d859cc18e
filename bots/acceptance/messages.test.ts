import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { anOffice, type Body } from './an-office.ts';

async function aTalk() {
  const office = await anOffice();
  const { api } = office;
  const carla = await office.aClient('Carla');
  await office.offers(carla.deal, await office.aProperty('Casa Verde'));
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);
  const thread = async (): Promise<readonly Body[]> =>
    (await api('GET', `/contacts/${carla.contact}/messages`)).body.items;
  const written = async () => (await thread()).filter(({ from }) => from !== 'bot');
  const types = async (): Promise<readonly string[]> =>
    (await api('GET', `/contacts/${carla.contact}/activities`)).body.items.map(({ type }: Body) => type);
  return { office, api, carla, hand, thread, written, types };
}

describe('a client and an agent', () => {
  it('write to each other in the same chat, and the agent sees what became of each message', async () => {
    const { api, carla, hand, thread, written, types } = await aTalk();
    await hand.taps('New properties');
    await hand.taps('Details');

    const card = await hand.taps('Contact agent');
    expect(card.text).toContain('Casa Verde');
    await hand.taps('Cancel');
    expect((await hand.writes('Is the <b>roof</b> new?')).text).toContain('Is the <b>roof</b> new?');
    expect((await hand.writes('And the pool?')).text).toContain('new?\nAnd the pool?');
    expect(await written()).toEqual([]);
    // What is not sent yet is nobody else's, in our question neither.
    expect(JSON.stringify(await thread())).not.toContain('roof');
    expect((await hand.taps('Send to agent')).text).toContain('✓ Sent.');

    expect(await written()).toMatchObject([
      { from: 'client', text: 'Is the <b>roof</b> new?\nAnd the pool?', channel: 'telegram', state: null },
    ]);
    expect((await types())[0]).toBe('message_from_client');
    const answer = await api('POST', `/contacts/${carla.contact}/messages`, { text: 'Both are, *truly*.' });
    expect(answer).toMatchObject({ status: 201, body: { from: 'user', text: 'Both are, *truly*.' } });
    const came = await hand.gets(({ text }) => text.includes('Both are, *truly*.'));
    await vi.waitUntil(async () => (await written())[0]?.state === 'sent', { timeout: 10_000 });
    expect((await written())[0]).toMatchObject({ platform_id: `${came.id}`, from: 'user' });
    expect((await types())[0]).toBe('message_from_user');
    expect((await thread()).filter(({ from }) => from === 'bot').length).toBeGreaterThan(3);
    const page = (await api('GET', `/contacts/${carla.contact}/messages?limit=2`)).body;
    const next = (await api('GET', `/contacts/${carla.contact}/messages?limit=2&cursor=${page.next_cursor}`)).body;
    expect([...page.items, ...next.items].map(({ id }: Body) => id)).toEqual(
      (await thread()).slice(0, 4).map(({ id }) => id),
    );
  });

  it('free words are offered as a message and change nothing before the tap (rule 23)', async () => {
    const { hand, written, types } = await aTalk();
    const before = (await types()).length;

    expect((await hand.writes('Hello, is anybody there?')).text).toContain('send this to your agent');
    await hand.taps('Cancel');
    await hand.writes('😀');
    await hand.does(() => hand.person.writes('/home'));
    await hand.taps('New properties');
    expect((await hand.taps('Send to agent')).text).not.toContain('Sent.');

    expect(await written()).toEqual([]);
    expect(await types()).toHaveLength(before);
  });

  it('see on Telegram that what is said in a conversation went to the agent, words and photos', async () => {
    const { api, carla, hand, written } = await aTalk();
    await api('POST', `/contacts/${carla.contact}/messages`, { text: 'Good morning!' });
    await hand.gets(({ text }) => text.includes('Write here to answer.'));
    const before = hand.all().length;
    const marked = () =>
      hand.person
        .chat()
        .messages()
        .filter(({ from, reaction }) => from !== 'bot' && reaction === '👍');

    hand.person.writes('Good morning');
    hand.person.sendsPhoto(await aPicture());
    await vi.waitUntil(() => marked().length === 2, { timeout: 10_000 });

    expect((await written()).map(({ from }: Body) => from)).toEqual(['client', 'client', 'user']);
    expect(hand.all()).toHaveLength(before);
    expect((await hand.does(() => hand.person.writes('/home'))).text).toContain('Hello Carla');
    await hand.writes('Is it quiet there?');
    expect(marked()).toHaveLength(2);
  });

  it('an agent who holds the chat is not talked over, buttons work, and the hand-back is seen', async () => {
    const { office, api, carla, hand, written } = await aTalk();
    await hand.does(() => hand.person.writes('/home'));
    expect((await api('POST', `/contacts/${carla.contact}/hold`, {})).body.held_by).toBe(office.made.admin.id);
    await hand.gets(({ text }) => text.includes('is here now and reads what you write.'));
    const before = hand.all().length;

    hand.person.writes('Thank you!');
    await vi.waitUntil(async () => (await written()).length === 1, { timeout: 10_000 });
    await office.settled();
    expect(hand.all()).toHaveLength(before);
    hand.person.sendsPhoto(await aPicture(), { caption: 'Like this' });
    await vi.waitUntil(async () => (await written()).length === 2, { timeout: 10_000 });
    await office.settled();
    expect(hand.all()).toHaveLength(before);
    const [newest] = (await api('GET', `/contacts/${carla.contact}/messages`)).body.items;
    expect(newest).toMatchObject({ from: 'client', text: 'Like this', media: [expect.any(String)] });
    await hand.taps('Viewings');
    await api('POST', `/contacts/${carla.contact}/release`, {});
    await hand.gets(({ text }) => text.includes('The assistant answers here again.'));

    expect((await hand.writes('And now?')).text).toContain('send this to your agent');
    expect((await api('POST', `/contacts/${carla.contact}/release`, {})).body).toEqual({ held_by: null });
    await office.settled();
    expect(hand.all().filter(({ text }) => text.includes('The assistant answers here again.'))).toHaveLength(1);
  });

  it('is told where nobody can be reached, and can send again what failed', async () => {
    const { office, api, carla, hand, thread } = await aTalk();
    const other = await office.aClient('Dirk');
    const say = (contact: string) => api('POST', `/contacts/${contact}/messages`, { text: 'Hello' });

    expect((await say(other.contact)).status).toBe(409);
    expect((await api('POST', `/contacts/${carla.contact}/messages`, { text: '' })).status).toBe(422);
    expect((await api('POST', `/contacts/${carla.contact}/messages`, { text: 'x'.repeat(4097) })).status).toBe(422);
    hand.person.blocks();
    const { database } = office.product();
    const reachable = () => database.systemScope((tx) => tx.rows('select 1 from chats where reachable'));
    await vi.waitUntil(async () => (await reachable()).length === 0, { timeout: 10_000 });
    expect((await say(carla.contact)).status).toBe(409);
    const [newest] = await thread();
    expect((await api('POST', `/messages/${newest.id}/resend`, {})).status).toBe(409);
    expect((await api('POST', '/messages/0192f1c4-0009-7000-8000-000000000001/resend', {})).status).toBe(409);
  });
});

const aPicture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } })
    .jpeg()
    .toBuffer();
