import { beforeAll, describe, expect, it } from 'vitest';
import { signsInOnWhatsApp } from '#bots/acceptance/on-whatsapp.ts';
import { aClock } from '#db/testing.ts';
import { aStream, NEWS_MS } from './a-stream.ts';
import { aPicture, aTalk, comesHome, stateOf, writesToAgent } from './a-talk.ts';
import { plain } from './a-visitor.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('Messages', () => {
  const clock = aClock();
  let talk: Awaited<ReturnType<typeof aTalk>>;
  let page: string;
  beforeAll(async () => {
    talk = await aTalk({ clock });
    page = `/crm/messages/${talk.carla.contact}`;
  }, 60_000);
  const read = async (path = page) => plain((await talk.desk.get(path)).text);

  it('shows what a client wrote as words, who waits first, until somebody answers', async () => {
    const { hand, desk, admin, sends } = talk;
    expect(await read('/crm/messages?show=waiting')).toContain('No message waits.');
    await writesToAgent(hand, '<script>alert(1)</script> Is the "pool" heated?');

    const { text } = await desk.get('/crm/messages?show=waiting');
    expect(text).not.toContain('<script>alert(1)');
    expect(plain(text)).toContain('Waiting 1');
    expect(plain(text)).toMatch(
      /Carla Jansen , Telegram, <script>alert\(1\)<\/script> Is the "pool" heated\? , \d\d:\d\d , waiting/,
    );
    const opened = await desk.get(page);
    expect(opened.text).toContain('<title>Carla Jansen · Casa Azul</title>');
    expect(plain(opened.text)).toContain('<script>alert(1)</script> Is the "pool" heated?');

    const came = await sends(desk, page, `${page}/send`, { text: 'It is, all <year>.' });
    expect(came).toMatchObject({ status: 303, to: page });
    await hand.gets(({ text: words }) => words.includes('It is, all <year>.'));
    await stateOf(talk, talk.carla, 'sent');
    const after = await read();
    expect(after).toContain('Sent to Carla on Telegram.');
    expect(after).toMatch(/You · \d\d:\d\d · Sent/);
    expect(plain((await admin.get(page)).text)).toContain('Lucia ·');
    expect(await read('/crm/messages?show=waiting')).toContain('Waiting 0');
  });

  it('refuses nothing, too much, and whom nobody knows', async () => {
    const { desk, sends, hand } = talk;
    const before = hand.all().length;
    const empty = await sends(desk, page, `${page}/send`, { text: ' \n ' });
    expect([empty.status, plain(empty.text)]).toEqual([422, expect.stringContaining('Write something first.')]);
    const long = await sends(desk, page, `${page}/send`, { text: 'x'.repeat(4210) });
    expect(long.status).toBe(422);
    expect(plain(long.text)).toContain('4,000 characters at most; it has 4,210.');
    expect(long.text).toContain('x'.repeat(4210));
    for (const id of ['019ae000-0000-7000-8000-000000000000', 'nonsense'])
      expect((await desk.get(`/crm/messages/${id}`)).status).toBe(404);
    expect(hand.all()).toHaveLength(before);
  });

  it('sends no saved answer of which something in braces is open', async () => {
    const { desk, sends, hand } = talk;
    const before = hand.all().length;
    const refused = await sends(desk, page, `${page}/send`, { text: 'On {date} at {home}, {first_name}.' });
    expect([refused.status, plain(refused.text)]).toEqual([
      422,
      expect.stringContaining('Fill in what stands in braces first: {date} {home} {first_name}'),
    ]);
    expect(refused.text).toContain('>On {date} at {home}, {first_name}.</textarea>');
    expect(hand.all()).toHaveLength(before);
    // Braces that are nobody's place are words like others.
    await sends(desk, page, `${page}/send`, { text: 'Write {me}' });
    await hand.gets(({ text }) => text.includes('Write {me}'));
  });

  it('asks the second of two who answer within a minute', async () => {
    const { desk, admin, sends, hand } = talk;
    clock.pass(2 * MINUTE);
    await sends(desk, page, `${page}/send`, { text: 'From Lucia' });
    clock.pass(20_000);
    const { text } = await admin.get(page);
    const asked = await admin.sends(text, `${page}/send`, { text: 'From Ana' });
    expect(asked.status).toBe(422);
    expect(plain(asked.text)).toContain('Lucia answered 20 seconds ago. Send yours too?');
    const sure = /name="sure" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    expect(hand.all().some(({ text: words }) => words.includes('From Ana'))).toBe(false);

    expect((await admin.sends(asked.text, `${page}/send`, { text: 'From Ana', sure })).status).toBe(303);
    await hand.gets(({ text: words }) => words.includes('From Ana'));
    clock.pass(2 * MINUTE);
  });

  it('takes a chat over and hands it back, and says whose it is', async () => {
    const { desk, admin, sends, hand } = talk;
    await sends(desk, page, `${page}/take-over`);
    await hand.gets(({ text }) => text.includes('Lucia is here now and reads what you write.'));
    expect(await read()).toContain('You took over the chat. Carla is told.');
    expect(await read()).toContain('You took over this chat. The bot is silent, its buttons still work.');
    const other = plain((await admin.get(page)).text);
    expect(other).toMatch(/Lucia took over this chat: \d\d:\d\d\./);
    expect(other).toContain('Take over');
    expect(await read()).toMatch(/Goes back by itself at /);

    await sends(admin, page, `${page}/take-over`);
    expect(await read()).toContain('took over this chat');
    await sends(admin, page, `${page}/hand-back`);
    await hand.gets(({ text }) => text.includes('again'));
    expect(plain((await admin.get(page)).text)).toContain('The bot answers again. Carla is told.');
  });

  it('lets a message need no answer, and reminds of it', async () => {
    const { desk, hand, sends } = talk;
    await writesToAgent(hand, 'Thank you');
    expect(await read('/crm/messages?show=waiting')).toContain('Waiting 1');
    const own = `/crm/contacts/${talk.carla.contact}`;
    const dialog = `${own}/remind?from=${encodeURIComponent(page)}`;
    const reminded = await sends(desk, dialog, `${own}/remind`, {
      when: new Date(clock.now().getTime() + HOUR).toISOString(),
    });
    expect(reminded.to).toBe(page);
    expect(await read()).toContain('You are reminded:');
    await sends(desk, page, `${own}/settle`);
    const after = await read();
    expect(after).toContain('marked it: no answer needed.');
    expect(await read('/crm/messages?show=waiting')).toContain('No message waits.');
  });

  it('keeps a draft for its writer alone, until it is sent', async () => {
    const { desk, admin, sends } = talk;
    await desk.sends((await desk.get(page)).text, `${page}/send`).catch(() => undefined);
    const { text } = await desk.get(page);
    const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await desk.posts(`${page}/draft`, { csrf, text: 'Half a thought' })).status).toBe(303);
    expect((await desk.get(page)).text).toContain('>Half a thought</textarea>');
    expect((await admin.get(page)).text).not.toContain('Half a thought');
    clock.pass(2 * MINUTE);
    await sends(desk, page, `${page}/send`, { text: 'A whole one' });
    expect((await desk.get(page)).text).not.toContain('Half a thought');
  });

  it('tells who else looks and who writes, and forgets who left', async () => {
    const { desk, admin, url } = talk;
    const { text } = await desk.get(page);
    const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const stream = await aStream(url, admin);
    const onlookers = async () => plain((await admin.get(`${page}?part=onlookers`)).text);
    await desk.posts(`${page}/here`, { csrf });
    await stream.hears(`onlookers-${talk.carla.contact}`);
    expect(await onlookers()).toBe('Lucia is looking');
    await desk.posts(`${page}/here`, { csrf, writing: 'yes' });
    expect(await onlookers()).toBe('Lucia is writing');
    expect(plain((await desk.get(`${page}?part=onlookers`)).text)).toBe('');
    await desk.posts(`${page}/here`, { csrf, gone: 'yes' });
    expect(await onlookers()).toBe('');
    await desk.posts(`${page}/here`, { csrf });
    clock.pass(MINUTE);
    expect(await onlookers()).toBe('');
  });

  it('shows photos one by one, and a document to take along', async () => {
    const { hand, desk } = talk;
    await comesHome(hand);
    await hand.does(async () => hand.person.sendsAlbum([{ bytes: await aPicture(1) }, { bytes: await aPicture(2) }]));
    await hand.taps('Send to agent');
    const { text } = await desk.get(page);
    const [, photo = ''] = /href="(\/crm\/messages\/[^"]+\/photos\/[^"?]+)/.exec(text) ?? [];
    expect(text).toContain('aria-label="Photo 1 of 2');
    const viewer = await desk.get(photo);
    expect(plain(viewer.text)).toContain('Download');
    const [, image = ''] = /<figure class="viewer"><img src="([^"]+)"/.exec(viewer.text) ?? [];
    const bytes = await desk.get(image.replaceAll('&amp;', '&'));
    expect([bytes.status, bytes.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await desk.get(photo.replace(/1$/, '3'))).status).toBe(404);
  });

  it('finds a talk by name and by words, and lists whose it is', async () => {
    const { desk } = talk;
    expect(await read('/crm/messages?q=jans')).toContain('Carla Jansen');
    expect(await read('/crm/messages?q=WHOLE')).toContain('Carla Jansen');
    expect(await read('/crm/messages?q=%25')).toContain('Nothing found for “%”.');
    expect(await read('/crm/messages?show=mine')).toContain('No messages yet.');
    const contact = page.replace('messages', 'contacts');
    const give = `${contact}/give?from=${encodeURIComponent(page)}`;
    await talk.sends(desk, give, `${contact}/give`, { user: talk.lucia.id });
    expect(await read('/crm/messages?show=mine')).toContain('Carla Jansen');
  });

  it('keeps a note for the office alone', async () => {
    const { desk, sends, hand } = talk;
    const note = `${page}/note?from=${encodeURIComponent(page)}`;
    expect((await sends(desk, note, `${page}/note`, { note: 'Never call <before> 10' })).to).toBe(page);
    expect(await read()).toContain('Never call <before> 10');
    expect(JSON.stringify(hand.all())).not.toContain('Never call');
  });

  it('counts WhatsApp’s window down, and keeps for later what comes after it', async () => {
    const { desk, sends } = talk;
    const emma = await talk.aClient('Emma');
    const phone = talk.whatsApp('Emma');
    await signsInOnWhatsApp(talk, phone, emma);
    const emmas = `/crm/messages/${emma.contact}`;
    clock.pass(20 * HOUR);
    expect(await read(emmas)).toMatch(/WhatsApp window: [34] h \d+ min left/);
    clock.pass(4 * HOUR);
    const closed = await read(emmas);
    expect(closed).toMatch(/WhatsApp closed the window (at \d\d:\d\d today|on \d+ \w+ at \d\d:\d\d)\./);
    expect(closed).toContain('Keep for later');
    expect(closed).toContain('It takes no free message until Emma writes again.');
    expect(closed).toContain('What you write now waits and goes out when Emma answers.');
    await sends(desk, emmas, `${emmas}/send`, { text: 'Until then' });
    await stateOf(talk, emma, 'held');
    expect(await read(emmas)).toContain('Held: the client wrote more than 24 hours ago');
    await phone.writes('Hello');
    await phone.gets(({ text }) => text.includes('Until then'));
  });

  it('says where nobody is signed in, and refuses to write there', async () => {
    const { desk } = talk;
    const dora = await talk.aClient('Dora', { phone: '+34 600 111 222' });
    const path = `/crm/messages/${dora.contact}`;
    const shown = await read(path);
    expect(shown).toContain('Nobody is signed in here. Write an e-mail or call.');
    const { text } = await desk.get(page);
    const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await desk.posts(`${path}/send`, { csrf, text: 'Hello?' })).status).toBe(303);
    expect(plain((await desk.get(path)).text)).toContain('Not done:');
  });

  it('tells an open page of a new message at once', async () => {
    const { desk, hand, url } = talk;
    const stream = await aStream(url, desk);
    await writesToAgent(hand, 'And the garden?');
    await stream.hears('messages', NEWS_MS);
    expect(plain((await desk.get(`${page}?part=log`)).text)).toContain('And the garden?');
  });
});
