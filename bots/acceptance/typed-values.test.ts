import { describe, expect, it, vi } from 'vitest';
import { anOffice, type Client, type Office } from './an-office.ts';
import { anOfficeOnTeams } from './on-teams.ts';
import { anOfficeOnWhatsApp } from './on-whatsapp.ts';

/** What looks like a password to whom it does not ask for: a word, a sign and the code from the mail. */
const aroundTheCode = (code: string) => `Hallo-${code}`;
const PASSWORD = 'Winter-26!';

/** Begins to sign in, and types the code of the mail with more around it; whether a client is in then. */
async function typesTheCode(office: Office, { email }: Client, writes: (words: string) => Promise<unknown>) {
  await writes(`START ${office.made.invite_code}`);
  await writes(email);
  const written = aroundTheCode(await office.mailbox.codeFor(email));
  await writes(written);
  const [account] = await office
    .product()
    .database.systemScope(({ rows }) =>
      rows<{ signed_in: boolean }>('select portal_user_id is not null as signed_in from chats'),
    );
  return { written, isIn: account?.signed_in };
}

describe('a code with more around it', () => {
  it('is taken on Telegram and stays in the chat, where a password is deleted after it was answered', async () => {
    const office = await anOffice();
    const phone = office.phone('Carla');

    const { isIn } = await typesTheCode(office, await office.aClient('Carla'), phone.writes);
    const own = () =>
      phone.person
        .chat()
        .messages()
        .filter(({ from }) => from === 'person')
        .map(({ text }) => text);
    expect(isIn).toBe(true);
    expect(own().at(-1)).toMatch(/^Hallo-/);

    expect((await phone.writes(PASSWORD)).text).toContain('looked like a password');
    await vi.waitUntil(() => !own().includes(PASSWORD), { timeout: 5000 });
    expect(own().at(-1)).toMatch(/^Hallo-/);
  });

  it('is taken on WhatsApp', async () => {
    const office = await anOfficeOnWhatsApp();

    const { isIn } = await typesTheCode(office, await office.aClient('Carla'), office.whatsApp('Carla').writes);

    expect(isIn).toBe(true);
  });

  it('is taken in Teams', async () => {
    const office = await anOfficeOnTeams();

    const { isIn } = await typesTheCode(office, await office.aClient('Carla'), office.phoneOf('Carla').writes);

    expect(isIn).toBe(true);
  });
});
