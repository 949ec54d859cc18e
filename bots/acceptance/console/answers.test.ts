import { beforeAll, describe, expect, it, vi } from 'vitest';
import { answersMenu } from '#adapters/console/answers/menu.ts';
import { createSay } from '#adapters/console/say.ts';
import type { Phone } from '#bots/acceptance/a-phone.ts';
import { anOffice, type Client, type Office } from '#bots/acceptance/an-office.ts';
import { newId } from '#db/testing.ts';
import { aDesk } from './a-desk.ts';
import { aUser, signedIn, theAdmin, type User } from './a-user.ts';
import { plain } from './a-visitor.ts';

const PAGE = '/crm/settings/answers';
const ADD = `${PAGE}/add`;

/** A form with the menu beside its field, as a composer has it. */
async function aForm(): Promise<string> {
  const answer = (title: string, en: string) => ({
    ...{ id: newId<'saved answer'>(), user: null, title, texts: { en }, forWords: [] },
  });
  const all = [answer('Hello', 'Dear {first_name}, '), answer('Garage', '{home} is free on {date}.')];
  const none = () => Promise.reject(new Error('nothing is changed'));
  const menu = await answersMenu(
    {
      ...{ say: createSay('en'), user: { singleKeys: true }, company: { defaultLanguage: 'en' } },
      agent: { id: newId<'user'>(), name: 'Ana', role: 'Employee' },
      kept: { savedAnswers: { seenBy: async () => all, take: none, add: none, change: none, remove: none } },
    },
    { into: 'words', client: { firstName: 'Sanne', language: 'en', home: 'Villa Sol' } },
  );
  return `<form id="composer" action="/crm/today"><label for="words">Words</label><textarea id="words" name="text"></textarea>${menu}<button>Go</button></form>`;
}

describe('saved answers at the desk', () => {
  let office: Office;
  let ana: User;
  let eva: User;
  let sanne: Client;
  let phone: Phone;
  beforeAll(async () => {
    office = await anOffice();
    ana = theAdmin(office);
    eva = await aUser(office, 'Eva', { role: 'Employee' });
    sanne = await office.aClient('Sanne', { language: 'en' });
    phone = office.phone('Sanne');
    await office.signsIn(phone, sanne.email);
  });

  const titles = async (user: User) => plain((await (await signedIn(office, user)).get(`${PAGE}?part=answers`)).text);

  it('are kept by forms, without script too: one’s own, and by Admins the office’s', async () => {
    const visitor = await signedIn(office, ana);
    const form = async () => (await visitor.get(PAGE)).text;
    const wrong = await visitor.sends(await form(), ADD, { title: '', 'text-en': '' });
    expect(wrong.status).toBe(422);
    expect(plain(wrong.text)).toContain('Give it a title of 1 to 100 characters. ');
    expect(plain(wrong.text)).toContain('Write it in one language at least.');
    const done = await visitor.sends(await form(), ADD, {
      ...{
        title: 'Heated <pool>',
        'text-en': 'Yes, {first_name}.',
        'text-nl': 'Ja.',
        for: 'garden, terrace',
        whose: 'office',
      },
    });
    expect(done).toMatchObject({ status: 303, to: PAGE });
    expect(await titles(eva)).toContain('Heated <pool> The office’s');

    const employee = await signedIn(office, eva);
    const theirs = (await employee.get(PAGE)).text;
    expect(theirs).not.toMatch(/\/(change|remove)"/);
    await employee.sends(theirs, ADD, { title: 'Of Eva', 'text-en': 'x', whose: 'mine' });
    expect([await titles(eva), await titles(ana)].map((seen) => seen.includes('Of Eva'))).toEqual([true, false]);
    const refused = await employee.sends((await employee.get(PAGE)).text, ADD, {
      ...{ title: 'Not hers', 'text-en': 'x', whose: 'office' },
    });
    await employee.get(refused.to ?? PAGE);
    expect(await titles(ana)).not.toContain('Not hers');

    const [, remove = ''] = /action="([^"]*\/remove)"/.exec((await employee.get(PAGE)).text) ?? [];
    await employee.sends((await employee.get(PAGE)).text, remove);
    expect(await titles(eva)).not.toContain('Of Eva');
  });

  it('stand on what a client wrote where their words fit, and are sent by one press', async () => {
    const saved = (title: string, words: readonly string[], text: string) =>
      office.api('POST', '/answers', { title, texts: { en: text }, for: words, whose: 'office' });
    await saved('Yes, she is welcome', ['sister', 'come along'], '{first_name}, she is welcome. {agent}');
    await saved('Not whole', ['sister'], 'On {date}.');
    await saved('Third', ['saturday'], 'Saturday.');
    await saved('Garage', ['garage'], 'It has one.');
    const desk = await aDesk(office, ana);
    await desk.opens('/crm/today');

    await phone.writes('Is the pool heated? And may my sister come along on Saturday?');
    await phone.taps('Send to agent');

    await desk.byRole('button', 'Yes, she is welcome');
    const answers = await desk.page.$$eval('#waits form[action$="/answer"]', (all) =>
      all.map((each) => each.textContent),
    );
    expect(answers.map((each) => each?.trim())).toEqual(['Yes, she is welcome', 'Third']);
    expect(await desk.faults()).toEqual([]);
    await desk.presses('Yes, she is welcome');
    await desk.sees('Sent to Sanne.', '#result-done');
    await vi.waitFor(async () => expect(JSON.stringify(phone.all())).toContain('Sanne, she is welcome.'), 10_000);
    await desk.page.waitForFunction(() => !document.querySelector('#waits form[action$="/answer"]'));
    expect(desk.complaints()).toEqual([]);
  });

  it('are not sent with a hole, nor to a client of another office', async () => {
    const visitor = await signedIn(office, ana);
    const csrf = /name="csrf" value="([^"]*)"/.exec((await visitor.get(PAGE)).text)?.[1] ?? '';
    const answer = (contact: string, text: string) => visitor.posts(`/crm/contacts/${contact}/answer`, { csrf, text });
    const before = await office.api('GET', `/contacts/${sanne.contact}/messages`);
    await answer(sanne.contact, 'On {date}.');
    await answer(sanne.contact, ' ');
    expect((await office.api('GET', `/contacts/${sanne.contact}/messages`)).body).toEqual(before.body);
    const script = { 'sec-fetch-site': 'same-origin', 'hx-request': 'true' };
    const stranger = `/crm/contacts/00000000-0000-7000-8000-000000000000/answer`;
    expect((await visitor.posts(stranger, { csrf, text: 'x' }, script)).status).toBe(404);
  });

  it('are put in where the cursor stands, and are not sent while a hole is open', async () => {
    const desk = await aDesk(office, ana);
    await desk.opens('/crm/today');
    const { page } = desk;
    await page.$eval('#main > .measure', (main, form) => main.insertAdjacentHTML('beforeend', form), await aForm());
    const words = () => page.$eval('#words', (box) => (box as HTMLTextAreaElement).value);
    await page.type('#words', 'AZ');
    await page.keyboard.press('ArrowLeft');
    await page.$eval('#words', (box) => (box as HTMLTextAreaElement).blur());
    await page.keyboard.press('/');
    await page.waitForFunction(() => document.activeElement?.id === 'words-answers-words');
    await page.keyboard.type('dear');
    expect(await page.$$eval('#words-answers li:not([hidden])', (all) => all.length)).toBe(1);
    await page.click('#words-answers li:not([hidden]) button');
    expect(await words()).toBe('ADear Sanne, Z');
    await page.click('.answers summary');
    await desk.fills('Search saved answers', 'garage');
    await page.click('#words-answers li:not([hidden]) button');
    expect(await words()).toBe('ADear Sanne, Villa Sol is free on {date}.Z');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('{date}');
    await desk.presses('Go');
    expect(await words()).toContain('{date}');
    await page.keyboard.type('Friday');
    await Promise.all([page.waitForNavigation(), desk.presses('Go')]);
    expect(new URL(page.url()).searchParams.get('text')).toBe('ADear Sanne, Villa Sol is free on Friday.Z');
    expect(desk.complaints()).toEqual([]);
  });

  it('have a page of the settings without a fault that axe knows', async () => {
    const desk = await aDesk(office, ana);
    await desk.opens(PAGE);
    await desk.page.click('#new-answer > summary');
    expect(await desk.faults()).toEqual([]);
    expect(desk.complaints()).toEqual([]);
  });
});
