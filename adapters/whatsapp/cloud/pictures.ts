import type { Outgoing } from '#core/chat/channel.ts';
import type { Clock } from '#core/clock.ts';
import type { MediaId } from '#core/ids.ts';
import type { MediaStore, Uploads } from '#core/media.ts';
import type { CloudClient } from './client.ts';
import { UPLOAD_DAYS } from './limits.ts';

type Needs = {
  readonly client: Pick<CloudClient, 'upload'>;
  readonly media: MediaStore;
  readonly uploads: Uploads;
  readonly clock: Clock;
  readonly log: { warn(about: object, words: string): void };
};
type Owner = Pick<Outgoing, 'company' | 'account'>;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Pictures at Meta: each is uploaded once an account, and again before Meta drops it. */
export function createPictures({ client, media, uploads, clock, log }: Needs) {
  const nameOf = (id: MediaId) => `${id}/card/${Math.floor(clock.now().getTime() / DAY_MS / UPLOAD_DAYS)}`;

  return {
    /** Meta's id of a picture; undefined where there is none to be had, and the words go alone. */
    find: async (
      { company, account }: Owner,
      id: MediaId,
    ): Promise<{ id: string; was: 'known' | 'new' } | undefined> => {
      const known = await uploads.find(company, account, nameOf(id));
      if (known !== undefined) return { id: known, was: 'known' };
      const bytes = await media.get(company, id, 'card');
      const called = bytes && (await client.upload(bytes));
      if (!called || 'failed' in called) {
        log.warn({ why: called ? called.failed.words : 'not in the store' }, 'a picture is left out');
        return undefined;
      }
      await uploads.keep(company, account, nameOf(id), called.done).catch((error: unknown) => {
        log.warn({ error }, 'an uploaded picture could not be remembered');
      });
      return { id: called.done, was: 'new' };
    },
    forget: ({ company, account }: Owner, id: MediaId): Promise<void> => uploads.forget(company, account, nameOf(id)),
  };
}
