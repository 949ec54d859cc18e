import type { CloudClient } from './client.ts';

/** Shows the person at once that they were heard. It may be lost: nothing depends on it. */
export async function markRead(client: Pick<CloudClient, 'markRead'>, message: string): Promise<void> {
  if (message.startsWith('wamid.')) await client.markRead(message);
}
