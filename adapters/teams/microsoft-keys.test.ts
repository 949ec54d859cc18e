import { createServer, type ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBotConnection } from './bot-connection.ts';
import { fetchKeysOurselves } from './microsoft-keys.ts';
import { createTokens } from './stand-in/tokens.ts';

const ISSUER = 'https://issuer.test';
const BOT = 'the-bot';

describe("Microsoft's keys", () => {
  /** Microsoft's side, which begins each answer to `drips` and never ends it. */
  async function microsoft({ drips }: { readonly drips: '/openid' | '/keys' | undefined }) {
    const tokens = createTokens({ issuer: ISSUER, audience: BOT });
    const asked: string[] = [];
    let open = 0;
    let dripping = drips;
    const server = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.setHeader('content-type', 'application/json');
      if (url === dripping) return drip(response);
      response.end(JSON.stringify(url === '/keys' ? { keys: [tokens.jwk] } : { jwks_uri: `${root}/keys` }));
    });
    const drip = (response: ServerResponse) => {
      open += 1;
      const dripping = setInterval(() => response.write(' '), 10);
      response.on('close', () => {
        open -= 1;
        clearInterval(dripping);
      });
    };
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const address = server.address();
    const root = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const openIdUrl = `${root}/openid`;
    const bot = createBotConnection({ appId: BOT, openIdUrl, issuer: ISSUER, token: async () => 'x' });
    fetchKeysOurselves(openIdUrl, 300);
    const serviceUrl = `${root}/teams/`;
    const hears = async (): Promise<'heard' | Error> => {
      let heard = false;
      const activity = { type: 'message', id: '1', channelId: 'msteams', serviceUrl, conversation: { id: 'c' } };
      const from = { from: { id: 'a' }, recipient: { id: BOT }, text: 'Hello' };
      const authorization = `Bearer ${tokens.sign({ serviceurl: serviceUrl })}`;
      const work = async () => {
        heard = true;
      };
      try {
        await bot.handle(authorization, { ...activity, ...from }, work);
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
      return heard ? 'heard' : new Error('not heard');
    };
    return {
      asked,
      hears,
      open: () => open,
      mends: () => {
        dripping = undefined;
      },
    };
  }

  it('are fetched once for all that come together, and kept', async () => {
    const { asked, hears } = await microsoft({ drips: undefined });

    expect(await Promise.all([hears(), hears(), hears()])).toEqual(['heard', 'heard', 'heard']);
    expect(await hears()).toBe('heard');
    expect(asked).toEqual(['/openid', '/keys']);
  });

  it.each(['/openid', '/keys'] as const)(
    'are given up where %s drips, and had as soon as it does not',
    async (drips) => {
      const { asked, hears, mends, open } = await microsoft({ drips });

      const refused = await Promise.all([hears(), hears()]);

      for (const each of refused) expect(each).toMatchObject({ message: 'Microsoft’s keys can’t be read' });
      expect(asked.filter((path) => path === drips)).toHaveLength(1);
      await expect.poll(open).toBe(0);
      mends();
      expect(await hears()).toBe('heard');
    },
  );
});
