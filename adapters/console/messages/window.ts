import { windowHoursOf } from '#core/chat/channels.ts';
import type { TalkChat } from '#core/crm/talks.ts';

const HOUR_MS = 3_600_000;

/** When the chat stops taking free words; undefined where it always does. */
export function windowOf({ channel, transport, lastInbound }: TalkChat): Date | undefined {
  const hours = windowHoursOf(channel, transport);
  return hours !== undefined && lastInbound ? new Date(lastInbound.getTime() + hours * HOUR_MS) : undefined;
}
