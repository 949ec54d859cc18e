import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { preparePhoto } from './prepare-photo.ts';

const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
const drawing = sharp({ create: { width: 300, height: 200, channels: 3, background: '#3a6ea5', noise } });

describe.each([
  ['baseline', false],
  ['progressive', true],
])('a %s JPEG', (_, progressive) => {
  const bytes = () => drawing.clone().jpeg({ quality: 90, progressive }).toBuffer();

  it.each([1, 2])('is taken where only its end marker is missing: %i bytes of it', async (missing) => {
    const whole = await bytes();

    expect(await preparePhoto(whole.subarray(0, -missing))).toMatchObject({
      was: 'ready',
      photo: { width: 300, height: 200 },
    });
  });

  it.each([0.9, 0.5, 0.99])('is refused where only %d of it is there', async (share) => {
    const whole = await bytes();

    expect(await preparePhoto(whole.subarray(0, Math.floor(whole.length * share)))).toMatchObject({
      because: 'broken',
    });
  });
});

describe('a photo of an iPhone, sent as a file', () => {
  const heic = () => readFile(join(import.meta.dirname, 'fixtures', 'photo.heic'));

  it('is decoded and kept as any other', async () => {
    const prepared = await preparePhoto(await heic());

    expect(prepared).toMatchObject({ was: 'ready', photo: { width: 96, height: 64 } });
    if (prepared.was !== 'ready') return;
    const { channels } = await sharp(prepared.photo.sizes.original.data).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(20);
  });

  it.each([0.95, 0.6])('is refused where only %d of it is there', async (share) => {
    const whole = await heic();

    expect(await preparePhoto(whole.subarray(0, Math.floor(whole.length * share)))).toMatchObject({ was: 'refused' });
  });

  it('is refused where its picture is noise, and the next one is taken', async () => {
    const [broken, whole] = [await heic(), await heic()];
    broken.fill(0x5a, broken.length - 300);

    const [first, second] = await Promise.all([preparePhoto(broken), preparePhoto(whole)]);

    expect(['refused', 'ready']).toContain(first.was);
    expect(second.was).toBe('ready');
  });
});
