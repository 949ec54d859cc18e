import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { sha256 } from '#adapters/hashes.ts';
import type { NewMedia } from '#core/crm/records.ts';
import type { CompanyId, MediaId, NewId } from '#core/ids.ts';
import type { Bytes, MediaStore, Size } from '#core/media.ts';
import { SIZES } from '#core/media.ts';
import type { Api } from './api.ts';
import type { Door } from './door.ts';
import { callerIn } from './door.ts';
import { invalid, Problem } from './errors.ts';
import { propertySchema } from './record-schemas.ts';
import { byId, found, idOf, problems } from './schema-parts.ts';

/** Makes the four sizes of a photo, or says why it can't. */
export type PreparePhoto = (bytes: Uint8Array) => Promise<
  | {
      readonly was: 'ready';
      readonly photo: {
        readonly sizes: Readonly<Record<Size, Bytes>>;
        readonly width: number;
        readonly height: number;
      };
    }
  | { readonly was: 'refused'; readonly because: 'size' | 'pixels' | 'type' | 'broken'; readonly why: string }
>;

/** Most photos of one request. */
export const MOST_PHOTOS = 30;
const FIELD = 'photos';

type Needs = { readonly media: MediaStore; readonly preparePhoto: PreparePhoto; readonly newId: NewId };
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
  const prepared = await needs.preparePhoto(data);
  if (prepared.was === 'refused') {
    if (prepared.because === 'size') throw new Problem('tooLarge', prepared.why);
    throw invalid({ field, detail: prepared.why });
  }
  const { sizes, width, height } = prepared.photo;
  const id: MediaId = needs.newId<'media'>();
  const { data: original, mime } = sizes.original;
  stored.hashes.push(sha256(data));
  stored.files.push({ id, mime, width, height, size: original.length, sha256: sha256(original) });
  for (const size of SIZES) await needs.media.put(stored.company, id, size, sizes[size]);
}
