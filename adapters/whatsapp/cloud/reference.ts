import type { Intent } from '#core/chat/intent.ts';
import { decodeIntent, encodeIntent } from '#core/turns/intent-code.ts';

/** What a button carries: the intent's code, and where it stands, since Meta wants ids to differ within a message. */
export const referenceOf = (intent: Intent, at: number): string => `${encodeIntent(intent)}#${at}`;

/** Where a reference that came back leads; undefined where it is forged or older than we can read. */
export const intentOf = (reference: string): Intent | undefined => decodeIntent(reference.replace(/#\d{1,3}$/, ''));
