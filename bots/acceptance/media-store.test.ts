import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { anS3 } from '#adapters/media/an-s3.ts';
import { SIZES } from '#core/media.ts';
import { anOffice } from './an-office.ts';

it('keeps photos in a bucket, and sends and serves them from there', async () => {
  const s3 = await anS3({ bucket: 'photos', region: 'eu-west-1', keyId: 'INVENTED', secret: 'invented-secret' });
  onTestFinished(() => s3.close());
  const office = await anOffice({
    more: {
      MEDIA_URL: 's3://photos/chat',
      AWS_ENDPOINT_URL: `http://${s3.host}`,
      EGRESS_ALLOW: s3.host,
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'INVENTED',
      AWS_SECRET_ACCESS_KEY: 'invented-secret',
    },
  });
  const carla = await office.aClient('Carla', { language: 'en' });
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);
  const property = await office.aProperty('Casa Verde');

  expect(new Set([...s3.files.keys()].map((name) => name.split('/').at(-1)))).toEqual(new Set(SIZES));
  await office.offers(carla.deal, property);
  expect(await hand.gets(({ text }) => text.includes('Casa Verde'))).toMatchObject({ kind: 'photo' });
  const { files } = (await office.api('GET', `/properties/${property}`)).body;
  const served = await fetch(`${office.url}/api/v1/media/${files[0].id}?size=thumb`, {
    headers: { 'x-api-key': office.made.api_key },
  });
  expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  await expect(access(join(office.env.DATA_DIR ?? '', 'media'))).rejects.toThrow('ENOENT');
});
