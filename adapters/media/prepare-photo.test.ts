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
