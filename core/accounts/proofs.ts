import type { PortalUserId } from '#core/ids.ts';

/** A proof is good for so long. */
export const PROOF_MINUTES = 15;

/**
 * What our page hands to whoever has just proven their password there: brought to a chat of the company, it signs that
 * chat in at once. Each is good once.
 */
export interface Proofs {
  add(token: string, portalUser: PortalUserId, expiresAt: Date): Promise<void>;
  /** Uses one up and answers whose it is; undefined where it is over, was used, or never was. */
  use(token: string): Promise<PortalUserId | undefined>;
}

declare module '#core/store.ts' {
  interface Kept {
    readonly proofs: Proofs;
  }
}
