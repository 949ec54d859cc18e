import { Type } from 'typebox';
import { sendBytes } from '#adapters/send-bytes.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { MediaStore } from '#core/media.ts';
import { SIZES } from '#core/media.ts';
import type { Store } from '#core/store.ts';
import type { Api } from './api.ts';
import { callerIn } from './door.ts';
import { notFound, Problem } from './errors.ts';
import { byId, found, idOf, problems } from './schema-parts.ts';

const query = Type.Object(
  {
    size: Type.Optional(
      Type.Enum([...SIZES], { default: 'original', description: '320, 1200 or 1600 px, or the full size' }),
    ),
  },
  { additionalProperties: false },
);

/** A file never becomes another one. */
const KEPT_SECONDS = 3600;

/** Stored files, for whoever holds a key of the company. */
export function mediaRoutes(api: Api, { store, media }: { store: Store<CrmKept>; media: MediaStore }): void {
  api.get(
    '/media/:id',
    {
      config: { deed: 'readRecords' },
      schema: {
        tags: ['Media'],
        summary: 'The bytes of a stored file',
        description: 'Honours Range and If-None-Match. What has no sizes, as a voice note, comes whole.',
        params: byId,
        querystring: query,
        produces: ['image/jpeg', 'audio/ogg', 'audio/mpeg', 'audio/mp4', 'video/mp4', 'application/pdf'],
        response: {
          200: Type.Unsafe<unknown>({ type: 'string', format: 'binary' }),
          ...problems('notFound', 'badRange'),
        },
      },
    },
    async (request, reply) => {
      const { company } = callerIn(request);
      const id = idOf(request.params.id, 'file');
      const size = request.query.size ?? 'original';
      const record = await store.transaction(company, (kept) => kept.records.media.find(id));
      const { sha256 } = found(record, 'file');
      const bytes = (await media.get(company, id, size)) ?? (await media.get(company, id, 'original'));
      if (!bytes) throw notFound('file');
      const sent = sendBytes(request, reply, bytes, { tag: `"${sha256.slice(0, 32)}-${size}"`, seconds: KEPT_SECONDS });
      if (sent === 'badRange') throw new Problem('badRange');
      return sent;
    },
  );
}
