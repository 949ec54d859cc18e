import fastify from 'fastify';
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
  const stored = { data: new Uint8Array([1]), mime: 'image/jpeg' };
  await server.register(pictures.route({ put: async () => {}, get: async () => stored, remove: async () => {} }));
  const status = async (url: string) => (await server.inject(url)).statusCode;
  const url = pictures.urlOf(COMPANY, MEDIA);
  const others = [
    url.replace(MEDIA, COMPANY),
    url.replace(/\/(\d+)\//, (_, day: string) => `/${Number(day) + 1}/`),
    url.replace(/.{5}\.jpg$/, 'xxxxx.jpg'),
    `${url}x`,
    // As many letters, more bytes.
    url.replace(/[^/]+\.jpg$/, (name) => encodeURI('é'.repeat(name.length))),
  ];

  expect(await status(url)).toBe(200);
  expect(await Promise.all(others.map(status))).toEqual([404, 404, 404, 404, 404]);
  now = new Date('2026-12-22T10:00:00Z');
  expect(await status(url)).toBe(200);
  now = new Date('2026-12-25T10:00:00Z');
  expect(await status(url)).toBe(404);
});
