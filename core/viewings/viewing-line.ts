import type { ActivityType, Line } from '#core/timeline.ts';
import type { Viewing } from './viewing.ts';

/** What was done about a viewing, as a line for the agent. */
export const viewingLine = ({ id, deal, property }: Viewing, type: ActivityType, deed: string): Line => ({
  type,
  deal,
  property: property.id,
  viewing: id,
  title: `${deed} ${property.name} (${property.reference})`,
});

/** What webhooks are told of it: its status and time as they were. */
export const changedViewing = (before: Viewing) =>
  ({
    event: 'meeting.status_changed',
    record: before.id,
    previous: { status: before.status, start_date: before.start?.toISOString() ?? null },
  }) as const;
