import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import { describeOnOne } from '#db/testing.ts';

describeOnOne('opting out and in again', (fresh) => {
  async function emma(language: 'en' | 'de' = 'en') {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'emma@example.com', language });
    const { app } = aConversation(database);
    const chat = aChat(app, office, { language });
    await chat.signsIn('emma@example.com');
    const pushes = async () => (await office.rows<{ pushes: string }>('select pushes from chats'))[0]?.pushes;
    return { chat, pushes };
  }

  it('ends and begins in words that people have for it', async () => {
    const { chat, pushes } = await emma();

    const states = [];
    for (const words of ['“STOP”', 'start again, please', 'ARRET', 'Reprendre', 'Baja, gracias 🙏', 'START']) {
      await chat.writes(words);
      states.push(await pushes());
    }

    expect(states).toEqual(['stopped', 'on', 'stopped', 'on', 'stopped', 'on']);
  });

  it('leaves a sentence with the word in it a message', async () => {
    const { chat, pushes } = await emma();

    await chat.writes('the bus stop is near');

    expect(await pushes()).toBe('on');
    expect(chat.labels()).toContain('Send to agent');
  });

  it('logs out by the label that stands on show, though it says the same in German', async () => {
    const { chat, pushes } = await emma('de');
    await chat.orders('profile');

    const answer = await chat.writes('Abmelden');

    expect(answer).not.toContain('Mitteilungen');
    expect(await pushes()).toBe('on');
  });
});
