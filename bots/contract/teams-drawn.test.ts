import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '#adapters/teams/card.ts';
import { render } from '#adapters/teams/render.ts';
import hostConfig from '#adapters/teams/stand-in/host-config.json' with { type: 'json' };
import { aBrowser } from '#bots/testing/a-browser.ts';
import { ARIAL, ARIAL_STYLE, loadFont } from '#bots/testing/arial.ts';
import { phrase } from '#core/chat/text.ts';
import { LANGUAGES, type Language } from '#core/language.ts';
import { words } from './a-desk.ts';
import { screensIn } from './screens.ts';

const { resolve } = createRequire(import.meta.url);
/** Microsoft's own reader of cards, with its own style. */
const READER = resolve('adaptivecards/dist/adaptivecards.min.js');
const STYLE = readFileSync(resolve('adaptivecards/dist/adaptivecards.css'), 'utf8');
/** Letters as wide as Arial's; and, the second time, as much beside a button's words as any reader of cards takes. */
const LETTERS = `${ARIAL_STYLE} body{margin:0} *{font-family:"${ARIAL}"!important}`;
const PADDED = '.padded .ac-pushButton{padding-left:16px!important;padding-right:16px!important}';
/** As large as a photo comes, so that it could be drawn too large. */
const PHOTO = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="683"/>')}`;

type Named = { readonly name: string; readonly card: Card };
/** How cards are looked at: on a phone, on something wider, and with more room in their buttons. */
const WAYS = [320, 480].flatMap((width) => [false, true].map((padded) => ({ width, padded })));
/** `energyLabel`: its words in the reader's language. */
type Way = (typeof WAYS)[number] & { readonly energyLabel: string };

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await aBrowser();
  page = await browser.newPage();
  await page.setContent(`<style>${STYLE}${LETTERS}${PADDED}</style>`);
  await page.evaluate(loadFont, ARIAL);
  await page.addScriptTag({ path: READER });
});
afterAll(() => browser?.close());

describe.each(LANGUAGES)('every screen in Teams, in %s,', (language) => {
  it('is shown whole, on a phone and wider, and with more room in its buttons', async () => {
    const cards = await cardsIn(language);
    await page.evaluate(draw, cards, hostConfig);
    const cut: string[] = [];
    const energyLabel = words.say(phrase('drawn.energyLabel'), language);
    for (const way of WAYS) cut.push(...(await page.evaluate(cutIn, { ...way, energyLabel })));

    expect(cards.length).toBeGreaterThan(100);
    expect(cut).toEqual([]);
  });
});

async function cardsIn(language: Language): Promise<readonly Named[]> {
  const links = { picture: () => PHOTO, calendar: () => 'https://chat.example.com/calendar' };
  return (await screensIn(language, 'teams')).flatMap(({ name, messages }) =>
    messages.map((message) => ({ name, card: render(message, words, language, links) })),
  );
}

/** In the browser: all cards below each other. Hidden rows are drawn too, since they are pressed. */
async function draw(cards: readonly Named[], hostConfig: object): Promise<void> {
  const { AdaptiveCard, HostConfig } = (window as unknown as { AdaptiveCards: typeof import('adaptivecards') })
    .AdaptiveCards;
  const host = new HostConfig(hostConfig);
  const frames = cards.map(({ name, card }) => {
    const reader = new AdaptiveCard();
    reader.hostConfig = host;
    reader.parse(JSON.parse(JSON.stringify(card).replaceAll('"isVisible":false', '"isVisible":true')));
    const frame = document.createElement('section');
    frame.title = name;
    frame.append(reader.render() ?? 'nothing is drawn');
    return frame;
  });
  document.body.replaceChildren(...frames);
  await Promise.all([...document.images].map((image) => image.decode()));
}

/**
 * In the browser: what is cut off, wider than its card, or too small to see. A button itself never overflows: what does
 * is the element within it, which has the ellipsis.
 */
function cutIn({ width, padded, energyLabel }: Way): readonly string[] {
  /** A photo takes at least this much of a card. */
  const SHARE = 0.8;
  /** Smaller by intention: in an entry of a list, which is pressed whole, and an energy label by its words. */
  const THUMB = 64;
  const LABEL = 160;
  const isAsWide = (image: HTMLImageElement) => {
    const { alt, offsetWidth } = image;
    if (image.closest('.ac-container.ac-selectable')) return offsetWidth === THUMB;
    return alt === energyLabel ? offsetWidth === LABEL : offsetWidth >= width * SHARE;
  };
  document.body.className = padded ? 'padded' : '';
  document.body.style.width = `${width}px`;
  return [...document.querySelectorAll('section')].flatMap((section) => {
    const where = `${section.title}, ${width} px`;
    const cut = [...section.querySelectorAll('*')].filter((part) => {
      return part.clientWidth > 0 && part.scrollWidth > part.clientWidth;
    });
    const images = [...section.querySelectorAll('img')];
    const wrong = images.filter((image) => !isAsWide(image));
    return [
      ...cut.map(({ className, textContent }) => `${where}: ${className} "${textContent?.slice(0, 60)}"`),
      ...wrong.map(({ alt, offsetWidth }) => `${where}: a picture of ${offsetWidth} px, "${alt}"`),
      ...images.filter(({ alt }) => alt === '').map(() => `${where}: a picture without words`),
    ];
  });
}
