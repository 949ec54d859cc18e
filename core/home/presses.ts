import type { HandlersOf, Press, PressesIn } from '#core/chat/press.ts';
import { goHome } from './go-home.ts';

export const HOME_PRESSES = {
  goHome: { code: 'h' },
} satisfies Record<string, Press>;

declare module '#core/chat/intent.ts' {
  interface Presses extends PressesIn<typeof HOME_PRESSES> {}
}

export const homeHandlers: HandlersOf<typeof HOME_PRESSES> = {
  goHome: (desk) => goHome(desk),
};
