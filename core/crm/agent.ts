import type { Actor } from '#core/timeline.ts';
import type { UserRecord } from './record.ts';

/** The user of the office who acts. */
export type Agent = Pick<UserRecord, 'id' | 'name' | 'role'>;

/** The agent as the one who did something on a timeline. */
export const actorOf = ({ id, name }: Agent): Actor => ({ kind: 'user', id, name });
