import axe, { type AxeResults } from 'axe-core';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import type { Office } from '#bots/acceptance/an-office.ts';
import { aBrowser } from '#bots/testing/a-browser.ts';
import { atTheEnd } from '#db/testing.ts';
import type { User } from './a-user.ts';

/** In a slow minute a page takes that long to show what came. */
const SEEN_MS = 30_000;
export const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export const THEMES = ['light', 'dark'] as const;

/** Somebody of the office at a browser of their own, which shares no cookie with another. */
export type Desk = {
  readonly page: Page;
  opens(path: string): Promise<void>;
  /** What a screen reader would find; waited for. */
  byRole(role: string, name: string): Promise<ElementHandle<Element>>;
  presses(name: string): Promise<void>;
  /** Types into the field with this name, in the place of what was there. */
  fills(name: string, words: string): Promise<void>;
  /** Waits until these words stand in what is found so; all of the page where nothing is named. */
  sees(words: string, where?: string): Promise<void>;
  /** What the browser would not do because of the page's policy, and errors of scripts. */
  complaints(): readonly string[];
  /** What axe finds against WCAG 2.2 AA and best practice, in both themes and sizes: `phone dark: color-contrast #waits`. */
  faults(): Promise<readonly string[]>;
};

/** One Chromium for all tests of a worker: it takes a second to start. It ends with the worker, as its pipe does. */
let chromium: Promise<Browser> | undefined;
const browser = () => {
  chromium ??= aBrowser();
  return chromium;
};

/** A browser at the office's desk, signed in as this user where there is one. `script`: whether pages may run any. */
export async function aDesk(
  { url }: Pick<Office, 'url'>,
  user?: Pick<User, 'email' | 'password'>,
  { script = true }: { readonly script?: boolean } = {},
): Promise<Desk> {
  const context = await (await browser()).createBrowserContext();
  atTheEnd(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.setDefaultTimeout(SEEN_MS);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (said) => {
    // That the server is gone is what some tests are about.
    if (said.type() === 'error' && !/ERR_CONNECTION|Failed to load resource|Failed to fetch/.test(said.text()))
      complaints.push(said.text());
  });
  await page.setJavaScriptEnabled(script);
  await page.setViewport(SIZES.desktop);

  const byRole: Desk['byRole'] = async (role, name) => {
    const found = await page.waitForSelector(`aria/${name}[role="${role}"]`);
    if (!found) throw new Error(`no ${role} is called ${name}`);
    return found;
  };
  const desk: Desk = {
    page,
    byRole,
    opens: async (path) => void (await page.goto(`${url}${path}`)),
    presses: async (name) => (await byRole('button', name)).click(),
    fills: async (name, words) => {
      const field = await page.waitForSelector(`aria/${name}`);
      await field?.click({ count: 3 });
      await field?.type(words);
    },
    sees: async (words, where = 'body') => {
      await page.waitForFunction(
        (selector, text) => document.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').includes(text),
        {},
        where,
        words,
      );
    },
    complaints: () => complaints,
    faults: async () => {
      const all: string[] = [];
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewport(viewport);
        for (const theme of THEMES) {
          await page.emulateMediaFeatures([
            { name: 'prefers-color-scheme', value: theme },
            // Colours that are on their way are neither the one nor the other.
            { name: 'prefers-reduced-motion', value: 'reduce' },
          ]);
          all.push(...(await faultsIn(page)).map((fault) => `${size} ${theme}: ${fault}`));
        }
      }
      await page.setViewport(SIZES.desktop);
      return all;
    },
  };
  if (user) await entersAs(desk, user);
  return desk;
}

async function entersAs(desk: Desk, { email, password }: Pick<User, 'email' | 'password'>): Promise<void> {
  await desk.opens('/crm/sign-in');
  await desk.fills('E-mail', email);
  await desk.fills('Password', password);
  await Promise.all([desk.page.waitForNavigation(), desk.presses('Sign in')]);
}

declare global {
  interface Window {
    axe: { run(options: object): Promise<AxeResults> };
  }
}

async function faultsIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  const { violations } = await page.evaluate(() =>
    window.axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    }),
  );
  return [
    ...(sideways ? ['scrolls sideways'] : []),
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`)),
  ];
}
