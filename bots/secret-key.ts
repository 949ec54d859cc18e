import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SettingsError } from './settings/settings-error.ts';

/** The key that signs and seals, made and stored in the folder where it is not there yet. Whoever makes it first wins. */
export async function secretKeyIn(folder: string): Promise<string> {
  const file = join(folder, 'secret-key');
  const kept = await readKey(file);
  if (kept !== undefined) return kept;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const made = await readKey(file);
  if (made === undefined) throw new SettingsError(`SECRET_KEY: could not be stored in ${folder}`);
  return made;
}

async function readKey(file: string): Promise<string | undefined> {
  try {
    const key = (await readFile(file, 'utf8')).trim();
    if (key.length >= 32) return key;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  throw new SettingsError(`SECRET_KEY: ${file} holds no key; put the right one back, or set SECRET_KEY`);
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;
