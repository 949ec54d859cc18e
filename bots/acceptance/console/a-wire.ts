import type { HTTPRequest, Page } from 'puppeteer-core';
import { vi } from 'vitest';

/** A wire between a page and the server, on which what is asked for can be held up. */
export type Wire = {
  /** Holds up all that is asked for from now on with this in its address, or method and address: `POST /crm/requests`. */
  holds(what: string): void;
  /** Resolves once so much of it is held up. */
  isAsked(what: string, many?: number): Promise<void>;
  /** Lets it through, the newest first, and what is asked for later too; resolves once the page has had the answers. */
  letsGo(what: string): Promise<void>;
};

/** Puts one between this page and its server. */
export async function aWire(page: Page): Promise<Wire> {
  const held = new Map<string, HTTPRequest[]>();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const asked = `${request.method()} ${request.url()}`.replace(/ https?:\/\/[^/]+/, ' ');
    const [, kept] = [...held].find(([what]) => asked.includes(what)) ?? [];
    if (kept) kept.push(request);
    else void request.continue();
  });
  return {
    holds: (what) => void held.set(what, []),
    isAsked: async (what, many = 1) => {
      await vi.waitUntil(() => (held.get(what)?.length ?? 0) >= many, { timeout: 10_000, interval: 10 });
    },
    letsGo: async (what) => {
      const requests = held.get(what) ?? [];
      held.delete(what);
      for (const request of requests.reverse()) {
        // The page itself may have given it up.
        await request.continue().catch(() => undefined);
        await vi.waitUntil(() => request.response() !== null || request.failure() !== null, { timeout: 10_000 });
        await request
          .response()
          ?.buffer()
          .catch(() => undefined);
      }
      // Its scripts have done with the last of them.
      await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done))));
    },
  };
}
