import type { CompanyId } from './ids.ts';
import type { Language } from './language.ts';

/** One real-estate office, as far as the conversation needs it. */
export type Company = {
  readonly id: CompanyId;
  readonly name: string;
  /** IANA; every time a client sees is in it. */
  readonly timeZone: string;
  readonly currency: string;
  /** The portal switch (rule 2). */
  readonly isActive: boolean;
  readonly defaultLanguage: Language;
  readonly rejectReasons: readonly string[];
  /** When offers and nudges wait, `HH:MM` in the company's zone; null: never. */
  readonly quietHours: { readonly from: string; readonly to: string } | null;
  /** `HH:MM` in the company's zone. */
  readonly offerBundleTimes: readonly string[];
  /** How long a viewing takes where the agent names no end. */
  readonly viewingMinutes: number;
  readonly inviteCode: string;
};
