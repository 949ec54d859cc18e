import { describe, expect, it } from 'vitest';
import { anOffice, type Office } from './an-office.ts';
import { anOfficeOnTeams } from './on-teams.ts';
import { anOfficeOnWhatsApp } from './on-whatsapp.ts';

const NEXT = 'Sunny-2026';
const WELCOME = 'Welcome, Carla.';
const DOOR = 'Your e-mail address?';

/** What the last page leads to, once a client has chosen her own password on the page of the mail. */
async function provenIn(office: Pick<Office, 'api' | 'aClient' | 'mailbox'>) {
  const carla = await office.aClient('Carla', { language: 'en' });
  const { body } = await office.api('POST', `/contacts/${carla.contact}/portal-user`);
  const mail = await office.mailbox.mail(carla.email, 1);
  const password = /password\s+(\S+)/.exec(mail)?.[1] ?? '';
  const csrf = /name="csrf" value="([^"]+)"/.exec(await (await fetch(body.links.web)).text())?.[1] ?? '';
  const form = new URLSearchParams({ csrf, email: carla.email, password, next: NEXT });
  const page = await (await fetch(body.links.web, { method: 'POST', body: form })).text();
  const hrefs = [...page.matchAll(/class="way" href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  const to = (host: string) => hrefs.find((href) => new URL(href).host === host) ?? '';
  return { carla, page, hrefs, to, start: new URL(to('t.me') || 'x:').searchParams.get('start') ?? '' };
}

describe('a proof of our page', () => {
  it('signs a chat in at once on Telegram, and is good for one chat', async () => {
    const office = await anOffice();
    const { carla, page, start } = await provenIn(office);
    const [hand, other] = [office.phone('Carla'), office.phone('Eve')];

    expect(page).toContain('Your password is saved.');
    expect(page).toContain('Where shall we talk?');
    expect(start).toMatch(/^[\w-]{20,64}$/);
    const mails = office.mailbox.to(carla.email).length;
    const { text, came } = await hand.does(() => hand.person.opens('casa_bot', start));
    expect(text).toContain(WELCOME);
    expect(came).toHaveLength(1);
    expect((await hand.writes('/profile')).text).toContain('Carla');

    expect((await other.does(() => other.person.opens('casa_bot', start))).text).toContain(DOOR);
    expect(office.mailbox.to(carla.email)).toHaveLength(mails);
    const lines = (await office.api('GET', `/contacts/${carla.contact}/activities`)).body.items;
    expect(lines.filter(({ type }: { type: string }) => type === 'chat_linked')).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain(start);
  });

  it.each([
    ['with blanks around it', (proof: string) => `  /start   ${proof}  `],
    ['as its words', (proof: string) => `start  ${proof} `],
    ['as the whole link', (proof: string) => `https://t.me/casa_bot?start=${proof}`],
  ])('may be typed %s', async (_, typed) => {
    const office = await anOffice();
    const { start } = await provenIn(office);
    const hand = office.phone('Carla');

    expect((await hand.writes(typed(start))).text).toContain(WELCOME);
  });

  it('is over after a quarter of an hour: then the e-mail is asked for, in her language', async () => {
    let now = Date.now();
    const office = await anOffice({ clock: { now: () => new Date(now) } });
    const { carla, start } = await provenIn(office);
    const hand = office.phone('Carla', 'nl');

    now += 15 * 60_000;
    expect((await hand.does(() => hand.person.opens('casa_bot', start))).text).toContain(DOOR);
    await office.signsIn(hand, carla.email);
    expect(hand.all().at(-2)?.text).toContain(WELCOME);
  });

  it('is worth nothing once the office has shut the client out, or mailed a new password', async () => {
    const office = await anOffice();
    const shut = await provenIn(office);
    await office.api('POST', `/contacts/${shut.carla.contact}/portal-user/block`);
    const hand = office.phone('Carla');

    expect((await hand.does(() => hand.person.opens('casa_bot', shut.start))).text).toContain(DOOR);

    const reset = await provenIn(office);
    await office.api('POST', `/contacts/${reset.carla.contact}/portal-user/reset-password`);
    const other = office.phone('Carla');
    expect((await other.does(() => other.person.opens('casa_bot', reset.start))).text).toContain(DOOR);
  });

  it('is worth nothing with another company, and none that was invented is', async () => {
    const [office, other] = [await anOffice(), await anOffice()];
    const { start } = await provenIn(office);
    const [hand, guess] = [other.phone('Carla'), office.phone('Eve')];

    expect((await hand.does(() => hand.person.opens('casa_bot', start))).text).toContain(
      'Use the link from your agent.',
    );
    const invented = start.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
    const { text } = await guess.does(() => guess.person.opens('casa_bot', invented));
    expect(text).toContain('Use the link from your agent.');
  });

  it('signs in on WhatsApp by the words that its link has ready', async () => {
    const office = await anOfficeOnWhatsApp();
    const { to } = await provenIn(office);
    const words = new URL(to('wa.me')).searchParams.get('text') ?? '';
    const [phone, other] = [office.whatsApp('Carla'), office.whatsApp('Eve')];

    expect(words).toMatch(/^START [\w-]{20,64}$/);
    expect((await phone.writes(words)).map(({ text }) => text).join()).toContain(WELCOME);
    expect((await other.writes(words)).map(({ text }) => text).join()).toContain(DOOR);
  });

  it('signs in in Teams by the words to copy, and says nothing in a group', async () => {
    const office = await anOfficeOnTeams();
    const { carla, page, to } = await provenIn(office);
    const words = /<code>([^<]+)<\/code>/.exec(page)?.[1] ?? '';
    const phone = office.phoneOf('Carla');
    const group = { id: 'a:chat-1', conversationType: 'groupChat', isGroup: true };

    const mail = await office.mailbox.mail(carla.email, 1);
    const short = /^Teams\r?\n(\S+)/m.exec(mail)?.[1] ?? '';
    expect(short).toMatch(/\/go\/[\w-]{20,64}$/);
    const led = await fetch(short, { redirect: 'manual' });
    expect(led.headers.get('location')).toMatch(/^https:\/\/teams\.microsoft\.com\/.*&message=START%20[\w-]+$/);
    const nowhere = await fetch(`${short.slice(0, -3)}xxx`, {
      redirect: 'manual',
      headers: { 'accept-language': 'de' },
    });
    expect([nowhere.status, await nowhere.text()]).toEqual([404, expect.stringContaining('nicht mehr gültig')]);
    expect(new URL(to('teams.microsoft.com')).searchParams.get('message')).toBe(words);
    await phone.person.sends({ type: 'message', text: words, conversation: group });
    expect((await phone.writes(words.toLowerCase().replace(/(?<=start ).*/, words.slice(6)))).at(-1)?.text).toContain(
      WELCOME,
    );
  });
});
