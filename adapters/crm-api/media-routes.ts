import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { Bytes, MediaStore } from '#core/media.ts';
import { SIZES } from '#core/media.ts';
import type { Store } from '#core/store.ts';
import type { Api } from './api.ts';
import { byteRange } from './byte-range.ts';
import { callerIn } from './door.ts';
import { notFound, Problem } from './errors.ts';
import { byId, found, idOf, problems } from './schema-parts.ts';

const file = Type.Unsafe<unknown>({ type: 'string', format: 'binary' });
const query = Type.Object(
  {
    size: Type.Optional(
      Type.Enum([...SIZES], { default: 'original', description: '320, 1200 or 1600 px, or the full size' }),
    ),
  },
  { additionalProperties: false },
);

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
          200: file,
          206: file,
          304: Type.Null(),
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
      return sendBytes(request, reply, bytes, `"${sha256.slice(0, 32)}-${size}"`);
    },
  );
}

function sendBytes(request: FastifyRequest, reply: FastifyReply, { data, mime }: Bytes, tag: string): FastifyReply {
  reply.header('etag', tag).header('cache-control', 'private, max-age=3600').header('accept-ranges', 'bytes');
  reply.header('x-content-type-options', 'nosniff');
  // What a client sent as a document comes as it is: nobody's browser opens it by itself.
  reply.header('content-disposition', mime === 'application/pdf' ? 'attachment' : 'inline');
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  const condition = request.headers['if-range'];
  const range = byteRange(
    condition === undefined || condition === tag ? request.headers.range : undefined,
    data.length,
  );
  reply.type(mime);
  if (range.is === 'whole') return reply.send(Buffer.from(data));
  if (range.is === 'none') {
    reply.header('content-range', `bytes */${data.length}`);
    throw new Problem('badRange');
  }
  reply.code(206).header('content-range', `bytes ${range.from}-${range.to}/${data.length}`);
  return reply.send(Buffer.from(data.subarray(range.from, range.to + 1)));
}
