import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { anOffice } from './an-office.ts';
import { aChannelAccount, aCompany, aContact } from './builders.ts';
import { createStore } from './store.ts';
import { aClock, describeOnBoth, newId } from './testing.ts';

describeOnBoth('accounts', (fresh) => {
  const setUp = async () => {
    const database = await fresh();
    const office = await anOffice(database);
    const clock = aClock();
    return { database, clock, store: createStore(database, { clock, newId }), ...office };
  };

  it('let in by the company’s own code, and by a token once a channel', async () => {
    const { database, store, clock } = await setUp();
    const company = await aCompany(database, { inviteCode: 'open-code' });
    const other = await aCompany(database, { inviteCode: 'other-code' });
    const telegram = (await aChannelAccount(database, company.id)).id;
    const whatsapp = (await aChannelAccount(database, company.id, { channel: 'whatsapp', transport: 'cloud' })).id;
    const contact = (await aContact(database, company.id)).id;
    const hash = createHash('sha256').update('token').digest('hex');
    await database.transaction(company.id, async ({ write }) =>
      write('insert into invites (id, company_id, contact_id, hash, expires_at) values ($1, $2, $3, $4, $5)', [
        newId(),
        company.id,
        contact,
        hash,
        new Date('2026-12-01T00:00:00Z'),
      ]),
    );
    const accepts = (code: string, account = telegram) =>
      store.transaction(company.id, ({ accounts }) => accounts.accepts(code, account));

    expect([await accepts('open-code'), await accepts('open-code'), await accepts(other.inviteCode)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await Promise.all([accepts('token'), accepts('token')])).toEqual([true, true]);
    await store.transaction(company.id, ({ accounts }) => accounts.useInvites(contact, 'telegram'));
    expect(await accepts('token')).toBe(false);
    expect(await accepts('token', whatsapp)).toBe(true);
    clock.set('2026-12-02T00:00:00Z');
    const teams = (await aChannelAccount(database, company.id, { channel: 'teams', transport: 'connector' })).id;
    expect(await accepts('token', teams)).toBe(false);
  });

  it('find a contact by e-mail in any case, the oldest of several', async () => {
    const { database, store, company } = await setUp();
    const oldest = (await aContact(database, company, { email: 'Shared@Client.test' })).id;
    await aContact(database, company, { email: 'shared@client.test' });

    const found = await store.transaction(company, ({ accounts }) => accounts.contactByEmail('SHARED@client.test'));

    expect(found?.id).toBe(oldest);
  });

  it('make one lead of two chats that register the same e-mail at once', async () => {
    const { database, store, company } = await setUp();
    const register = (email: string) =>
      store.transaction(company, ({ accounts }) =>
        accounts.addLead({ email, firstName: 'Nora', lastName: 'New', language: 'nl' }),
      );

    const [one, other] = await Promise.all([register('new@client.test'), register('New@client.test')]);

    expect(one.id).toBe(other.id);
    const [row] = await database.systemScope(({ rows }) =>
      rows('select kind, lead_type, lead_source, lead_stage, lead_status from contacts where id = $1', [one.id]),
    );
    expect(row).toEqual({
      kind: 'lead',
      lead_type: 'Buyer',
      lead_source: 'Website',
      lead_stage: 'Neutral',
      lead_status: 'New',
    });
  });

  it('activate a draft or nobody, never a blocked one', async () => {
    const { database, store, company, contact } = await setUp();
    const fresh = (await aContact(database, company)).id;
    const activate = (whose = fresh) =>
      store.transaction(company, ({ accounts }) => accounts.activate(whose, 'fresh@client.test'));

    expect(await activate()).toMatchObject({ status: 'Active', made: true });
    expect(await activate()).toMatchObject({ status: 'Active', made: false });
    await database.systemScope(({ rows }) => rows("update portal_users set status = 'Draft'"));
    expect(await activate()).toMatchObject({ status: 'Active', made: true });
    await database.systemScope(({ rows }) => rows("update portal_users set status = 'Draft'"));
    const both = await Promise.all([activate(), activate()]);
    expect(both.filter(({ made }) => made)).toHaveLength(1);
    await database.systemScope(({ rows }) => rows("update portal_users set status = 'Blocked'"));
    expect(await activate(contact)).toMatchObject({ status: 'Blocked', made: false });
  });

  it('keep a code as a hash, and know its digits again', async () => {
    const { database, store, company, chat, clock } = await setUp();
    const state = {
      email: 'a@b.test',
      sentAt: clock.now(),
      expiresAt: new Date('2026-11-23T10:10:00Z'),
      tries: 0,
      sends: 1,
      pausedUntil: null,
    };
    await store.transaction(company, ({ codes }) => codes.keep(chat, '123456', state));

    const known = await store.transaction(company, async ({ codes }) => ({
      state: await codes.of(chat),
      right: await codes.matches(chat, '123456'),
      wrong: await codes.matches(chat, '123457'),
    }));
    await store.transaction(company, ({ codes }) => codes.change(chat, { tries: 3, pausedUntil: clock.now() }));
    const changed = await store.transaction(company, ({ codes }) => codes.of(chat));
    await store.transaction(company, ({ codes }) => codes.drop(chat));

    expect(known).toEqual({ state, right: true, wrong: false });
    expect(changed).toEqual({ ...state, tries: 3, pausedUntil: clock.now() });
    expect(await store.transaction(company, ({ codes }) => codes.of(chat))).toBeUndefined();
    const stored = await database.systemScope(({ rows }) => rows('select * from email_codes'));
    expect(JSON.stringify(stored)).not.toContain('123456');
  });
});
