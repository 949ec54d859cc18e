import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import { describeOnOne } from '#db/testing.ts';

const TEN_MINUTES = 600_000;

describeOnOne('the code for a new address', (fresh) => {
  /** A client to whose new address a code is on its way. */
  async function awaiting() {
    const database = await fresh();
    const office = await anOffice(database);
    const contact = await office.aContact({ email: 'emma@example.com', language: 'en' });
    await office.anOffer(await office.aDeal([contact]), await office.aProperty({ name: 'Casa Una' }));
    const { app, clock } = aConversation(database);
    const chat = aChat(app, office);
    await chat.signsIn('emma@example.com');
    await chat.forges({ to: 'editDetail', detail: 'email' });
    await chat.writes('emma@new.test');
    const email = async () => (await office.rows<{ email: string }>('select email from contacts'))[0]?.email;
    return { chat, clock, email };
  }
  type Chat = Awaited<ReturnType<typeof awaiting>>['chat'];

  it.each<[string, (chat: Chat) => Promise<unknown>]>([
    ['/home', (chat) => chat.orders('home')],
    ['the menu', (chat) => chat.writes('Profile')],
    ['a home', (chat) => chat.writes('New properties')],
    ['Back', (chat) => chat.presses('Back')],
    ['words to the agent, not sent', (chat) => chat.writes('Profile').then(() => chat.forges({ to: 'dropMessage' }))],
  ])('is still taken after %s', async (_, away) => {
    const { chat, email } = await awaiting();

    await away(chat);
    expect(await chat.writes('My code is 123456')).toContain('✓ Saved.');

    expect(await email()).toBe('emma@new.test');
  });

  it('is still taken where it looks like a password', async () => {
    const { chat, email } = await awaiting();

    await chat.orders('home');
    await chat.turn({ is: 'wroteSecret', message: '1', words: () => 'Hallo-123456' });

    expect(await email()).toBe('emma@new.test');
  });

  it('is asked for again after others, with a way to a fresh one', async () => {
    const { chat, email, clock } = await awaiting();
    await chat.orders('home');

    expect(await chat.writes('654321')).toContain('not the newest code');
    clock.pass(61_000);
    expect(await chat.presses('Resend code')).toContain('emma@new.test');
    await chat.writes('123456');

    expect(await email()).toBe('emma@new.test');
  });

  it('leaves alone a sentence with other six digits', async () => {
    const { chat, email } = await awaiting();
    await chat.orders('home');

    expect(await chat.writes('Would they take 250000 for it?')).toContain('send this to your agent');
    await chat.presses('Cancel');
    await chat.writes('123456');

    expect(await email()).toBe('emma@new.test');
  });

  it('is none after /cancel, when its time is over, or where other words are written', async () => {
    const { chat, email, clock } = await awaiting();
    await chat.orders('home');

    expect(await chat.writes('Is it quiet there?')).toContain('send this to your agent');
    await chat.orders('cancel');
    expect(await chat.writes('123456')).toContain('send this to your agent');
    await chat.forges({ to: 'editDetail', detail: 'email' });
    clock.pass(TEN_MINUTES);
    await chat.writes('emma@other.test');
    await chat.orders('home');
    clock.pass(TEN_MINUTES);
    expect(await chat.writes('123456')).toContain('send this to your agent');

    expect(await email()).toBe('emma@example.com');
  });
});
