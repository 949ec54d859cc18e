import type { HandlersOf, Press, PressesIn } from '#core/chat/press.ts';
import { resume, setPushes } from './stop.ts';

export const CONSENT_PRESSES = {
  stopMessages: { code: '4', leaves: 'consent_withdrawn' },
  startMessages: { code: 'sm', leaves: 'consent_given' },
} satisfies Record<string, Press>;

declare module '#core/chat/intent.ts' {
  interface Presses extends PressesIn<typeof CONSENT_PRESSES> {}
}

export const consentHandlers: HandlersOf<typeof CONSENT_PRESSES> = {
  stopMessages: (desk) => setPushes(desk, 'stopped'),
  startMessages: (desk) => resume(desk),
};
