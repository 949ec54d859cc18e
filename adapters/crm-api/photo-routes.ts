import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { sha256 } from '#adapters/hashes.ts';
import type { NewMedia } from '#core/crm/records.ts';
import { MOST_PHOTOS, type PhotoTools, storePhoto } from '#core/crm/store-photo.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Api } from './api.ts';
import type { Door } from './door.ts';
import { callerIn } from './door.ts';
import { invalid, Problem } from './errors.ts';
import { propertySchema } from './record-schemas.ts';
import { byId, found, idOf, problems } from './schema-parts.ts';

const FIELD = 'photos';

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

async function removeAll({ media }: Needs, { company, files }: Stored): Promise<void> {
  for (const { id } of files) await media.remove(company, id);
}

/** One photo at a time, so that only one is in memory. What was stored is noted as it goes, to be removed where the rest fails. */
async function storeAll(needs: Needs, request: FastifyRequest, stored: Stored): Promise<void> {
  let at = 0;
  for await (const part of request.parts()) {
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

async function storeOne(needs: Needs, part: MultipartFile, field: string, stored: Stored): Promise<void> {
  const data = await part.toBuffer();
  const put = await storePhoto({ ...needs, sha256 }, stored.company, data);
  if (put.was === 'refused') {
    if (put.because === 'size') throw new Problem('tooLarge', put.why);
    throw invalid({ field, detail: put.why });
  }
  stored.hashes.push(sha256(data));
  stored.files.push(put.photo);
}
