import type { HandlersOf, Press, PressesIn } from '#core/chat/press.ts';
import { maybe, offer } from '#core/chat/press-field.ts';
import * as messages from './message-turns.ts';

export const MESSAGE_PRESSES = {
  contactAgent: { code: 'K', fields: { offer: maybe(offer) } },
  sendMessage: { code: 'P', leaves: 'message_from_client' },
  dropMessage: { code: 'j' },
} satisfies Record<string, Press>;

declare module '#core/chat/intent.ts' {
  interface Presses extends PressesIn<typeof MESSAGE_PRESSES> {}
}

export const messageHandlers: HandlersOf<typeof MESSAGE_PRESSES> = {
  contactAgent: (desk, { offer }) => messages.contactAgent(desk, offer),
  sendMessage: (desk) => messages.sendMessage(desk),
  dropMessage: (desk) => messages.dropMessage(desk),
};
