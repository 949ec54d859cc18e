import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createMailer } from './create-mailer.ts';

type Got = { readonly from: string; readonly to: readonly string[]; readonly raw: string };

describe('mail', () => {
  const servers: SMTPServer[] = [];
  afterEach(() =>
    Promise.all(servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(resolve)))),
  );

  /** A mail server; `refuse` answers for a recipient. */
  async function aServer(refuse: (to: string) => number | undefined = () => undefined) {
    const got: Got[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        const code = refuse(address);
        done(code === undefined ? null : Object.assign(new Error('no'), { responseCode: code }));
      },
      onData: (stream, { envelope }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const from = envelope.mailFrom ? envelope.mailFrom.address : '';
          got.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
          done();
        });
      },
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return { got, url: `smtp://127.0.0.1:${port}`, server };
  }
  const mail = { id: 'm1', to: 'carla@client.test', subject: 'Your code', text: 'Código: 123456\n' };
  const from = 'Casa Tesoro <chat@casa.test>';

  it('arrives as it was written', async () => {
    const { got, url } = await aServer();

    expect(await createMailer({ url, from }).send(mail)).toEqual({ was: 'sent' });

    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({ from: 'chat@casa.test', to: ['carla@client.test'] });
    expect(got[0]?.raw).toMatch(/^Subject: Your code\r$/m);
    expect(got[0]?.raw).toMatch(/^Message-ID: <m1@127\.0\.0\.1>\r$/im);
    expect(got[0]?.raw).toContain('C=C3=B3digo: 123456');
  });

  it('lets no header be slipped in by the subject', async () => {
    const { got, url } = await aServer();

    await createMailer({ url, from }).send({ ...mail, subject: 'Hi\r\nBcc: eve@evil.test\r\n\r\nbody' });

    expect(got[0]?.to).toEqual(['carla@client.test']);
    expect(got[0]?.raw).toMatch(/^Subject: Hi Bcc: eve@evil\.test body\r$/m);
    expect(got[0]?.raw).not.toMatch(/^Bcc:/m);
  });

  it.each(['a@b.test, eve@evil.test', 'a@b.test\r\nBcc: eve@evil.test', '"a" <a@b.test>', 'nobody'])(
    'does not write to %j',
    async (to) => {
      const { got, url } = await aServer();

      expect(await createMailer({ url, from }).send({ ...mail, to })).toMatchObject({ was: 'refused' });

      expect(got).toEqual([]);
    },
  );

  it('comes again after a "later", and is final after a "never"', async () => {
    const { url } = await aServer((to) => (to.startsWith('later') ? 451 : 550));
    const mailer = createMailer({ url, from });

    expect(await mailer.send({ ...mail, to: 'later@client.test' })).toMatchObject({ was: 'notYet' });
    expect(await mailer.send({ ...mail, to: 'never@client.test' })).toMatchObject({ was: 'refused' });
  });

  it.each([
    ['greets', ''],
    ['knows what it can do', '220 mail.test\r\n'],
    ['takes the recipient', '220 mail.test\r\n250 mail.test\r\n250 Ok\r\n'],
  ])('is given up, and comes again, where a server drips before it %s', async (_, said) => {
    let isOver = false;
    const server = createServer((socket) => {
      socket.resume();
      socket.write(said);
      // One line that never ends.
      const drip = setInterval(() => socket.write('220-'), 20);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(drip);
        isOver = true;
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const mailer = createMailer({ url: `smtp://127.0.0.1:${port}`, from, sendMs: 300 });

    const sent = await mailer.send(mail);

    expect(sent).toMatchObject({ was: 'notYet', why: expect.any(String) });
    await vi.waitUntil(() => isOver, { timeout: 2000 });
  });

  it('comes again where there is no server', async () => {
    const mailer = createMailer({ url: 'smtp://127.0.0.1:9', from });

    expect(await mailer.send(mail)).toMatchObject({ was: 'notYet', why: expect.stringMatching(/^E/) });
  });
});
