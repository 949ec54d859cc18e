import type { Channel } from '#core/chat/channels.ts';
import type { ActingClient } from '#core/chat/chat.ts';
import type { Activity, ActivityType } from '#core/timeline.ts';
import type { Viewing } from './viewing.ts';

/** What a client did about a viewing, as a line for the agent. */
export const viewingActivity = (
  client: ActingClient,
  channel: Channel,
  viewing: Viewing,
  type: ActivityType,
  did: string,
): Activity => ({
  type,
  contact: client.contact,
  deal: viewing.deal,
  property: viewing.property.id,
  viewing: viewing.id,
  title: `${did} ${viewing.property.name} (${viewing.property.reference})`,
  channel,
  actor: { kind: 'client', id: client.contact, name: client.name },
});

/** What webhooks are told of it: its status and time as they were. */
export const changedViewing = (before: Viewing) =>
  ({
    event: 'meeting.status_changed',
    record: before.id,
    previous: { status: before.status, start_date: before.start?.toISOString() ?? null },
  }) as const;
