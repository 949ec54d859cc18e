import type { Agent } from '#core/crm/agent.ts';
import type { CompanyId, MediaId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Session } from './session.ts';

/** The colours of the console: those of the device, or always the same. */
export const COLOURS = ['device', 'light', 'dark'] as const;
export type Colours = (typeof COLOURS)[number];

/** Whose matters lists show: the user's own with what duty hands them, or the whole office's. */
export const WHOSE = ['mine', 'office'] as const;
export type Whose = (typeof WHOSE)[number];

/** Who uses a session, and where: all that a page of the console needs before it reads anything. */
export type Visitor = {
  readonly session: Session;
  readonly company: {
    readonly id: CompanyId;
    readonly name: string;
    readonly logo: MediaId | null;
    /** IANA. */
    readonly timeZone: string;
    readonly defaultLanguage: Language;
    readonly secondFactorRequired: boolean;
  };
  readonly user: Agent & {
    readonly email: string;
    /** As it was given; null where the company's holds. */
    readonly language: string | null;
    readonly photo: MediaId | null;
    readonly colours: Colours;
    readonly singleKeys: boolean;
    readonly whose: Whose;
    readonly hasFactor: boolean;
  };
};
