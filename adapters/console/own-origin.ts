import type { FastifyRequest } from 'fastify';

/**
 * Whether a form was sent by a page of ours. Browsers say so themselves (Fetch Metadata, in all of them since 2023); an
 * older one says its origin at least. What says neither is no browser with our page open.
 */
export function isOwnPage({ headers }: FastifyRequest, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === origin : site === 'same-origin';
}
