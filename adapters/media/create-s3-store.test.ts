import { expect, it, onTestFinished } from 'vitest';
import type { MediaId } from '#core/ids.ts';
import { newId } from '#db/testing.ts';
import { anS3 } from './an-s3.ts';
import { createS3Store, type S3Access } from './create-s3-store.ts';

const SECRET = 'invented-secret';

async function aBucket(more: Partial<S3Access> = {}) {
  const s3 = await anS3({ bucket: 'photos', region: 'eu-west-1', keyId: 'INVENTED', secret: SECRET });
  onTestFinished(() => s3.close());
  const access = { bucketUrl: s3.url, prefix: 'chat', region: 'eu-west-1', accessKeyId: 'INVENTED' };
  const store = createS3Store({ ...access, secretAccessKey: SECRET, sessionToken: undefined, ...more });
  return { s3, store, company: newId<'company'>(), media: newId<'media'>() };
}

const bytes = (words: string, mime = 'image/jpeg') => ({ data: new TextEncoder().encode(words), mime });

it('gives back what was put, with its type, and nothing of others', async () => {
  const { s3, store, company, media } = await aBucket();

  await store.put(company, media, 'card', bytes('card'));
  await store.put(company, media, 'original', bytes('voice', 'audio/ogg'));
  await store.put(company, media, 'card', bytes('card again'));

  expect(Buffer.from((await store.get(company, media, 'card'))?.data ?? []).toString()).toBe('card again');
  expect((await store.get(company, media, 'original'))?.mime).toBe('audio/ogg');
  expect(await store.get(company, media, 'thumb')).toBeUndefined();
  expect(await store.get(newId<'company'>(), media, 'card')).toBeUndefined();
  expect([...s3.files.keys()]).toEqual([`chat/${company}/${media}/card`, `chat/${company}/${media}/original`]);
});

it('removes every size, and what is not there too', async () => {
  const { s3, store, company, media } = await aBucket();
  await store.put(company, media, 'thumb', bytes('thumb'));

  await store.remove(company, media);
  await store.remove(company, media);

  expect(s3.files.size).toBe(0);
});

it('asks again where the service is busy, and says so where it stays so', async () => {
  const { s3, store, company, media } = await aBucket();

  s3.fails(503, 500);
  await store.put(company, media, 'card', bytes('card'));
  expect(s3.files.size).toBe(1);

  s3.fails(503, 503, 503, 503);
  await expect(store.get(company, media, 'card')).rejects.toThrow('the media store answered GET with 503');
});

it.each([
  ['a wrong secret', { secretAccessKey: 'another' }, '403'],
  ['another region', { region: 'us-east-1' }, '403'],
  ['no such bucket', { bucketUrl: '/other' }, 'no such bucket'],
])('loses nothing silently with %s', async (_, more, says) => {
  const { s3, company, media } = await aBucket();
  const bucketUrl = 'bucketUrl' in more ? s3.url.replace('/photos', '/other') : s3.url;
  const access = { prefix: '', region: 'eu-west-1', accessKeyId: 'INVENTED', secretAccessKey: SECRET };
  const store = createS3Store({ ...access, sessionToken: undefined, ...more, bucketUrl });

  await expect(store.put(company, media, 'card', bytes('card'))).rejects.toThrow(says);
});

it('takes no path from outside', async () => {
  const { store, company } = await aBucket();

  await expect(store.put(company, '../../x' as MediaId, 'card', bytes('x'))).rejects.toThrow('ids only');
  await expect(store.put(company, newId<'media'>(), '../x' as 'card', bytes('x'))).rejects.toThrow('no such size');
});
