import type { Chat } from '#core/chat/chat.ts';
import { phrase } from '#core/chat/text.ts';
import { homeChoice, noteScreen } from '#core/home/screens.ts';

/** Why what is written is not answered for a while; what can be pressed goes on to work. */
export const brakeScreen = ({ client }: Pick<Chat, 'client'>) =>
  noteScreen(phrase('help.brake'), client?.status === 'Active' ? [homeChoice] : []);
