import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { MediaId } from '#core/ids.ts';
import { newId } from '#db/testing.ts';
import { createFileStore } from './create-file-store.ts';

const bytes = (words: string, mime = 'image/jpeg') => ({ data: new TextEncoder().encode(words), mime });

async function aStore() {
  const folder = await mkdtemp(join(tmpdir(), 'media-'));
  const files = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((f) => f.isFile());
  return { store: createFileStore(folder), files, company: newId<'company'>(), media: newId<'media'>() };
}

it('gives back what was put, with its type, and nothing of others', async () => {
  const { store, company, media } = await aStore();

  await store.put(company, media, 'card', bytes('card'));
  await store.put(company, media, 'original', bytes('voice', 'audio/ogg'));

  expect(Buffer.from((await store.get(company, media, 'card'))?.data ?? []).toString()).toBe('card');
  expect((await store.get(company, media, 'original'))?.mime).toBe('audio/ogg');
  expect(await store.get(company, media, 'thumb')).toBeUndefined();
  expect(await store.get(newId<'company'>(), media, 'card')).toBeUndefined();
});

it('puts the new in the place of the old, of another type too, and leaves no drafts', async () => {
  const { store, files, company, media } = await aStore();

  await Promise.all(Array.from({ length: 10 }, (_, n) => store.put(company, media, 'full', bytes(`try ${n}`))));
  await store.put(company, media, 'full', bytes('last', 'image/png'));

  expect(await store.get(company, media, 'full')).toMatchObject({ mime: 'image/png' });
  expect((await files()).map(({ name }) => name)).toEqual(['full.png']);
});

it('removes every size, and what is not there too', async () => {
  const { store, files, company, media } = await aStore();
  for (const size of ['thumb', 'original'] as const) await store.put(company, media, size, bytes(size));

  await store.remove(company, media);
  await store.remove(company, media);

  expect(await files()).toEqual([]);
});

it('takes no path from outside', async () => {
  const { store, company } = await aStore();

  await expect(store.put(company, '../../etc/x' as MediaId, 'card', bytes('x'))).rejects.toThrow('ids only');
  await expect(store.get(company, '..' as MediaId, 'card')).rejects.toThrow('ids only');
  await expect(store.put(company, newId<'media'>(), '../x' as 'card', bytes('x'))).rejects.toThrow('no such size');
});
