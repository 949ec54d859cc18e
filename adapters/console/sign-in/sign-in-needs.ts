import type { DoorNeeds } from '#adapters/console/door.ts';
import type { CompanyId, UserId } from '#core/ids.ts';
import type { EntranceTools } from '#core/sessions/sessions-needs.ts';
import type { DemoPerson } from './pages.ts';

/** What the ways in to the desk need. */
export type SignInNeeds = DoorNeeds &
  EntranceTools & {
    readonly seal: (open: string) => string;
    readonly unseal: (sealed: string) => string;
    /** The office whose name stands above the door; the product's where there are several. */
    readonly officeName: () => Promise<{ readonly name: string; readonly language: string | null }>;
    /** The people as whom a visitor of the demo may look around; none anywhere else. */
    readonly demo: () => Promise<readonly (DemoPerson & { readonly company: CompanyId; readonly id: UserId })[]>;
  };
