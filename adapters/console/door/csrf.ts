import { createHmac } from 'node:crypto';

/** What the forms of a session carry, so that no other page can send one: nobody without our key can make it. */
export const csrfOf = (secretKey: string, session: string): string =>
  createHmac('sha256', secretKey).update(`console ${session}`).digest('base64url');
