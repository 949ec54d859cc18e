import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Bytes } from '#core/media.ts';
import { byteRange } from './byte-range.ts';

/**
 * Sends a stored file, or the part of it that was asked for (RFC 9110, 13 and 14); `seconds`: how long whoever asked may keep
 * it. `badRange`: nothing was sent, since it has no such part; the header with its size is set.
 */
export function sendBytes(
  request: FastifyRequest,
  reply: FastifyReply,
  { data, mime }: Bytes,
  { tag, seconds }: { readonly tag: string; readonly seconds: number },
): FastifyReply | 'badRange' {
  reply.header('etag', tag).header('cache-control', `private, max-age=${seconds}`).header('accept-ranges', 'bytes');
  reply.header('x-content-type-options', 'nosniff');
  // What a client sent as a document comes as it is: nobody's browser opens it by itself.
  reply.header('content-disposition', /^(?:image|audio|video)\//.test(mime) ? 'inline' : 'attachment');
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
    return 'badRange';
  }
  reply.code(206).header('content-range', `bytes ${range.from}-${range.to}/${data.length}`);
  return reply.send(Buffer.from(data.subarray(range.from, range.to + 1)));
}
