import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium } from '#bots/settings/find-chromium.ts';

/** The machine's Chromium, without a window and without what it would do for itself. Whoever starts it closes it. */
export const aBrowser = (): Promise<Browser> =>
  puppeteer.launch({
    executablePath: findChromium() ?? '',
    pipe: true,
    // Puppeteer's own handler would close the browser and keep the process, which ends it by the pipe.
    handleSIGTERM: false,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
