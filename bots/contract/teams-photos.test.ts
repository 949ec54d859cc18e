import { createRequire } from 'node:module';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '#adapters/teams/render.ts';
import { findChromium } from '#bots/settings/find-chromium.ts';
import { words } from './a-desk.ts';
import { screensIn } from './screens.ts';

const READER = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
/** What Teams leaves around a card, so that a photo can't be wider. */
const PADDING = 12;
/** A photo takes at least this much of the card. */
const SHARE = 0.8;

type Shown = { readonly card: number; readonly images: readonly number[]; readonly overflows: boolean };

/** The photos of Teams in Microsoft's own reader of cards, in a real browser. */
describe.each([320, 480])('in Teams, on a card of %i px,', (width) => {
  let browser: Browser;
  let page: Page;
  let photo: string;
  beforeAll(async () => {
    browser = await puppeteer.launch({ executablePath: findChromium() ?? '', args: ['--no-sandbox'] });
    page = await browser.newPage();
    await page.setViewport({ width, height: 900 });
    await page.setContent('<body style="margin:0"></body>');
    await page.addScriptTag({ path: READER });
    const picture = { width: 1024, height: 683, channels: 3, background: '#4a7' } as const;
    photo = `data:image/jpeg;base64,${(await sharp({ create: picture }).jpeg().toBuffer()).toString('base64')}`;
  });
  afterAll(() => browser?.close());

  const links = { picture: () => photo, calendar: () => 'https://chat.example.com/calendar' };
  const shownOn = async (name: string): Promise<readonly Shown[]> => {
    const screen = (await screensIn('en', 'teams')).find((each) => each.name === name);
    const cards = (screen?.messages ?? []).map((message) => render(message, words, 'en', links));
    const shown: Shown[] = [];
    for (const card of cards) shown.push(await page.evaluate(drawn, card, PADDING));
    return shown.filter(({ images }) => images.length > 0);
  };

  it.each([
    'details of a home with an energy label',
    'ten photos',
    'one photo',
    'the agent with a photo, about a home',
  ])('%s has its photos nearly as wide as it is', async (name) => {
    const shown = await shownOn(name);

    expect(shown.length).toBeGreaterThan(0);
    for (const { card, images, overflows } of shown) {
      expect(Math.min(...images) / card).toBeGreaterThanOrEqual(SHARE);
      expect(overflows).toBe(false);
    }
  });
});

/** Draws a card in the browser as it is sent, and measures it. */
async function drawn(card: object, padding: number): Promise<Shown> {
  const { AdaptiveCard, HostConfig } = (window as unknown as { AdaptiveCards: typeof import('adaptivecards') })
    .AdaptiveCards;
  const reader = new AdaptiveCard();
  reader.hostConfig = new HostConfig({ spacing: { padding } });
  reader.parse(card);
  const element = reader.render();
  if (!element) throw new Error('the card is not drawn');
  document.body.replaceChildren(element);
  const images = [...element.querySelectorAll('img')];
  await Promise.all(images.map((image) => image.decode()));
  return {
    card: element.getBoundingClientRect().width,
    images: images.map((image) => image.getBoundingClientRect().width),
    overflows: element.scrollWidth > element.clientWidth,
  };
}
