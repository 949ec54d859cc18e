import fastify from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTeamsFiles } from './fetch-file.ts';

describe('files that people send in Teams', () => {
  /** A connector that notes who asks it for what. */
  async function aConnector() {
    const server = fastify();
    const asked: { path: string; authorization: string | undefined }[] = [];
    let refusals = 0;
    server.get('/*', (request, reply) => {
      asked.push({ path: request.url, authorization: request.headers.authorization });
      if (request.url === '/ended' && request.headers.authorization !== 'Bearer another') return reply.code(401).send();
      if (request.url === '/moved') return reply.redirect('http://127.0.0.1:1/secret');
      if (request.url === '/slow' && refusals < 1) {
        refusals += 1;
        return reply.code(403).send();
      }
      return reply.send(Buffer.from('bytes'));
    });
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    onTestFinished(() => server.close());
    const files = createTeamsFiles({
      serviceHosts: [new URL(url).host],
      token: async (refused) => (refused ? 'another' : 'token'),
    });
    return { url, asked, fetchFile: (ref: string) => files(ref, 'a:1') };
  }

  it('come from the connector with the bot’s token', async () => {
    const { url, asked, fetchFile } = await aConnector();

    expect(await fetchFile(`${url}/file`)).toMatchObject({ was: 'fetched' });
    expect(asked).toEqual([{ path: '/file', authorization: 'Bearer token' }]);
  });

  it('are asked for with another token where the first is not taken', async () => {
    const { url, asked, fetchFile } = await aConnector();

    expect(await fetchFile(`${url}/ended`)).toMatchObject({ was: 'fetched' });
    expect(asked).toHaveLength(2);
  });

  it('are asked for again where the first try is refused', async () => {
    const { url, fetchFile } = await aConnector();

    expect(await fetchFile(`${url}/slow`)).toMatchObject({ was: 'fetched' });
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://localhost/x',
    'https://evil.example/x',
    'https://sharepoint.com.evil.example/x',
    'https://x.sharepoint.com:8443/x',
    'file:///etc/passwd',
    'https://media2.giphy.com/media/abc/giphy.gif',
    'https://graph.microsoft.com/v1.0/chats/19:x/messages/1/hostedContents/aWQ/$value',
    'no address',
  ])('are not fetched from %s', async (ref) => {
    const { asked, fetchFile } = await aConnector();

    expect(await fetchFile(ref)).toEqual({ was: 'elsewhere' });
    expect(asked).toEqual([]);
  });

  it('are not followed elsewhere', async () => {
    const { url, asked, fetchFile } = await aConnector();

    expect(await fetchFile(`${url}/moved`)).toMatchObject({ was: 'failed' });
    expect(asked).toHaveLength(1);
  });
});
