import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';

/** Makes sure that there is a Chromium for the tests of pages. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

const given = process.env.CHROMIUM_PATH;
if (given && !isThere(given)) fail(`CHROMIUM_PATH: there is no program at ${given}`);
if (!given && !PLACES.some(isThere)) install();

function install(): void {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/etc/debian_version'))
    fail('There is no Chromium. Install one (on Debian: apt-get install chromium) or name it in CHROMIUM_PATH.');
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const isInstalled = run('install', '-y', 'chromium') || (run('update') && run('install', '-y', 'chromium'));
  if (!isInstalled || !PLACES.some(isThere)) fail('Chromium could not be installed; name one in CHROMIUM_PATH.');
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
