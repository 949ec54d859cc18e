import { createHmac } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { isSame } from '#adapters/is-same.ts';
import { type CompanyId, isId, type MediaId } from '#core/ids.ts';
import type { MediaStore, Size } from '#core/media.ts';
import { fitPicture } from './fit-picture.ts';
import { PICTURE_DAYS } from './limits.ts';

type Needs = { readonly secretKey: string; readonly publicUrl: () => string; readonly now: () => Date };
const DAY_MS = 24 * 60 * 60 * 1000;

export type PictureSize = Extract<Size, 'card' | 'thumb'>;
const pathOf = (company: string, media: string, size: PictureSize, until: string | number): string =>
  `${company}/${media}/${size === 'thumb' ? 'thumb/' : ''}${until}`;

/** Addresses of pictures that Teams fetches by itself: unguessable, the same for a day, dead after a month. */
export function createSignedPictures({ secretKey, publicUrl, now }: Needs) {
  const signed = (path: string) => createHmac('sha256', secretKey).update(`picture ${path}`).digest('base64url');
  const today = () => Math.floor(now().getTime() / DAY_MS);

  return {
    /** `size`: beside an entry of a list a small one is enough. */
    urlOf: (company: CompanyId, media: MediaId, size: PictureSize = 'card'): string => {
      const path = pathOf(company, media, size, today() + PICTURE_DAYS);
      return `${publicUrl()}/pictures/${path}/${signed(path)}.jpg`;
    },
    /** Serves them, as large as Teams takes them; whatever is wrong with an address is answered alike. */
    route:
      (media: MediaStore): FastifyPluginAsync =>
      async (server) => {
        for (const size of ['card', 'thumb'] as const)
          server.get<{ Params: Record<'company' | 'media' | 'until' | 'signature', string> }>(
            `/pictures/${pathOf(':company', ':media', size, ':until')}/:signature`,
            async ({ params }, reply) => {
              const { company, media: id, until, signature } = params;
              const given = `${signed(pathOf(company, id, size, until))}.jpg`;
              const isGood = isSame(signature, given) && Number(until) >= today();
              const bytes = isGood && isId(company) && isId(id) ? await media.get(company, id, size) : undefined;
              if (!bytes) return reply.code(404).type('text/plain; charset=utf-8').send('Not found\n');
              const kept = 'private, max-age=86400';
              return reply
                .type(bytes.mime)
                .headers({ 'cache-control': kept, 'x-content-type-options': 'nosniff' })
                .send(await fitPicture(bytes.data));
            },
          );
      },
  };
}
