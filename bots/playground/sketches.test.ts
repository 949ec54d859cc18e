import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFileStore } from '#adapters/media/create-file-store.ts';
import type { NewMedia } from '#core/crm/records.ts';
import type { CompanyId, MediaId } from '#core/ids.ts';
import type { Bytes } from '#core/media.ts';
import { properties } from './demo/properties/properties.ts';
import { sketched, withSketches } from './sketches.ts';

describe('a photo of the demo', () => {
  const company = randomUUID() as CompanyId;
  const photo = randomUUID() as MediaId;

  it('is a sketch until it is asked for, is drawn once however many ask, and is kept', async () => {
    const { store, drawn, open } = await aStore();
    expect(drawn).toEqual([]);

    const first = await Promise.all([
      store.get(company, photo, 'card'),
      store.get(company, photo, 'original'),
      store.get(company, photo, 'card'),
    ]);
    const again = await Promise.all([open().get(company, photo, 'original'), open().get(company, photo, 'card')]);

    expect(first.map(isJpeg)).toEqual([true, true, true]);
    const [, original] = first;
    expect(drawn.map(({ id, sha256 }) => ({ id, sha256 }))).toEqual([{ id: photo, sha256: hashOf(original) }]);
    expect(again).toEqual([first[1], first[0]]);
  });

  it('has a record that tells the file as it lies there, before and after', async () => {
    const { files, store, drawn, file } = await aStore();
    const before = await files.get(company, photo, 'original');

    await store.get(company, photo, 'thumb');

    expect(hashOf(before)).toBe(file.sha256);
    expect(hashOf(await files.get(company, photo, 'original'))).toBe(drawn[0]?.sha256);
  });

  it('leaves what is no sketch, and what is not there, as it is', async () => {
    const { files, store, drawn } = await aStore();
    const other = randomUUID() as MediaId;
    await files.put(company, other, 'original', { data: Buffer.from([0xff, 0xd8]), mime: 'image/jpeg' });

    expect((await store.get(company, other, 'original'))?.data).toEqual(Buffer.from([0xff, 0xd8]));
    expect(await store.get(company, other, 'card')).toBeUndefined();
    expect(await store.get(company, randomUUID() as MediaId, 'card')).toBeUndefined();
    expect(drawn).toEqual([]);
  });

  /** A folder with one photo of the demo; `open` opens it as a later start does. */
  async function aStore() {
    const folder = mkdtempSync(join(tmpdir(), 'sketches-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const files = createFileStore(folder);
    const [property] = properties;
    const [shot] = property?.photos ?? [];
    if (!shot) throw new Error('the demo has no photo');
    const { file, bytes } = sketched(photo, shot.sketch);
    await files.put(company, photo, 'original', bytes);
    const drawn: NewMedia[] = [];
    const open = () => withSketches(files, async (_company, each) => void drawn.push(each));
    return { files, file, drawn, open, store: open() };
  }
});

const isJpeg = (bytes: Bytes | undefined) => bytes?.data[0] === 0xff && bytes.data[1] === 0xd8;
const hashOf = (bytes: Bytes | undefined) =>
  createHash('sha256')
    .update(bytes?.data ?? '')
    .digest('hex');
