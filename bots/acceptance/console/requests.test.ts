import { beforeAll, describe, expect, it, vi } from 'vitest';
import { anOffice, type Body, type Office } from '#bots/acceptance/an-office.ts';
import { aDesk } from './a-desk.ts';
import { aRequest, GERMAN } from './a-request.ts';
import { aUser, signedIn, theAdmin, type User } from './a-user.ts';
import { hiddenIn, plain, type Visitor } from './a-visitor.ts';

const TODAY = '/crm/today';
const REQUESTS = '/crm/requests';

describe('requests at the desk', () => {
  let office: Office;
  let ana: User;
  beforeAll(async () => {
    office = await anOffice();
    ana = theAdmin(office);
  });

  const meeting = async (id: string): Promise<Body> => (await office.api('GET', `/meetings/${id}`)).body;
  /** The times that a request's row offers, in their order. */
  const starts = (page: string, id: string): readonly string[] => {
    const form = page
      .match(/<form[\s\S]*?<\/form>/g)
      ?.find((each) => each.includes(`action="${REQUESTS}/${id}/accept"`));
    return [...(form ?? '').matchAll(/name="start" value="([^"]+)"/g)].map(([, start = '']) => start);
  };
  const row = (page: string, id: string): string =>
    plain(page.match(/<li class="row"[\s\S]*?<\/li>/g)?.find((each) => each.includes(id)) ?? '');

  it('are answered by one form, without script, once however often it is sent', async () => {
    const { phone, meeting: id } = await aRequest(office, 'Emma', 'Finca Uno');
    const visitor = await signedIn(office, ana);
    const page = (await visitor.get(TODAY)).text;
    expect(row(page, id)).toContain('Emma Jansen asks to view Finca Uno');
    const [first = ''] = starts(page, id);
    const fields = { ...hiddenIn(page, `${REQUESTS}/${id}/accept`), start: first };

    const [one, again] = [
      await visitor.posts(`${REQUESTS}/${id}/accept`, fields),
      await visitor.posts(`${REQUESTS}/${id}/accept`, fields),
    ];

    expect([one.status, one.to, again.status]).toEqual([303, TODAY, 303]);
    const after = (await visitor.get(TODAY)).text;
    expect(plain(after)).toMatch(/Confirmed: \w+ \d+ \w+, \d\d:\d\d\. Emma is told on Telegram\./);
    expect(row(after, id)).toBe('');
    expect(await meeting(id)).toMatchObject({ status: 'confirmed', start_date: new Date(first).toISOString() });
    await phone.gets(({ text }) => text.includes('Confirmed:'));
    const lines = (await office.api('GET', `/deals/${(await meeting(id)).deal_id}/activities`)).body.items;
    expect(lines.filter(({ type }: Body) => type === 'viewing_confirmed')).toHaveLength(1);
    expect(plain((await visitor.get(REQUESTS)).text)).toContain('Finca Uno');
  });

  it('are won by one of two agents who accept different dates; the other reads who did it', async () => {
    const { meeting: id } = await aRequest(office, 'Jonas', 'Finca Dos');
    const lucia = await aUser(office, 'Lucia', { role: 'Admin' });
    const visitors: readonly Visitor[] = [await signedIn(office, ana), await signedIn(office, lucia)];
    await visitors[1]?.posts('/crm/whose', {
      ...hiddenIn((await visitors[1].get(TODAY)).text, '/crm/whose'),
      whose: 'office',
    });
    const pages = await Promise.all(visitors.map((visitor) => visitor.get(TODAY)));
    const times = starts(pages[0]?.text ?? '', id);
    expect(times).toHaveLength(2);

    for (const [at, visitor] of visitors.entries())
      await visitor.sends(pages[at]?.text ?? '', `${REQUESTS}/${id}/accept`, { start: times[at] ?? '' });

    expect(await meeting(id)).toMatchObject({
      status: 'confirmed',
      start_date: new Date(times[0] ?? '').toISOString(),
    });
    const told = plain((await visitors[1]?.get(TODAY))?.text ?? '');
    expect(told).toContain('Not done:');
    expect(told).toContain('confirmed');
  });

  it('are declined with a reason, which is asked for where there is none', async () => {
    const { phone, meeting: id } = await aRequest(office, 'Sanne', 'Finca Tres');
    const visitor = await signedIn(office, ana);
    const dialog = (await visitor.get(`${REQUESTS}/${id}/decline?from=${TODAY}&in=waits`)).text;
    expect(plain(dialog)).toContain('Decline the request');

    const without = await visitor.sends(dialog, `${REQUESTS}/${id}/decline`, { reason: '  ' });
    expect([without.status, plain(without.text).includes('Give a reason; Sanne reads it.')]).toEqual([422, true]);
    const long = await visitor.sends(dialog, `${REQUESTS}/${id}/decline`, { reason: 'x'.repeat(1001) });
    expect(long.status).toBe(422);
    const board = (await visitor.get(REQUESTS)).text;
    expect((await visitor.sends(board, `${REQUESTS}/${id}/decline`, { why: 'other' })).status).toBe(422);
    expect((await meeting(id)).status).toBe('pending');
    const done = await visitor.sends(dialog, `${REQUESTS}/${id}/decline`, { reason: 'The owner is away.' });

    expect([done.status, done.to]).toEqual([303, TODAY]);
    expect(await meeting(id)).toMatchObject({ status: 'rejected', reason: 'The owner is away.' });
    await phone.gets(({ text }) => text.includes('The owner is away.'));
  });

  it('get another time, which the client is asked about; one that can’t be is refused in words', async () => {
    const { phone, meeting: id } = await aRequest(office, 'Pia', 'Finca Cuatro');
    const visitor = await signedIn(office, ana);
    const action = `${REQUESTS}/${id}/time`;
    const dialog = (await visitor.get(`${action}?from=${REQUESTS}&in=toAnswer`)).text;
    for (const [fields, words] of [
      [{ day: '', clock: '' }, 'Choose a day and a time.'],
      [{ day: '2026-02-30', clock: '10:00' }, 'Choose a day and a time.'],
      [{ day: '2020-01-01', clock: '10:00' }, 'The time must be in the future.'],
      [{ day: '2031-01-01', clock: '23:30' }, 'Choose a time between 07:00 and 22:00.'],
    ] as const) {
      const refused = await visitor.sends(dialog, action, { ...fields, do: 'offer' });
      expect([refused.status, plain(refused.text).includes(words)]).toEqual([422, true]);
    }

    const offered = await visitor.sends(dialog, action, { day: '2031-01-01', clock: '10:15', do: 'offer' });

    expect([offered.status, offered.to]).toEqual([303, REQUESTS]);
    await phone.gets(({ text }) => text.includes('10:15'));
    const board = plain((await visitor.get(REQUESTS)).text);
    expect(board).toContain('You offered Wed 1 Jan, 10:15');
  });

  it('carry a word to the client beside another time, as it was shown before in their language', async () => {
    const { client, phone, meeting: id } = await aRequest(office, 'Greta', 'Finca Ocho', { language: 'de' }, GERMAN);
    const visitor = await signedIn(office, ana);
    const action = `${REQUESTS}/${id}/time`;
    const evil = 'Dann ist das <b>Licht</b> & die Luft gut.';
    const asked = new URLSearchParams({ day: '2031-01-02', clock: '10:15', word: evil });
    const reads = plain((await visitor.get(`${action}?${asked}&part=reads`)).text);
    expect(reads).toContain('Greta reads, in German');
    expect(reads).toContain(`„${evil}“`);
    expect(reads).toContain('Annehmen');
    const dialog = (await visitor.get(`${action}?from=${REQUESTS}&in=toAnswer`)).text;
    const fields = { day: '2031-01-02', clock: '10:15', do: 'offer' };
    const long = await visitor.sends(dialog, action, { ...fields, word: 'x'.repeat(201) });
    expect([long.status, plain(long.text)]).toEqual([422, expect.stringContaining('200 characters at most')]);

    await visitor.sends(dialog, action, { ...fields, word: evil });

    await phone.gets(({ text }) => text.includes(`„${evil}“`));
    expect(await meeting(id)).toMatchObject({ reason: evil, proposed_start_date: '2031-01-02T09:15:00.000Z' });
    expect(plain((await visitor.get(REQUESTS)).text)).toContain(`“${evil}”`);
    expect(plain((await visitor.get(`/crm/contacts/${client.contact}`)).text)).toContain(`Thu 2 Jan, 10:15 ${evil}`);
  });

  it('get the next free time in one click, once, and not over what a colleague did meanwhile', async () => {
    const { phone, meeting: id } = await aRequest(office, 'Olaf', 'Finca Nueve');
    const visitor = await signedIn(office, ana);
    const action = `${REQUESTS}/${id}/offer`;
    const page = (await visitor.get(REQUESTS)).text;
    const stale = await signedIn(office, ana);
    const old = { offer: (await stale.get(REQUESTS)).text, time: (await stale.get(`${REQUESTS}/${id}/time`)).text };
    const form = page.match(/<form[\s\S]*?<\/form>/g)?.find((each) => each.includes(`action="${action}"`)) ?? '';
    const start = /name="start" value="([^"]+)"/.exec(form)?.[1] ?? '';
    expect(plain(form)).toMatch(/Offer \w+ \d+ \w+, \d\d:\d\d/);
    expect(starts(page, id)).not.toContain(start);
    const fields = { ...hiddenIn(page, action), start };

    const [one, again] = [await visitor.posts(action, fields), await visitor.posts(action, fields)];

    expect([one.status, again.status]).toEqual([303, 303]);
    expect(plain((await visitor.get(REQUESTS)).text)).toContain('Olaf is asked on Telegram.');
    await phone.gets(({ text }) => text.includes('offers:'));
    expect(await meeting(id)).toMatchObject({ status: 'pending', proposed_start_date: start });
    const lines = (await office.api('GET', `/deals/${(await meeting(id)).deal_id}/activities`)).body.items;
    expect(lines.filter(({ type }: Body) => type === 'viewing_proposed')).toHaveLength(1);
    // Pages that were made before it: neither another offer nor an acceptance goes over it unseen.
    await stale.sends(old.time, `${REQUESTS}/${id}/time`, { day: '2031-01-03', clock: '10:15', do: 'offer' });
    expect(plain((await stale.get(REQUESTS)).text)).toMatch(/Not done: .+ has offered/);
    await stale.sends(old.offer, `${REQUESTS}/${id}/accept`, { start: starts(old.offer, id)[0] ?? '' });
    expect(plain((await stale.get(REQUESTS)).text)).toMatch(/Not done: .+ has offered/);
    expect(await meeting(id)).toMatchObject({ status: 'pending', proposed_start_date: start });
    await phone.taps('Accept', phone.has('Accept')?.id);
    await office.settled();
    await stale.sends(old.time, `${REQUESTS}/${id}/time`, { day: '2031-01-03', clock: '10:15', do: 'offer' });
    expect(plain((await stale.get(REQUESTS)).text)).toContain('Not done: Olaf Jansen confirmed');
    expect(await meeting(id)).toMatchObject({ status: 'confirmed', start_date: start });
  });

  it('show in a browser what the client will read, as the agent writes it', async () => {
    const { phone, meeting: id } = await aRequest(office, 'Ida', 'Finca Diez');
    const own = await aDesk(office, ana);
    await own.opens(REQUESTS);
    const opens = await own.page.waitForSelector(`#card-${id} a[href^="${REQUESTS}/${id}/time"]`);
    await opens?.click();
    await own.byRole('dialog', 'Offer another time');
    await own.fills('A word to Ida, if you like', 'See you');
    await own.page.click('#dialog .times button[aria-pressed]');
    await own.sees('“See you”', '#reads');
    expect(await own.page.$eval('#word', (field) => (field as HTMLInputElement).value)).toBe('See you');
    await own.page.focus('#word');
    await own.page.keyboard.press('End');
    await own.page.keyboard.type(' soon');
    await own.sees('“See you soon”', '#reads');
    expect(await own.faults()).toEqual([]);
    await own.page.keyboard.press('Enter');

    await own.sees('Ida is asked on Telegram', '#result-done');
    await phone.gets(({ text }) => text.includes('“See you soon”'));
    expect(own.complaints()).toEqual([]);
  });

  it('show people’s words as words, and other offices nothing', async () => {
    const evil = '<script>alert(1)</script>';
    const { meeting: id } = await aRequest(office, 'Vera', `Casa ${evil}`);
    const visitor = await signedIn(office, ana);
    for (const path of [TODAY, REQUESTS, `${REQUESTS}/${id}/decline`, `${REQUESTS}/${id}/time`]) {
      const { text } = await visitor.get(path);
      expect(text).not.toContain(evil);
      expect(text).toContain('&lt;script&gt;');
    }
    for (const wrong of ['x', '00000000-0000-4000-8000-000000000000'])
      for (const path of ['time', 'decline', 'cancel'])
        expect((await visitor.get(`${REQUESTS}/${wrong}/${path}`)).status).toBe(404);
  });

  it('stand in two browsers by themselves, and are gone in both after one click', async () => {
    const lucia = await aUser(office, 'Bea', { role: 'Admin' });
    const [own, other] = [await aDesk(office, ana), await aDesk(office, lucia)];
    await own.opens(TODAY);
    await other.opens(TODAY);
    await other.presses('Whole office');
    await other.sees('Today');

    const { phone, meeting: id } = await aRequest(office, 'Kim', 'Finca Cinco');
    await Promise.all([
      own.sees('Kim Jansen asks to view Finca Cinco'),
      other.sees('Kim Jansen asks to view Finca Cinco'),
    ]);
    const button = await own.page.waitForSelector(`#accept-${id} button[name="start"]`);
    await button?.click();

    await own.sees('Kim is told on Telegram', '#result-done');
    await phone.gets(({ text }) => text.includes('Confirmed:'));
    for (const desk of [own, other])
      await desk.page.waitForFunction((gone) => !document.getElementById(`request-${gone}`), {}, id);
    expect([...own.complaints(), ...other.complaints()]).toEqual([]);
  });

  it('are answered by keys alone, and the page has no fault that axe knows', async () => {
    const { meeting: id } = await aRequest(office, 'Lou', 'Finca Seis');
    const own = await aDesk(office, ana);
    for (const path of [TODAY, REQUESTS]) {
      await own.opens(path);
      await own.sees('Finca Seis');
      expect([path, await own.faults()]).toEqual([path, []]);
    }
    await own.opens(TODAY);
    await own.page.waitForSelector(`#request-${id}`);
    await own.page.keyboard.press('j');
    await vi.waitUntil(async () => {
      const isThere = await own.page.$eval(`#request-${id}`, (each) => each.getAttribute('aria-current') === 'true');
      if (!isThere) await own.page.keyboard.press('j');
      return isThere;
    });
    await own.page.keyboard.press('o');
    await own.byRole('dialog', 'Offer another time');
    expect(await own.faults()).toEqual([]);
    await own.page.keyboard.press('Escape');
    await own.page.keyboard.press('1');

    await own.sees('Lou is told on Telegram', '#result-done');
    expect((await meeting(id)).status).toBe('confirmed');
    expect(own.complaints()).toEqual([]);
  });
});
