import type { AccessNeeds } from '#core/crm/portal-access.ts';
import type { MediaStore } from '#core/media.ts';
import type { Phones } from '#core/typed/phones.ts';

/** What the pages of contacts and deals need besides a transaction. */
export type RecordsNeeds = {
  readonly media: MediaStore;
  readonly phones: Phones;
  /** Leaves nothing of deleted rows to be read from the disk's files. */
  readonly shred: () => Promise<void>;
  /** What letting a client in needs: the ways in by mail, and words for it. */
  readonly access: Pick<
    AccessNeeds,
    'words' | 'passwords' | 'newPassword' | 'newCode' | 'newToken' | 'pageUrl' | 'goUrl'
  >;
};
