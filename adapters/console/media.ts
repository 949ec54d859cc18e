import { sendBytes } from '#adapters/send-bytes.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { isId } from '#core/ids.ts';
import { type MediaStore, SIZES, type Size } from '#core/media.ts';
import type { Store } from '#core/store.ts';
import type { Door } from './door.ts';

export type MediaNeeds = { readonly store: Store<CrmKept>; readonly media: MediaStore };

/** So long a browser may show a file again without asking: a session that ended may end meanwhile. */
const KEPT_SECONDS = 300;
const isSize = (size: string | undefined): size is Size => SIZES.some((each) => each === size);

/** Stored files, for who is signed in. */
export function mediaRoutes(door: Door, { store, media }: MediaNeeds): void {
  door.bytes({
    path: '/media/:id',
    deed: 'readRecords',
    async send(company, request, reply, { params: { id = '' }, query }) {
      const size = query.size ?? 'original';
      if (!isId(id) || !isSize(size)) return undefined;
      const record = await store.transaction(company, ({ records }) => records.media.find(id));
      const bytes = record && ((await media.get(company, id, size)) ?? (await media.get(company, id, 'original')));
      if (!bytes) return undefined;
      const tag = `"${record.sha256.slice(0, 32)}-${size}"`;
      const sent = sendBytes(request, reply, bytes, { tag, seconds: KEPT_SECONDS });
      return sent === 'badRange' ? reply.code(416).send() : sent;
    },
  });
}
