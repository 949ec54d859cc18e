import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Bytes } from '#core/media.ts';
import { byteRange } from './byte-range.ts';

/**
 * Sends a stored file, or the part of it that was asked for; honours Range and If-None-Match (RFC 9110). `seconds`: how
 * long the browser may keep it for itself. Undefined, with nothing sent, where the range lies beyond its end.
 */
export function sendBytes(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  { data, mime }: Bytes,
  { tag, seconds, disposition }: { readonly tag: string; readonly seconds: number; readonly disposition: string },
): FastifyReply | undefined {
  reply.header('etag', tag).header('cache-control', `private, max-age=${seconds}`).header('accept-ranges', 'bytes');
  reply.header('x-content-type-options', 'nosniff').header('content-disposition', disposition);
  if (headers['if-none-match'] === tag) return reply.code(304).send();
  const condition = headers['if-range'];
  const range = byteRange(condition === undefined || condition === tag ? headers.range : undefined, data.length);
  if (range.is === 'none') {
    reply.header('content-range', `bytes */${data.length}`);
    return undefined;
  }
  reply.type(mime);
  if (range.is === 'whole') return reply.send(Buffer.from(data));
  reply.code(206).header('content-range', `bytes ${range.from}-${range.to}/${data.length}`);
  return reply.send(Buffer.from(data.subarray(range.from, range.to + 1)));
}

/** A stored file's tag: its hash, and which of its sizes. */
export const tagOf = ({ sha256 }: { readonly sha256: string }, size: string): string =>
  `"${sha256.slice(0, 32)}-${size}"`;
