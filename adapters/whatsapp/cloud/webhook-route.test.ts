import { createHmac } from 'node:crypto';
import { fastify } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { webhookRoute } from './webhook-route.ts';

const SECRET = 'app_secret';
const path = '/webhooks/whatsapp';
const signed = (body: string) => `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`;
const EVENT = JSON.stringify({ object: 'whatsapp_business_account', entry: [], words: 'ñ \u0000' });

describe('the webhook of the Cloud API', () => {
  const server = () => fastify();
  let app: ReturnType<typeof server>;
  let received: unknown[] = [];
  let fails = false;
  beforeEach(async () => {
    app = server();
    received = [];
    fails = false;
    const receive = async (body: unknown) => {
      if (fails) throw new Error('no database');
      received.push(body);
    };
    await app.register(
      webhookRoute({
        path,
        hookOf: () => ({ verifyToken: 'verify', appSecret: SECRET, receive }),
        log: { warn: () => {} },
      }),
    );
  });
  afterEach(() => app.close());

  const post = async (payload: string, signature: string | undefined = signed(payload)) => {
    const headers = { 'content-type': 'application/json', ...(signature ? { 'x-hub-signature-256': signature } : {}) };
    return (await app.inject({ method: 'POST', url: path, headers, payload })).statusCode;
  };
  const asks = (token: string) =>
    app.inject({ url: path, query: { 'hub.mode': 'subscribe', 'hub.challenge': '42', 'hub.verify_token': token } });

  it('answers the challenge of whoever knows the verify token', async () => {
    expect(await asks('verify')).toMatchObject({ statusCode: 200, body: '42' });
    expect((await asks('guess')).statusCode).toBe(403);
    expect((await app.inject({ url: path })).statusCode).toBe(403);
    const good = 'hub.mode=subscribe&hub.challenge=42&hub.verify_token=verify';
    for (const twice of ['hub.verify_token=verify', 'hub.mode=subscribe', 'hub.challenge=42'])
      expect((await app.inject({ url: `${path}?${good}&${twice}` })).statusCode).toBe(403);
  });

  it.each(['hub.mode=subscribe', 'hub.challenge=43', 'hub.verify_token=verify', 'hub.verify_token=guess'])(
    'refuses a challenge that says something twice: %s',
    async (again) => {
      const url = `${path}?hub.mode=subscribe&hub.challenge=42&hub.verify_token=verify&${again}`;

      expect((await app.inject({ url })).statusCode).toBe(403);
    },
  );

  it('takes a body whose bytes are signed, and no other', async () => {
    expect(await post(EVENT)).toBe(200);
    expect(await post(EVENT, signed(`${EVENT} `))).toBe(401);
    expect(await post(EVENT, '')).toBe(401);
    expect(await post(EVENT, 'sha256=00')).toBe(401);
    expect(received).toHaveLength(1);
  });

  it('says 400 to what is no JSON, and 200 to JSON that is no event', async () => {
    expect(await post('{')).toBe(400);
    expect(await post('{"object":"page"}')).toBe(200);
    expect(await post('[]')).toBe(200);
    expect(received).toEqual([]);
  });

  it('says 413 to what is too large, and 503 while nothing can be kept', async () => {
    expect(await post(`"${'x'.repeat(3 * 1024 * 1024)}"`)).toBe(413);
    fails = true;
    expect(await post(EVENT)).toBe(503);
  });
});
