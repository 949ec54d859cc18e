import { expect, it } from 'vitest';
import { createLogger } from './create-logger.ts';
import { scrub } from './scrub.ts';

function lines() {
  const written: string[] = [];
  return { written, log: createLogger('debug', { write: (line) => void written.push(line) }) };
}

it('writes one JSON line each, without what must not be logged', () => {
  const { written, log } = lines();

  log.info({ event: '7', email: 'carla@client.test', inner: { token: 'x1', text: 'I love\nthis home' } }, 'a turn');

  expect(written).toHaveLength(1);
  expect(JSON.parse(written[0] ?? '')).toMatchObject({
    level: 'info',
    event: '7',
    email: '[redacted]',
    inner: { token: '[redacted]', text: '[redacted]' },
    msg: 'a turn',
  });
});

it('tells an error by its kind and place, without what it quotes', () => {
  const { written, log } = lines();
  const statement = Object.assign(new Error('insert failed'), { severity: 'ERROR', code: '23505', detail: 'carla' });
  const outer = new Error('calling https://api.telegram.org/bot123456:AAFsecrettoken/getMe failed', {
    cause: statement,
  });

  log.error({ err: outer }, 'failed');
  log.error({ err: asJson('{"text": "my Secr3t!') }, 'failed');

  expect(written.join('')).not.toMatch(/AAFsecret|carla|Secr3t|insert failed/);
  expect(JSON.parse(written[0] ?? '')).toMatchObject({ err: { type: 'Error', cause: { code: '23505' } } });
});

it.each([
  ['postgres://tesoro:hunter2@db/x is away', 'postgres://[secret]@db/x is away'],
  ['no carla@client.test here', 'no [e-mail] here'],
  ['call +34 600 123 456', 'call [number]'],
  ['key oPGb_pdb2LCmfw6BTUraJPCZfcpcw6IuoW5dYoy751A', 'key [secret]'],
  ['Unexpected token in "my words"', 'Unexpected token in "…"'],
  ['Authorization: Bearer abcdefgh', 'Authorization: Bearer [secret]'],
  ['bearer x1y2z3 is refused', 'bearer [secret] is refused'],
  ['Authorization: Basic dXNlcjpw', 'Authorization: Basic [secret]'],
  ['authorization: basic YTpiYzpk', 'authorization: basic [secret]'],
  ['Authorization: Bot OTk5MTIz.Yx', 'Authorization: Bot [secret]'],
  ['Authorization: Bot abcdefgh', 'Authorization: Bot [secret]'],
  ['proxy-authorization: basic ytpiyzpk', 'proxy-authorization: basic [secret]'],
  ["{ authorization: 'Digest abcd' }", "{ authorization: 'Digest [secret]' }"],
  ['the bot 9f8e7d6c is away', 'the bot [secret] is away'],
])('scrubs %j', (line, clean) => {
  expect(scrub(line)).toBe(clean);
});

it.each([
  'the bot answered 502',
  'Bot commands were not set',
  'the bot sendMessage was refused',
  'a basic question, of which nothing is known',
  'Basic authentication is asked for',
  'no authorization was sent',
])('leaves %j as it is', (line) => {
  expect(scrub(line)).toBe(line);
});

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
