import { Type } from 'typebox';
import { sha256 } from '#adapters/hashes.ts';
import { changePhoto, removePhoto } from '#core/crm/keep-photos.ts';
import { PHOTO_MEANINGS } from '#core/crm/meanings.ts';
import { MOST_PHOTOS, type PhotoTools } from '#core/crm/store-photo.ts';
import type { Api, Routes } from './api.ts';
import type { Door } from './door.ts';
import { accepted } from './errors.ts';
import { propertySchema } from './record-schemas.ts';
import { byId, found, idOf, nullable, problems, words } from './schema-parts.ts';
import { takePictures } from './take-pictures.ts';

const FIELD = 'photos';
const MOST_TITLE = 200;

type Needs = Omit<PhotoTools, 'sha256'>;

export function photoRoutes(api: Api, door: Door, needs: Needs): void {
  api.post(
    '/properties/:id/photos',
    {
      config: { deed: 'changeProperty' },
      bodyLimit: MOST_PHOTOS * 21 * 1024 * 1024,
      schema: {
        tags: ['Properties'],
        summary: 'Adds photos to a listing',
        description:
          'Multipart, field `photos`, repeated; JPEG, PNG, WebP or AVIF up to 20 MB and 50 megapixels each. They are turned upright and stored without metadata. All are kept, or none.',
        consumes: ['multipart/form-data'],
        params: byId,
        response: { 201: propertySchema, ...problems('notFound', 'tooLarge', 'wrongType', 'invalid') },
      },
    },
    async (request, reply) => {
      const id = idOf(request.params.id, 'property');
      const pictures = { field: FIELD, tools: { ...needs, sha256 } };
      return takePictures(request, reply, door, pictures, async ({ kept: { records } }, files) => {
        found(await records.properties.take(id), 'property');
        await records.properties.addFiles(id, files);
        return { status: 201, body: found(await records.properties.find(id), 'property') };
      });
    },
  );
}

const onePhoto = Type.Object({
  id: Type.String({ description: 'its id' }),
  photo: Type.String({ description: 'the file’s id' }),
});

/** The order and titles of a listing's photos. */
export const photoOrderRoutes: Routes = (api, door) => {
  api.patch(
    '/properties/:id/photos/:photo',
    {
      config: { deed: 'changeProperty' },
      schema: {
        tags: ['Properties'],
        summary: 'Names a photo, or gives it another place',
        params: onePhoto,
        body: Type.Object(
          {
            title: Type.Optional(nullable(words(MOST_TITLE))),
            place: Type.Optional(
              Type.Integer({ minimum: 0, maximum: 10_000, description: 'from 0, the one that clients see first' }),
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: propertySchema, ...problems('notFound', 'invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => {
        const { id, photo } = request.params;
        const changed = await changePhoto(kept, idOf(id, 'property'), idOf(photo, 'photo'), request.body);
        return { status: 200, body: accepted(PHOTO_MEANINGS, changed).property };
      }),
  );

  api.delete(
    '/properties/:id/photos/:photo',
    {
      config: { deed: 'changeProperty' },
      schema: {
        tags: ['Properties'],
        summary: 'Takes a photo out of a listing',
        params: onePhoto,
        response: { 204: Type.Null(), ...problems('notFound') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => {
        const { id, photo } = request.params;
        accepted(PHOTO_MEANINGS, await removePhoto(kept, idOf(id, 'property'), idOf(photo, 'photo')));
        return { status: 204, body: null };
      }),
  );
};
