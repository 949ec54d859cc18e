import { SMTPServer } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createWords } from '#adapters/phrases/create-words.ts';
import { accessMail } from '#core/accounts/access-mail.ts';
import { phrase, type Text } from '#core/chat/text.ts';
import type { UserId } from '#core/ids.ts';
import { LANGUAGES, type Language } from '#core/language.ts';
import { letterMail, readLetter } from '#core/letter.ts';
import type { Bytes } from '#core/media.ts';
import { leavesOf, readMime } from './a-mime.ts';
import { createMailer } from './create-mailer.ts';

const words = createWords();
const OFFICE = 'Casa “Azul” & Söhne <Altea>';
const LOGO: Bytes = { data: Buffer.from('89504e470d0a1a0a', 'hex'), mime: 'image/png' };

/** An access mail, with everything that an awkward office can have. */
function anAccessMail(language: Language) {
  const say = (text: Text) => words.say(text, language);
  const teams = 'https://teams.microsoft.com/l/chat/0/0?users=28:x&message=START%20abc';
  const ways = { telegram: 'https://t.me/casa_bot?start=abc', whatsapp: 'https://wa.me/346?text=START%20abc', teams };
  const web = 'https://chat.example.com/account/abc';
  const access = {
    name: 'Ω & <b>',
    company: OFFICE,
    password: 'a<B&9"x!',
    web,
    ways,
    teams: 'https://chat.example.com/go/abc',
  };
  const agent = { id: 'x' as UserId, name: 'Ana <G>', jobTitle: null, phone: '+34 600 000 002', photo: null };
  return accessMail(say, language, access, agent);
}

/** The code's mail, as it is in each language. */
function aCodeMail(language: Language) {
  const typeIt = words.say(phrase('signIn.mailChat'), language);
  return letterMail('Code', {
    ...{ language, office: OFFICE, preheader: typeIt },
    lines: [
      { is: 'code', words: '123456' },
      { is: 'line', words: typeIt },
    ],
  });
}

/** Sends it, and reads what came over the wire. */
async function sent(mail: ReturnType<typeof anAccessMail>, logo?: Bytes) {
  let raw = '';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString('latin1');
      });
      stream.on('end', () => done());
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from: 'Casa <chat@casa.test>' });
  expect(await mailer.send({ id: 'm1', to: 'carla@client.test', ...mail }, logo)).toEqual({ was: 'sent' });
  const whole = readMime(raw);
  const leaves = leavesOf(whole);
  const of = (type: string) => leaves.find(({ headers }) => headers.get('content-type')?.startsWith(type));
  return {
    whole,
    leaves,
    plain: `${of('text/plain')?.bytes ?? ''}`.replaceAll('\r\n', '\n'),
    html: `${of('text/html')?.bytes ?? ''}`,
    of,
  };
}

/** What somebody reads of HTML: not its head, nor what is hidden. */
const seenIn = (html: string): string =>
  html
    .replace(/^.*<body[^>]*>/s, '')
    .replace(/<div style="display:none[^>]*>.*?<\/div>|<div[^>]*aria-hidden="true"[^>]*>.*?<\/div>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
const seenInPlain = (plain: string): string =>
  plain
    .replace(/^https:\S+$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

describe.each(LANGUAGES)('a mail in %s', (language) => {
  it('says the same words in the same order with its shape and without', async () => {
    for (const mail of [anAccessMail(language), aCodeMail(language)]) {
      const { whole, plain, html } = await sent(mail);

      expect(whole.headers.get('content-type')).toMatch(/^multipart\/alternative;/);
      expect(seenIn(html)).toBe(seenInPlain(plain));
      expect(html).toContain(`<html lang="${language}">`);
    }
  });

  it('loads nothing from anywhere', async () => {
    const { html } = await sent(anAccessMail(language), LOGO);

    expect(
      html.match(/\b(?:src|background)="[^"]*"|url\([^)]*\)|@import|<(?:link|script|iframe|video|object)\b/g),
    ).toEqual(['src="cid:logo"']);
  });
});

describe('a mail with its shape', () => {
  it('carries the logo within, and draws initials where there is none', async () => {
    const dressed = await sent(anAccessMail('de'), LOGO);
    const bare = await sent(anAccessMail('de'));

    const logo = dressed.of('image/png');
    expect(logo?.headers.get('content-id')).toBe('<logo>');
    expect(logo?.headers.get('content-disposition')).toMatch(/^inline/);
    expect(logo?.bytes).toEqual(LOGO.data);
    expect(dressed.html).not.toContain('>CA<');
    expect(bare.html).toContain('>CA<');
    expect(bare.leaves).toHaveLength(2);
  });

  it('names each link on its own line where it is plain, the long one by a short address', async () => {
    const { plain, html } = await sent(anAccessMail('en'));

    expect(plain).toContain('Choose your own\nhttps://chat.example.com/account/abc\n');
    expect(plain).toContain('Teams\nhttps://chat.example.com/go/abc\n');
    expect(plain).not.toContain('teams.microsoft.com');
    expect(html).toContain('href="https://teams.microsoft.com/l/chat/0/0?users=28:x&amp;message=START%20abc"');
  });

  it('begins with its first sentence where a mailbox shows one beside the subject', async () => {
    const { html } = await sent(anAccessMail('en'));

    const [, first] = /<div style="display:none[^>]*>(.*?)<\/div>/s.exec(html) ?? [];
    expect(first).toContain('has opened a place for you');
  });

  it('goes as plain text where another version shaped it', () => {
    expect(readLetter({ language: 'en', office: 'x', preheader: 'x', lines: [{ is: 'hologram', words: 'x' }] })).toBe(
      undefined,
    );
    expect(readLetter(JSON.parse(JSON.stringify(anAccessMail('pl').letter)))).toEqual(anAccessMail('pl').letter);
  });
});
