import { chmod, mkdir, readlink, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Where LocalAuth keeps the session without a name of its own (whatsapp-web.js, LocalAuth). */
const SESSION = 'session';
const LOCKS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];
const ONLY_OURS = 0o700;

/**
 * Makes the folder ours alone, and takes away what a killed browser left, so that the next one opens. A lock of a
 * browser that lives on this host stays: two on one session would break it.
 */
export async function clearLocks(profile: string): Promise<void> {
  await mkdir(profile, { recursive: true, mode: ONLY_OURS });
  await chmod(profile, ONLY_OURS);
  const holder = await readlink(join(profile, SESSION, 'SingletonLock')).catch(() => undefined);
  if (holder === undefined) return;
  const [, host, pid] = /^(.*)-(\d+)$/.exec(holder) ?? [];
  if (host === hostname() && isAlive(Number(pid))) return;
  await Promise.all(LOCKS.map((name) => rm(join(profile, SESSION, name), { force: true })));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
