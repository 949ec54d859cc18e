import { HttpError, InputFile } from 'grammy';
import { expect, test } from 'vitest';
import { aPicture, aStandIn, refusal, TOKEN } from './a-stand-in.ts';

test('a call is refused as told, once, and nothing is sent', async () => {
  const { standIn, api, ann, chat } = await aStandIn();
  standIn.faults.add({
    method: 'sendMessage',
    do: { status: 429, description: 'Too Many Requests: retry after 3', retryAfter: 3 },
  });

  expect(await refusal(api.sendMessage(ann.id, 'x'))).toBe('429 Too Many Requests: retry after 3');
  expect(chat.messages()).toHaveLength(1);
  expect(await refusal(api.sendMessage(ann.id, 'x'))).toBe('accepted');
});

test('a fault strikes the nth call of that chat as often as told', async () => {
  const { standIn, api, ann } = await aStandIn();
  const bob = standIn.person({ firstName: 'Bob' });
  bob.opens();
  standIn.faults.add({ chatId: ann.id, nth: 2, times: 2, do: { status: 500 } });
  const sends = async (chatId: number) => (await refusal(api.sendMessage(chatId, 'x'))).slice(0, 3);

  const results = [];
  for (const id of [ann.id, bob.id, ann.id, ann.id, ann.id]) results.push(await sends(id));

  expect(results).toEqual(['acc', 'acc', '500', '500', 'acc']);
});

test('a connection cut before leaves no trace, one cut after leaves the message', async () => {
  const { standIn, api, ann, chat } = await aStandIn();
  standIn.faults.add({ method: 'sendMessage', do: { resetBefore: true } });
  standIn.faults.add({ method: 'sendMessage', nth: 2, do: { resetAfter: true } });

  await expect(api.sendMessage(ann.id, 'never')).rejects.toThrow(HttpError);
  const before = standIn.journal.calls('sendMessage').length;
  await expect(api.sendMessage(ann.id, 'twice?')).rejects.toThrow(HttpError);

  expect(before).toBe(0);
  expect(chat.last().text).toBe('twice?');
  expect(standIn.journal.calls('sendMessage')).toMatchObject([{ status: 200, messageIds: [chat.last().id] }]);
});

test('a held call is recorded without a status and never answered', async () => {
  const { standIn, ann, chat } = await aStandIn();
  standIn.faults.add({ method: 'sendMessage', do: { hang: true } });
  const caller = new AbortController();
  const url = `${standIn.root}/bot${TOKEN}/sendMessage?chat_id=${ann.id}&text=x`;

  const call = fetch(url, { signal: caller.signal });
  await standIn.waitFor(() => standIn.journal.calls('sendMessage').length === 1);
  caller.abort();

  await expect(call).rejects.toThrow();
  expect(standIn.journal.calls('sendMessage')).toMatchObject([{ status: 0 }]);
  expect(chat.messages()).toHaveLength(1);
});

test('a delayed call takes effect late', async () => {
  const { standIn, api, ann } = await aStandIn();
  standIn.faults.add({ method: 'sendMessage', do: { delayMs: 40 } });

  await api.sendMessage(ann.id, 'late');

  expect(standIn.journal.calls('sendMessage')[0]?.ms).toBeGreaterThanOrEqual(39);
});

test('a chat takes a burst, then about a message a second', async () => {
  let now = Date.now();
  const { api, ann } = await aStandIn({ now: () => now });
  for (let index = 0; index < 20; index += 1) await api.sendMessage(ann.id, 'x');

  expect(await refusal(api.sendMessage(ann.id, 'x'))).toBe('429 Too Many Requests: retry after 1');

  now += 1000;
  expect(await refusal(api.sendMessage(ann.id, 'x'))).toBe('accepted');
});

test('all chats of a bot together take 30 messages a second, unless limits are off', async () => {
  const now = Date.now();
  const limited = await aStandIn({ now: () => now });
  const free = await aStandIn({ now: () => now, rateLimits: false });
  const sendsAll = async ({ standIn, api }: typeof limited) => {
    const people = Array.from({ length: 31 }, (_, index) => standIn.person({ firstName: `P${index}` }));
    for (const person of people) person.opens();
    const results = [];
    for (const { id } of people) results.push(await refusal(api.sendMessage(id, 'x')));
    return results.filter((result) => result !== 'accepted');
  };

  expect(await sendsAll(limited)).toEqual(['429 Too Many Requests: retry after 1']);
  expect(await sendsAll(free)).toEqual([]);
});

test('the journal names uploads by their size', async () => {
  const { standIn, api, ann, chat } = await aStandIn();

  await api.sendPhoto(ann.id, new InputFile(aPicture(), 'flat.png'));

  const [call] = standIn.journal.calls('sendPhoto');
  expect(call).toMatchObject({ status: 200, chatId: ann.id, messageIds: [chat.last().id] });
  expect(Object.values(call?.params ?? {})).toContainEqual({ file: 'flat.png', bytes: 64 });
});

test('waiting ends with a word about what did not come', async () => {
  const { chat } = await aStandIn();

  await expect(chat.waitForMessage(() => false, { timeoutMs: 5, what: 'the offer' })).rejects.toThrow(
    'the offer did not come within 5 ms',
  );
});

test('the journal keeps the newest entries where it is bounded', async () => {
  const { standIn, api, ann } = await aStandIn({ keep: 2, rateLimits: false });
  for (let index = 0; index < 200; index += 1) await api.sendMessage(ann.id, `${index}`);

  expect(standIn.journal.count).toBe(200);
  expect(standIn.journal.calls().map((call) => call.params.text)).toEqual(['198', '199']);
});
