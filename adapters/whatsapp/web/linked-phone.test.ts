import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { atTheEnd } from '#db/testing.ts';
import { openLinkedPhone, type PhoneState } from './linked-phone.ts';
import { createWhatsAppWebStandIn, NEW_BUILD, OLD_BUILD } from './stand-in/server.ts';
import type { Report, WebMessage } from './wire.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

type Options = Parameters<typeof createWhatsAppWebStandIn>[0];

/** The real library in a real browser, in its process; all is closed when the test ends, or with the `describe` whose `beforeAll` made it. */
async function aLinkedPhone(options: Options = {}) {
  const standIn = await createWhatsAppWebStandIn(options);
  const profile = await mkdtemp(join(tmpdir(), 'phone-'));
  atTheEnd(async () => {
    await standIn.close();
    await rm(profile, { recursive: true, force: true });
  });
  const messages: WebMessage[] = [];
  const receipts: (Report & { is: 'receipt' })[] = [];
  const states: PhoneState[] = [];
  const lost: string[] = [];
  const open = () => {
    const phone = openLinkedPhone({
      browser: { chromium: CHROMIUM, profile, standIn: new URL(standIn.root).host },
      changed: (state) => states.push(state),
      message: (message) => messages.push(message),
      receipt: (receipt) => receipts.push(receipt),
      lost: (why) => lost.push(why),
      log: { info: () => {}, warn: () => {} },
    });
    atTheEnd(() => phone.close());
    return phone;
  };
  const phone = open();
  const until = (isSo: () => unknown) => vi.waitUntil(isSo, { timeout: 45_000, interval: 10 });
  return { standIn, profile, messages, receipts, states, lost, phone, open, until };
}

/** One that is linked and in step, and Anna. */
async function aReadyPhone(options: Options = {}) {
  const all = await aLinkedPhone(options);
  await all.until(() => all.phone.state.is === 'linking');
  await all.standIn.link();
  await all.until(() => all.phone.state.is === 'ready');
  return { ...all, anna: all.standIn.person({ name: 'Anna' }) };
}

/** The browser's own process, by the profile that it holds. */
async function browserOf(profile: string): Promise<number> {
  for (const name of await readdir('/proc')) {
    const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(`--user-data-dir=${profile}/`) && !line.includes('--type=')) return Number(name);
  }
  throw new Error('there is no browser');
}

describe.each([
  ['a build of 2025', OLD_BUILD],
  ['a build of September 2026', NEW_BUILD],
])('the linked phone on %s', (_, build) => {
  let all: Awaited<ReturnType<typeof aReadyPhone>>;
  beforeAll(async () => {
    vi.stubEnv('WHATSAPP_ACCESS_TOKEN', 'EAAhunter2');
    all = await aReadyPhone({ build });
    vi.unstubAllEnvs();
  });
  /** Somebody new, and what comes of them alone. */
  const somebody = (more: Parameters<typeof all.standIn.person>[0] = { name: 'Luca' }) => {
    const person = all.standIn.person(more);
    // What came while the library caught up is handed on twice; the inbox takes it once, by its id.
    const came = () => [
      ...new Map(all.messages.filter(({ chat }) => chat === person.address).map((each) => [each.id, each])).values(),
    ];
    return { ...all, person, came };
  };

  it('links, reads and writes', async () => {
    const { states, phone, person: anna, came, receipts, until } = somebody();
    expect(states.map(({ is }) => is)).toContain('linking');

    const id = anna.writes('Buongiorno');
    await until(() => came().length > 0);
    expect(came()).toEqual([{ id, chat: anna.address, phone: anna.phone, type: 'chat', body: 'Buongiorno' }]);

    const sent = await phone.send(anna.address, { is: 'text', text: 'Ciao *Anna*' }, 0);
    expect(sent).toEqual({ was: 'sent', id: anna.messages().at(-1)?.id });
    expect(anna.messages().at(-1)).toMatchObject({ from: 'office', text: 'Ciao *Anna*' });
    await until(() => receipts.some(({ was }) => was === 'delivered'));
    anna.reads(anna.messages().at(-1)?.id ?? '');
    await until(() => receipts.some(({ was }) => was === 'read'));
  });

  it('sends a picture whose bytes the other phone opens, and a place', async () => {
    const { phone, person: anna } = somebody();

    const image = { is: 'image', data: PICTURE, mime: 'image/png', caption: 'Casa *Sol*' } as const;
    expect(await phone.send(anna.address, image, 0)).toMatchObject({ was: 'sent' });
    const place = { is: 'place', latitude: 41.4, longitude: 2.2, name: 'Casa Sol', address: 'Barcelona' } as const;
    expect(await phone.send(anna.address, place, 0)).toMatchObject({ was: 'sent' });

    expect(anna.messages()).toMatchObject([
      { text: 'Casa *Sol*', photo: PICTURE },
      { place: { latitude: 41.4, longitude: 2.2 } },
    ]);
  });

  it('tells which of our messages an answer or a sign belongs to', async () => {
    const { phone, person: anna, came, until } = somebody();
    const sent = await phone.send(anna.address, { is: 'text', text: '*1* Interested' }, 0);
    const id = 'id' in sent ? sent.id : '';

    anna.writes('1', id);
    anna.reacts(id, '👍');

    await until(() => came().length === 2);
    expect(came()).toMatchObject([
      { body: '1', quoted: id },
      { type: 'reaction', quoted: id },
    ]);
  });

  it('knows somebody by one id, whichever of the two they come with', async () => {
    const { person: luca, came, until } = somebody({ name: 'Luca', comesAs: 'phone' });

    luca.writes('ciao');
    luca.sendsPhoto(PICTURE, 'la mia cucina');

    await until(() => came().length === 2);
    expect(came().map(({ type }) => type)).toEqual(['chat', 'image']);
  });

  it('says that nobody has WhatsApp by an id', async () => {
    expect(await all.phone.send('34999999999@c.us', { is: 'text', text: 'x' }, 0)).toEqual({ was: 'unknown' });
  });

  it('shows that it is typing before it answers', async () => {
    const { phone, person: anna } = somebody();

    await phone.send(anna.address, { is: 'text', text: 'one moment' }, 50);

    expect(anna.typing()).toBe('composing');
  });

  it('runs the browser without a secret of ours', async () => {
    const pid = await browserOf(all.profile);
    const environments = await Promise.all([pid, await parentOf(pid)].map((each) => readFile(`/proc/${each}/environ`)));

    expect(environments.map(String).join('\n')).not.toContain('hunter2');
  });
});

describe('the linked phone', () => {
  it('shows a new code when one runs out, and refuses the old one', async () => {
    const { standIn, states, until } = await aLinkedPhone({ codeSeconds: 1 });
    const codes = () => states.flatMap((state) => (state.is === 'linking' ? [state.code] : []));
    await until(() => codes().length >= 2);
    const [first = ''] = codes();

    expect(standIn.scan(first)).toBe(false);
    expect(standIn.scan(codes().at(-1) ?? '')).toBe(true);
  });

  it('is ready even where the account is in step before the library listens', async () => {
    const { standIn, phone, open, until } = await aReadyPhone({ syncMs: 0 });
    await phone.close();

    const again = open();

    await until(() => again.state.is === 'ready');
    expect(standIn.isLinked()).toBe(true);
  });

  it('keeps its session over a restart, and reads what came meanwhile', async () => {
    const { phone, anna, open, messages, states, until } = await aReadyPhone();
    await phone.close();
    states.length = 0;
    anna.writes('sei lì?');

    open();

    await until(() => messages.some(({ body }) => body === 'sei lì?'));
    expect(states.map(({ is }) => is)).not.toContain('linking');
  });

  it('finds back after the line was cut, and reads what came meanwhile', async () => {
    const { standIn, phone, anna, messages, states, until } = await aReadyPhone();
    standIn.drop(1_500);
    await until(() => phone.state.is === 'reconnecting');
    anna.writes('ancora qui');

    await until(() => messages.some(({ body }) => body === 'ancora qui'));
    await until(() => phone.state.is === 'ready');
    expect(states.map(({ is }) => is)).toContain('reconnecting');
  });

  it('opens a new browser after one was killed', async () => {
    const { profile, phone: first, open, anna, messages, until } = await aReadyPhone();
    // A browser writes its session down when it closes, or some seconds after it began.
    await first.close();
    const phone = open();
    await until(() => phone.state.is === 'ready');
    process.kill(await browserOf(profile), 'SIGKILL');
    await until(() => phone.state.is === 'reconnecting');
    expect(await phone.send(anna.address, { is: 'text', text: 'x' }, 0)).toMatchObject({ was: 'unsent' });

    await until(() => phone.state.is === 'ready');
    anna.writes('di nuovo');
    await until(() => messages.some(({ body }) => body === 'di nuovo'));
  });

  it('tells that the phone ended the link, and shows a new code', async () => {
    const { standIn, phone, lost, until } = await aReadyPhone();

    standIn.unlink();

    await until(() => lost.length > 0);
    expect(lost).toEqual(['loggedOut']);
    await until(() => phone.state.is === 'linking');
  });

  it('begins anew where the page only sees that the link is over: it is told once, and the fresh code stays good', async () => {
    const { standIn, phone: first, open, states, lost, until } = await aReadyPhone();
    // What is taken away is a session that the browser has written down.
    await first.close();
    const phone = open();
    await until(() => phone.state.is === 'ready');
    states.length = 0;

    standIn.unlink('UNPAIRED');

    await until(() => phone.state.is === 'linking');
    const [code = ''] = states.flatMap((state) => (state.is === 'linking' ? [state.code] : []));
    // A browser on the dead session is thrown out within two seconds.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(lost).toEqual(['loggedOut']);
    expect(standIn.scan(code)).toBe(true);
    await until(() => phone.state.is === 'ready');
    expect(lost).toEqual(['loggedOut']);
  });

  it('stays away where WhatsApp shut the number out', async () => {
    const { standIn, phone, lost, until } = await aReadyPhone();

    standIn.become('TOS_BLOCK');

    await until(() => phone.state.is === 'blocked');
    expect(lost).toEqual(['blocked']);
    // Longer than a dropped line takes until the next try.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(phone.state.is).toBe('blocked');
    expect(standIn.isLinked()).toBe(false);
  });
});

const parentOf = async (pid: number) =>
  Number((await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ')[1]);
/** One pixel (PNG). */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
