import type { Channel } from './turn.ts';

/** What of a channel decides what is owed to it, and not only how that looks. */
export type Traits = {
  /** Whether a message that was sent can be changed. Elsewhere an old one stays as it was, and answers with what is so now. */
  readonly edits: boolean;
  /** Whether it draws no calendar, so that days are choices like any other. */
  readonly listsDays: boolean;
};

export const TRAITS: Readonly<Record<Channel, Traits>> = {
  telegram: { edits: true, listsDays: false },
  whatsapp: { edits: false, listsDays: true },
  teams: { edits: true, listsDays: true },
};
