import { beforeAll, describe, expect, it, vi } from 'vitest';
import { anOffice, type Office } from '#bots/acceptance/an-office.ts';
import { aDesk, type Desk } from './a-desk.ts';
import { aRequest } from './a-request.ts';
import { writesToAgent } from './a-talk.ts';
import { signedIn, theAdmin } from './a-user.ts';
import { plain } from './a-visitor.ts';

/** The viewing is agreed since yesterday, begins soon, and its client has not said that they come. */
const AGREED = `
  update meetings set status = 'confirmed', start_date = now() + interval '90 minutes', end_date = now() + interval '2 hours',
    history = jsonb_build_array(jsonb_build_object('at', now() - interval '1 day', 'start_date', now() + interval '90 minutes'))
  where id = $1 returning id`;

describe('keys alone', () => {
  let office: Office;
  beforeAll(async () => {
    office = await anOffice();
  });
  /** Opens the palette, and does what the words find first. */
  const does = async (desk: Desk, words: string, first: string) => {
    const { keyboard } = desk.page;
    await keyboard.down('Control');
    await keyboard.press('k');
    await keyboard.up('Control');
    await desk.page.waitForSelector('dialog#find[open]');
    await keyboard.type(words);
    await desk.page.waitForFunction(
      (wanted) => document.querySelector('#found [aria-selected="true"]')?.textContent?.includes(wanted),
      {},
      first,
    );
    await Promise.all([desk.page.waitForNavigation(), keyboard.press('Enter')]);
  };
  const meeting = async (id: string) => (await office.api('GET', `/meetings/${id}`)).body;

  it('do the work of a day: accept a request, note who comes, answer, take a chat and give it back', async () => {
    const emma = await aRequest(office, 'Emma', 'Finca Alta');
    const jonas = await aRequest(office, 'Jonas', 'Villa Baja');
    await office.product().database.systemScope((tx) => tx.rows(AGREED, [jonas.meeting]));
    await writesToAgent(jonas.phone, 'Is there a lift?');
    const desk = await aDesk(office, theAdmin(office));
    const { page } = desk;
    await desk.opens('/crm/today');
    await page.waitForSelector('#live');

    await does(desk, 'accept emma', 'Accept Emma’s request');
    await desk.sees('Confirmed:', '#result');
    expect(new URL(page.url()).pathname).toBe('/crm/today');
    expect((await meeting(emma.meeting)).status).toBe('confirmed');
    await emma.phone.gets(({ text }) => text.includes('Confirmed:'));

    await does(desk, 'is coming jonas', 'Jonas is coming: Villa Baja');
    await desk.sees('Marked as coming.', '#result');
    expect((await meeting(jonas.meeting)).attendance).toBe('coming');

    const isMarked = () =>
      page.$eval('[data-row][aria-current="true"]', (row) => row.textContent?.includes('lift')).catch(() => false);
    for (let steps = 0; steps < 5 && !(await isMarked()); steps += 1) await page.keyboard.press('j');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('r')]);
    await page.waitForFunction(() => document.activeElement?.id === 'message');
    await page.keyboard.type('Yes, a small one.');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await jonas.phone.gets(({ text }) => text.includes('Yes, a small one.'));

    await does(desk, 'take over jonas', 'Take over Jonas’s chat');
    await desk.sees('Hand back', '#stand');
    await does(desk, 'hand back jonas', 'Hand Jonas’s chat back');
    await desk.sees('Take over', '#stand');
    expect(desk.complaints()).toEqual([]);
  });

  it('find no deed that can’t be done, and do each once, without script too', async () => {
    const { meeting: id } = await aRequest(office, 'Sanne', 'Casa Sola');
    const visitor = await signedIn(office, theAdmin(office));
    const page = async () => (await visitor.get('/crm/find?q=accept+sanne')).text;
    const action = `/crm/requests/${id}/accept`;
    const form = /name="start" value="([^"]+)"/.exec(await page());

    expect(plain(await page())).toContain('Accept Sanne’s request');
    expect((await visitor.sends(await page(), action, { start: form?.[1] ?? '' })).status).toBe(303);
    await vi.waitUntil(async () => (await meeting(id)).status === 'confirmed');
    expect(plain(await page())).not.toContain('Accept Sanne');
    await office.aClient('Berta');
    expect(plain((await visitor.get('/crm/find?q=berta')).text)).not.toContain('Take over');
  });
});
