import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Holds a data directory for this process. PGlite has no lock of its own: two processes on one directory lose rows
 * without a word. SQLite's is the operating system's, so it is free at once after a kill and leaves no stale file.
 */
export function lockDirectory(directory: string): { release(): void } {
  mkdirSync(directory, { recursive: true });
  const lock = new DatabaseSync(join(directory, 'database.lock'));
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch {
    lock.close();
    throw new Error(
      `The data directory ${directory} is in use by another process; stop that one, or set DATA_DIR to another.`,
    );
  }
  return { release: () => lock.close() };
}
