import fastify from 'fastify';
import sharp from 'sharp';
import { expect, it, onTestFinished } from 'vitest';
import type { CompanyId, MediaId } from '#core/ids.ts';
import { createSignedPictures } from './signed-pictures.ts';

const [COMPANY, MEDIA] = [
  '0192f1c4-000a-7000-8000-000000000001' as CompanyId,
  '0192f1c4-000b-7000-8000-000000000001' as MediaId,
];

it('a picture is served at its address for a month, and at no other', async () => {
  let now = new Date('2026-11-23T10:00:00Z');
  const pictures = createSignedPictures({ secretKey: 'k', publicUrl: () => '', now: () => now });
  const server = fastify();
  onTestFinished(() => server.close());
  const stored = { data: await aPhoto(1200, 800), mime: 'image/jpeg' };
  await server.register(pictures.route({ put: async () => {}, get: async () => stored, remove: async () => {} }));
  const status = async (url: string) => (await server.inject(url)).statusCode;
  const url = pictures.urlOf(COMPANY, MEDIA);
  const others = [
    pictures.urlOf(COMPANY, MEDIA, 'thumb').replace('/thumb', ''),
    url.replace(MEDIA, `${MEDIA}/thumb`),
    url.replace(MEDIA, COMPANY),
    url.replace(/\/(\d+)\//, (_, day: string) => `/${Number(day) + 1}/`),
    url.replace(/.{5}\.jpg$/, 'xxxxx.jpg'),
    `${url}x`,
    // As many letters, more bytes.
    url.replace(/[^/]+\.jpg$/, (name) => encodeURI('é'.repeat(name.length))),
  ];

  expect(await status(url)).toBe(200);
  expect(await Promise.all(others.map(status))).toEqual(others.map(() => 404));
  now = new Date('2026-12-22T10:00:00Z');
  expect(await status(url)).toBe(200);
  now = new Date('2026-12-25T10:00:00Z');
  expect(await status(url)).toBe(404);
});

it.each([
  ['a wide photo', 1600, 900],
  ['a tall one', 500, 1200],
  ['one as large as is taken', 1024, 1024],
  ['a small one', 320, 200],
])('%s comes no larger than Teams takes it, and as it was where it is small', async (_, width, height) => {
  const pictures = createSignedPictures({ secretKey: 'k', publicUrl: () => '', now: () => new Date() });
  const server = fastify();
  onTestFinished(() => server.close());
  const data = await aPhoto(width, height);
  const asked: string[] = [];
  const get = async (_company: CompanyId, _media: MediaId, size: string) => {
    asked.push(size);
    return { data, mime: 'image/jpeg' };
  };
  await server.register(pictures.route({ put: async () => {}, get, remove: async () => {} }));

  const { rawPayload } = await server.inject(pictures.urlOf(COMPANY, MEDIA));
  await server.inject(pictures.urlOf(COMPANY, MEDIA, 'thumb'));

  const shown = await sharp(rawPayload).metadata();
  expect(Math.max(shown.width, shown.height)).toBeLessThanOrEqual(1024);
  expect(shown.width / shown.height).toBeCloseTo(width / height, 1);
  expect(rawPayload.byteLength).toBeLessThanOrEqual(1_000_000);
  expect(rawPayload.equals(data)).toBe(Math.max(width, height) <= 1024 && data.byteLength <= 1_000_000);
  expect(asked).toEqual(['card', 'thumb']);
});

/** Of noise, which takes as many bytes as a photo can. */
const aPhoto = (width: number, height: number): Promise<Buffer> =>
  sharp({
    create: { width, height, channels: 3, background: 'black', noise: { type: 'gaussian', mean: 128, sigma: 90 } },
  })
    .jpeg({ quality: 100 })
    .toBuffer();
