import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHook } from './a-hook.ts';
import { createGraphStandIn, type GraphStandIn } from './server.ts';

const NUMBER = {
  phoneNumberId: '1055',
  displayPhoneNumber: '34600000005',
  accessToken: 'EAAtest',
  appSecret: 'secret',
  verifyToken: 'verify',
};
const to = { messaging_product: 'whatsapp', to: '346' };
const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const interactive = (fields: object) => ({
  ...to,
  type: 'interactive',
  interactive: { body: { text: 'Which?' }, ...fields },
});
const buttons = (...all: readonly object[]) => interactive({ type: 'button', action: { buttons: all } });
const rows = (count: number, more: object = {}) =>
  interactive({
    type: 'list',
    action: {
      button: 'Choose',
      sections: [{ rows: Array.from({ length: count }, (_, id) => ({ id: `${id}`, title: `${id}`, ...more })) }],
    },
  });

describe('the stand-in of the Cloud API', () => {
  let graph: GraphStandIn;
  let now = Date.parse('2026-11-24T12:00:00Z');
  beforeEach(async () => {
    graph = await createGraphStandIn({ numbers: [NUMBER], clock: () => new Date(now) });
  });
  afterEach(() => graph.close());

  const call = async (
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
    token = NUMBER.accessToken,
  ) => {
    const answer = await fetch(`${graph.root}/${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
    });
    // biome-ignore lint/suspicious/noExplicitAny: the test looks into answers as a stranger would
    return { status: answer.status, body: (await answer.json()) as any };
  };
  const send = (message: object, token?: string) =>
    call(
      '1055/messages',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(message) },
      token,
    );
  const anna = () => {
    const person = graph.person({ name: 'Anna', waId: '346', userId: 'ES.1' });
    person.writes('hello');
    return person;
  };

  it.each([
    ['a wrong product', { ...to, messaging_product: 'sms', type: 'text', text: { body: 'x' } }, 100],
    ['nobody to write to', { messaging_product: 'whatsapp', type: 'text', text: { body: 'x' } }, 131008],
    ['words that are too long', { ...to, type: 'text', text: { body: 'x'.repeat(4097) } }, 131009],
    ['a field that is not known', { ...to, type: 'text', text: { body: 'x', bold: true } }, 100],
    ['a kind that is not known', { ...to, type: 'poll', poll: {} }, 100],
    ['four buttons', buttons(button('1', 'a'), button('2', 'b'), button('3', 'c'), button('4', 'd')), 131009],
    ['a long title', buttons(button('1', 'x'.repeat(21))), 131009],
    ['the same title twice', buttons(button('1', 'a'), button('2', 'a')), 131009],
    ['eleven rows', rows(11), 131009],
    ['a long row', rows(1, { title: 'x'.repeat(25) }), 131009],
    ['a long description', rows(1, { description: 'x'.repeat(73) }), 131009],
    ['the same row twice', rows(2, { id: 'same' }), 131009],
    ['a picture that nobody uploaded', { ...to, type: 'image', image: { id: '9' } }, 100],
    [
      'a link that is none',
      interactive({ type: 'cta_url', action: { name: 'cta_url', parameters: { display_text: 'Go', url: 'x' } } }),
      131009,
    ],
    [
      'a template that nobody approved',
      { ...to, type: 'template', template: { name: 'x', language: { code: 'en' } } },
      132001,
    ],
    ['a stranger', { ...to, to: '999', type: 'text', text: { body: 'x' } }, 131026],
  ])('refuses %s', async (_, message, code) => {
    const person = anna();

    const { body } = await send(message);

    expect(body.error?.code).toBe(code);
    expect(person.chat().messages()).toHaveLength(1);
  });

  it('shows the person what it takes', async () => {
    const person = anna();

    const { status } = await send({
      ...to,
      to: undefined,
      recipient: 'ES.1',
      ...{ type: 'text', text: { body: 'Hi' } },
    });

    expect(status).toBe(200);
    expect(person.chat().messages().at(-1)).toMatchObject({ from: 'bot', text: 'Hi' });
    expect((await send({ ...to, type: 'text', text: { body: 'Hi' } }, 'guess')).status).toBe(401);
  });

  it('keeps files, gives them to whoever has the token, for five minutes', async () => {
    const form = new FormData();
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
    form.append('messaging_product', 'whatsapp');
    form.append('type', 'image/jpeg');
    form.append('file', new Blob([bytes], { type: 'image/jpeg' }), 'a.jpg');
    const { id } = (await call('1055/media', { method: 'POST', body: form })).body;

    const { url, sha256 } = (await call(id)).body;

    const headers = { authorization: `Bearer ${NUMBER.accessToken}` };
    const fetched = Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
    expect(createHash('sha256').update(fetched).digest('hex')).toBe(sha256);
    expect((await fetch(url)).status).toBe(401);
    now += 6 * 60_000;
    expect((await fetch(url, { headers })).status).toBe(404);
  });

  it('tells the webhook, signed, until it is taken', async () => {
    const hook = await aHook({ refuses: 2 });
    await graph.webhook('1055', hook.url);

    anna();

    const { value, signature } = await hook.next('messages');
    expect(value.messages[0]).toMatchObject({ from: '346', from_user_id: 'ES.1', text: { body: 'hello' } });
    expect(signature).toMatch(/^sha256=[0-9a-f]{64}$/);
    expect(graph.number().webhooks.tried.refused).toBe(2);
    await hook.close();
  });

  it('takes a free message a day after the last word, then says that it failed', async () => {
    const hook = await aHook();
    await graph.webhook('1055', hook.url);
    const person = anna();
    now += 24 * 3600_000;

    const { status } = await send({ ...to, type: 'text', text: { body: 'Hi' }, biz_opaque_callback_data: 'ours' });

    expect(status).toBe(200);
    const { value } = await hook.next('statuses');
    expect(value.statuses[0]).toMatchObject({
      status: 'failed',
      biz_opaque_callback_data: 'ours',
      errors: [{ code: 131047 }],
    });
    expect(person.chat().messages()).toHaveLength(1);
    await hook.close();
  });

  it('takes no more than a burst to one person', async () => {
    anna();
    const codes: number[] = [];
    for (let count = 0; count < 46; count += 1) {
      codes.push((await send({ ...to, type: 'text', text: { body: 'Hi' } })).body.error?.code ?? 0);
    }

    expect(codes.filter((code) => code === 131056)).toHaveLength(1);
  });

  it('lets nobody tap what is not offered', async () => {
    const person = anna();
    await send(buttons(button('1', 'Yes')));
    const { id } = person.chat().messages().at(-1) ?? { id: '' };

    expect(() => person.taps(id, 'No')).toThrow('not offered');
    expect(person.taps(id, 'Yes')).toMatch(/^wamid\./);
  });
});
