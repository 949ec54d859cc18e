import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProduct, type Product } from '#bots/product.ts';
import { readSettings } from '#bots/settings/settings.ts';
import { aBrowser } from '#bots/testing/a-browser.ts';
import { openPlayground } from './open-playground.ts';

/** In a slow minute a demo takes that long to load, an answer that long to arrive. */
const LOAD_MS = 90_000;
const ANSWER_MS = 30_000;

describe('the playground in a browser', () => {
  const directory = mkdtempSync(join(tmpdir(), 'tesoro-playground-'));
  let product: Product;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const settings = readSettings({ DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'silent' });
    product = await openProduct(settings, { demo: openPlayground });
    browser = await aBrowser();
    page = await browser.newPage();
    page.setDefaultTimeout(ANSWER_MS);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
    await page.setViewport({ width: 1360, height: 860 });
    await page.goto(product.url);
  }, LOAD_MS);

  afterAll(async () => {
    await browser?.close();
    await product?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Waits for what a person would look for. */
  const sees = (where: string, words: string) =>
    page.waitForFunction(
      (selector, text) => document.querySelector(selector)?.textContent?.includes(text),
      {},
      where,
      words,
    );

  /** Presses the newest button with these words. */
  async function presses(label: string): Promise<void> {
    const found = await page.waitForFunction(
      (words) =>
        [...document.querySelectorAll('#chat .keyboard button')].findLast((each) => each.textContent === words),
      {},
      label,
    );
    await page.evaluate((button) => (button as HTMLButtonElement).click(), found);
  }

  const opens = (tab: string) => page.click(`[data-tab="${tab}"]`);
  /** The agent's desk, beside the chats. */
  const desk = () => page.waitForFrame((frame) => new URL(frame.url() || 'about:blank').pathname.startsWith('/crm/'));
  /** Waits for what an agent would look for. */
  const agentSees = async (words: string) =>
    (await desk()).waitForFunction((text) => document.body.textContent?.includes(text), {}, words);

  it(
    'lets a newcomer judge a home, ask for a viewing and confirm it as the agent',
    async () => {
      await sees('#chat', 'Welcome, Emma.');
      await presses('New properties');
      await page.waitForFunction(() =>
        [...document.querySelectorAll<HTMLImageElement>('#chat img')].some(({ naturalWidth }) => naturalWidth >= 1000),
      );
      await presses('Interested');
      await sees('#chat', '✓ Interested');
      await agentSees('Interested in');

      await presses('Details');
      await sees('#chat .place', 'within 800 m');
      await presses('Request viewing');
      await page.waitForFunction(() =>
        [...document.querySelectorAll('#chat .keyboard button')].some((each) => each.textContent === '▶'),
      );
      await presses('▶');
      // Every month has a 15: the one that is pressed must not be the one that is about to go.
      await page.waitForFunction(() =>
        [...document.querySelectorAll('#chat .keyboard button')].some((each) => each.textContent === '◀'),
      );
      await presses('15');
      await presses('Morning');
      await presses('Send request');
      await sees('#chat', 'Your agent will get in touch');

      await agentSees('asks to view');
      const accept = await (await desk()).waitForSelector('button.slot:not([aria-disabled])');
      await accept?.click();
      await agentSees('is told on Telegram');

      await sees('#chat', 'Your viewing is confirmed');
      await sees('#chat', 'Madrid time');
      expect(complaints).toEqual([]);
    },
    LOAD_MS,
  );

  it(
    'shows the same client on WhatsApp, who judges there too',
    async () => {
      await page.click('[data-channel="whatsapp"]');
      await sees('#whatsapp-chat', 'Welcome, Emma.');
      await page.waitForFunction(() => {
        const [chat, newest] = ['#whatsapp-chat', '#whatsapp-chat > :last-child'].map((each) =>
          document.querySelector(each),
        );
        return chat && newest && newest.getBoundingClientRect().bottom <= chat.getBoundingClientRect().bottom + 1;
      });
      const tap = async (label: string) => {
        const found = await page.waitForFunction(
          (words) =>
            [...document.querySelectorAll('#whatsapp-chat button')].findLast((each) =>
              each.firstChild?.textContent?.startsWith(words),
            ),
          {},
          label,
        );
        await page.evaluate((button) => (button as HTMLButtonElement).click(), found);
      };
      await tap('New properties');
      await tap('1. ');
      await sees('#whatsapp-chat', 'Not interested');
      await tap('More');
      await tap('☆ Favourite');
      await agentSees('avourite');
      await page.click('[data-channel="teams"]');
      await sees('#teams-chat', 'Welcome, Emma.');
      await page.evaluate(() =>
        [...document.querySelectorAll<HTMLButtonElement>('#teams-chat button')]
          .findLast((each) => each.textContent === 'New properties')
          ?.click(),
      );
      await sees('#teams-chat', 'new properties');
      // Drawn by Microsoft's own reader, and no word of a button is cut.
      const cut = await page.$$eval('#teams-chat .ac-adaptiveCard .ac-pushButton *', (all) =>
        all.map((each) => each.scrollWidth > each.clientWidth),
      );
      expect(cut.length).toBeGreaterThan(0);
      expect(cut).not.toContain(true);
      expect(complaints).toEqual([]);
    },
    LOAD_MS,
  );

  it(
    'lets somebody new come by the link and shows the code in the outgoing mail',
    async () => {
      await page.click('[data-channel="telegram"]');
      await page.select('#person', await newcomer(page));
      await presses('Open the link from the agent');
      await sees('#chat', 'Your e-mail address?');
      await page.type('#words', 'newcomer@example.com');
      await page.keyboard.press('Enter');
      await sees('#chat', 'A code of 6 digits');
      await opens('mail');
      await sees('#mails', 'newcomer@example.com');
      const code = await page.$eval('#mails', (mails) => /\b\d{6}\b/.exec(mails.textContent ?? '')?.[0] ?? '');

      await page.type('#words', code);
      await page.keyboard.press('Enter');

      await sees('#chat', 'Your first and last name?');
    },
    LOAD_MS,
  );

  it('fits a phone without a sideways scroll', async () => {
    await page.setViewport({ width: 390, height: 844 });

    const width = await page.evaluate(() => document.documentElement.scrollWidth);

    expect(width).toBeLessThanOrEqual(390);
  });
});

const newcomer = (page: Page) =>
  page.$eval(
    '#person',
    (people) => (people as HTMLSelectElement).options[(people as HTMLSelectElement).options.length - 1]?.value ?? '',
  );
