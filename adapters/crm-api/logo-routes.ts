import { Type } from 'typebox';
import { sha256 } from '#adapters/hashes.ts';
import type { PhotoTools, PreparePhoto } from '#core/crm/store-photo.ts';
import type { Api } from './api.ts';
import type { Door } from './door.ts';
import { invalid } from './errors.ts';
import { companySchema } from './record-schemas.ts';
import { problems } from './schema-parts.ts';
import { takePictures } from './take-pictures.ts';

type Needs = Pick<PhotoTools, 'media' | 'newId'> & { readonly prepareLogo: PreparePhoto };

/** The office's sign. */
export function logoRoutes(api: Api, door: Door, { media, newId, prepareLogo }: Needs): void {
  const tools: PhotoTools = { media, newId, sha256, preparePhoto: prepareLogo };

  api.post(
    '/company/logo',
    {
      config: { deed: 'changeCompany' },
      schema: {
        tags: ['Company'],
        summary: 'Sets the company’s logo',
        description:
          'For Admins. Multipart, field `logo`, one file; PNG, JPEG, WebP or AVIF up to 5 MB. It is stored as PNG, at most 1200 by 400 px, without metadata, and found by `GET /media/{id}`.',
        consumes: ['multipart/form-data'],
        response: { 201: companySchema, ...problems('notAllowed', 'tooLarge', 'wrongType', 'invalid') },
      },
    },
    (request, reply) =>
      takePictures(request, reply, door, { field: 'logo', tools }, async ({ kept: { records } }, files) => {
        const [logo, other] = files;
        if (!logo || other) throw invalid({ field: 'logo', detail: 'must be one file' });
        await records.company.setLogo(logo);
        return { status: 201, body: await records.company.get() };
      }),
  );

  api.delete(
    '/company/logo',
    {
      config: { deed: 'changeCompany' },
      schema: {
        tags: ['Company'],
        summary: 'Takes the company’s logo away',
        description: 'For Admins.',
        response: { 204: Type.Null(), ...problems('notAllowed') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept: { records } }) => {
        await records.company.setLogo(null);
        return { status: 204, body: null };
      }),
  );
}
