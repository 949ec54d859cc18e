import type { Browser } from '#adapters/whatsapp/web/wire.ts';

/** How Chromium is called. With a stand-in it reaches that and nothing else, and takes its own certificate. */
export function chromiumArguments({ standIn }: Pick<Browser, 'standIn'>): string[] {
  // Chromium refuses its sandbox to root, as which containers often run.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const common = [...sandbox, '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--mute-audio'];
  if (standIn === undefined) return common;
  const hosts = ['web.whatsapp.com', 'mmg.whatsapp.net'].map((host) => `MAP ${host} ${standIn}`);
  const rules = [...hosts, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ');
  return [...common, `--host-resolver-rules=${rules}`, '--ignore-certificate-errors'];
}
