import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '#bots/settings/find-chromium.ts';

/** Makes sure that there is a Chromium for the tests of pages. */
const given = process.env.CHROMIUM_PATH;
if (given && !findChromium()) fail(`CHROMIUM_PATH: there is no program at ${given}`);
if (!findChromium()) install();

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
  if (!isInstalled || !findChromium()) fail('Chromium could not be installed; name one in CHROMIUM_PATH.');
}

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
