import { createHmac } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { isSame } from '#adapters/is-same.ts';
import { type CompanyId, isId, type MediaId } from '#core/ids.ts';
import type { MediaStore } from '#core/media.ts';
import { PICTURE_DAYS } from './limits.ts';

type Needs = { readonly secretKey: string; readonly publicUrl: () => string; readonly now: () => Date };
const DAY_MS = 24 * 60 * 60 * 1000;

/** Addresses of pictures that Teams fetches by itself: unguessable, the same for a day, dead after a month. */
export function createSignedPictures({ secretKey, publicUrl, now }: Needs) {
  const signed = (path: string) => createHmac('sha256', secretKey).update(`picture ${path}`).digest('base64url');
  const today = () => Math.floor(now().getTime() / DAY_MS);

  return {
    urlOf: (company: CompanyId, media: MediaId): string => {
      const path = `${company}/${media}/${today() + PICTURE_DAYS}`;
      return `${publicUrl()}/pictures/${path}/${signed(path)}.jpg`;
    },
    /** Serves them; whatever is wrong with an address is answered alike. */
    route:
      (media: MediaStore): FastifyPluginAsync =>
      async (server) => {
        server.get<{ Params: Record<'company' | 'media' | 'until' | 'signature', string> }>(
          '/pictures/:company/:media/:until/:signature',
          async ({ params }, reply) => {
            const { company, media: id, until, signature } = params;
            const isGood = isSame(signature, `${signed(`${company}/${id}/${until}`)}.jpg`) && Number(until) >= today();
            const bytes = isGood && isId(company) && isId(id) ? await media.get(company, id, 'card') : undefined;
            if (!bytes) return reply.code(404).type('text/plain; charset=utf-8').send('Not found\n');
            const kept = 'private, max-age=86400';
            return reply
              .type(bytes.mime)
              .headers({ 'cache-control': kept, 'x-content-type-options': 'nosniff' })
              .send(Buffer.from(bytes.data));
          },
        );
      },
  };
}
