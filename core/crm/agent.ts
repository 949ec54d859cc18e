import type { UserRecord } from './record.ts';

/** The user of the office who acts. */
export type Agent = Pick<UserRecord, 'id' | 'name' | 'role'>;
