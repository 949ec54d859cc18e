import { beforeAll, describe, expect, it, vi } from 'vitest';
import { FAILURES, STEPS, stepsFor } from '#adapters/console/failures.ts';
import { OWN_FAILURES } from '#core/delivery/failures.ts';
import { aTalk, comesHome, sendsFrom, stateOf } from './a-talk.ts';
import { plain } from './a-visitor.ts';

const PAGE = '/crm/problems';

describe('Problems', () => {
  let talk: Awaited<ReturnType<typeof aTalk>>;
  beforeAll(async () => {
    talk = await aTalk();
  }, 60_000);
  const read = async (visitor = talk.admin) => plain((await visitor.get(PAGE)).text);
  const does = async (what: string, visitor = talk.admin) => {
    const { text } = await visitor.get(PAGE);
    const [, action = ''] = new RegExp(`action="(/crm/problems/[^"]+/${what})"`).exec(text) ?? [];
    return visitor.sends(text, action);
  };
  const rows = (text: string, values: readonly unknown[] = []) =>
    talk.product().database.systemScope((tx) => tx.rows<Record<string, unknown>>(text, values));
  /** A message of the office that Telegram does not take, or of which it is not known. */
  const loses = async (words: string, state: 'failed' | 'uncertain' = 'failed') => {
    const refused = { status: 400, description: 'Bad Request: <not> this' };
    talk.telegram.faults.add({ method: 'sendMessage', do: state === 'failed' ? refused : { resetAfter: true } });
    const page = `/crm/messages/${talk.carla.contact}`;
    await sendsFrom(talk.admin, page, `${page}/send`, { text: words });
    await stateOf(talk, talk.carla, state);
  };

  it('has nothing to say where everything arrived', async () => {
    const shown = await read();
    expect(shown).toContain('Everything arrived');
    expect(shown).toContain('Queue: nothing on its way');
  });

  it('knows what helps against each failure of ours, and one that nobody knows', () => {
    for (const { code } of OWN_FAILURES) {
      expect(FAILURES[code], code).toBeDefined();
      expect(stepsFor({ code }).length, code).toBeGreaterThan(0);
    }
    for (const { steps } of Object.values(FAILURES)) expect(steps).toContain('leave');
    expect(stepsFor({ code: 'constructor' })).toEqual(stepsFor({ code: 'whatsapp_999' }));
    expect(new Set(stepsFor({ code: 'whatsapp_999' }))).toEqual(new Set(STEPS));
  });

  it('tells whom a message did not reach and why, and sends it by mail', async () => {
    await loses('See you <at> four');
    const shown = await read();
    expect(shown).toContain('Carla Jansen did not get your message “See you <at> four”');
    expect(shown).toContain('Telegram refused the message: Bad Request: <not> this');
    // The client is the Admin's, so a colleague has nothing to do with it.
    expect(await read(talk.desk)).toContain('Everything arrived');

    const before = talk.mailbox.to(talk.carla.email).length;
    await does('mail');
    expect(await talk.mailbox.mail(talk.carla.email, before + 1)).toContain('See you <at> four');
    const after = await read();
    expect(after).toContain(`Sent by e-mail to ${talk.carla.email}.`);
    expect(after).toContain('Everything arrived');
    const { items } = (await talk.api('GET', `/contacts/${talk.carla.contact}/activities`)).body;
    expect(items[0]).toMatchObject({ type: 'mail_sent', text: 'See you <at> four' });
  });

  it('is mailed by the API too, once', async () => {
    await loses('By the other door');
    const [lost] = (await talk.api('GET', '/deliveries')).body.items;
    const before = talk.mailbox.to(talk.carla.email).length;
    const mailed = await talk.api('POST', `/deliveries/${lost.id}/mail`, {});
    expect(mailed).toMatchObject({ status: 200, body: { id: lost.id, settled_at: expect.any(String) } });
    expect(await talk.mailbox.mail(talk.carla.email, before + 1)).toContain('By the other door');
    expect((await talk.api('POST', `/deliveries/${lost.id}/mail`, {})).status).toBe(409);
    expect((await talk.api('POST', `/deliveries/${talk.carla.contact}/mail`, {})).status).toBe(404);
    expect(await read()).toContain('Everything arrived');
  });

  it('lets somebody say that they told the client, once', async () => {
    await loses('The gate is open');
    const { text } = await talk.admin.get(PAGE);
    await does('told');
    expect(await read()).toContain('Noted: the client knows.');
    const [, action = ''] = /action="(\/crm\/problems\/[^"]+\/leave)"/.exec(text) ?? [];
    expect((await talk.admin.sends(text, action)).status).toBe(303);
    expect(await read()).toContain('Not done: It is no longer undelivered.');
    const settled = await rows('select settled_by, settled_at from deliveries where settled_by is not null');
    expect(settled).toHaveLength(3);
  });

  it('sends again what may not have arrived, and forgets the first one', async () => {
    await loses('Third try', 'uncertain');
    const shown = await read();
    expect(shown).toContain('Not certain whether Carla Jansen got “Third try”');
    expect(shown).toContain('Sending again may show it twice.');
    await does('again');
    expect(await read()).toContain('On its way again.');
    await talk.settled();
    expect(talk.hand.all().filter(({ text }) => text.includes('Third try'))).toHaveLength(2);
    expect(await read()).toContain('Everything arrived');
  });

  it('shows Admins alone what could not be taken in, tries it again, and discards it for good', async () => {
    const breaks = (statement: string) => rows(`alter table activities ${statement}`);
    await comesHome(talk.hand);
    await talk.hand.writes('Hello');
    await breaks('add constraint broken check (false) not valid');
    const card = talk.hand.has('Send to agent');
    talk.hand.person.taps(card?.id ?? 0, 'Send to agent');
    await vi.waitUntil(async () => (await read()).includes('Could not be taken in'), {
      timeout: 20_000,
      interval: 200,
    });
    await breaks('drop constraint broken');
    expect(await read()).toMatch(/A message of Carla Jansen on Telegram failed 5 times/);
    const employee = await talk.desk.get(PAGE);
    expect(plain(employee.text)).not.toContain('Could not be taken in');
    const { text } = await talk.admin.get(PAGE);
    const [, replay = ''] = /action="(\/crm\/problems\/events\/[^"]+\/replay)"/.exec(text) ?? [];
    const csrf = /name="csrf" value="([^"]+)"/.exec(employee.text)?.[1] ?? '';
    expect((await talk.desk.posts(replay, { csrf })).status).toBe(403);
    const bytes = await talk.admin.get(replay.replace('replay', 'bytes'));
    expect(plain(bytes.text)).toContain('"update_id"');
    expect((await talk.desk.get(replay.replace('replay', 'bytes'))).status).toBe(404);

    await does('replay');
    expect(await read()).toContain('It is tried again.');
    await talk.settled();
    expect(await read()).toContain('Everything arrived');
  }, 40_000);

  it('shows what a webhook did not take with its answer, and delivers it again', async () => {
    const [hook] = await rows(
      `insert into webhooks (id, company_id, url, events, secret)
       select gen_random_uuid(), id, 'https://hooks.example.com/in', '["*"]', 'none' from companies limit 1 returning id, company_id`,
    );
    await rows(
      `insert into webhook_deliveries (id, company_id, webhook_id, event, payload, state, attempts, last_error)
       values (gen_random_uuid(), $1, $2, 'meeting.status_changed', '{}', 'failed', 4, 'answered 503: <busy>')`,
      [hook?.company_id, hook?.id],
    );
    const { text } = await talk.admin.get(PAGE);
    expect(plain(text)).toContain('hooks.example.com did not take meeting.status_changed');
    const [, answer = ''] = /href="(\/crm\/problems\/webhooks\/[^"?]+)/.exec(text) ?? [];
    expect(plain((await talk.admin.get(answer)).text)).toContain('answered 503: <busy>');
    await does('again');
    expect(
      (await rows("select state from webhook_deliveries where event = 'meeting.status_changed'"))[0]?.state,
    ).not.toBe('failed');
  });
});
