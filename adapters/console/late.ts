import type { Viewing } from '#core/viewings/viewing.ts';
import type { Visit } from './door.ts';

/** What is said of a client who comes late: how late, where they told. */
export const lateWords = (
  { say }: Pick<Visit, 'say'>,
  { lateMinutes: minutes }: Pick<Viewing, 'lateMinutes'>,
): string => (minutes === null ? say('today.late') : say('today.lateBy', { minutes }));
