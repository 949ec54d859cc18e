import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, type Body, dayIn, type Office } from '#bots/acceptance/an-office.ts';
import { aDesk, SIZES } from './a-desk.ts';
import { type Asked, aRequest } from './a-request.ts';
import { signedIn, theAdmin, type User } from './a-user.ts';
import { plain } from './a-visitor.ts';

const REQUESTS = '/crm/requests';
/** A Tuesday some weeks ahead: the days after it stand in the same week. */
const TUESDAY = 36 + ((9 - new Date(`${dayIn(36)}T12:00:00Z`).getUTCDay()) % 7);
const on = (ahead: number): string => `${REQUESTS}?view=calendar&day=${dayIn(ahead)}`;

describe('the week of viewings at the desk', () => {
  let office: Office;
  let ana: User;
  let emma: Asked;
  let jonas: Asked;
  beforeAll(async () => {
    office = await anOffice();
    ana = theAdmin(office);
    emma = await aRequest(office, 'Emma', 'Finca Alba');
    jonas = await aRequest(office, 'Jonas', 'Finca Bosque');
    await at(emma, 'confirm', TUESDAY, '10:00');
    await at(jonas, 'confirm', TUESDAY, '10:30');
  });

  const at = ({ meeting }: Asked, deed: 'confirm' | 'propose', ahead: number, time: string): Promise<Body> =>
    office.api('POST', `/meetings/${meeting}/${deed}`, { start_date: `${dayIn(ahead)}T${time}:00Z` });
  /** What stands on a day of the week, in its order. */
  const entries = (page: string, day: string): readonly string[] => {
    const list = page
      .match(/<section class="day-list[\s\S]*?<\/section>/g)
      ?.find((each) => each.includes(`day-${day}`));
    return (list?.match(/<li[\s\S]*?<\/li>/g) ?? []).map(plain);
  };

  it('shows each on its day, and what lies across it, whoever’s the list is', async () => {
    const visitor = await signedIn(office, ana);

    const page = (await visitor.get(on(TUESDAY))).text;

    const [first = '', second = ''] = entries(page, dayIn(TUESDAY));
    expect(first).toMatch(/^\d\d:\d\d–\d\d:\d\d Finca Alba Emma Jansen At the same time as Finca Bosque$/);
    expect(second).toContain('Finca Bosque Jonas Jansen At the same time as Finca Alba');
    expect(plain(page)).not.toContain('No viewing is agreed');
    expect(plain((await visitor.get(on(80))).text)).toContain(
      'No viewing is agreed, offered or asked for in this week.',
    );
    // What is no day is today.
    expect((await visitor.get(`${REQUESTS}?view=calendar&day=2026-13-45`)).status).toBe(200);
    expect(plain((await visitor.get(`${REQUESTS}?view=calendar`)).text)).toContain(' to ');
  });

  it('shows a home that is viewed twice at once, what is offered, and what is asked for', async () => {
    const kim = await aRequest(office, 'Kim', 'Finca Cala');
    await at(kim, 'propose', 47, '09:00');
    const lou = await office.aClient('Lou');
    const { property_id } = (await office.api('GET', `/meetings/${kim.meeting}`)).body;
    await office.offers(lou.deal, property_id);
    const phone = office.phone('Lou');
    await office.signsIn(phone, lou.email);
    for (const label of ['New properties', 'Details', 'Request viewing', 'Mark interested']) await phone.taps(label);
    await phone.writes(dayIn(4));
    await phone.taps('Send request');
    await office.settled();
    const visitor = await signedIn(office, ana);
    expect(entries((await visitor.get(on(4))).text, dayIn(4)).join()).toContain('Finca Cala Lou Jansen Asked for');
    const [asked] = (await office.api('GET', '/meetings?waiting=true')).body.items;
    await at({ ...kim, meeting: asked.id }, 'confirm', 47, '09:15');

    const [first = '', second = ''] = entries((await visitor.get(on(47))).text, dayIn(47));

    expect(first).toContain('Finca Cala Kim Jansen Offered Lou Jansen views it then too');
    expect(second).toContain('Finca Cala Lou Jansen Kim Jansen views it then too');
  });

  it('opens the card of a viewing, from which it is moved and called off, and comes anew by itself', async () => {
    const own = await aDesk(office, ana);
    await own.opens(on(TUESDAY));
    await (await own.page.waitForSelector(`#on-${dayIn(TUESDAY)}-${emma.meeting} a`))?.click();
    await own.byRole('dialog', 'Viewing');
    expect(await own.faults()).toEqual([]);
    await (await own.page.waitForSelector(`#dialog a[href^="${REQUESTS}/${emma.meeting}/time"]`))?.click();
    await own.sees('Move the viewing', '#dialog');
    await own.page.waitForFunction(() => document.getElementById('dialog')?.contains(document.activeElement));
    await own.page.$eval(
      '#day',
      (field, day) => {
        if (field instanceof HTMLInputElement) field.value = day;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      },
      dayIn(TUESDAY + 1),
    );
    await own.page.$eval('#clock', (field) => {
      if (field instanceof HTMLInputElement) field.value = '12:00';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await own.sees('It was on', '#reads');
    await own.page.keyboard.press('Escape');
    await office.api('POST', `/meetings/${emma.meeting}/move`, { start_date: `${dayIn(TUESDAY + 1)}T10:00:00Z` });
    await own.page.waitForSelector(`#on-${dayIn(TUESDAY + 1)}-${emma.meeting}`);
    await own.page.waitForFunction(() => !document.body.textContent?.includes('At the same time as'));
    await (await own.page.waitForSelector(`#on-${dayIn(TUESDAY + 1)}-${emma.meeting} a`))?.click();
    await (await own.page.waitForSelector(`#dialog a[href^="${REQUESTS}/${emma.meeting}/cancel"]`))?.click();
    await own.page.waitForSelector('#dialog #reason');
    await own.page.type('#reason', 'The road is shut.');
    await own.page.click('#dialog button.danger');
    await own.sees('Emma is told on Telegram', '#result-done');
    await own.page.waitForFunction(
      (id) => !document.getElementById(id),
      {},
      `on-${dayIn(TUESDAY + 1)}-${emma.meeting}`,
    );
    await emma.phone.gets(({ text }) => text.includes('The road is shut.'));
    expect(own.complaints()).toEqual([]);
  });

  it('shows one day at a time on a phone, one lane at a time too, and keeps both in the address', async () => {
    const own = await aDesk(office, ana);
    await own.page.setViewport(SIZES.phone);
    await own.opens(on(TUESDAY));
    const seen = () =>
      own.page.$$eval(
        '.day-list, .lane',
        (all) =>
          all.filter((each) => each.checkVisibility()).map(({ id, ariaLabel }) => id || (ariaLabel ?? '')).length,
      );
    expect(await seen()).toBe(1);
    const other = await own.page.waitForSelector('.week-days a:not([aria-current])');
    const day = await other?.evaluate((link) => new URL((link as HTMLAnchorElement).href).searchParams.get('day'));
    await Promise.all([own.page.waitForNavigation(), other?.click()]);
    expect([new URL(own.page.url()).searchParams.get('day'), await seen()]).toEqual([day, 1]);
    expect(await own.faults()).toEqual([]);

    await own.page.setViewport(SIZES.phone);
    await own.opens(REQUESTS);
    expect([await seen(), await own.page.$$eval('#toAnswer', ([lane]) => lane?.checkVisibility())]).toEqual([1, true]);
    const link = await own.page.waitForSelector('#lane-confirmed');
    const before = await link?.evaluate((each) => each.textContent);
    await Promise.all([own.page.waitForNavigation(), link?.click()]);
    expect(new URL(own.page.url()).search).toBe('?lane=confirmed');
    expect([await seen(), await own.page.$$eval('#confirmed', ([lane]) => lane?.checkVisibility())]).toEqual([1, true]);
    const nina = await aRequest(office, 'Nina', 'Finca Dehesa');
    await at(nina, 'confirm', 30, '10:00');
    await own.page.waitForFunction((was) => document.getElementById('lane-confirmed')?.textContent !== was, {}, before);
    expect(await own.page.$$eval('#confirmed', ([lane]) => lane?.checkVisibility())).toBe(true);
    expect(await own.faults()).toEqual([]);
    expect(own.complaints()).toEqual([]);
  });

  it('is 404 where there is no such viewing, and shows people’s words as words', async () => {
    const visitor = await signedIn(office, ana);
    for (const wrong of ['x', '00000000-0000-4000-8000-000000000000'])
      expect((await visitor.get(`${REQUESTS}/${wrong}`)).status).toBe(404);
    const evil = await aRequest(office, 'Vera', 'Casa <script>alert(1)</script>');
    await at(evil, 'confirm', 33, '10:00');
    for (const path of [on(33), `${REQUESTS}/${evil.meeting}`]) {
      const { text } = await visitor.get(path);
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toContain('<script>alert');
    }
  });
});
