import { expect, it } from 'vitest';
import { aChat, aConversation } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import { CHANNEL_IDS } from '#core/chat/channels.ts';
import type { Did } from '#core/chat/turn.ts';
import { describeOnOne } from '#db/testing.ts';

const MINUTE = 60_000;
/** How often a quick machine answers in an hour, where each of its messages is answered. */
const AN_HOUR = 3600;

describeOnOne('a machine that answers each answer', (fresh) => {
  const AWAY: Readonly<Record<string, (nth: number) => Did>> = {
    'the same words': () => ({ is: 'wrote', words: 'I am away until Monday 7 December.' }),
    'always other words': (nth) => ({ is: 'wrote', words: `Ticket ${nth * 7919} was opened, thank you!` }),
    'two kinds of words': (nth) => ({ is: 'wrote', words: nth % 2 ? 'Bin im Urlaub' : 'Danke für Ihre Nachricht' }),
    'the name of a button': () => ({ is: 'wrote', words: 'Home' }),
    'what looks like a password': (nth) => ({ is: 'wroteSecret', message: String(nth) }),
    stickers: () => ({ is: 'sent', what: 'sticker' }),
    'the invite': () => ({ is: 'came', code: 'no-such-code' }),
    'the bare START': () => ({ is: 'came', code: undefined }),
    STOP: () => ({ is: 'wrote', words: 'Stop' }),
  };

  it.each(CHANNEL_IDS)('is told once on %s, and then gets no answer for a while, whatever it says', async (channel) => {
    const database = await fresh();
    for (const [what, says] of Object.entries(AWAY)) {
      const office = await anOffice(database);
      await office.aContact({ email: 'emma@example.com' });
      const { app, clock } = aConversation(database);
      const chat = aChat(app, office);
      await chat.signsIn('emma@example.com');
      clock.pass(MINUTE);
      let heard = 0;
      let notices = 0;
      for (let nth = 0; nth < 60; nth += 1) {
        clock.pass(1000);
        const answer = await chat.turn(says(nth), { channel });
        heard += answer === '' ? 0 : 1;
        notices += answer.includes('rest for ten minutes') ? 1 : 0;
      }

      expect({ what, notices }).toEqual({ what, notices: 1 });
      expect(heard, what).toBeLessThanOrEqual(31);
      expect(await chat.turn({ is: 'pressed', intent: { to: 'showProfile' } }, { channel })).toContain('Emma');
      expect(await chat.turn({ is: 'wrote', words: 'Viewings' }, { channel })).toContain('0');
      clock.pass(10 * MINUTE);
      expect(await chat.turn({ is: 'wrote', words: 'Is it still for sale?' }, { channel })).toContain('still for sale');
    }
  });

  it('is told so before it signs in and without an invite too', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const { app, clock } = aConversation(database);
    for (const code of [office.inviteCode, 'no-such-code']) {
      const chat = aChat(app, office);
      await chat.came(code);
      const answers: string[] = [];
      for (let nth = 0; nth < AN_HOUR; nth += 60) {
        clock.pass(MINUTE);
        answers.push(await chat.writes('Thank you for your message! We are closed.'));
      }

      expect(answers.filter((answer) => answer.includes('rest for ten minutes')).length).toBeLessThan(6);
      expect(answers.filter((answer) => answer === '').length).toBeGreaterThan(AN_HOUR / 60 / 2);
    }
  });

  it('is not what a person is who writes a lot, in the words of a person', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'emma@example.com' });
    const { app, clock } = aConversation(database);
    const chat = aChat(app, office);
    await chat.signsIn('emma@example.com');
    for (let nth = 0; nth < 40; nth += 1) {
      clock.pass(7000);
      expect(await chat.writes(nth % 2 ? 'More' : `line ${nth}`)).not.toBe('');
      expect(await chat.orders('home')).toContain('Emma');
    }
  });

  it('is heard when it says STOP for the first time, also in the silence', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'emma@example.com' });
    const { app } = aConversation(database);
    const chat = aChat(app, office);
    await chat.signsIn('emma@example.com');
    for (let nth = 0; nth < 20; nth += 1) await chat.writes(`out of office ${nth}`);

    expect(await chat.writes('Anything')).toBe('');
    expect(await chat.writes('STOP')).toContain('no more messages');
    expect(await office.rows('select pushes from chats')).toEqual([{ pushes: 'stopped' }]);
  });
});
