import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CompanyId, MediaId } from '#core/ids.ts';
import { isId } from '#core/ids.ts';
import type { MediaStore, Size } from '#core/media.ts';
import { SIZES } from '#core/media.ts';

/** The kinds of file that are kept, by the ending of their name. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['image/avif', 'avif'],
  ['audio/ogg', 'ogg'],
  ['audio/mpeg', 'mp3'],
  ['audio/mp4', 'm4a'],
  ['video/mp4', 'mp4'],
  ['video/quicktime', 'mov'],
  ['video/webm', 'webm'],
  ['text/calendar', 'ics'],
  ['application/pdf', 'pdf'],
]);

/** Files in a folder of this machine, `<company>/<media>/<size>.<ending>`. A file is there whole or not at all. */
export function createFileStore(folder: string): MediaStore {
  const placeOf = (company: CompanyId, media: MediaId) => {
    if (!isId(company) || !isId(media)) throw new Error('a stored file is named by ids only');
    return join(folder, company, media);
  };
  return {
    async put(company, media, size, { data, mime }) {
      const ending = ENDINGS.get(mime);
      if (!ending) throw new Error(`files of type ${mime} are not kept`);
      const place = placeOf(company, media);
      await mkdir(place, { recursive: true });
      const name = `${sizeName(size)}.${ending}`;
      await writeWhole(place, name, data);
      for (const old of await namesIn(place))
        if (old.startsWith(`${size}.`) && old !== name) await rm(join(place, old), { force: true });
      await flush(place);
      await flush(dirname(place));
    },

    async get(company, media, size) {
      const place = placeOf(company, media);
      const name = (await namesIn(place)).find((each) => each.startsWith(`${sizeName(size)}.`));
      const mime = name && mimeOf(name);
      if (!name || !mime) return undefined;
      const data = await readFile(join(place, name)).catch(absent);
      return data && { data, mime };
    },

    async remove(company, media) {
      await rm(placeOf(company, media), { recursive: true, force: true });
    },
  };
}

function sizeName(size: Size): Size {
  if (!SIZES.includes(size)) throw new Error(`no such size: ${size}`);
  return size;
}

function mimeOf(name: string): string | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  return [...ENDINGS].find(([, each]) => each === ending)?.[0];
}

async function writeWhole(place: string, name: string, data: Uint8Array): Promise<void> {
  const draft = join(place, `.${name}.${randomBytes(6).toString('hex')}`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(place, name));
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** A renamed or new name outlasts a power cut only once its folder is flushed too. */
async function flush(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const namesIn = async (place: string): Promise<readonly string[]> => (await readdir(place).catch(absent)) ?? [];

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
