import type { MediaId } from '#core/ids.ts';

/** What a client may see and change of their own contact. */
export type Profile = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string | null;
  readonly photo: MediaId | null;
};
