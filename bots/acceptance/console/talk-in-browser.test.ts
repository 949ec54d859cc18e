import { beforeAll, describe, expect, it, vi } from 'vitest';
import { aRecording } from '#adapters/media/a-recording.ts';
import { signsInOnWhatsApp } from '#bots/acceptance/on-whatsapp.ts';
import { aDesk, SIZES } from './a-desk.ts';
import { NEWS_MS } from './a-stream.ts';
import { aPicture, aTalk, comesHome, writesToAgent } from './a-talk.ts';
import { theAdmin } from './a-user.ts';

/** What can be pressed on the page and reaches beyond its edge. */
const cutOff = ({ page }: Awaited<ReturnType<typeof aDesk>>) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main :is(.btn, button, a)')]
      .filter((each) => each.offsetParent !== null && each.getBoundingClientRect().right > innerWidth)
      .map((each) => each.textContent),
  );

describe('a talk in a browser', () => {
  let talk: Awaited<ReturnType<typeof aTalk>>;
  let path: string;
  beforeAll(async () => {
    talk = await aTalk();
    path = `/crm/messages/${talk.carla.contact}`;
    await writesToAgent(talk.hand, 'Is the pool heated?');
  }, 60_000);
  const typed = (desk: Awaited<ReturnType<typeof aDesk>>) =>
    desk.page.$eval('#message', (field) => (field as HTMLTextAreaElement).value);

  it('has a client’s message in the open log within 2 s, and leaves alone what is typed', async () => {
    const desk = await aDesk(talk, talk.lucia);
    await desk.opens(path);
    await desk.fills('Message', 'Half an answer');
    const before = Date.now();
    talk.hand.person.writes('And the garden?');
    await desk.sees('And the garden?', '#log');
    expect(Date.now() - before).toBeLessThan(NEWS_MS);
    expect(await typed(desk)).toBe('Half an answer');
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('message');
    // The reader was at the end of it, and still is.
    const atEnd = () => {
      const log = document.querySelector('#log');
      return log !== null && log.scrollHeight - log.scrollTop - log.clientHeight < 60;
    };
    await desk.page.waitForFunction(atEnd);
    expect(desk.complaints()).toEqual([]);
  });

  it('keeps a draft on the server, for another browser of the same user', async () => {
    const desk = await aDesk(talk, talk.lucia);
    await desk.opens(path);
    await desk.fills('Message', 'Kept for later');
    await desk.sees('Draft kept', '#draft-note');
    const other = await aDesk(talk, talk.lucia);
    await other.opens(path);
    expect(await typed(other)).toBe('Kept for later');
  });

  it('sends by Ctrl and Enter, empties the field, and does so twice', async () => {
    const desk = await aDesk(talk, talk.lucia);
    await desk.opens(path);
    for (const words of ['First by keys', 'Second by keys']) {
      await desk.fills('Message', words);
      await desk.page.keyboard.down('Control');
      await desk.page.keyboard.press('Enter');
      await desk.page.keyboard.up('Control');
      await desk.sees(words, '#log');
      await talk.hand.gets(({ text }) => text.includes(words));
      await desk.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#message')?.value === '');
    }
    await desk.sees('Sent to Carla on Telegram.', '#result-done');
    await desk.presses('Send');
    await desk.sees('Write something first.', '#message-wrong');
    expect(desk.complaints()).toEqual([]);
  });

  it('puts a saved answer where the cursor stands, by keys alone, as the client reads it', async () => {
    const saved = {
      title: 'Garage',
      texts: { en: 'Yes, {first_name}, it has one. See you on {date}.' },
      whose: 'office',
    };
    await talk.api('POST', '/answers', { for: [], ...saved });
    await talk.api('POST', '/answers', { for: [], title: 'Pool', texts: { en: 'Heated.' }, whose: 'office' });
    const desk = await aDesk(talk, talk.lucia);
    await desk.opens(path);
    await desk.fills('Message', 'Hello. ');
    await desk.page.click('#log');
    await desk.page.keyboard.press('/');
    await desk.page.waitForFunction(() => document.activeElement?.id === 'message-answers-words');
    await desk.page.keyboard.type('gar');
    await desk.page.keyboard.press('Enter');
    expect(await typed(desk)).toBe('Hello. Yes, Carla, it has one. See you on {date}.');
    await desk.presses('Send');
    expect(await desk.page.evaluate(() => getSelection()?.toString())).toBe('{date}');
    await desk.page.keyboard.type('Friday');
    await desk.presses('Send');
    await talk.hand.gets(({ text }) => text.includes('Hello. Yes, Carla, it has one. See you on Friday.'));
    expect(talk.hand.all().some(({ text }) => text.includes('{date}'))).toBe(false);
    expect(desk.complaints()).toEqual([]);
  });

  it('loses no word where the session ends in the midst of a sentence, and sends it once', async () => {
    const desk = await aDesk(talk, talk.lucia);
    await desk.opens(path);
    await desk.fills('Message', 'Written before the session ended');
    await talk
      .product()
      .database.systemScope((tx) => tx.rows('delete from sessions where user_id = $1', [talk.lucia.id]));
    await desk.presses('Send');
    await desk.page.waitForSelector('#again[open]');
    expect(await typed(desk)).toBe('Written before the session ended');
    await desk.page.type('#again-password', talk.lucia.password);
    await desk.page.click('#again button');
    const isIt = ({ text }: { readonly text: string }) => text.includes('Written before the session ended');
    await talk.hand.gets(isIt);
    await desk.page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#message')?.value === '');
    expect(talk.hand.all().filter(isIt)).toHaveLength(1);
  });

  it('shows two agents to each other, and asks the one who comes second', async () => {
    const desk = await aDesk(talk, talk.lucia);
    const ana = await aDesk(talk, theAdmin(talk));
    await ana.opens(path);
    await desk.opens(path);
    await ana.sees('Lucia is looking', '#onlookers');
    await desk.fills('Message', 'From Lucia');
    await ana.sees('Lucia is writing', '#onlookers');
    await desk.presses('Send');
    await desk.sees('From Lucia', '#log');
    await ana.fills('Message', 'From Ana');
    await ana.presses('Send');
    await ana.sees('Send yours too?', '#sure');
    expect(await typed(ana)).toBe('From Ana');
    await ana.page.click('#sure button');
    await talk.hand.gets(({ text }) => text.includes('From Ana'));
    await desk.page.close();
    await ana.page.waitForFunction(() => document.querySelector('#onlookers')?.textContent === '');
  });

  it('takes over and hands back by a key, which can be switched off', async () => {
    const desk = await aDesk(talk, talk.lucia);
    await desk.opens(path);
    await desk.page.click('#log');
    await desk.page.keyboard.press('h');
    await desk.sees('You took over this chat.', '#stand');
    await desk.page.keyboard.press('m');
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('message');
    await desk.page.keyboard.press('h');
    expect(await typed(desk)).toContain('h');
    await desk.presses('Hand back');
    await desk.sees('Carla is told.', '#result-done');
    await talk
      .product()
      .database.systemScope((tx) => tx.rows('update users set single_keys = false where id = $1', [talk.lucia.id]));
    await desk.opens(path);
    await desk.page.click('#log');
    await desk.page.keyboard.press('m');
    expect(await desk.page.evaluate(() => document.activeElement?.id)).toBe('log');
  });

  it('turns photos over with the arrows, and plays a voice note', async () => {
    const { hand } = talk;
    await comesHome(hand);
    await hand.does(async () => hand.person.sendsAlbum([{ bytes: await aPicture(1) }, { bytes: await aPicture(2) }]));
    await hand.taps('Send to agent');
    const messages = async () =>
      (await talk.api('GET', `/contacts/${talk.carla.contact}/messages`)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    const [newest] = await messages();
    hand.person.sendsVoice(aRecording(2), 2);
    await vi.waitUntil(async () => (await messages())[0] !== newest);
    const desk = await aDesk(talk, talk.lucia);
    await desk.opens(path);
    await desk.page.click('.photo');
    await desk.sees('Photo 1 of 2', '#dialog-title');
    await desk.page.keyboard.press('ArrowRight');
    await desk.sees('Photo 2 of 2', '#dialog-title');
    await desk.page.keyboard.press('Escape');
    await desk.page.waitForFunction(() => !document.querySelector('dialog[open]'));
    const speed = () => desk.page.$eval('[data-do="speed"]', ({ textContent }) => textContent);
    await desk.page.click('[data-do="speed"]');
    expect(await speed()).toBe('1.5×');
    await desk.page.$eval('[data-voice] audio', (audio) => {
      if (audio instanceof HTMLAudioElement) audio.loop = true;
    });
    await desk.presses('Play voice note, 0:02');
    await desk.byRole('button', 'Pause');

    // What comes meanwhile takes nothing from what plays.
    hand.person.writes('Did you hear it?');
    await desk.sees('Did you hear it?', '#log');
    await desk.byRole('button', 'Pause');
    expect(await speed()).toBe('1.5×');
    expect(desk.complaints()).toEqual([]);
  });

  it('has no fault that axe knows on its pages', async () => {
    const desk = await aDesk(talk, theAdmin(talk));
    talk.telegram.faults.add({ method: 'sendMessage', do: { status: 400, description: 'Bad Request' } });
    // On a second channel, so that each row has all the steps that there are.
    await signsInOnWhatsApp(talk, talk.whatsApp('Carla'), talk.carla);
    const lost = { text: 'Lost', channel: 'telegram' };
    await talk.api('POST', `/contacts/${talk.carla.contact}/messages`, lost);
    await vi.waitUntil(async () => (await talk.admin.get('/crm/problems')).text.includes('“Lost”'), {
      timeout: 10_000,
    });
    for (const each of [
      path,
      '/crm/messages',
      '/crm/problems',
      `${path.replace('messages', 'contacts')}/give`,
      `${path}/note`,
    ]) {
      await desk.opens(each);
      expect([each, await desk.faults()]).toEqual([each, []]);
      await desk.page.setViewport(SIZES.phone);
      expect([each, await cutOff(desk)]).toEqual([each, []]);
      await desk.page.setViewport(SIZES.desktop);
    }
    expect(desk.complaints()).toEqual([]);
  });
});
