import { SMTPServer } from 'smtp-server';
import { vi } from 'vitest';

/** A mail server that takes whatever it is sent. */
export type Mailbox = {
  readonly url: string;
  /** The mails to an address, as they came over the wire. */
  to(address: string): readonly string[];
  /** The nth mail to the address, from 1, of those that hold these words, once it has come; as its reader has it. */
  mail(address: string, nth: number, words?: string): Promise<string>;
  /** The six digits in the newest mail to the address, after so many others. */
  codeFor(address: string, after?: number): Promise<string>;
  close(): Promise<void>;
};

export async function aMailbox(): Promise<Mailbox> {
  const got: { readonly to: readonly string[]; readonly raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        got.push({ to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const to = (wanted: string) => got.filter((mail) => mail.to.includes(wanted)).map(({ raw }) => raw);
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    to,
    mail: (wanted, nth, words = '') =>
      vi.waitUntil(
        () =>
          to(wanted)
            .map(decoded)
            .filter((mail) => mail.includes(words))[nth - 1],
        { timeout: 10_000 },
      ),
    codeFor: async (wanted, after = 0) => {
      await vi.waitUntil(() => to(wanted).length > after, { timeout: 10_000 });
      const mail = to(wanted).at(-1) ?? '';
      const [code] = mail.slice(mail.indexOf('\r\n\r\n')).match(/\b\d{6}\b/) ?? [];
      if (!code) throw new Error('the mail holds no code');
      return code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Quoted-printable (RFC 2045), in UTF-8. */
function decoded(raw: string): string {
  const bytes = raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
