import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { prepareLogo } from './prepare-logo.ts';

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#0c6a5980' } });
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><script>alert(1)</script></svg>';

describe('a logo', () => {
  it('is made a PNG that shines through, no larger than pages need, and tells nothing of who drew it', async () => {
    const bytes = await drawn(4000, 1000)
      .withExif({ IFD0: { Copyright: 'Secret Owner' } })
      .png()
      .toBuffer();

    const prepared = await prepareLogo(bytes);

    if (prepared.was === 'refused') throw new Error(prepared.why);
    const { original, thumb } = prepared.photo.sizes;
    expect(await sharp(original.data).metadata()).toMatchObject({
      ...{ format: 'png', width: 1200, height: 300, hasAlpha: true },
    });
    expect(Buffer.from(original.data).includes('Secret Owner')).toBe(false);
    expect(await sharp(thumb.data).metadata()).toMatchObject({ format: 'png', width: 320, height: 80 });
  });

  it('is never made larger, and kept whole where it is high', async () => {
    const small = await prepareLogo(await drawn(60, 20).webp().toBuffer());
    const high = await prepareLogo(await drawn(300, 900).png().toBuffer());

    expect([small, high]).toMatchObject([
      { was: 'ready', photo: { width: 60, height: 20 } },
      { was: 'ready', photo: { width: 133, height: 400 } },
    ]);
  });

  it.each([
    ['a drawing that may hold scripts', 'type', () => Buffer.from(SVG)],
    ['a film', 'type', () => drawn(9, 9).gif().toBuffer()],
    ['no picture', 'type', () => Buffer.from('<html>')],
    ['nothing', 'broken', () => Buffer.alloc(0)],
    ['a cut picture', 'broken', async () => (await drawn(200, 200).png().toBuffer()).subarray(0, 200)],
    ['too many bytes', 'size', () => Buffer.alloc(5 * 1024 * 1024 + 1)],
    ['too many pixels', 'pixels', () => drawn(10_000, 5_001).png().toBuffer()],
  ])('is not %s', async (_, because, bytes) => {
    expect(await prepareLogo(await bytes())).toMatchObject({ was: 'refused', because });
  });
});
