import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import type { CompanyId } from '#core/ids.ts';
import { anOffice, type Body, dayIn, type On } from './an-office.ts';

const SECRET_WORDS = 'Zeldzaam-woord';

describe.each(['PGlite', 'Postgres'] as const)('the data of a client, on %s', (on: On) => {
  it('is exported whole, and gone from every table and file once erased', async () => {
    const office = await anOffice({ on });
    const { api } = office;
    const carla = await office.aClient('Carla', { last_name: 'Uniekenaam' });
    const other = await office.aClient('Dirk');
    const property = await office.aProperty('Casa Verde');
    await office.offers(carla.deal, property);
    await api('POST', `/contacts/${carla.contact}/portal-user`);
    await vi.waitUntil(() => office.mailbox.to(carla.email).length === 1, { timeout: 10_000 });
    // The password stays temporary here; the code suffices where there is none.
    await office
      .product()
      .database.systemScope((tx) => tx.rows('update portal_users set password_is_temporary = false'));
    const hand = office.phone('Carla');
    await office.signsIn(hand, carla.email);
    await hand.writes(SECRET_WORDS);
    await hand.taps('Send to agent');
    await hand.taps('New properties');
    await hand.taps('Details');
    await hand.taps('Request viewing');
    await hand.taps('✓ Mark interested');
    await hand.writes(dayIn(3));
    await hand.taps('Send request');
    const [meeting] = (await api('GET', '/meetings')).body.items;
    await office
      .product()
      .database.systemScope((tx) =>
        tx.rows("update meetings set status = 'completed', start_date = now(), end_date = now()"),
      );
    await hand.does(() => hand.person.writes('/home'));
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } })
      .jpeg()
      .toBuffer();
    hand.person.sendsPhoto(photo, { caption: SECRET_WORDS });
    await vi.waitUntil(async () => (await api('GET', `/contacts/${carla.contact}/feedback`)).body.items.length === 1, {
      timeout: 15_000,
    });
    await office.settled();

    // Mails went to the address that she had before.
    await hand.writes('/profile');
    await hand.taps('My details');
    await hand.taps('Edit e-mail');
    const before = office.mailbox.to('nieuw@client.test').length;
    await office
      .product()
      .database.systemScope((tx) => tx.rows("update email_codes set sent_at = sent_at - interval '2 minutes'"));
    await hand.writes('nieuw@client.test');
    await vi.waitUntil(() => office.mailbox.to('nieuw@client.test').length > before, { timeout: 10_000 });
    await hand.writes(/\b\d{6}\b/.exec(office.mailbox.to('nieuw@client.test').at(-1) ?? '')?.[0] ?? '');
    expect((await api('GET', `/contacts/${carla.contact}`)).body.email).toBe('nieuw@client.test');
    await office.settled();

    // A mail to an agent that names her.
    await office
      .product()
      .store.transaction(office.made.company_id as CompanyId, ({ owed }) =>
        owed.mail({ to: 'ana@office.test', subject: 'Carla Uniekenaam has not answered', text: 'Hello' }),
      );
    await vi.waitUntil(() => office.mailbox.to('ana@office.test').length === 1, { timeout: 10_000 });

    const { body: all } = await api('GET', `/contacts/${carla.contact}/export`);
    expect(JSON.stringify(all)).toContain(SECRET_WORDS);
    expect(all).toMatchObject({
      contact: { last_name: 'Uniekenaam' },
      meetings: [{ id: meeting.id }],
      messages: [{ from_client: true }],
      feedback: [{ kind: 'photos' }],
    });
    const erase = (body: Body) => api('POST', `/contacts/${carla.contact}/erase`, body);
    expect((await erase({ reason: 'x' })).status).toBe(422);
    const erased = await erase({ confirm: true, reason: 'The client asked for it.' });

    expect(erased).toMatchObject({ status: 200, body: { report: { files: 1 } } });
    expect(erased.body.report.deliveries).toBeGreaterThan(3);
    expect((await api('GET', `/contacts/${carla.contact}`)).status).toBe(404);
    expect((await erase({ confirm: true, reason: 'again' })).status).toBe(404);
    expect((await api('GET', `/meetings/${meeting.id}`)).body).toMatchObject({ contact_id: null });
    expect((await api('GET', `/contacts/${other.contact}`)).status).toBe(200);
    expect((await api('GET', `/deals/${carla.deal}`)).body.contacts).toEqual([]);
    expect(
      await tablesWith(office.product(), [SECRET_WORDS, 'Uniekenaam', carla.email, 'nieuw@client.test', carla.contact]),
    ).toEqual([]);
    const files = await filesIn(join(office.env.DATA_DIR ?? '', 'media'));
    expect(files.filter((path) => path.includes(all.feedback[0].media[0]))).toEqual([]);
    if (on === 'PGlite')
      expect(
        await filesWith(office.env.DATA_DIR ?? '', [SECRET_WORDS, 'Uniekenaam', carla.email, 'nieuw@client.test']),
      ).toEqual([]);
    // Whoever writes again is somebody new.
    expect((await hand.does(() => hand.person.writes('/home'))).text).toContain('link from your agent');
  });
});

async function tablesWith(product: { database: Body }, words: readonly string[]): Promise<readonly string[]> {
  return product.database.systemScope(async (tx: Body) => {
    const tables = await tx.rows(
      "select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'",
    );
    const found: string[] = [];
    for (const { name } of tables)
      for (const word of words) {
        const rows = await tx.rows(`select 1 from "${name}" t where t::text ilike '%${word}%' limit 1`);
        if (rows.length > 0) found.push(`${name}: ${word}`);
      }
    return found;
  });
}

/** The files of the folder that hold one of the words anywhere in their bytes. */
async function filesWith(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of await filesIn(folder)) {
    const bytes = await readFile(path);
    for (const word of words) if (bytes.includes(word)) found.push(`${path}: ${word}`);
  }
  return found;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
