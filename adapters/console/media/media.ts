import type { Door } from '#adapters/console/door.ts';
import { sendBytes, tagOf } from '#adapters/send-bytes.ts';
import { isId, type MediaId } from '#core/ids.ts';
import type { MediaStore } from '#core/media.ts';
import { SIZES } from '#core/media.ts';

/** So long a browser shows a picture again without asking; the session may end meanwhile. */
const KEPT_SECONDS = 300;

/** Stored files, for whoever is signed in; `size` as the API has it, the original where left out. */
export function mediaRoutes(door: Door, { media }: { readonly media: Pick<MediaStore, 'get'> }): void {
  door.file({
    path: '/media/:id',
    deed: 'readRecords',
    async find({ kept, company }, { params, query }) {
      const id = params.id ?? '';
      const size = SIZES.find((each) => each === (query.size ?? 'original'));
      const record = isId(id) && size ? await kept.records.media.find(id) : undefined;
      return record && size && { record, size, company: company.id };
    },
    async send({ record, size, company }, request, reply) {
      const bytes = (await media.get(company, record.id, size)) ?? (await media.get(company, record.id, 'original'));
      if (!bytes) return false;
      // What we did not make ourselves is kept as a file, and opened by nobody's browser by itself.
      const disposition = /^(image|audio)\//.test(bytes.mime) ? 'inline' : 'attachment';
      const sent = sendBytes(request, reply, bytes, { tag: tagOf(record, size), seconds: KEPT_SECONDS, disposition });
      if (!sent) reply.code(416).send();
      return true;
    },
  });
}

/** Where a file is shown from. */
export const mediaPath = (id: MediaId, size: (typeof SIZES)[number] = 'thumb'): string =>
  `/crm/media/${id}?size=${size}`;
