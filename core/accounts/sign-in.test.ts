import { expect, it } from 'vitest';
import { phones } from '#adapters/phones/phones.ts';
import { aChat, aConversation, PAGES, words } from '#bots/testing/a-chat.ts';
import { anOffice } from '#bots/testing/an-office.ts';
import { phrase } from '#core/chat/text.ts';
import type { Turn } from '#core/chat/turn.ts';
import { LANGUAGES } from '#core/language.ts';
import { createApp } from '#core/turns/app.ts';
import { createStore } from '#db/store.ts';
import { aClock, describeOnOne, newId } from '#db/testing.ts';

describeOnOne('signing in', (fresh) => {
  it('answers a chat without an invite with one thing only (rule 1)', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const { app } = aConversation(database);
    const chat = aChat(app, office);

    const answers = [
      await chat.writes('hello'),
      await chat.orders('home'),
      await chat.came('no-such-code'),
      await chat.forges({ to: 'goHome' }),
    ];

    expect(new Set(answers)).toEqual(new Set(['Use the link from your agent. It opens this chat for you.']));
    expect(chat.labels()).toEqual([]);
  });

  it('joins a chat to the contact whose e-mail got the code, any case, with one activity each', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'emma@example.com', language: 'nl' });
    const { app } = aConversation(database);
    const chat = aChat(app, office);

    await chat.came();
    await chat.writes(' EMMA@example.com ');
    const home = await chat.writes('123 456');

    expect(home).toContain('Welcome, Emma.');
    expect(
      (await office.rows<{ type: string }>('select type from activities order by seq')).map(({ type }) => type),
    ).toEqual(['portal_user_created', 'chat_linked']);
    expect(
      await office.rows('select c.language, p.status from chats c join portal_users p on p.id = c.portal_user_id'),
    ).toEqual([{ language: 'nl', status: 'Active' }]);
  });

  it('keeps the language chosen at the door on a contact that has none, and no other', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'none@example.com', language: null });
    await office.aContact({ email: 'other@example.com', language: null });
    await office.aContact({ email: 'dutch@example.com', language: 'nl' });
    const { app } = aConversation(database);
    const comes = async (email: string, chosen?: string) => {
      const chat = aChat(app, office);
      await chat.came();
      if (chosen) {
        await chat.orders('language');
        await chat.presses(chosen);
      }
      await chat.writes('no address');
      await chat.writes(email);
      await chat.writes('123456');
      await chat.orders('home');
    };

    await comes('none@example.com', 'Deutsch');
    await comes('other@example.com');
    await comes('dutch@example.com', 'Polski');

    const rows = await office.rows<{ email: string; contact: string | null; chat: string; lines: number }>(`
      select k.email, k.language as contact, c.language as chat,
        (select count(*)::int from activities a where a.type = 'language_changed' and a.contact_id = k.id) as lines
      from contacts k join portal_users p on p.contact_id = k.id join chats c on c.portal_user_id = p.id order by c.seq`);
    expect(rows.map(({ email, contact, chat, lines }) => [email, contact, chat, lines])).toEqual([
      ['none@example.com', 'de', 'de', 1],
      ['other@example.com', null, 'en', 0],
      ['dutch@example.com', 'nl', 'nl', 0],
    ]);
  });

  it('says the same whether an e-mail is known or not', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'known@example.com' });
    const { app } = aConversation(database);
    const [known, unknown] = [aChat(app, office), aChat(app, office)];
    await Promise.all([known.came(), unknown.came()]);

    const [one, other] = [await known.writes('known@example.com'), await unknown.writes('other@example.com')];

    expect(one.replace('known', 'x')).toBe(other.replace('other', 'x'));
    expect(await office.rows('select recipient from mails')).toHaveLength(2);
  });

  it('makes one lead for somebody new, after the right code and a name', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const { app } = aConversation(database);
    const chat = aChat(app, office);

    await chat.came();
    await chat.writes('new@example.com');
    expect(await office.rows('select 1 from contacts')).toHaveLength(0);
    await chat.writes('123456');
    expect(await chat.writes('R2D2')).toMatch(/[Ff]irst and last name/);
    const home = await chat.writes('Noor de Wit');

    expect(home).toContain('Homes appear as soon as one is picked for you');
    const made = 'select kind, first_name, last_name, lead_type, lead_source, lead_stage, lead_status from contacts';
    expect(await office.rows(made)).toEqual([
      {
        kind: 'lead',
        first_name: 'Noor',
        last_name: 'de Wit',
        lead_type: 'Buyer',
        lead_source: 'Website',
        lead_stage: 'Neutral',
        lead_status: 'New',
      },
    ]);
  });

  it('counts wrong codes and pauses after five, even for the right one', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'emma@example.com' });
    const { app, clock } = aConversation(database);
    const chat = aChat(app, office);
    await chat.came();
    await chat.writes('emma@example.com');

    for (let tries = 0; tries < 4; tries += 1) expect(await chat.writes('000000')).toContain('not the newest code');
    expect(await chat.writes('000000')).toContain('Too many tries');
    expect(await chat.writes('123456')).toContain('Too many tries');
    clock.pass(16 * 60_000);
    expect(await chat.writes('123456')).toContain('not the newest code');
    await chat.presses('Resend code');
    expect(await chat.writes('123456')).toContain('Welcome');
  });

  it('lets a code die after ten minutes and sends a new one after a minute', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'emma@example.com' });
    const { app, clock } = aConversation(database);
    const chat = aChat(app, office);
    await chat.came();
    await chat.writes('emma@example.com');

    expect(await chat.presses('Resend code')).toContain('in 60 seconds');
    clock.pass(10 * 60_000);
    expect(await chat.writes('123456')).toContain('its time is over');
    expect(await chat.presses('Resend code')).toContain('new code is on its way');
    expect(await chat.writes('123456')).toContain('Welcome');
  });

  it('takes the code that a change of the password asked for, when somebody logs out and comes back at once', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'Emma@Example.com' });
    const { app, clock } = aConversation(database);
    const chat = aChat(app, office);
    await chat.signsIn('emma@example.com');
    await chat.orders('profile');
    await chat.presses('Change password');
    clock.pass(15_000);
    await chat.orders('profile');
    await chat.presses('Log out');
    await chat.presses('Log out');

    expect(await chat.writes('emma@example.com')).toContain('A code of 6 digits is on its way to emma@example.com.');
    expect(await office.rows('select 1 from mails')).toHaveLength(2);
    expect(await chat.presses('Resend code')).toContain('in 45 seconds');
    expect(await chat.writes('123456')).toContain('Welcome');
  });

  it('sends a code at once to the address that a mistyped one is corrected to, and then again there', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const { app, clock } = aConversation(database);
    const chat = aChat(app, office);
    const recipients = async () =>
      (await office.rows<{ to: string }>('select recipient as to from mails order by seq')).map(({ to }) => to);
    await chat.came();
    await chat.writes('emma@exmaple.com');

    expect(await chat.writes('emma@example.com')).toContain('on its way to emma@example.com');
    clock.pass(61_000);
    await chat.presses('Resend code');
    expect(await recipients()).toEqual(['emma@exmaple.com', 'emma@example.com', 'emma@example.com']);
    expect(await chat.writes('emma@third.com')).toContain('in 15 minutes');
    expect(await recipients()).toHaveLength(3);
  });

  it('takes no code for another address than it went to', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'emma@example.com' });
    const store = createStore(database, { clock: aClock(), newId });
    let code = 100_000;
    const app = createApp({ store, clock: aClock(), newId, words, phones, newCode: () => `${++code}`, ...PAGES });
    const chat = aChat(app, office);
    await chat.came();
    await chat.writes('thief@example.com');
    await chat.writes('emma@example.com');

    expect(await chat.writes('100001')).toContain('not the newest code');
    expect(await chat.writes('100002')).toContain('Welcome');
  });

  it('keeps nothing but the hash of a code, and the code in the mail', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const { app } = aConversation(database);
    const chat = aChat(app, office);

    await chat.came();
    await chat.writes('new@example.com');

    const [code] = await office.rows<{ hash: string }>('select hash from email_codes');
    expect(code?.hash).not.toContain('123456');
    expect(await office.rows<{ text: string }>('select text from mails')).toEqual([
      { text: expect.stringContaining('123456') },
    ]);
  });

  it.each(LANGUAGES)('writes the code on a line of its own, and nowhere else in the mail (%s)', async (language) => {
    const database = await fresh();
    const office = await anOffice(database);
    const { app } = aConversation(database);
    const chat = aChat(app, office);

    await chat.came();
    await chat.forges({ to: 'chooseLanguage', language });
    await chat.writes('new@example.com');

    const [mail] = await office.rows<{ text: string }>('select text from mails');
    expect(mail?.text.split('\n').filter((line) => line.includes('123456'))).toEqual(['123456']);
    await chat.writes(mail?.text ?? '');
    expect(await office.rows(`select step ->> 'is' as step from chats`)).toEqual([{ step: 'name' }]);
  });

  it('speaks the language that is chosen before signing in', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const { app } = aConversation(database);
    const chat = aChat(app, office);
    await chat.came();

    await chat.presses('🌐 Language');
    await chat.presses('Nederlands');

    expect(await office.rows('select language from chats')).toEqual([{ language: 'nl' }]);
    expect(chat.screen()?.asks).toEqual({ is: 'words' });
  });

  it('speaks the language of whom the office invited from the first message on, whatever the phone is set to', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const carla = await office.aContact({ email: 'carla@example.com', language: 'de' });
    const dora = await office.aContact({ email: 'dora@example.com', language: 'nl' });
    const nobody = await office.aContact({ email: 'nobody@example.com', language: null });
    const { app, clock } = aConversation(database);
    await createStore(database, { clock, newId }).transaction(office.company, async ({ portalUsers }) => {
      const later = new Date(clock.now().getTime() + 60_000);
      await portalUsers.invite(carla, 'of-carla', later);
      await portalUsers.add(dora, 'dora@example.com', 'a hash');
      await portalUsers.invite(dora, 'of-dora', later);
      await portalUsers.invite(nobody, 'of-nobody', later);
    });
    const languageOf = async (address: string) =>
      (await office.rows<{ language: string }>('select language from chats where address = $1', [address]))[0]
        ?.language;

    for (const [token, language] of [
      ['of-carla', 'de'],
      ['of-dora', 'nl'],
      ['of-nobody', 'en'],
      [office.inviteCode, 'en'],
    ] as const) {
      const chat = aChat(app, office);
      await chat.came(token);
      expect(await languageOf(chat.address)).toBe(language);
    }
    const pages = await office.rows<{ language: string }>('select language from account_pages');
    expect(pages).toEqual([{ language: 'nl' }]);
  });

  it.each([
    ['31612345678', undefined, 'en', 'nl'],
    ['41791234567', undefined, 'en', 'de'],
    ['41791234567', undefined, 'fr', 'fr'],
    ['32470123456', undefined, 'de', 'de'],
    ['32470123456', undefined, 'es', 'nl'],
    ['358401234567', undefined, 'es', 'es'],
    ['70000000001', undefined, 'pl', 'pl'],
    ['31612345678', 'sv', 'nl', 'sv'],
    [undefined, 'ja', 'it', 'it'],
  ] as const)(
    'speaks first to whoever has the number %s and a phone in %s, in an office of %s, in %s',
    async (...at) => {
      const [phone, told, defaultLanguage, language] = at;
      const database = await fresh();
      const office = await anOffice(database, { defaultLanguage });
      const { app } = aConversation(database);
      const chat = aChat(app, office, { language });
      const identity = { kind: 'bsuid', id: 'X.1' } as const;
      const person: Turn['person'] = { identity, ...(phone ? { phone } : {}), ...(told ? { language: told } : {}) };

      await chat.turn({ is: 'came', code: office.inviteCode }, { channel: 'whatsapp', person });

      expect(await office.rows('select language from chats')).toEqual([{ language }]);
      expect(chat.labels()).toEqual([words.say(phrase('label.doorLanguage'), language)]);
    },
  );

  it('keeps the language that was chosen since, when the invite is opened again', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const carla = await office.aContact({ email: 'carla@example.com', language: 'de' });
    const { app, clock } = aConversation(database);
    await createStore(database, { clock, newId }).transaction(office.company, ({ portalUsers }) =>
      portalUsers.invite(carla, 'of-carla', new Date(clock.now().getTime() + 60_000)),
    );
    const chat = aChat(app, office);
    await chat.came('of-carla');
    await chat.forges({ to: 'chooseLanguage', language: 'nl' });
    await chat.came('of-carla');

    expect(await office.rows('select language from chats')).toEqual([{ language: 'nl' }]);
  });

  it('still takes the code after a command, and begins anew on /cancel alone', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    await office.aContact({ email: 'emma@example.com' });
    const { app } = aConversation(database);
    for (const command of ['home', 'properties', 'viewings', 'help', 'profile', 'language'] as const) {
      const chat = aChat(app, office);
      await chat.came();
      await chat.writes('emma@example.com');
      await chat.orders(command);

      expect(await chat.writes('123456')).toContain('Welcome');
    }
    const chat = aChat(app, office);
    await chat.came();
    await chat.writes('emma@example.com');
    expect(await chat.orders('cancel')).toContain('e-mail');
    expect(await chat.writes('123456')).not.toContain('Welcome');
  });

  it('still takes the name after a command', async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const { app } = aConversation(database);
    const chat = aChat(app, office);
    await chat.came();
    await chat.writes('new@example.com');
    await chat.writes('123456');

    expect(await chat.orders('home')).toMatch(/[Ff]irst and last name/);
    expect(await chat.writes('Noor de Wit')).toContain('Welcome');
  });
});
