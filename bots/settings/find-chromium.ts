import { accessSync, constants } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** The Chromium that CHROMIUM_PATH names, else one in the usual places; undefined where there is none. */
export function findChromium(given = process.env.CHROMIUM_PATH): string | undefined {
  return (given ? [given] : PLACES).find(isThere);
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
