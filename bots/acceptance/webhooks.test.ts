import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { freePort } from '#bots/testing/a-server.ts';
import { anOffice, type Body } from './an-office.ts';
import { aUser } from './console/a-user.ts';

const PATIENCE = { timeout: 10_000 };

/** Somebody's system that takes events, and answers as it is told. */
async function aReceiver() {
  const port = await freePort();
  const got: { headers: Record<string, string | string[] | undefined>; text: string }[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += String(chunk);
    });
    request.on('end', () => {
      got.push({ headers: request.headers, text });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const answers = (given: number) => {
    status = given;
  };
  const heard = (event: string, isIt: (data: Body) => boolean = () => true): Promise<Body> =>
    vi.waitUntil(
      () => got.map(({ text }) => JSON.parse(text) as Body).find((each) => each.event === event && isIt(each.data)),
      {
        timeout: 10_000,
      },
    );
  return { url: `http://127.0.0.1:${port}/hooks`, host: `127.0.0.1:${port}`, got, answers, heard };
}

describe('webhooks', () => {
  it('tell a receiver at once what a client did, signed by Standard Webhooks', async () => {
    const receiver = await aReceiver();
    const office = await anOffice({ more: { EGRESS_ALLOW: receiver.host } });
    const { api } = office;
    const made = await api('POST', '/webhooks', { url: receiver.url, events: ['*'] });
    expect(made).toMatchObject({ status: 201, body: { secret: expect.stringMatching(/^whsec_/) } });
    const carla = await office.aClient('Carla');
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    const hand = office.phone('Carla');
    await office.signsIn(hand, carla.email);
    await hand.taps('New properties');

    await hand.taps('Interested');

    const told = await receiver.heard('deal_property.status_changed', ({ status }) => status === 'interested');
    expect(told).toMatchObject({ company_id: office.made.company_id, previous_data: expect.anything() });
    await hand.writes('Is it quiet there?');
    await hand.taps('Send to agent');
    expect((await receiver.heard('message.received')).data).toMatchObject({
      from: 'client',
      text: 'Is it quiet there?',
    });
    const key = Buffer.from(made.body.secret.slice('whsec_'.length), 'base64');
    for (const { headers, text } of receiver.got) {
      const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${text}`;
      expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
    }
    expect((await api('GET', '/webhooks')).body.items).toEqual([
      { id: made.body.id, url: receiver.url, events: ['*'], disabled_at: null },
    ]);
  });

  it('are repeated after a minute, five, thirty and two hours, then failed, listed, and sent again by hand', async () => {
    const receiver = await aReceiver();
    const office = await anOffice({ more: { EGRESS_ALLOW: receiver.host } });
    const { api } = office;
    const { id } = (await api('POST', '/webhooks', { url: receiver.url, events: ['contact.created'] })).body;
    receiver.answers(500);
    await office.aClient('Carla');
    const deliveries = async (): Promise<readonly Body[]> =>
      (await api('GET', `/webhooks/${id}/deliveries`)).body.items;
    const database = office.product().database;
    const waits: number[] = [];
    for (let tried = 1; tried <= 5; tried += 1) {
      await vi.waitUntil(
        async () => {
          const [only] = await deliveries();
          // Its wait is longer than the lease of a try that is still under way.
          const isSettled = only?.state === 'failed' || Date.parse(only?.due_at) > Date.now() + 35_000;
          return only?.attempts === tried && isSettled && receiver.got.length === tried;
        },
        { timeout: 10_000 },
      );
      const [rest] = await database.systemScope((tx) =>
        tx.rows<{ wait: number; state: string }>(
          'select round(extract(epoch from due_at - now()))::int as wait, state from webhook_deliveries',
        ),
      );
      if (rest?.state === 'queued') waits.push(rest.wait);
      await database.systemScope((tx) =>
        tx.rows("update webhook_deliveries set due_at = now() where state = 'queued'"),
      );
    }

    const about = [60, 300, 1800, 7200];
    expect(waits).toHaveLength(4);
    for (const [at, wait] of waits.entries()) expect(Math.abs(wait - (about[at] ?? 0))).toBeLessThan(10);
    const [failed] = await deliveries();
    expect(failed).toMatchObject({ state: 'failed', attempts: 5, last_error: 'the receiver answered 500' });
    expect((await api('GET', '/system/queue')).body.webhooks).toEqual({ pending: 0, failed: 1 });
    receiver.answers(204);
    expect((await api('POST', `/webhooks/${id}/deliveries/${failed.id}/redeliver`, {})).status).toBe(200);
    await vi.waitUntil(async () => (await deliveries())[0]?.state === 'sent', { timeout: 10_000 });
  });

  it('are tried out by a test, whatever events they asked for', async () => {
    const receiver = await aReceiver();
    const office = await anOffice({ more: { EGRESS_ALLOW: receiver.host } });
    const { api, made } = office;
    const { id } = (await api('POST', '/webhooks', { url: receiver.url, events: ['lead.created'] })).body;

    const told = await api('POST', `/webhooks/${id}/test`, {});

    expect(told).toMatchObject({ status: 200, body: { event: 'webhook.test', state: 'queued' } });
    expect(await receiver.heard('webhook.test')).toMatchObject({ data: {}, company_id: made.company_id });
    expect((await api('POST', `/webhooks/${made.company_id}/test`, {})).status).toBe(404);
  });

  it('go to public addresses only, and end with their removal', async () => {
    const office = await anOffice();
    const { api } = office;
    const asked = (url: string) => api('POST', '/webhooks', { url, events: ['*'] });

    for (const url of [
      'http://public.example/hooks',
      'https://127.0.0.1/hooks',
      'https://[::1]/hooks',
      'https://[::ffff:10.0.0.1]/hooks',
      'https://169.254.169.254/latest',
      'https://10.1.2.3/x',
      'file:///etc/passwd',
      'nonsense',
    ])
      expect([url, (await asked(url)).status]).toEqual([url, 422]);
    // A name that leads inside is found out when it is called.
    const { id } = (await asked('https://localhost:9/hooks')).body;
    await office.aClient('Carla');
    await vi.waitUntil(
      async () => (await api('GET', `/webhooks/${id}/deliveries`)).body.items[0]?.last_error !== null,
      { timeout: 10_000 },
    );
    expect((await api('GET', `/webhooks/${id}/deliveries`)).body.items[0].state).toBe('queued');
    const removed = await fetch(`${office.url}/api/v1/webhooks/${id}`, {
      method: 'DELETE',
      headers: { 'x-api-key': office.made.api_key },
    });
    expect(removed.status).toBe(204);
    expect((await api('GET', `/webhooks/${id}/deliveries`)).status).toBe(404);
  });

  /** An office whose receiver answers 500; `fails` lets one event fail for good, where the first failed so long ago. */
  async function deafReceiver() {
    const receiver = await aReceiver();
    receiver.answers(500);
    const office = await anOffice({ more: { EGRESS_ALLOW: receiver.host } });
    const { api } = office;
    const { id } = (await api('POST', '/webhooks', { url: receiver.url, events: ['contact.created'] })).body;
    const run = (text: string) => office.product().database.systemScope((tx) => tx.rows(text));
    const deliveries = async (): Promise<readonly Body[]> =>
      (await api('GET', `/webhooks/${id}/deliveries`)).body.items;
    const shown = async (): Promise<Body> => (await api('GET', '/webhooks')).body.items[0];
    const fails = async (name: string, since: string) => {
      await office.aClient(name);
      await vi.waitUntil(async () => (await deliveries())[0]?.last_error !== null, PATIENCE);
      await run(`update webhooks set failing_since = now() - interval '${since}'`);
      await run(
        'update webhook_deliveries set attempts = 4, due_at = now() where seq = (select max(seq) from webhook_deliveries)',
      );
      await vi.waitUntil(async () => (await deliveries())[0]?.state === 'failed', PATIENCE);
    };
    return { receiver, office, api, id, run, deliveries, shown, fails };
  }

  it('are given up after five days in which none was taken, which each Admin reads in their language', async () => {
    const { receiver, office, api, id, run, deliveries, shown, fails } = await deafReceiver();
    const dutch = await aUser(office, 'Sanne', { role: 'Admin', language: 'nl' });
    await aUser(office, 'Daniel', { role: 'Employee' });
    await api('POST', '/users', { name: 'Not yet', email: 'not-yet@office.test', role: 'Admin' });

    await fails('Carla', '5 days');

    await vi.waitUntil(async () => (await shown()).disabled_at !== null, PATIENCE);
    const [first] = await deliveries();
    const english = await office.mailbox.mail(office.made.admin.email, 1, 'takes no webhooks');
    expect(english).toContain(receiver.url);
    expect(english).toContain(`${office.url}/crm/settings/access`);
    expect(await office.mailbox.mail(dutch.email, 1, 'neemt geen webhooks aan')).toContain('al 5 dagen');
    for (const other of ['daniel@office.test', 'not-yet@office.test'])
      expect(office.mailbox.to(other).filter((mail) => mail.includes('webhooks'))).toEqual([]);
    // Nothing more is owed to it, not even by hand.
    await office.aClient('Dirk');
    expect((await deliveries()).map((each) => each.id)).toEqual([first?.id]);
    expect((await api('GET', '/system/queue')).body.webhooks).toEqual({ pending: 0, failed: 1 });
    expect(await api('POST', `/webhooks/${id}/deliveries/${first?.id}/redeliver`, {})).toMatchObject({
      status: 409,
      body: { disabled_at: (await shown()).disabled_at },
    });
    expect((await api('POST', `/webhooks/${id}/test`, {})).status).toBe(409);
    // Enabled again, it hears what happens from then on.
    receiver.answers(204);
    expect((await api('PATCH', `/webhooks/${id}`, { enabled: false })).status).toBe(422);
    expect(await api('PATCH', `/webhooks/${id}`, { enabled: true })).toMatchObject({
      status: 200,
      body: { id, disabled_at: null },
    });
    await office.aClient('Emma');
    await receiver.heard('contact.created', ({ first_name }) => first_name === 'Emma');
    expect((await api('POST', `/webhooks/${id}/deliveries/${first?.id}/redeliver`, {})).status).toBe(200);
    await vi.waitUntil(async () => (await deliveries()).every(({ state }) => state === 'sent'), PATIENCE);
    expect(await run('select failing_since from webhooks')).toEqual([{ failing_since: null }]);
  });

  it('are told on while less than five days have passed, and count anew once one was taken', async () => {
    const { receiver, office, run, shown, fails } = await deafReceiver();

    await fails('Carla', '4 days 23 hours');
    expect((await shown()).disabled_at).toBeNull();
    receiver.answers(204);
    await office.aClient('Dirk');
    await receiver.heard('contact.created', ({ first_name }) => first_name === 'Dirk');
    await vi.waitUntil(async () => {
      const [row] = await run('select failing_since as since from webhooks where failing_since is null');
      return row !== undefined;
    }, PATIENCE);
    receiver.answers(500);
    await fails('Emma', '1 minute');

    expect((await shown()).disabled_at).toBeNull();
    expect(office.mailbox.to(office.made.admin.email).filter((mail) => mail.includes('webhooks'))).toEqual([]);
  });

  it('that are given up fail with all that still waits for them', async () => {
    const { office, run, deliveries, shown, fails } = await deafReceiver();
    await office.aClient('Dirk');
    await vi.waitUntil(async () => (await deliveries())[0]?.last_error !== null, PATIENCE);

    await fails('Carla', '6 days');

    await vi.waitUntil(async () => (await shown()).disabled_at !== null, PATIENCE);
    expect((await deliveries()).map(({ state }) => state)).toEqual(['failed', 'failed']);
    expect(await run('select 1 from webhook_deliveries where last_error is null')).toEqual([]);
  });
});
