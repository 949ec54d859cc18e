import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { sha256 } from '#adapters/hashes.ts';
import { changePhoto, removePhoto } from '#core/crm/keep-photos.ts';
import { PHOTO_MEANINGS } from '#core/crm/meanings.ts';
import type { NewMedia } from '#core/crm/records.ts';
import { MOST_PHOTOS, type PhotoTools, storePhoto } from '#core/crm/store-photo.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Api, Routes } from './api.ts';
import type { Door } from './door.ts';
import { callerIn } from './door.ts';
import { accepted, invalid, Problem } from './errors.ts';
import { propertySchema } from './record-schemas.ts';
import { byId, found, idOf, nullable, problems, words } from './schema-parts.ts';

const FIELD = 'photos';
const MOST_TITLE = 200;

type Needs = Omit<PhotoTools, 'sha256'>;
type Stored = { readonly company: CompanyId; readonly files: NewMedia[]; readonly hashes: string[] };

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
      const stored: Stored = { company: callerIn(request).company, files: [], hashes: [] };
      let kept = false;
      try {
        await storeAll(needs, request, stored);
        const decided = await door.decide(
          request,
          async ({ kept: { records } }) => {
            found(await records.properties.take(id), 'property');
            await records.properties.addFiles(id, stored.files);
            return { status: 201, body: found(await records.properties.find(id), 'property') };
          },
          stored.hashes.join(),
        );
        kept = !decided.replayed;
        if (!kept) await removeAll(needs, stored);
        door.send(reply, decided);
      } catch (error) {
        if (!kept) await removeAll(needs, stored);
        throw error;
      }
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

async function removeAll({ media }: Needs, { company, files }: Stored): Promise<void> {
  for (const { id } of files) await media.remove(company, id);
}

/** One photo at a time, so that only one is in memory. What was stored is noted as it goes, to be removed where the rest fails. */
async function storeAll(needs: Needs, request: FastifyRequest, stored: Stored): Promise<void> {
  let at = 0;
  for await (const part of partsOf(request)) {
    if (part.type !== 'file')
      throw invalid({ field: part.fieldname, detail: 'is not a field here; send files as photos' });
    if (part.fieldname !== FIELD) {
      part.file.resume();
      throw invalid({ field: part.fieldname, detail: 'is not a field here; send files as photos' });
    }
    await storeOne(needs, part, `${FIELD}.${at++}`, stored);
  }
  if (at === 0) throw invalid({ field: FIELD, detail: 'is required: at least one file' });
}

async function* partsOf(request: FastifyRequest) {
  try {
    yield* request.parts();
  } catch (error) {
    rethrowUnread(error);
  }
}

/** What the reader of multipart can't read it throws without a code, unlike its limits; that is the sender's fault. */
function rethrowUnread(error: unknown): never {
  if (error instanceof Error && !('code' in error))
    throw new Problem('badRequest', 'The multipart body is cut off, or not well-formed.');
  throw error;
}

async function storeOne(needs: Needs, part: MultipartFile, field: string, stored: Stored): Promise<void> {
  const data = await part.toBuffer().catch(rethrowUnread);
  const put = await storePhoto({ ...needs, sha256 }, stored.company, data);
  if (put.was === 'refused') {
    if (put.because === 'size') throw new Problem('tooLarge', put.why);
    throw invalid({ field, detail: put.why });
  }
  stored.hashes.push(sha256(data));
  stored.files.push(put.photo);
}
